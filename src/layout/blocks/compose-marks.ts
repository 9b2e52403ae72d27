/**
 * The marks above the masthead: flush left from the first line of the text block down, a grid line each
 * (GB/T 9704-2012, 7.2.1 to 7.2.3). How far the name stands below them is in printed-measures.ts.
 */
import { MARKS_ROLE, type NamedMark, SECRECY_STAR } from "../../model/issue-marks.js";
import { baselineIn } from "../../model/page-geometry.js";
import { type ElementNode, elementNode } from "../element-node.js";
import type { Fault } from "../fault.js";
import { type CellText, plainSpan } from "../paragraph/cell.js";
import { collectWords } from "../paragraph/placed-words.js";
import { composeLines } from "./compose-lines.js";
import type { Column, Composing } from "./composing.js";
import type { Part } from "./strip.js";

export interface MarksInput {
  readonly marks: readonly NamedMark[];
  readonly column: Column;
  readonly parent: ElementNode;
}

export interface ComposedMarks {
  readonly parts: readonly Part[];
  /** printed lines: a long marking takes two */
  readonly lines: number;
  readonly faults: readonly Fault[];
}

export function composeMarks(composing: Composing, { marks, column, parent }: MarksInput): ComposedMarks {
  const { book, geometry } = composing;
  const type = book.style(MARKS_ROLE);
  const { sizePt } = type;
  const parts: Part[] = [];
  const faults: Fault[] = [];
  for (const { text: words, span: place, values } of marks) {
    const text = withTightStar(collectWords(words, values, plainSpan(type, elementNode("P", parent))));
    const set = composeLines(composing, text, { column, sizePt, indent: 0, align: "left", place });
    for (const line of set.lines) {
      const baseline = parts.length * geometry.pitch + baselineIn(geometry.pitch, sizePt);
      parts.push({ kind: "line", line, x: column.x, baseline });
    }
    faults.push(...set.faults);
  }
  return { parts, lines: parts.length, faults };
}

/** 秘密★1年: the star joins level and period, and keeps no space from the digit. */
const withTightStar = (text: CellText): CellText => ({
  ...text,
  cells: text.cells.map((cell) =>
    cell.text === SECRECY_STAR ? { ...cell, cluster: { ...cell.cluster, class: "connector" } } : cell,
  ),
});
