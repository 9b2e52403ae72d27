/**
 * What an edition is: a function from a checked issue to the bytes of one file. Editions never
 * import each other; what two share stands upstream (model/furniture.ts, layout/).
 */
import type { Layout } from "../layout/layout.js";
import type { Assets, CheckedIssue } from "../model/issue.js";
import type { Template } from "../model/template.js";

export type EditionName = "docx" | "pdf" | "html";

export interface EditionInput {
  readonly issue: CheckedIssue;
  readonly template: Template;
  /** every picture of the issue */
  readonly assets: Assets;
  /** date that metadata carries: the issue's own, or SOURCE_DATE_EPOCH */
  readonly timestamp: Date;
}

/** What the paged editions need besides: PDF paints it, DOCX takes its page numbers. */
export interface PagedEditionInput extends EditionInput {
  readonly layout: Layout;
}

export interface Artifact {
  readonly edition: EditionName;
  readonly bytes: Uint8Array;
  /** number of pages, PDF alone */
  readonly pages: number | undefined;
}
