/**
 * What the parts of the page need to know of one another while it is made: anchors, pictures, and
 * what has been counted so far. Made afresh for every page, so that nothing outlives a build.
 */
import type { Assets, CheckedIssue, Item } from "../../model/issue.js";
import type { Picture } from "../../model/picture.js";
import type { Template } from "../../model/template.js";
import type { Anchors } from "./anchors.js";
import type { CutTitle } from "./title-breaks.js";

export interface HtmlContext {
  readonly issue: CheckedIssue;
  readonly template: Template;
  readonly assets: Assets;
  readonly anchors: Anchors;
  readonly contentsShown: boolean;
  /** cuts titles into what stays on a line */
  readonly cutTitle: CutTitle;
  /** destinations that print already names in full, so that it names each once */
  readonly printedUrls: Set<string>;
  /** how often each note has been called so far, by number */
  readonly noteCalls: Map<number, number>;
  /** address of a picture that stands beside the page as a file; without it pages carry their pictures */
  readonly pictureAddress?: ((picture: Picture) => string) | undefined;
  /** address of an item's own page, where it has one; without it the links under an item point into the page */
  readonly itemAddress?: ((item: Item) => string) | undefined;
  /** false where a page holds one item alone: nothing in it needs a way back */
  readonly itemLinks?: boolean | undefined;
  /** pictures so far; the page carries tokens for them until it is written (embed-pictures.ts) */
  readonly pictures: Uint8Array[];
  /** rules of the style sheet for widths and rows of pictures, by the name of their class (picture-styles.ts) */
  readonly pictureStyles: Map<string, string>;
  /** tables so far, for their names */
  tables: number;
}

/** The name of the place in the text that calls a note for the `call`-th time. */
export const noteCallAnchor = (number: number, call: number): string =>
  call === 1 ? `note-${number}-call` : `note-${number}-call-${call}`;

export const noteAnchor = (number: number): string => `note-${number}`;
