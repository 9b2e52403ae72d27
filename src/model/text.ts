/**
 * The text of an item: a closed union of blocks and inlines, small enough that every edition
 * renders all of it. Made and normalised by read/markdown/read-markdown.ts; nobody changes it afterwards.
 *
 * Normalised means: soft line breaks between Han are gone, others are one space; spaces between
 * Han and Latin letters or digits are gone (they are layout, not content); text is in NFC;
 * full-width ASCII letters and digits are half-width; no raw HTML.
 */
import type { Located, Span } from "./located.js";

/** A run of characters. Neighbouring texts read as one; a text never crosses a source line. */
export interface Text {
  readonly kind: "text";
  readonly value: string;
  readonly span: Span;
  /**
   * Source offset of each UTF-16 unit of `value`; absent where `value` is the source slice itself
   * (unit i stands at `span.start + i`).
   */
  readonly offsets?: readonly number[];
}

export interface Emphasis {
  readonly kind: "emphasis";
  readonly children: readonly Inline[];
  readonly span: Span;
}

export interface Strong {
  readonly kind: "strong";
  readonly children: readonly Inline[];
  readonly span: Span;
}

export interface Strikethrough {
  readonly kind: "strikethrough";
  readonly children: readonly Inline[];
  readonly span: Span;
}

export interface InlineCode {
  readonly kind: "inline-code";
  readonly value: string;
  /** source offset of each UTF-16 unit of `value`; absent in code that no file holds */
  readonly offsets?: readonly number[];
  readonly span: Span;
}

export interface Link {
  readonly kind: "link";
  /** destination as written; only http, https, mailto and tel pass the rules */
  readonly url: Located<string>;
  readonly children: readonly Inline[];
  readonly span: Span;
  /** true where the author typed a bare address: the text is the destination */
  readonly automatic: boolean;
}

export interface HardBreak {
  readonly kind: "hard-break";
  readonly span: Span;
}

/** The raised number in the text that calls a note. */
export interface NoteReference {
  readonly kind: "note-reference";
  /** the note's number in the issue, from 1; two references to one note share it */
  readonly number: number;
  readonly span: Span;
}

export type Inline = Text | Emphasis | Strong | Strikethrough | InlineCode | Link | HardBreak | NoteReference;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly children: readonly Inline[];
  readonly span: Span;
}

/** A sub-heading inside an item. */
export interface Heading {
  readonly kind: "heading";
  /** 1 is the level under the item's title, whatever number of # the author used first */
  readonly level: 1 | 2 | 3;
  readonly children: readonly Inline[];
  readonly span: Span;
}

export interface ListItem {
  readonly children: readonly Block[];
  /** state of a task list's box; undefined for other lists */
  readonly checked: boolean | undefined;
  readonly span: Span;
}

export interface List {
  readonly kind: "list";
  readonly ordered: boolean;
  /** number of the first item of an ordered list */
  readonly start: number;
  readonly items: readonly ListItem[];
  readonly span: Span;
}

export interface Quote {
  readonly kind: "quote";
  readonly children: readonly Block[];
  readonly span: Span;
}

export interface CodeBlock {
  readonly kind: "code-block";
  /** lines divided by \n, none at the end */
  readonly value: string;
  readonly language: string | undefined;
  /** source offset of each line; absent in a block that no file holds */
  readonly lineStarts?: readonly number[];
  readonly span: Span;
}

export type ColumnAlignment = "left" | "center" | "right" | undefined;

export interface TableCell {
  readonly children: readonly Inline[];
  readonly span: Span;
}

/** Every row has as many cells as `columns`. */
export interface Table {
  readonly kind: "table";
  readonly columns: readonly ColumnAlignment[];
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly span: Span;
}

/** A picture set as a block of its own. A picture amid text becomes a figure behind its paragraph. */
export interface Figure {
  readonly kind: "figure";
  /** destination as written in the item */
  readonly destination: Located<string>;
  readonly image: ImageFacts;
  /** alternative text; empty for a picture that is decoration */
  readonly alt: string;
  readonly decorative: boolean;
  readonly caption: string | undefined;
  /** of the caption, where it stands in the file as it is printed */
  readonly captionSpan?: Span;
  /** as its author asks for it; undefined: by its pixels and the template's limits */
  readonly width: PictureWidth | undefined;
  /** what stands in the braces behind it and is not followed */
  readonly refused: readonly RefusedAttribute[];
  readonly span: Span;
}

/** `{width=60%}` of the column the picture stands in, `{width=80mm}` */
export interface PictureWidth {
  readonly unit: "percent" | "mm";
  /** above zero; of percents, 100 at most */
  readonly value: number;
}

/** A key that no edition knows, or a width that is none. */
export interface RefusedAttribute {
  readonly kind: "width" | "other";
  /** as written */
  readonly written: string;
  /** the width, without its key */
  readonly value: string;
  readonly span: Span;
}

/**
 * Two to four pictures side by side, as high as each other unless each has a width of its own; or one with a caption that
 * stands below it in the text.
 */
export interface FigureRow {
  readonly kind: "figure-row";
  readonly figures: readonly Figure[];
  /** of all of them, below their own */
  readonly caption: RowCaption | undefined;
  readonly span: Span;
}

export interface RowCaption {
  readonly children: readonly Inline[];
  readonly span: Span;
}

export interface ThematicBreak {
  readonly kind: "thematic-break";
  readonly span: Span;
}

export type Block =
  | Paragraph
  | Heading
  | List
  | Quote
  | CodeBlock
  | Table
  | Figure
  | FigureRow
  | ThematicBreak;

/** What a photograph tells besides its pixels: where, with which camera, when and by whom it was taken. */
export type PrivateData = "position" | "camera" | "time" | "person";

/** What the head of a picture's file tells, or why there is nothing to tell. */
export type ImageFacts =
  | {
      readonly state: "found";
      /** workspace path; the key under which the editions get its bytes */
      readonly path: string;
      readonly format: "png" | "jpeg";
      /** size as the picture stands upright: a camera's orientation (EXIF) is applied */
      readonly widthPx: number;
      readonly heightPx: number;
      readonly bytes: number;
      /** true where pixels can be transparent (PNG colour types 4 and 6, or tRNS) */
      readonly alpha: boolean;
      /** data in the file about how it was made; no edition passes it on */
      readonly privateData: readonly PrivateData[];
    }
  | {
      readonly state: "missing";
      readonly nearest: string | undefined;
      /** what lies where the picture should, and bears a name that is not UTF-8 */
      readonly unreadable?: string;
    }
  | { readonly state: "outside" }
  | { readonly state: "remote" }
  | {
      readonly state: "unsupported";
      /** what it looks like: webp, heic, svg, gif, tiff, bmp, or why it cannot be read */
      readonly format: string;
      readonly path: string;
    };

/** A note, printed at the foot of the page (PDF, DOCX) or the end of the item (HTML). */
export interface Note {
  readonly number: number;
  readonly children: readonly Block[];
  readonly span: Span;
}
