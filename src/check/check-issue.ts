/**
 * Judges what was read: an issue with its items, or a submission alone. The only maker of a
 * CheckedIssue, so that nothing with errors can be rendered. Findings of reading and of the rules
 * take one way: severity of this house, suppressions, reading order.
 */
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import type { House } from "../model/house.js";
import type { CheckedIssue, Issue, Item, SuppressionComment } from "../model/issue.js";
import type { Finding, Rule, RuleContext } from "../rules/rule.js";
import { allRules } from "./all-rules.js";
import { houseDictionary } from "./house-dictionary.js";
import { itemFactsFor } from "./item-facts.js";
import { phoneNumbersFor } from "./phone-numbers.js";
import { type RuleSettings, resolveSettings, type SeverityOverrides } from "./rule-settings.js";
import { applySuppressions } from "./suppressions.js";
import { withoutEchoes } from "./without-echoes.js";

export interface CheckOptions {
  /** severities given on the command line; they win over the house rules */
  readonly severities?: SeverityOverrides;
  /** only what the editions cannot be right without (`build --no-lint`) */
  readonly structuralOnly?: boolean;
}

/** What read/read-issue.ts gives; the issue is undefined where the manifest could not be read at all. */
export interface ReadIssueResult {
  readonly issue: Issue | undefined;
  readonly sources: Sources;
  /** comments of the manifest and the house file; items carry their own */
  readonly suppressions: readonly SuppressionComment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What read/read-submission.ts gives. */
export interface ReadSubmissionResult {
  readonly item: Item | undefined;
  readonly house: House;
  readonly sources: Sources;
  /** comments of the house file; the item carries its own */
  readonly suppressions: readonly SuppressionComment[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface CheckedResult {
  /** undefined where an error stands */
  readonly checked: CheckedIssue | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export async function checkIssue(read: ReadIssueResult, options: CheckOptions = {}): Promise<CheckedResult> {
  const { issue, sources } = read;
  if (issue === undefined) return { checked: undefined, diagnostics: inOrder(read.diagnostics, []) };
  const items = issue.sections.flatMap((section) => section.items);
  const diagnostics = await judge({ ...read, issue, house: issue.house, items, options });
  const paths = [issue.path, issue.house.path ?? "", ...items.map((item) => item.path), ...sources.keys()];
  return { checked: passIssue(issue, diagnostics), diagnostics: inOrder(diagnostics, paths) };
}

export async function checkSubmission(
  read: ReadSubmissionResult,
  options: CheckOptions = {},
): Promise<{ readonly diagnostics: readonly Diagnostic[] }> {
  const { item, house, sources } = read;
  const items = item === undefined ? [] : [item];
  const diagnostics = await judge({ ...read, issue: undefined, house, items, options });
  return { diagnostics: inOrder(diagnostics, [...items.map(({ path }) => path), ...sources.keys()]) };
}

/** Settles findings made after the check, while composing the pages: severities, suppressions, order. */
export function checkLayout(
  diagnostics: readonly Diagnostic[],
  { issue, sources, suppressions }: Omit<ReadIssueResult, "diagnostics">,
  options: CheckOptions = {},
): readonly Diagnostic[] {
  if (issue === undefined) return inOrder(diagnostics, []);
  const items = issue.sections.flatMap((section) => section.items);
  const layoutRules = new Set(allRules.filter(isMadeByLayout).map(({ id }) => id));
  const settled = applySuppressions({
    diagnostics: withSeverity(diagnostics, settingsFor(issue.house, options)),
    comments: commentsOf(items, suppressions),
    sources,
    rules: allRules,
    isJudged: (id) => id !== undefined && layoutRules.has(id),
  });
  return inOrder(settled, [issue.path, ...items.map((item) => item.path)]);
}

const isMadeByLayout = (rule: Rule): boolean => rule.scope === "documented" && rule.madeBy === "layout";

interface Case {
  readonly issue: Issue | undefined;
  readonly house: House;
  readonly items: readonly Item[];
  readonly sources: Sources;
  readonly suppressions: readonly SuppressionComment[];
  readonly diagnostics: readonly Diagnostic[];
  readonly options: CheckOptions;
}

/** An item listed twice carries its comments twice; they are the comments of one file. */
function commentsOf(
  items: readonly Item[],
  own: readonly SuppressionComment[],
): readonly SuppressionComment[] {
  const byPath = new Map(items.map((item) => [item.path, item]));
  return [...own, ...[...byPath.values()].flatMap((item) => item.suppressions)];
}

async function judge(given: Case): Promise<readonly Diagnostic[]> {
  const { house, items, sources, options } = given;
  const structuralOnly = options.structuralOnly === true;
  const settings = settingsFor(house, options);
  const isChecked = (rule: Rule) => (rule.structural || !structuralOnly) && !isMadeByLayout(rule);
  const context = {
    house,
    sources,
    issue: given.issue,
    factsOf: itemFactsFor(house, sources),
    dictionary: houseDictionary(house),
    isPossiblePhone: await phoneNumbersFor(house, items),
  };
  const made: Diagnostic[] = [];
  for (const rule of allRules) {
    if (!isChecked(rule) || settings.severityOf(rule.id, rule.severity) === undefined) continue;
    for (const finding of runRule(rule, given, { ...context, options: settings.optionsOf(rule) })) {
      made.push({ rule: rule.id, severity: rule.severity, ...finding });
    }
  }
  const own = withoutEchoes(made, { read: given.diagnostics, issue: given.issue });
  const found = [...given.diagnostics, ...settings.diagnostics, ...own];
  const byId = new Map(allRules.map((rule) => [rule.id, rule]));
  const layoutRules = new Set(allRules.filter(isMadeByLayout).map(({ id }) => id));
  const wanted = structuralOnly ? found.filter(({ rule }) => byId.get(rule)?.structural !== false) : found;
  const kept = applySuppressions({
    diagnostics: withSeverity(wanted, settings),
    comments: commentsOf(items, given.suppressions),
    sources,
    rules: allRules,
    isJudged: (id) => !structuralOnly && !layoutRules.has(id ?? ""),
  });
  return withSeverity(structuralOnly ? kept.filter(({ severity }) => severity === "error") : kept, settings);
}

const settingsFor = (house: House, options: CheckOptions): RuleSettings =>
  resolveSettings({ rules: allRules, house, overrides: options.severities ?? new Map() });

function runRule(rule: Rule, { issue, items }: Case, context: RuleContext): Iterable<Finding> {
  switch (rule.scope) {
    case "issue":
      return issue === undefined ? [] : rule.check(issue, context);
    case "item":
      // An item listed twice is judged once.
      return [...new Map(items.map((item) => [item.path, item])).values()].flatMap((item) => [
        ...rule.check(item, context),
      ]);
    case "text":
      return [...new Map(items.map((item) => [item.path, item])).values()].flatMap((item) => {
        const lines = context.factsOf(item).copyLines;
        return lines.flatMap((line) => [...rule.check(line, { ...context, item, lines })]);
      });
    case "documented":
      return [];
    default:
      return rule satisfies never;
  }
}

function withSeverity(diagnostics: readonly Diagnostic[], settings: RuleSettings): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = settings.severityOf(diagnostic.rule, diagnostic.severity);
    return severity === undefined ? [] : [{ ...diagnostic, severity }];
  });
}

/** The one place where an issue is declared sound: none of its findings is an error. */
function passIssue(issue: Issue, diagnostics: readonly Diagnostic[]): CheckedIssue | undefined {
  const isSound = diagnostics.every((diagnostic) => diagnostic.severity !== "error");
  return isSound ? (issue as CheckedIssue) : undefined;
}

/** Manifest first, then the items as it lists them; within a file by place; what is said twice, once. */
function inOrder(diagnostics: readonly Diagnostic[], paths: readonly string[]): readonly Diagnostic[] {
  const rank = new Map<string, number>();
  for (const path of paths) if (!rank.has(path)) rank.set(path, rank.size);
  const rankOf = ({ span }: Diagnostic) => rank.get(span.path) ?? rank.size;
  const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const once = new Map(
    diagnostics.map((found) => [
      `${found.rule}\n${found.span.path}\n${found.span.start}\n${found.span.end}\n${found.message.zh}`,
      found,
    ]),
  );
  return [...once.values()].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      byName(a.span.path, b.span.path) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      byName(a.rule, b.rule),
  );
}
