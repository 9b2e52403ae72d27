/**
 * What the options of a build make of an issue's marks: which editions of a secret one are made, what becomes a draft,
 * and that lines are numbered in drafts alone.
 */
import { EnvironmentError } from "./diagnostics/diagnostic.js";
import { DEFAULT_EDITIONS, EDITIONS, type EditionName } from "./editions/edition-table.js";
import type { CheckedIssue } from "./model/issue.js";
import { asDraft } from "./model/issue-marks.js";
import type { WebEditions } from "./rules/rule.js";

export interface MarkOptions {
  readonly editions?: readonly EditionName[];
  readonly pagesAlone?: boolean;
  readonly draft?: string;
  readonly lineNumbers?: boolean;
}

const isForWeb = (name: EditionName): boolean => EDITIONS[name].isForWeb;

export function webEditions({ editions, pagesAlone }: MarkOptions): WebEditions {
  if (pagesAlone === true) return "left-out";
  // With none at all an issue is judged and not built.
  if (editions === undefined || editions.length === 0) return "default";
  return editions.some(isForWeb) ? "asked" : "left-out";
}

export interface ChosenEditions {
  readonly editions: readonly EditionName[];
  readonly withheld: readonly EditionName[];
}

/** @returns those asked for; without a choice those of every build, but of what is secret none for the web */
export function editionsOf(
  { marks }: Pick<CheckedIssue, "marks">,
  { editions }: MarkOptions,
): ChosenEditions {
  if (editions !== undefined) return { editions, withheld: [] };
  const withheld = marks.secrecy === undefined ? [] : DEFAULT_EDITIONS.filter(isForWeb);
  return { editions: DEFAULT_EDITIONS.filter((name) => !withheld.includes(name)), withheld };
}

/** @returns the issue as the draft that the options make of it, whether or not lines can be numbered in it */
export const asAskedDraft = (issue: CheckedIssue, { draft }: MarkOptions): CheckedIssue =>
  draft === undefined ? issue : asDraft(issue, { value: draft, span: issue.number.span });

/**
 * @returns the issue as the draft that the options or its manifest make of it
 * @throws EnvironmentError where lines are to be numbered and it is none
 */
export function draftOf(issue: CheckedIssue, options: MarkOptions): CheckedIssue {
  const made = asAskedDraft(issue, options);
  const { lineNumbers } = options;
  if (lineNumbers !== true || made.marks.draft !== undefined) return made;
  throw new EnvironmentError(
    {
      zh: `“${issue.path}”没有写 draft，是定稿；行号只印在送审、征求意见的稿子上。`,
      en: `“${issue.path}” has no draft, so it is final; lines are numbered in drafts alone.`,
    },
    {
      zh: "请加上 --draft，或在 issue.yaml 里写“draft: 送审稿”；要编定稿，请去掉 --line-numbers。",
      en: "Add --draft, or write “draft: 送审稿” in issue.yaml; for the final issue leave out --line-numbers.",
    },
  );
}
