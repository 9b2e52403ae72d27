/**
 * Runs the rules over what was read. Which rules hold, and with which options, is settled once a
 * house (rule-settings.ts); what they are handed is one object a run and not one a line: with a
 * hundred rules and thousands of lines the copies cost more than the rules.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Issue, Item } from "../model/issue.js";
import type { Finding, Rule, RuleContext, TextContext } from "../rules/rule.js";
import { type JudgedItem, toldWhenAskedAround } from "./finding-memory.js";
import type { LinesAsked } from "./lines-asked.js";

/** A rule that holds here. */
export interface ActiveRule {
  readonly rule: Rule;
  /** the rule's options as the house sets them */
  readonly options: RuleContext["options"];
}

export interface RulesInput {
  readonly rules: readonly ActiveRule[];
  readonly linesAsked: LinesAsked;
  readonly issue: Issue | undefined;
  readonly items: readonly Item[];
  /** the editor's note of the issue as an item that has nothing else: what it prints is judged as theirs is */
  readonly note: Item | undefined;
  readonly context: Omit<RuleContext, "options">;
  /** what was found in an item before, and still holds; undefined where nothing is kept */
  readonly knownOf?: ((item: Item) => JudgedItem) | undefined;
}

/** A context whose options change from rule to rule; what a rule finds is taken before the next is asked. */
type Shared<T extends RuleContext> = Omit<T, "options"> & { options: RuleContext["options"] };

interface AskedText {
  readonly text: Shared<TextContext>;
  readonly linesFor: ReturnType<LinesAsked>;
}

/** @returns what was found, rule by rule in their order, each with the rule's own severity */
export function runRules(input: RulesInput): Diagnostic[] {
  const { rules, linesAsked, issue, items, note, context, knownOf } = input;
  // An item listed twice is judged once.
  const judged = [...new Map(items.map((item) => [item.path, item])).values()];
  const printed = note === undefined ? judged : [note, ...judged];
  const knownItems = knownOf && new Map(printed.map((item) => [item, knownOf(item)]));
  const asked = { around: false };
  const watched = <T extends RuleContext>(one: T): T =>
    knownOf === undefined
      ? one
      : toldWhenAskedAround(one, () => {
          asked.around = true;
        });
  const whole: Shared<RuleContext> = { ...context, options: {} };
  const shared = watched(whole);
  let texts: readonly AskedText[] | undefined;
  const made: Diagnostic[] = [];
  /** Adds what is found in an item, by asking the rule only where that is not known. */
  const addOnce = (rule: Rule, { findings }: JudgedItem, find: () => Iterable<Finding>) => {
    let found = findings.get(rule);
    if (found === undefined) {
      asked.around = false;
      found = [...find()];
      if (!asked.around) findings.set(rule, found);
    }
    addFindings(rule, found, made);
  };
  for (const { rule, options } of rules) {
    whole.options = options;
    shared.options = options;
    switch (rule.scope) {
      case "issue":
        if (issue !== undefined) addFindings(rule, rule.check(issue, whole), made);
        break;
      case "item":
        for (const item of isAboutPrint(rule) ? printed : judged) {
          const known = knownItems?.get(item);
          if (known === undefined) addFindings(rule, rule.check(item, shared), made);
          else addOnce(rule, known, () => rule.check(item, shared));
        }
        break;
      case "text":
        texts ??= printed.map((item) => {
          const lines = context.factsOf(item).copyLines;
          return { text: watched({ ...whole, item, lines }), linesFor: linesAsked(lines) };
        });
        for (const { text, linesFor } of texts) {
          text.options = options;
          const known = knownItems?.get(text.item);
          if (known === undefined) {
            for (const line of linesFor(rule)) addFindings(rule, rule.check(line, text), made);
          } else {
            addOnce(rule, known, function* () {
              for (const line of linesFor(rule)) yield* rule.check(line, text);
            });
          }
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

function addFindings(rule: Rule, findings: Iterable<Finding>, made: Diagnostic[]): void {
  for (const finding of findings) made.push({ rule: rule.id, severity: rule.severity, ...finding });
}

/** Rules about what is printed, wherever it stands; other rules of items are about items. */
const isAboutPrint = ({ id }: Rule): boolean => id.startsWith("privacy/") || id.startsWith("link/");
