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
  /** the editor's note of the issue as an item that has nothing else: what it prints is judged as theirs is */
  readonly note: Item | undefined;
  readonly context: Omit<RuleContext, "options">;
}

/** A context whose options change from rule to rule; what a rule finds is taken before the next is asked. */
type Shared<T extends RuleContext> = Omit<T, "options"> & { options: RuleContext["options"] };

/** @returns what was found, rule by rule in their order, each with the rule's own severity */
export function runRules({ rules, issue, items, note, context }: RulesInput): Diagnostic[] {
  // An item listed twice is judged once.
  const judged = [...new Map(items.map((item) => [item.path, item])).values()];
  const printed = note === undefined ? judged : [note, ...judged];
  const shared: Shared<RuleContext> = { ...context, options: {} };
  let texts: readonly Shared<TextContext>[] | undefined;
  const made: Diagnostic[] = [];
  for (const { rule, options } of rules) {
    const add = (findings: Iterable<Finding>) => {
      for (const finding of findings) made.push({ rule: rule.id, severity: rule.severity, ...finding });
    };
    shared.options = options;
    switch (rule.scope) {
      case "issue":
        if (issue !== undefined) add(rule.check(issue, shared));
        break;
      case "item":
        for (const item of ABOUT_PRINT.test(rule.id) ? printed : judged) add(rule.check(item, shared));
        break;
      case "text":
        texts ??= printed.map((item) => ({ ...shared, item, lines: context.factsOf(item).copyLines }));
        for (const text of texts) {
          text.options = options;
          runTextRule(rule, text, add);
        }
        break;
      case "documented":
        break;
      default:
        rule satisfies never;
    }
  }
  return made;
}

/** Groups of rules about what is printed, wherever it stands; other rules of items are about items. */
const ABOUT_PRINT = /^(?:privacy|link)\//;

/** No line that is kept is empty: each holds some class. */
const ANY_CLASS = -1;

function runTextRule(rule: TextRule, context: TextContext, add: (findings: Iterable<Finding>) => void): void {
  const { looksFor = ANY_CLASS } = rule;
  for (const line of context.lines) if (line.classSet & looksFor) add(rule.check(line, context));
}
