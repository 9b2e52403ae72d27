/**
 * What the server of `bulletin preview` and its page in the browser say to each other: plain data, as JSON.
 * The server (cli/preview) makes it, the page (this folder) shows it; neither knows more of the other than this.
 * Lengths are in points from the top left corner of the paper, lines and columns from 1 (columns in code points),
 * words are in the language of the run already.
 *
 * | request | answer |
 * | --- | --- |
 * | GET /api/state | PreviewState |
 * | GET /api/events | server-sent events named `state`, the data a PreviewState |
 * | GET /api/pages/ID | the SVG of a page, by what it shows: the same id is the same page for ever |
 * | GET /api/glyphs?from=N | GlyphOutline[] from the Nth on; ids in pages name them |
 * | GET /api/places?page=N | PagePlace[] of the page as it is now |
 * | GET /api/explain?rule=R | RuleExplanation |
 * | GET /edition/html | the HTML edition, for a sandboxed frame |
 * | GET /edition/NAME?download | an edition as `build` writes it, under its own file name |
 * | POST /api/fix | FixRequest → ChangeAnswer |
 * | POST /api/undo | UndoRequest → ChangeAnswer |
 * | POST /api/move | MoveRequest → ChangeAnswer |
 * | POST /api/details | DetailsRequest → ChangeAnswer |
 * | POST /api/open | OpenRequest → ChangeAnswer |
 * | POST /api/import?name=FILE | one dropped file's bytes → ImportPlan, or Refusal with 4xx |
 * | POST /api/import/confirm | ConfirmRequest → ChangeAnswer |
 * | POST /api/import/cancel | ConfirmRequest → ChangeAnswer |
 */

/** Of a dropped file; the page does not send what would be refused. */
export const MOST_FILE_BYTES = 256 * 1024 * 1024;

export interface PreviewState {
  /** counts the states of this run; what is asked for carries the one it was seen in */
  readonly revision: number;
  readonly language: "zh" | "en";
  /** `refused`: errors stop the issue; `trouble`: the machine does. In both the last good pages stay */
  readonly stage: "building" | "ready" | "refused" | "trouble";
  readonly issue: IssueHead;
  readonly pages: readonly PageState[];
  /** true where the pages are of an earlier state than the findings */
  readonly isStale: boolean;
  /** errors first, then warnings, then information; each by place */
  readonly findings: readonly FindingState[];
  readonly trouble?: Refusal;
  readonly sections: readonly SectionState[];
  readonly details: DetailsState;
  readonly editions: readonly EditionState[];
  /** what can be undone, the latest first */
  readonly history: readonly HistoryState[];
  /** outlines of glyphs known so far */
  readonly glyphs: number;
  readonly milliseconds: number;
}

export interface IssueHead {
  /** as people call it: 示例科协信息 2026年第3期 */
  readonly title: string;
  /** path of the manifest as shown to people */
  readonly manifest: string;
}

export interface PageState {
  /** from 1 */
  readonly number: number;
  readonly id: string;
  readonly widthPt: number;
  readonly heightPt: number;
}

export interface GlyphOutline {
  /** id of the symbol that pages use */
  readonly id: string;
  /** SVG path data in units of 1/1000 em, y downwards from the base line */
  readonly d: string;
}

/** Where a piece of a source file stands on a page. */
export interface PagePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface FindingState {
  /** unique in its state */
  readonly id: string;
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly help?: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** of the item's title where it is in an item; else of the file */
  readonly group: string;
  /** the source line, parted at the place: before, it, behind */
  readonly excerpt?: readonly [before: string, marked: string, behind: string];
  /** true where «改» may mend it at once */
  readonly isFixable: boolean;
  /** what may be meant; one is applied by its index */
  readonly suggestions: readonly string[];
  readonly marks: readonly PageMark[];
}

export interface PageMark {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SectionState {
  readonly name: string;
  readonly items: readonly ItemState[];
}

export interface ItemState {
  /** as the manifest names it */
  readonly path: string;
  readonly title: string;
  /** page on which it begins, where it is printed */
  readonly page?: number;
}

/** What the form of the issue edits, as the manifest says it; an empty string is «not there». */
export interface DetailsState {
  readonly year: string;
  readonly number: string;
  readonly total: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly editor: string;
  readonly reviewer: string;
  readonly approver: string;
}

export interface EditionState {
  readonly edition: "docx" | "pdf" | "html";
  readonly fileName: string;
}

export interface HistoryState {
  readonly id: string;
  readonly label: string;
  /** ISO 8601 in UTC */
  readonly at: string;
}

export interface RuleExplanation {
  readonly rule: string;
  readonly title: string;
  readonly why: string;
  readonly wrong: string;
  readonly right: string;
}

export type FixRequest =
  | { readonly revision: number; readonly kind: "finding"; readonly id: string }
  | { readonly revision: number; readonly kind: "suggestion"; readonly id: string; readonly index: number }
  | { readonly revision: number; readonly kind: "rule"; readonly rule: string };

export interface UndoRequest {
  readonly id: string;
}

/** An item to another place. */
export interface MoveRequest {
  readonly revision: number;
  readonly path: string;
  /** name of the section that it goes to */
  readonly section: string;
  /** path of the item that it goes before; left out, it goes behind all */
  readonly before?: string | undefined;
}

export interface DetailsRequest {
  readonly revision: number;
  readonly details: Partial<DetailsState>;
  /** what the form showed of them when each was first typed in: where another stands there now, nothing is saved */
  readonly shown?: Partial<DetailsState>;
}

export interface OpenRequest {
  readonly path: string;
  readonly line: number;
}

export interface ConfirmRequest {
  readonly plan: string;
}

export interface ImportPlan {
  readonly plan: string;
  readonly fileName: string;
  /** each item that would come of the file, with what was decided */
  readonly items: readonly PlannedItem[];
}

export interface PlannedItem {
  readonly title: string;
  readonly section: string;
  /** decisions with their evidence, a line each */
  readonly decisions: readonly string[];
  /** what a person has to look at */
  readonly doubts: readonly string[];
}

/** What came of a change; the new state follows by the events. */
export type ChangeAnswer =
  | { readonly isDone: true; readonly message: string; readonly undo?: string }
  | { readonly isDone: false; readonly refusal: Refusal };

export interface Refusal {
  readonly problem: string;
  readonly remedy: string;
  /** of the form of the issue: which of its fields cannot be taken, and why */
  readonly fields?: readonly FieldFault[];
}

export interface FieldFault {
  readonly field: keyof DetailsState;
  /** of this field, in the reader's words */
  readonly problem: string;
  /** what stands there now, where somebody else has changed it since the form showed it */
  readonly now?: string;
}
