/**
 * Linting: read, then check. An issue is judged with all its items; a submission is an item file
 * judged alone, by the nearest house rules. See build.ts for what follows a clean issue.
 */
import { type CheckOptions, checkIssue, checkSubmission } from "./check/check-issue.js";
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import type { Item } from "./model/issue.js";
import { withParser } from "./read/markdown/parse-markdown.js";
import { readIssue } from "./read/read-issue.js";
import { readSubmission } from "./read/read-submission.js";
import { checkTemplate } from "./read/read-template.js";
import type { Workspace } from "./read/workspace.js";

export interface LintTarget {
  readonly kind: "issue" | "submission";
  /** workspace path of the manifest, or of the item file */
  readonly path: string;
}

export interface LintOptions extends CheckOptions {
  /** the templates of the package, one folder each; without them `template` is not checked */
  readonly templates?: Workspace;
}

export interface LintResult {
  /** in reading order: manifest first, then the items as it lists them */
  readonly diagnostics: readonly Diagnostic[];
  /** the texts that the findings point into */
  readonly sources: Sources;
}

export async function lint(
  target: LintTarget,
  workspace: Workspace,
  options: LintOptions = {},
): Promise<LintResult> {
  const { diagnostics, sources } = await lintReading(target, workspace, options);
  return { diagnostics, sources };
}

export interface LintReading extends LintResult {
  /** the items as they were read */
  readonly items: readonly Item[];
}

/** As `lint`, together with what was read: for mending, which compares it before and after. */
export async function lintReading(
  target: LintTarget,
  workspace: Workspace,
  options: LintOptions,
): Promise<LintReading> {
  if (target.kind === "submission") {
    const submission = await withParser(() => readSubmission(target.path, workspace));
    const { diagnostics } = await checkSubmission(submission, options);
    const { item, sources } = submission;
    return { diagnostics, sources, items: item === undefined ? [] : [item] };
  }
  const read = await withParser(() => readIssue(target.path, workspace));
  const { diagnostics } = await checkIssue(read, options);
  const items = read.issue?.sections.flatMap((section) => section.items) ?? [];
  const { templates } = options;
  if (templates === undefined || read.issue === undefined)
    return { diagnostics, sources: read.sources, items };
  const template = checkTemplate(read.issue.house, templates, workspace);
  return {
    diagnostics: [...diagnostics, ...template.diagnostics],
    sources: new Map([...template.sources, ...read.sources]),
    items,
  };
}
