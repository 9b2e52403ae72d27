/** A paragraph in its column: its lines, or the strips they make. */
import type { Span } from "../../model/located.js";
import { baselineIn, pitchFor } from "../../model/page-geometry.js";
import type { CellText } from "../paragraph/cell.js";
import type { Alignment } from "../paragraph/compose-paragraph.js";
import { composeInspected, type InspectedLines } from "../paragraph/inspect-lines.js";
import type { HeldCells } from "../paragraph/segment-paragraph.js";
import type { Column, Composing } from "./composing.js";
import { type StackOptions, stackLines } from "./stack-lines.js";
import { type Strip, withFaults } from "./strip.js";

export interface ParagraphOptions {
  readonly column: Column;
  readonly sizePt: number;
  /** first-line indent in points */
  readonly indent: number;
  readonly align: Alignment;
  /** where its characters stand in the author's files */
  readonly place: Span;
  readonly attribution?: HeldCells;
  /** an opening mark at the beginning gives up its left half */
  readonly trimsStart?: boolean;
  readonly stack?: Partial<StackOptions>;
}

export function composeLines(
  { book }: Composing,
  text: CellText,
  { column, indent, align, attribution, trimsStart = false, place }: ParagraphOptions,
): InspectedLines {
  const hang = book.template.composition.hang === "end";
  const measure = column.width;
  const shape = {
    measure,
    indent,
    align,
    hang,
    trimsStart,
    ...(attribution === undefined ? {} : { attribution }),
  };
  return composeInspected(text, shape, place);
}

export function composeStrips(
  composing: Composing,
  text: CellText,
  options: ParagraphOptions,
): readonly Strip[] {
  const { geometry } = composing;
  const { lines, faults } = composeLines(composing, text, options);
  const pitch = pitchFor(geometry, options.sizePt);
  const baseline = baselineIn(pitch, options.sizePt);
  const snap = pitch === geometry.pitch;
  return withFaults(
    stackLines(lines, { x: options.column.x, pitch, baseline, snap, ...options.stack }),
    faults,
  );
}
