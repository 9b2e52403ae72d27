/**
 * A table of the manuscript to rows of cells, or to what it really is: paragraphs, where it has one column or row,
 * holds another table, or only places things. What stands in merged cells is repeated, since a table of an item has
 * no merged ones.
 */
import { endsInFinalMark } from "../../han/line-ends.js";
import type { ManuscriptTable } from "../manuscript.js";
import { joinWords, type MarkedText, NO_WORDS, partPictures } from "../marked-text.js";
import { isPictureLine, lengthOf, type Sheet, type SheetPart, wordsOf } from "./sheet.js";

export interface ReadGrid {
  /** what stands in front of it: a title over all its columns */
  readonly before: readonly SheetPart[];
  /** undefined where it is no table, and `parts` is what it holds */
  readonly rows: readonly (readonly MarkedText[])[] | undefined;
  readonly parts: readonly SheetPart[];
  /** pictures of its cells, which stand behind it */
  readonly pictures: readonly string[];
  readonly hasMerged: boolean;
  /** its head fills two rows, and the second became a row of the table */
  readonly hasHighHead: boolean;
  /** cells of several paragraphs */
  readonly joinedCells: number;
  readonly why: "table" | "one-column" | "one-row" | "nested" | "layout" | "empty";
}

const NOTHING = {
  before: [],
  rows: undefined,
  parts: [],
  pictures: [],
  hasMerged: false,
  hasHighHead: false,
  joinedCells: 0,
} as const;
/** More columns than read/markdown/read-table.ts keeps */
const MOST_COLUMNS = 28;

interface Cell {
  readonly parts: readonly SheetPart[];
  readonly columnSpan: number;
  readonly rowMerge: "none" | "start" | "continued";
}

export function readGrid(table: ManuscriptTable, layOut: Sheet["layOut"]): ReadGrid {
  const rows = table.rows.map(({ cells }) =>
    cells.map(({ blocks, columnSpan, rowMerge }): Cell => {
      const parts = rowMerge === "continued" ? [] : layOut(blocks);
      return { parts, columnSpan: Math.max(1, Math.min(columnSpan, MOST_COLUMNS * 2)), rowMerge };
    }),
  );
  const parts = rows.flatMap((cells) => cells.flatMap((cell) => cell.parts));
  if (parts.length === 0) return { ...NOTHING, why: "empty" };
  const isNested = parts.some(({ kind }) => kind === "table");
  const columns = Math.max(
    ...rows.map((cells) => cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0)),
  );
  const why = isNested
    ? "nested"
    : columns === 1 || rows.every((cells) => cells.length <= 1)
      ? "one-column"
      : (table.isBorderless && !isData(rows)) || isPictureFrame(rows)
        ? "layout"
        : rows.length === 1
          ? "one-row"
          : columns > MOST_COLUMNS
            ? "layout"
            : "table";
  if (why !== "table") return { ...NOTHING, parts: why === "layout" ? inReadingOrder(rows) : parts, why };
  return matrixOf(rows, columns);
}

/** Rows of short words say the same without lines around them: programs that write tables often draw none. */
const isData = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.length > 1 && rows.every((cells) => cells.length > 1 && cells.every(isShortCell));

/** Cells of pictures, and of words below them. */
const isPictureFrame = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.some((cells) => cells.length > 0 && cells.every(isPictureCell));

const isPictureCell = ({ parts }: Cell): boolean =>
  parts.length > 0 && parts.every((part) => part.kind === "line" && isPictureLine(part));

/** A row of pictures above a row of captions is read column by column. */
function inReadingOrder(rows: readonly (readonly Cell[])[]): readonly SheetPart[] {
  const parts: SheetPart[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const cells = rows[index] ?? [];
    const below = rows[index + 1];
    const hasCaptions =
      below !== undefined &&
      below.length === cells.length &&
      cells.every(isPictureCell) &&
      below.every(isShortCell);
    if (!hasCaptions) {
      parts.push(...cells.flatMap(inCell));
      continue;
    }
    for (const [at, cell] of cells.entries())
      parts.push(...cell.parts, ...(below[at]?.parts ?? []).map(asCaption));
    index += 1;
  }
  return parts;
}

