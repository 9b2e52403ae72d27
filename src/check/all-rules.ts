import type { Rule } from "../rules/rule.js";
export const allRules: readonly Rule[] = [];
