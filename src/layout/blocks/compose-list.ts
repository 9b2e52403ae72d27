/**
 * Lists: a label in a column of its own, the text hanging beside it in whole em, deeper lists two
 * em further in.
 */

import { baselineIn, pitchFor } from "../../model/page-geometry.js";
import type { Block, List, ListItem } from "../../model/text.js";
import { elementNode } from "../element-node.js";
import { plainSpan, type SpanStyle } from "../paragraph/cell.js";
import { collectText } from "../paragraph/collect-cells.js";
import type { Line } from "../paragraph/compose-paragraph.js";
import { composeInspected } from "../paragraph/inspect-lines.js";
import type { BlockContext } from "./composing.js";
import { type Part, type Strip, withFaults, withLead } from "./strip.js";

type ComposeBlocks = (blocks: readonly Block[], context: BlockContext) => readonly Strip[];

/** Labels of unordered lists by depth, for which the DOCX edition has the small signs •, ◦ and ▪. */
const BULLETS = ["●", "○", "■"];
const BULLET_SIZE = 0.5;
/** Middle of the ideographic em box over the base line. */
const HAN_MIDDLE_EM = 0.38;
const UNCHECKED = "□";
const CHECKED = "☑";
/** Narrowest text beside a label, in em: deeper lists no longer move in. */
const LEAST_TEXT_EM = 8;
/** Room between a label and its text, in em. */
const LABEL_GAP_EM = 0.25;

export function composeList(
  list: List,
  context: BlockContext,
  composeBlocks: ComposeBlocks,
): readonly Strip[] {
  const { composing, column, parent } = context;
  const type = composing.book.style(column.role);
  const em = type.sizePt;
  const numbering = list.ordered ? "Decimal" : isTaskList(list) ? "None" : "Disc";
  const node = elementNode("L", parent, { listNumbering: numbering });
  const depth = depthOf(context);
  const labels = list.items.map((item, index) => labelOf(list, item, { index, depth }));
  const labelLines = labels.map((label, index) => {
    const item = elementNode("LI", node);
    const span = plainSpan(type, elementNode("Lbl", item));
    const text = collectText(label, BULLETS.includes(label) ? bulletSpan(span, context) : span);
    const shape = { measure: column.width, indent: 0, align: "left", hang: false } as const;
    const { lines, faults } = composeInspected(text, shape, list.items[index]?.span ?? list.span);
    return { item, line: lines[0], faults };
  });
  const widest = Math.max(0, ...labelLines.map(({ line }) => line?.right ?? 0));
  const labelWidth = Math.max(1, Math.ceil((widest + LABEL_GAP_EM * em) / em - 1e-6)) * em;
  const indent = Math.min(context.indentEm * em, Math.max(0, column.width - labelWidth - LEAST_TEXT_EM * em));
  const inner = { ...column, x: column.x + indent + labelWidth, width: column.width - indent - labelWidth };
  return list.items.flatMap((item, index) => {
    const entry = labelLines[index];
    const body = elementNode("LBody", entry?.item);
    const above = index === 0 ? context.above : 0;
    const strips = composeBlocks(item.children, {
      composing,
      column: inner,
      parent: body,
      indentEm: 0,
      above,
    });
    const lines = labelled(strips, { line: entry?.line, x: column.x + indent, context });
    return withFaults(lines, entry?.faults ?? []);
  });
}

/** Half as large as the text, its middle where a Han character has its own. */
function bulletSpan(span: SpanStyle, { composing }: BlockContext): SpanStyle {
  const { sizePt } = span.type;
  const type = composing.book.resize(span.type, sizePt * BULLET_SIZE);
  return { ...span, type, raisePt: HAN_MIDDLE_EM * sizePt * (1 - BULLET_SIZE) };
}

function labelled(
  strips: readonly Strip[],
  {
    line,
    x,
    context,
  }: { readonly line: Line | undefined; readonly x: number; readonly context: BlockContext },
): readonly Strip[] {
  if (line === undefined) return strips;
  const { geometry, book } = context.composing;
  const { sizePt } = book.style(context.column.role);
  const pitch = pitchFor(geometry, sizePt);
  const part: Part = { kind: "line", line, x, baseline: baselineIn(pitch, sizePt) };
  if (strips.length > 0) return withLead(strips, [part]);
  return [
    { before: 0, height: pitch, snap: pitch === geometry.pitch, keep: false, parts: [part], notes: [] },
  ];
}

function labelOf(
  list: List,
  item: ListItem,
  { index, depth }: { readonly index: number; readonly depth: number },
): string {
  const box = item.checked === undefined ? "" : item.checked ? CHECKED : UNCHECKED;
  if (list.ordered) return `${list.start + index}.${box}`;
  return box || (BULLETS[depth % BULLETS.length] ?? "●");
}

function isTaskList(list: List): boolean {
  return list.items.some((item) => item.checked !== undefined);
}

function depthOf({ parent }: BlockContext): number {
  let depth = 0;
  for (let node: BlockContext["parent"] | undefined = parent; node !== undefined; node = node.parent) {
    if (node.type === "L") depth += 1;
  }
  return depth;
}
