/**
 * An editor's note (编者按): why the editors print what follows. It stands under the masthead, above the contents, or
 * under an item's title. Its name is printed by us, in one form, however its author headed it.
 */
import type { Span } from "./located.js";
import type { Template } from "./template.js";
import type { Paragraph } from "./text.js";
import type { TypedText } from "./typed-text.js";

export interface EditorsNote {
  /** at least one, without the name that its author may have put in front */
  readonly paragraphs: readonly Paragraph[];
  /** the value in its YAML file */
  readonly span: Span;
  /** how YAML writes it, save in a block, where each character is as good as in a text */
  readonly quoting?: "plain" | "single" | "double";
  /** as its author typed it, where its characters do not stand in the file one by one (escapes) */
  readonly written?: TypedText | undefined;
}

/** Printed in front of the note's first words. */
export const EDITORS_NOTE_LABEL = "编者按：";
/** What a screen reader calls it. */
export const EDITORS_NOTE_NAME = "编者按";

/** Room under a note, in grid lines. */
export const UNDER_NOTE_LINES = 1;

/** @returns room between the masthead's rule and a note, in lines: on a grid the masthead is made up to whole ones */
export const aboveNoteLines = ({ grid }: Pick<Template, "grid">): number => (grid.snap ? 0 : 0.5);
