/**
 * What an edition is: a function from a checked issue to the bytes of one file. Which there are says
 * edition-table.ts. Editions never import each other; what two share stands upstream
 * (model/furniture.ts, layout/).
 */

import type { Layout } from "../layout/layout.js";
import type { PageFacts } from "../layout/page-facts.js";
import type { Assets, CheckedIssue } from "../model/issue.js";
import type { Picture } from "../model/picture.js";
import type { Template } from "../model/template.js";
import type { DocxMemory } from "./docx/docx-memory.js";
import type { HtmlMemory } from "./html/html-memory.js";
import type { PdfMemory } from "./pdf/pdf-memory.js";

export interface EditionInput {
  readonly issue: CheckedIssue;
  readonly template: Template;
  /** every picture of the issue */
  readonly assets: Assets;
  /** date that metadata carries: the issue's own, or SOURCE_DATE_EPOCH */
  readonly timestamp: Date;
  /** makes a picture small enough for other people's pages; undefined where nothing can be decoded */
  readonly fitPicture?: ((picture: Picture) => Promise<FittedPicture>) | undefined;
  /** pictures stand in the file itself, where a form has them beside it */
  readonly inlinePictures?: boolean | undefined;
  /** what the last editions of the same issue left */
  readonly memory?: EditionMemory | undefined;
}

/** Of each edition that keeps something from one build to the next. */
export interface EditionMemory {
  readonly docx: DocxMemory;
  readonly html: HtmlMemory;
  readonly pdf: PdfMemory;
}

export type FittedPicture = Pick<Picture, "kind" | "bytes">;

/** What an edition needs besides that lays out its own pages and takes page numbers and line breaks from the composed ones. */
export interface NumberedEditionInput extends EditionInput {
  readonly layout: PageFacts;
  /** number the lines in the margin; of a draft alone */
  readonly lineNumbers?: boolean;
}

/** What an edition needs that is the composed pages, painted. */
export interface PaintedEditionInput extends Omit<NumberedEditionInput, "fitPicture" | "inlinePictures"> {
  readonly layout: Layout;
}

export interface EditionFile {
  readonly bytes: Uint8Array;
  /** number of pages, where they are known: a word processor lays out its own */
  readonly pages: number | undefined;
  /** what goes beside it, in a folder of its own (edition-table.ts, companionFolderOf) */
  readonly companions?: readonly CompanionFile[];
}

export interface CompanionFile {
  /** of the file alone, without a folder */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Render<Input> = (input: Input) => Promise<EditionFile>;
