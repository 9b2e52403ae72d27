/**
 * Judges what was read: an issue with its items, or a submission alone. Findings of reading and of the
 * rules take one way: severity of this house, suppressions, reading order.
 */
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import type { House } from "../model/house.js";
import type { CheckedIssue, Issue, Item, SuppressionComment } from "../model/issue.js";
import { noteAsItem } from "../model/note-as-item.js";
import type { Rule, WebEditions } from "../rules/rule.js";
import { webHeldByForm } from "../rules/web/held-by-form.js";
import { allRules } from "./all-rules.js";
import { boundFindings } from "./bound-findings.js";
import { dropFollowOnFindings } from "./drop-follow-on-findings.js";
import { type FindingMemory, knownItems } from "./finding-memory.js";
import { type CheckOptions, houseChecks, isMadeByLayout } from "./house-checks.js";
import { itemFactsFor } from "./item-facts.js";
import { phoneNumbersFor } from "./phone-numbers.js";
import type { RuleSettings } from "./rule-settings.js";
import { runRules } from "./run-rules.js";
import { passIssue } from "./sound-issue.js";
import { applySuppressions } from "./suppressions.js";

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

/** What becomes of the editions for the web. */
export interface AskedWeb {
  readonly editions: WebEditions;
  /** of the HTML edition; undefined where none is built */
  readonly form?: string | undefined;
}

export interface CheckSurroundings {
  readonly web?: AskedWeb;
  /** what the last judgement of the same issue left */
  readonly memory?: FindingMemory | undefined;
}

export async function checkIssue(
  read: ReadIssueResult,
  options: CheckOptions = {},
  { web = { editions: "default" }, memory }: CheckSurroundings = {},
): Promise<CheckedResult> {
  const { issue, sources } = read;
  const shown = (found: readonly Diagnostic[], paths: readonly string[]) =>
    inReportOrder(found, { paths, options });
  if (issue === undefined) return { checked: undefined, diagnostics: shown(read.diagnostics, []) };
  const items = issue.sections.flatMap((section) => section.items);
  const diagnostics = await judge({ ...read, issue, house: issue.house, items, options, web, memory });
  const paths = [issue.path, issue.house.path ?? "", ...items.map((item) => item.path), ...sources.keys()];
  return { checked: passIssue(issue, diagnostics), diagnostics: shown(diagnostics, paths) };
}

export async function checkSubmission(
  read: ReadSubmissionResult,
  options: CheckOptions = {},
): Promise<{ readonly diagnostics: readonly Diagnostic[] }> {
  const { item, house, sources } = read;
  const items = item === undefined ? [] : [item];
  const diagnostics = await judge({
    ...read,
    issue: undefined,
    house,
    items,
    options,
    web: { editions: "default" },
    memory: undefined,
  });
  const paths = [...items.map(({ path }) => path), ...sources.keys()];
  return { diagnostics: inReportOrder(diagnostics, { paths, options }) };
}

/** Settles findings made after the check, while composing the pages: severities, suppressions, order. */
export function checkLayout(
  diagnostics: readonly Diagnostic[],
  { issue, sources, suppressions }: Omit<ReadIssueResult, "diagnostics">,
  options: CheckOptions = {},
): readonly Diagnostic[] {
  if (issue === undefined) return inReportOrder(diagnostics, { paths: [], options });
  const items = issue.sections.flatMap((section) => section.items);
  const settled = applySuppressions({
    diagnostics: withSeverity(diagnostics, houseChecks(issue.house, options).settings),
    comments: commentsOf(items, suppressions),
    sources,
    rules: allRules,
    isJudged: (id) => id !== undefined && LAYOUT_RULES.has(id),
  });
  return inReportOrder(settled, { paths: [issue.path, ...items.map((item) => item.path)], options });
}

interface Case {
  readonly issue: Issue | undefined;
  readonly house: House;
  readonly items: readonly Item[];
  readonly sources: Sources;
  readonly suppressions: readonly SuppressionComment[];
  readonly diagnostics: readonly Diagnostic[];
  readonly options: CheckOptions;
  readonly web: AskedWeb;
  readonly memory: FindingMemory | undefined;
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
  const { house, items, issue, sources, options } = given;
  const structuralOnly = options.structuralOnly === true;
  const checks = houseChecks(house, options);
  const knownOf = given.memory && knownItems(given.memory, checks, sources);
  const made = runRules({
    rules: checks.rules,
    linesAsked: checks.linesAsked,
    issue,
    items,
    note: issue && noteAsItem(issue),
    knownOf,
    context: {
      house,
      sources,
      issue,
      web: given.web.editions,
      webForm: given.web.form,
      factsOf: knownOf ? (item) => knownOf(item).facts : itemFactsFor(checks.isAllowed, sources),
      dictionary: checks.dictionary,
      isPossiblePhone: await phoneNumbersFor({ house, items, withHouse: issue !== undefined }),
    },
  });
  const own = dropFollowOnFindings(made, { read: given.diagnostics, issue });
  const found = [...given.diagnostics, ...checks.settings.diagnostics, ...own];
  const wanted = structuralOnly ? found.filter(({ rule }) => RULES.get(rule)?.structural !== false) : found;
  const kept = applySuppressions({
    diagnostics: withSeverity(wanted, checks.settings),
    comments: commentsOf(items, given.suppressions),
    sources,
    rules: allRules,
    // What one form cannot show is silenced for that form, whichever is built.
    isJudged: (id) => !structuralOnly && !LAYOUT_RULES.has(id ?? "") && id !== webHeldByForm.id,
  });
  return withSeverity(
    structuralOnly ? kept.filter(({ severity }) => severity === "error") : kept,
    checks.settings,
  );
}

const RULES: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.id, rule]));
const LAYOUT_RULES: ReadonlySet<string> = new Set(allRules.filter(isMadeByLayout).map(({ id }) => id));

function withSeverity(diagnostics: readonly Diagnostic[], settings: RuleSettings): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = settings.severityOf(diagnostic.rule, diagnostic.severity);
    return severity === undefined ? [] : [{ ...diagnostic, severity }];
  });
}

interface ReportOrder {
  /** files in the order in which they are reported */
  readonly paths: readonly string[];
  readonly options: CheckOptions;
}

function inReportOrder(
  diagnostics: readonly Diagnostic[],
  { paths, options }: ReportOrder,
): readonly Diagnostic[] {
  const found = inOrder(diagnostics, paths);
  return options.everyFinding === true ? found : boundFindings(found);
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
