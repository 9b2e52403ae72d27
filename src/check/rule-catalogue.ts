/**
 * The rules as data for those who ask: `bulletin rules --json`, the schema of lint.rules, «did you
 * mean» for a rule's name. How a rule is reported in words is print-rule.ts's.
 */
import type { Rule } from "../rules/rule.js";
import { allRules } from "./all-rules.js";
import { meantRule } from "./meant-rule.js";

/** @returns the rule of that id, or the id that was most likely meant */
export function findRule(id: string): {
  readonly rule: Rule | undefined;
  readonly nearest: string | undefined;
} {
  const rule = allRules.find((candidate) => candidate.id === id);
  return rule === undefined ? { rule, nearest: meantRule(id, allRules) } : { rule, nearest: undefined };
}

export interface RuleRecord {
  readonly id: string;
  readonly group: string;
  readonly severity: Rule["severity"];
  readonly fixable: boolean;
  readonly hasSuggestions: boolean;
  readonly structural: boolean;
  readonly madeBy: "rule" | "read" | "layout" | "check" | "intake" | "import" | "stats";
  readonly summary: Rule["summary"];
  readonly why: Rule["why"];
  readonly source?: string;
  readonly options?: NonNullable<Rule["options"]>;
}

/** @returns what `bulletin rules --json` prints of each rule, keys in fixed order */
export function ruleRecords(rules: readonly Rule[]): readonly RuleRecord[] {
  return rules.map((rule) => ({
    id: rule.id,
    group: groupOf(rule),
    severity: rule.severity,
    fixable: rule.fixable,
    hasSuggestions: rule.hasSuggestions === true,
    structural: rule.structural,
    madeBy: rule.scope === "documented" ? rule.madeBy : "rule",
    summary: rule.summary,
    why: rule.why,
    ...(rule.source === undefined ? {} : { source: rule.source }),
    ...(rule.options === undefined ? {} : { options: rule.options }),
  }));
}

export const groupOf = ({ id }: Rule): string => id.slice(0, id.indexOf("/"));

/** A part of a JSON Schema (draft-07). */
export type SchemaPart = { readonly [key: string]: unknown };

/** @returns the schema of `lint.rules`: every rule with its severities and options, and no other name */
export function ruleSettingsSchema(rules: readonly Rule[]): SchemaPart {
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((rule) => [rule.id, settingSchema(rule)])),
  };
}

function settingSchema({ summary, severity, structural, options = {} }: Rule): SchemaPart {
  const level = {
    enum: structural ? ["error"] : ["off", "info", "warn", "warning", "error"],
    default: severity === "warning" ? "warn" : severity,
  };
  const pair = {
    type: "array",
    minItems: 1,
    maxItems: 2,
    items: [
      level,
      {
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(options).map(([name, value]) => [name, { ...typeOf(value), default: value }]),
        ),
      },
    ],
  };
  return {
    title: summary.zh,
    description: `${summary.zh} / ${summary.en}`,
    anyOf: Object.keys(options).length === 0 ? [level] : [level, pair],
  };
}

function typeOf(value: number | string | boolean | readonly string[]): SchemaPart {
  if (typeof value === "object") return { type: "array", items: { type: "string" } };
  return typeof value === "number" ? { type: "number", minimum: 0 } : { type: typeof value };
}
