/** Cells of a list that people keep in a text or a spreadsheet, each with its place. What they mean is for others to say. */
import type { Message } from "../diagnostics/diagnostic.js";

export interface Cell {
  readonly text: string;
  /** UTF-16 units in the text that findings point into */
  readonly start: number;
  readonly end: number;
  /** as a spreadsheet calls it, `C5`; undefined in a text */
  readonly name?: string;
}

export interface CellRow {
  /** line of a text, row of a sheet, from 1 */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** What is wrong with the file itself. */
export interface CellFault {
  readonly start: number;
  readonly end: number;
  readonly message: Message;
  readonly help: Message;
}
