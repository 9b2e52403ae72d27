/** docs/rules.md: every rule with its law, reason and examples. */
import { allRules } from "./check/all-rules.js";
import { printRulesDocument } from "./check/print-rules-document.js";

export const rulesDocument = (): string => printRulesDocument(allRules);
