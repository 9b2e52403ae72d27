/** Notes as strips: a raised number, then the note's blocks in small type, turned lines flush. */

import { baselineIn, pitchFor } from "../../model/page-geometry.js";
import { NOTE_LABEL_EM } from "../../model/printed-measures.js";
import type { Note } from "../../model/text.js";
import { type ElementNode, elementNode } from "../element-node.js";
import { plainSpan } from "../paragraph/cell.js";
import { collectText } from "../paragraph/collect-cells.js";
import { composeParagraph } from "../paragraph/compose-paragraph.js";
import { composeBlocks } from "./compose-blocks.js";
import type { Composing } from "./composing.js";
import { type Part, type Strip, withLead } from "./strip.js";

export function composeNote(composing: Composing, note: Note, parent: ElementNode): readonly Strip[] {
  const { book, geometry } = composing;
  const type = book.style("note");
  const node = elementNode("Note", parent, { noteId: `note-${note.number}` });
  const label = collectText(String(note.number), {
    ...plainSpan(book.resize(type, type.sizePt * 0.7), elementNode("Lbl", node)),
    raisePt: type.sizePt * 0.3,
  });
  const width = label.cells.reduce((sum, cell) => sum + cell.cluster.width, 0);
  const indent = Math.max(NOTE_LABEL_EM * type.sizePt, width + 0.25 * type.sizePt);
  const column = { x: indent, width: geometry.width - indent, role: "note" } as const;
  const strips = composeBlocks(note.children, { composing, column, parent: node, indentEm: 0, above: 0 });
  const [line] = composeParagraph(
    label,
    { measure: geometry.width, indent: 0, align: "left", hang: false },
    note.span,
  );
  if (line === undefined) return strips;
  const baseline = baselineIn(pitchFor(geometry, type.sizePt), type.sizePt);
  const lead: Part[] = [
    { kind: "destination", name: `note-${note.number}` },
    { kind: "line", line, x: 0, baseline },
  ];
  return withLead(strips, lead);
}
