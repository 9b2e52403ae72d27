/** An editor's note (编者按): paragraphs in the face of quotations, drawn in on both sides, its name in front. */
import {
  EDITORS_NOTE_LABEL,
  EDITORS_NOTE_NAME,
  type EditorsNote,
  UNDER_NOTE_LINES,
} from "../../model/editors-note.js";
import { QUOTE_INDENT_EM } from "../../model/printed-measures.js";
import { type ElementNode, elementNode } from "../element-node.js";
import { joinCells, plainSpan } from "../paragraph/cell.js";
import { collectInlines, collectText } from "../paragraph/collect-cells.js";
import { composeStrips } from "./compose-lines.js";
import type { Column, Composing } from "./composing.js";
import type { Strip } from "./strip.js";

export interface NotePlace {
  readonly column: Column;
  readonly parent: ElementNode;
}

/** A part of its own to those who hear it: in PDF 1.7 a Sect with a title, as no type says more (ISO 32000-1, 14.8.4.2). */
export function composeEditorsNote(
  composing: Composing,
  { paragraphs }: EditorsNote,
  { column, parent }: NotePlace,
): readonly Strip[] {
  const { book, geometry } = composing;
  const type = book.style("quote");
  const inset = Math.min(QUOTE_INDENT_EM * geometry.em, column.width / 6);
  const inner: Column = { x: column.x + inset, width: column.width - 2 * inset, role: "quote" };
  const node = elementNode("Sect", parent, { title: EDITORS_NOTE_NAME });
  const strips = paragraphs.flatMap((paragraph, index) => {
    const owner = elementNode("P", node);
    const words = collectInlines(paragraph.children, plainSpan(type, owner), book);
    const label = collectText(EDITORS_NOTE_LABEL, plainSpan(book.style("heading1", type.sizePt), owner));
    return composeStrips(composing, index === 0 ? joinCells(label, words) : words, {
      column: inner,
      sizePt: type.sizePt,
      indent: book.template.rhythm.indentEm * type.sizePt,
      align: "justify",
      place: paragraph.span,
    });
  });
  const last = strips.at(-1);
  if (last === undefined) return strips;
  return [...strips.slice(0, -1), { ...last, height: last.height + UNDER_NOTE_LINES * geometry.pitch }];
}
