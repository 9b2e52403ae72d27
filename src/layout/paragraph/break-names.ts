/**
 * Where names beside each other are broken, as those of bodies that publish together: between names, which stand apart by
 * a space, and a name that no line holds at words, as a title is.
 */
import type { Span } from "../../model/located.js";
import { breakTitle } from "./break-title.js";
import type { CellText } from "./cell.js";
import { spaceCells } from "./space-cells.js";

/** @returns the same cells with the chosen breaks, or without any where they fit one line */
export function breakNames(
  text: CellText,
  { measure, place }: { readonly measure: number; readonly place: Span },
): CellText {
  const { cells } = text;
  const { space } = spaceCells(cells);
  const widthOf = (from: number, to: number): number => {
    let width = 0;
    for (let at = from; at < to; at += 1)
      width += (cells[at]?.cluster.width ?? 0) + (at < to - 1 ? (space[at] ?? 0) : 0);
    return width;
  };
  if (widthOf(0, cells.length) <= measure) return text;
  const breaks = new Set<number>();
  let lineStart = 0;
  for (const { start, end } of namesIn(text)) {
    if (widthOf(lineStart, end) <= measure) continue;
    if (start > lineStart) breaks.add(start - 1);
    lineStart = start;
    if (widthOf(start, end) <= measure) continue;
    const name = breakTitle({ cells: cells.slice(start, end), breaksAfter: new Set() }, { measure, place });
    for (const index of name.text.breaksAfter) {
      breaks.add(start + index);
      lineStart = start + index + 1;
    }
  }
  return { ...text, breaksAfter: breaks };
}

/** @returns the cells of each name, without the spaces between them */
function namesIn({ cells }: CellText): readonly { readonly start: number; readonly end: number }[] {
  const names: { start: number; end: number }[] = [];
  cells.forEach(({ cluster }, index) => {
    if (cluster.class === "space") return;
    const last = names.at(-1);
    if (last?.end === index) last.end = index + 1;
    else names.push({ start: index, end: index + 1 });
  });
  return names;
}
