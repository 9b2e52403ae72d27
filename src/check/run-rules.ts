/**
 * Runs the rules over what was read. Which rules hold, and with which options, is settled once a
 * house (rule-settings.ts); what they are handed is one object a run and not one a line: with a
 * hundred rules and thousands of lines the copies cost more than the rules.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Issue, Item } from "../model/issue.js";
import type { Finding, Rule, RuleContext, TextContext, TextRule } from "../rules/rule.js";

/** A rule that holds here. */
export interface ActiveRule {
  readonly rule: Rule;
  /** the rule's options as the house sets them */
  readonly options: RuleContext["options"];
}

export interface RulesInput {
  readonly rules: readonly ActiveRule[];
  readonly issue: Issue | undefined;
  readonly items: readonly Item[];
  readonly context: Omit<RuleContext, "options">;
}

/** @returns what was found, rule by rule in their order, each with the rule's own severity */
export function runRules({ rules, issue, items, context }: RulesInput): Diagnostic[] {
  // An item listed twice is judged once.
  const judged = [...new Map(items.map((item) => [item.path, item])).values()];
  const made: Diagnostic[] = [];
  for (const { rule, options } of rules) {
    const { id, severity } = rule;
    const add = (findings: Iterable<Finding>) => {
      for (const finding of findings) made.push({ rule: id, severity, ...finding });
    };
    switch (rule.scope) {
      case "issue":
        if (issue !== undefined) add(rule.check(issue, { ...context, options }));
        break;
      case "item": {
        const own = { ...context, options };
        for (const item of judged) add(rule.check(item, own));
        break;
      }
      case "text":
        for (const item of judged) runTextRule(rule, { ...context, options, item, lines: [] }, add);
        break;
      case "documented":
        break;
      default:
        rule satisfies never;
    }
  }
  return made;
}

/** No line that is kept is empty: each holds some class. */
const ANY_CLASS = -1;

function runTextRule(rule: TextRule, given: TextContext, add: (findings: Iterable<Finding>) => void): void {
  const lines = given.factsOf(given.item).copyLines;
  const context = { ...given, lines };
  const { looksFor = ANY_CLASS } = rule;
  for (const line of lines) if (line.classSet & looksFor) add(rule.check(line, context));
}
