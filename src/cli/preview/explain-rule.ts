/** What `bulletin explain` tells of a rule, in the pieces that the page shows. */
import { shownFile, shownText } from "../../check/print-rule.js";
import { findRule } from "../../check/rule-catalogue.js";
import type { Language } from "../../diagnostics/language.js";
import type { RuleExplanation } from "../../preview/protocol.js";
import type { RuleExample } from "../../rules/rule.js";

/** @returns undefined where there is no rule of that id */
export function explainRule(id: string, language: Language): RuleExplanation | undefined {
  const { rule } = findRule(id);
  if (rule === undefined) return undefined;
  const wrong = rule.examples.find(({ findings }) => findings.length > 0);
  const right = rule.examples.find(({ findings }) => findings.length === 0);
  return {
    rule: rule.id,
    title: rule.summary[language],
    why: rule.why[language],
    wrong: wrong === undefined ? "" : textOf(wrong),
    // The same text mended tells more than another that was right from the start.
    right: shownText(wrong?.fixed ?? wrong?.suggested ?? "") || (right === undefined ? "" : textOf(right)),
  };
}

const textOf = (example: RuleExample): string => shownText(shownFile(example).text ?? "");
