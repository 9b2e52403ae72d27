/**
 * Lines that are rows of a table, as Excel and Word put one into a pasted text: tabs between the cells, the
 * same number in each. Only what can be nothing else: a tab behind a number or a bullet is a list, one in
 * front of a line its indent.
 */
export type TextPart =
  | { readonly kind: "line"; readonly line: string }
  | { readonly kind: "rows"; readonly rows: readonly (readonly string[])[] };

/** A cell is short; a line with a tab in it and so many characters is a paragraph. */
const LONGEST_CELL = 120;
/** No page is so wide. */
const MOST_CELLS = 60;

export function* tableLines(lines: readonly string[]): Generator<TextPart> {
  for (let at = 0; at < lines.length; ) {
    const rows = rowsFrom(lines, at);
    if (isTable(rows)) {
      yield { kind: "rows", rows };
      at += rows.length;
      continue;
    }
    // Of lines that are no table together none begins one.
    const until = at + Math.max(rows.length, 1);
    for (const line of lines.slice(at, until)) yield { kind: "line", line };
    at = until;
  }
}

function rowsFrom(lines: readonly string[], from: number): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (let at = from; at < lines.length; at += 1) {
    const cells = (lines[at] ?? "").split("\t").map((cell) => cell.trim());
    if (
      cells.length < 2 ||
      cells.length > MOST_CELLS ||
      (rows[0] !== undefined && rows[0].length !== cells.length)
    )
      break;
    rows.push(cells);
  }
  return rows;
}

const LIST_MARK =
  /^(?:[(（]?(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3})[)）.．、]|[①-⑳●○■□◆◇★•·▪➢\-–—*])$/;

function isTable(rows: readonly (readonly string[])[]): boolean {
  if (rows.length < 2) return false;
  if (rows.some((cells) => cells.some((cell) => cell.length > LONGEST_CELL))) return false;
  const [head, ...rest] = rows.map((cells) => cells[0] ?? "");
  // The corner above the names of rows may be empty, where there are columns to be named.
  if (rest.some((cell) => cell === "")) return false;
  if (head === "" && (rows.length < 3 || rows[0]?.slice(1).includes("") === true)) return false;
  return ![head, ...rest].every((cell) => cell === undefined || LIST_MARK.test(cell));
}
