/**
 * Pages that another thread begins while the issue is read, before the check has found it sound. Of an issue that is then
 * refused, nobody asks for them.
 */
import { supposedSound } from "./check/sound-issue.js";
import { asAskedDraft, editionsOf, type MarkOptions } from "./draft-and-secrecy.js";
import { DEFAULT_EDITIONS } from "./editions/edition-table.js";
import {
  type PagesEnvironment,
  type PagesOptions,
  type PagesOrder,
  type PagesUnderway,
  pagesOptions,
  pagesOrder,
} from "./issue-pages.js";
import type { Issue } from "./model/issue.js";
import type { PagesBeside } from "./pages-ahead.js";
import type { ReadInPlace } from "./read/read-in-place.js";
import type { OpenedIssue } from "./read/read-issue.js";
import { readTemplate, type TemplateReading } from "./read/read-template.js";
import { needPages } from "./render-editions.js";

export interface EarlyPages {
  readonly template: TemplateReading;
  /** takes the items as they are read */
  readonly take: (read: ReadInPlace) => void;
  /** @returns undefined where one thread is to make all */
  readonly order: (
    issue: Issue,
    rest: Pick<PagesOrder["input"], "assets" | "timestamp">,
  ) => PagesUnderway | undefined;
}

export interface EarlyPagesOptions extends PagesOptions, MarkOptions {
  readonly perItem?: boolean;
  readonly layOut?: boolean;
}

/** @returns whether the pages of such a build may be made beside the rest: those of the whole issue, for its editions alone */
export const canGoBeside = ({ editions = DEFAULT_EDITIONS, perItem, layOut }: EarlyPagesOptions): boolean =>
  perItem !== true && layOut !== true && needPages(editions);

/** @returns undefined where they are not to be begun */
export function openEarlyPages(
  { head, sources }: Pick<OpenedIssue, "head" | "sources">,
  environment: PagesEnvironment & { readonly pagesBeside?: PagesBeside | undefined },
  options: EarlyPagesOptions,
): EarlyPages | undefined {
  const { pagesBeside, templates, workspace, readyTemplates: ready } = environment;
  if (pagesBeside === undefined || head === undefined || !canGoBeside(options)) return undefined;
  const template = readTemplate(head.house, { templates, workspace, ready });
  const { value } = template;
  if (value === undefined) return undefined;
  const opening = { issue: head, template: value, sources, options: pagesOptions(options) };
  return {
    template,
    take: pagesBeside.open(opening),
    order(issue, rest) {
      const draft = asAskedDraft(supposedSound(issue), options);
      const { editions } = editionsOf(draft, options);
      const input = { issue: draft, template: value, ...rest };
      return pagesBeside.order(pagesOrder(input, { sources, editions, options }));
    },
  };
}
