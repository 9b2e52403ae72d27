/** What everything of an issue is composed with: styles, measures of the page, a column and its place. */
import type { PageGeometry } from "../../model/page-geometry.js";
import type { RoleName } from "../../model/template.js";
import type { ElementNode } from "../element-node.js";
import type { TypeBook } from "../paragraph/type-book.js";

export interface Composing {
  readonly book: TypeBook;
  readonly geometry: PageGeometry;
}

/** A measure inside the text block, and the role its text is set in. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly role: RoleName;
}

/** Where the blocks of an item, a quotation, a list or a note stand. */
export interface BlockContext {
  readonly composing: Composing;
  readonly column: Column;
  readonly parent: ElementNode;
  /** first-line indent in em of the role's size */
  readonly indentEm: number;
  /** height of the title and headings that stand right above the first block and stay with it */
  readonly above: number;
}
