/**
 * Which lines are sub-headings: those with a level of the outline, short bold ones without a final mark, and those
 * that begin 一、 or （一） and end without one. A row of such lines is a list, and the last line of an item heads
 * nothing.
 */
import type { BodyLook } from "./line-looks.js";
import { isPictureLine, lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";

export interface FoundHeading {
  readonly level: 1 | 2 | 3;
  readonly evidence: "outline" | "number" | "bold";
}

const HAN_NUMBER = "[〇零一二三四五六七八九十]{1,3}";
/** 一、 but not 一、二级 */
const FIRST = new RegExp(
  `^${HAN_NUMBER}[、．](?!${HAN_NUMBER}[、级类等层期是])|^第${HAN_NUMBER}(?:部分|章|篇)[\\s\\u3000：:、]?`,
  "u",
);
const SECOND = new RegExp(`^[（(]${HAN_NUMBER}[）)](?![项款条目类级至、和或])`, "u");
const THIRD = /^\d{1,2}[．.、](?!\d)|^[（(]\d{1,2}[）)]/u;
const FINAL = /[。！？；，、…!?;,][”’」』）)]*$/u;
/** Two lines of the body (GB/T 9704-2012, 5.2.2) */
const LONGEST_NUMBERED = 50;
const LONGEST_BOLD = 30;

/** @returns headings by the index of their part */
export function findHeadings(
  parts: readonly SheetPart[],
  { body, captions }: { readonly body: BodyLook; readonly captions: ReadonlySet<number> },
): ReadonlyMap<number, FoundHeading> {
  const ranks = parts.map((part, index) =>
    part.kind === "line" && !captions.has(index) ? rankOf(part, body) : undefined,
  );
  const rows = rowsIn(ranks);
  const found = ranks.flatMap((rank, index) =>
    rank === undefined || index === parts.length - 1 || rows.has(index) ? [] : [{ index, ...rank }],
  );
  const numbered = found.filter(({ isBare }) => !isBare).map(({ rank }) => rank);
  const bare = numbered.length === 0 ? 1 : Math.max(...numbered) + 1;
  const level = levelsOf(found.map(({ rank, isBare }) => (isBare ? bare : rank)));
  return new Map(
    found.map(({ index, rank, isBare, evidence }) => [
      index,
      { level: level(isBare ? bare : rank), evidence },
    ]),
  );
}

/**
 * 一、甲 二、乙 三、丙, line after line, is a list; but where one of the series heads a text, all of them are headings,
 * of both levels alike.
 */
function rowsIn(ranks: readonly (Rank | undefined)[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const series of seriesIn(ranks)) {
    const places = new Set(series);
    const isBeside = (index: number) => places.has(index - 1) || places.has(index + 1);
    if (series.every(isBeside)) for (const index of series) rows.add(index);
  }
  return rows;
}

/** Numbered lines of one level; those of the second end where one of the first stands. */
function seriesIn(ranks: readonly (Rank | undefined)[]): readonly (readonly number[])[] {
  const all: number[][] = [];
  const open = new Map<number, number[]>();
  for (const [index, rank] of ranks.entries()) {
    if (rank?.evidence !== "number") continue;
    for (const level of open.keys()) if (level > rank.rank) open.delete(level);
    const series = open.get(rank.rank);
    if (series !== undefined && !rank.isFirst) series.push(index);
    else {
      const begun = [index];
      open.set(rank.rank, begun);
      all.push(begun);
    }
  }
  return all;
}

interface Rank {
  readonly rank: number;
  readonly evidence: FoundHeading["evidence"];
  /** bold without a number: it stands under the numbered ones */
  readonly isBare: boolean;
  /** 一、 and （一） begin a series */
  readonly isFirst: boolean;
}

function rankOf(line: SheetLine, body: BodyLook): Rank | undefined {
  const text = wordsOf(line);
  if (text === "" || isPictureLine(line) || line.bullet !== undefined || line.words.text.includes("\t"))
    return undefined;
  if (FINAL.test(text)) return undefined;
  const { outlineLevel, isBold } = line.paragraph;
  const isFirst = /^[（(]?一[、．）)]/u.test(text);
  const number = FIRST.test(text) ? 1 : SECOND.test(text) ? 2 : undefined;
  if (outlineLevel !== undefined && lengthOf(text) <= LONGEST_NUMBERED)
    return { rank: number ?? Math.max(1, outlineLevel), evidence: "outline", isBare: false, isFirst };
  if (number !== undefined)
    return lengthOf(text) <= LONGEST_NUMBERED
      ? { rank: number, evidence: "number", isBare: false, isFirst }
      : undefined;
  if (!isBold || body.isBold || lengthOf(text) > LONGEST_BOLD || /[：:]$/u.test(text) || !/\p{L}/u.test(text))
    return undefined;
  if (line.paragraph.alignment === "end") return undefined;
  return THIRD.test(text)
    ? { rank: 3, evidence: "bold", isBare: false, isFirst }
    : { rank: 1, evidence: "bold", isBare: true, isFirst };
}

/** The ranks in use closed up to levels from 1. */
function levelsOf(ranks: readonly number[]): (rank: number) => 1 | 2 | 3 {
  const used = [...new Set(ranks)].sort((one, other) => one - other);
  return (rank) => {
    const at = used.indexOf(rank);
    return at <= 0 ? 1 : at === 1 ? 2 : 3;
  };
}
