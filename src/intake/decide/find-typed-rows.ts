/** Rows of a table that were pasted as text: lines in a row with the same number of tabs in each. */
import { type MarkedText, sliceWords, trimWords } from "../marked-text.js";
import { lengthOf, type SheetPart } from "./sheet.js";

const LEAST_ROWS = 2;
const LONGEST_CELL = 40;

export interface TypedRows {
  /** parts that they take */
  readonly count: number;
  readonly rows: readonly (readonly MarkedText[])[];
  readonly place: number;
}

/** @returns the rows that begin with a part; undefined where none do */
export function typedRowsAt(parts: readonly SheetPart[], index: number): TypedRows | undefined {
  const rows: (readonly MarkedText[])[] = [];
  for (let at = index; at < parts.length; at += 1) {
    const part = parts[at];
    const cells = part?.kind === "line" && part.bullet === undefined ? cellsOf(part.words) : [];
    const isRow = cells.length > 1 && cells.every(({ text }) => lengthOf(text) <= LONGEST_CELL);
    // 时间：… ⇥ 地点：…: fields beside each other
    if (rows.length === 0 && cells.every(({ text }) => /^[^，。]{1,8}[：:]/u.test(text))) break;
    if (!isRow || (rows[0] !== undefined && rows[0].length !== cells.length)) break;
    rows.push(cells);
  }
  const [first] = rows;
  if (first === undefined || rows.length < LEAST_ROWS) return undefined;
  return { count: rows.length, rows, place: parts[index]?.place ?? 0 };
}

function cellsOf(words: MarkedText): readonly MarkedText[] {
  const cells: MarkedText[] = [];
  let from = 0;
  for (const { index, 0: gap } of words.text.matchAll(/[ \u3000]*\t[ \u3000]*/gu)) {
    cells.push(trimWords(sliceWords(words, from, index)));
    from = index + gap.length;
  }
  cells.push(trimWords(sliceWords(words, from)));
  return cells;
}