/** In a cell of its own a picture stands above one short line: its caption. */
function inCell({ parts }: Cell): readonly SheetPart[] {
  const [picture, words] = parts;
  const isCaptioned =
    parts.length === 2 &&
    picture?.kind === "line" &&
    isPictureLine(picture) &&
    words !== undefined &&
    isShortCell({ parts: [words], columnSpan: 1, rowMerge: "none" });
  return isCaptioned ? [picture, asCaption(words)] : parts;
}

/** Words below a picture in the same frame belong to it as centred ones do. */
const asCaption = (part: SheetPart): SheetPart =>
  part.kind === "line" ? { ...part, paragraph: { ...part.paragraph, alignment: "center" } } : part;

const LONGEST_CAPTION = 60;
const isShortCell = ({ parts }: Cell): boolean =>
  parts.length <= 1 &&
  parts.every(
    (part) => part.kind === "line" && !isPictureLine(part) && lengthOf(wordsOf(part)) <= LONGEST_CAPTION,
  );

function matrixOf(rows: readonly (readonly Cell[])[], columns: number): ReadGrid {
  const [first] = rows;
  const title = first?.[0];
  const hasTitle =
    rows.length > 2 &&
    first?.length === 1 &&
    title !== undefined &&
    title.columnSpan === columns &&
    title.rowMerge === "none";
  const pictures: string[] = [];
  let joinedCells = 0;
  let hasMerged = false;
  const made: MarkedText[][] = [];
  for (const cells of hasTitle ? rows.slice(1) : rows) {
    const above = made.at(-1);
    const row: MarkedText[] = [];
    for (const { parts, columnSpan, rowMerge } of cells) {
      if (columnSpan > 1 || rowMerge !== "none") hasMerged = true;
      const words = rowMerge === "continued" ? (above?.[row.length] ?? NO_WORDS) : wordsInCell(parts);
      if (rowMerge !== "continued") {
        const parted = partPictures(words);
        pictures.push(...parted.pictures);
        if (parts.length > 1) joinedCells += 1;
        for (let at = 0; at < columnSpan; at += 1) row.push(parted.words);
      } else for (let at = 0; at < columnSpan; at += 1) row.push(words);
    }
    while (row.length < columns) row.push(NO_WORDS);
    if (row.some(({ text }) => text !== "")) made.push(row);
  }
  return {
    before: hasTitle ? title.parts : [],
    rows: made,
    parts: [],
    pictures,
    hasMerged,
    hasHighHead: isHighHead(hasTitle ? rows.slice(1) : rows),
    joinedCells,
    why: "table",
  };
}

/** 一季度 over 场次 and 人数: cells merged over columns or rows in the first row, with names of columns below. */
function isHighHead([first = [], second = []]: readonly (readonly Cell[])[]): boolean {
  const reachesDown = first.some(({ rowMerge }, at) => rowMerge === "start" && second[at] !== undefined);
  const spansColumns = first.some(({ columnSpan }) => columnSpan > 1);
  const named = second.filter(({ rowMerge }) => rowMerge !== "continued");
  // Names of columns, no figures
  return (
    (reachesDown || spansColumns) &&
    named.length > 0 &&
    named.every(({ parts }) => parts.every((part) => part.kind === "line" && !/\d/.test(wordsOf(part))))
  );
}

/** Paragraphs of a cell go on behind each other; where none of their marks parts them, a semicolon does. */
function wordsInCell(parts: readonly SheetPart[]): MarkedText {
  const joined: MarkedText[] = [];
  let end = "";
  for (const part of parts) {
    if (part.kind !== "line") continue;
    const isParted =
      end === "" || endsInFinalMark(end) || /[，；、：,;:]$/u.test(end) || wordsOf(part) === "";
    joined.push(isParted ? part.words : joinWords([NO_WORDS, part.words], "；"));
    if (wordsOf(part) !== "") end = wordsOf(part);
  }
  return joinWords(joined);
}
