/**
 * What a PDF edition leaves for the next one of the same issue in the same process (`--watch`): faces with the glyphs
 * that were used, and what is painted on the pages, as they were compressed.
 */
import { type KeptValues, keptValues } from "../../model/kept-values.js";
import type { PackedProgram } from "./faces/embed-face.js";

export interface PdfMemory {
  /** by the name of the face */
  readonly programs: KeptValues<string, Promise<PackedProgram>>;
  /** by the index of the page */
  readonly contents: KeptValues<number, Uint8Array>;
}

export const pdfMemory = (): PdfMemory => ({ programs: keptValues(), contents: keptValues() });
