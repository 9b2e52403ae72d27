/**
 * What every part of the galley is composed with: styles, page measures, where findings go.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../model/located.js";
import { baselineIn, type PageGeometry, pitchFor } from "../../model/page-geometry.js";
import type { RoleName } from "../../model/template.js";
import type { CellText } from "../paragraph/collect-cells.js";
import { type Alignment, composeParagraph, type Line } from "../paragraph/compose-paragraph.js";
import { inspectLines } from "../paragraph/inspect-lines.js";
import type { TypeBook } from "../paragraph/type-book.js";
import { type StackOptions, type Strip, stackLines } from "./strip.js";

export interface Composing {
  readonly book: TypeBook;
  readonly geometry: PageGeometry;
  readonly findings: Diagnostic[];
  /** what has been reported already: a missing character once a file */
  readonly reported: Set<string>;
}

/** A measure inside the text block, and the role its text is set in. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly role: RoleName;
}

export interface ParagraphOptions {
  readonly column: Column;
  readonly sizePt: number;
  /** first-line indent in points */
  readonly indent: number;
  readonly align: Alignment;
  /** where its characters stand in the author's files */
  readonly place: Span;
  readonly attribution?: { readonly start: number; readonly end: number };
  readonly stack?: Partial<StackOptions>;
}

export function composeLines(
  composing: Composing,
  text: CellText,
  options: ParagraphOptions,
): readonly Line[] {
  const { column, indent, align, attribution } = options;
  const hang = composing.book.template.composition.hang === "end";
  const measure = column.width;
  const shape = { measure, indent, align, hang, ...(attribution === undefined ? {} : { attribution }) };
  const lines = composeParagraph(text, shape);
  inspectLines(lines, { place: options.place, measure, composing });
  return lines;
}

export function composeStrips(
  composing: Composing,
  text: CellText,
  options: ParagraphOptions,
): readonly Strip[] {
  const lines = composeLines(composing, text, options);
  const pitch = pitchFor(composing.geometry, options.sizePt);
  const baseline = baselineIn(pitch, options.sizePt);
  const snap = pitch === composing.geometry.pitch;
  return stackLines(lines, { x: options.column.x, pitch, baseline, snap, ...options.stack });
}
