/**
 * Which lines are entries of a list: bullets always (typed ones from two on), 1. and （1） only where three or more
 * short ones follow each other and count up. Other numbers are words of the text.
 */

import type { DraftList } from "../draft/draft-item.js";
import type { Manuscript } from "../manuscript.js";
import { type MarkedText, sliceWords, trimWords } from "../marked-text.js";
import { isPictureLine, lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";

export interface FoundList {
  /** parts that it takes */
  readonly count: number;
  readonly list: DraftList;
  /** number of the first entry as it was typed; undefined for bullets */
  readonly typed: string | undefined;
  readonly place: number;
}

const LEAST_NUMBERED = 3;
const LEAST_OF_PAGE = 2;
const LEAST_TYPED_BULLETS = 2;
/** Characters of an entry: two lines of the body */
const LONGEST_ENTRY = 50;
const BULLET = /^[•●■◆▪★◇►‣➢➤✓][\s\u3000]*(?=\S)/u;
const DASH = /^[-–—－][\s\u3000]*(?=[\p{Script=Han}“《A-Za-z])/u;
const NUMBERS: readonly RegExp[] = [
  /^(\d{1,2})[.．](?!\d)[\s\u3000]*(?=\S)/u,
  /^(\d{1,2})、[\s\u3000]*(?=\D)/u,
  /^[（(](\d{1,2})[）)][\s\u3000]*(?=\S)/u,
  /^(\d{1,2})[)）][\s\u3000]*(?=\S)/u,
];

/** @returns the list that begins with a part; undefined where none does */
export function listAt(
  parts: readonly SheetPart[],
  index: number,
  { isOther, carrier }: ListContext,
): FoundList | undefined {
  const first = parts[index];
  if (first?.kind !== "line" || isPictureLine(first) || isOther(index)) return undefined;
  if (first.bullet !== undefined) return collect(parts, index, { isOther, read: autoBullet, least: 1 });
  for (const pattern of [BULLET, DASH]) {
    if (pattern.test(first.words.text))
      return collect(parts, index, { isOther, read: typedBullet(pattern), least: LEAST_TYPED_BULLETS });
  }
  const pattern = NUMBERS.find((number) => number.test(first.words.text));
  return pattern === undefined
    ? undefined
    : collect(parts, index, {
        isOther,
        read: numbered(pattern, isListOfPage(first, carrier)),
        least: isListOfPage(first, carrier) ? LEAST_OF_PAGE : LEAST_NUMBERED,
      });
}

export interface ListContext {
  /** what a line is taken for already */
  readonly isOther: (index: number) => boolean;
  readonly carrier: Manuscript["carrier"];
}

/** What a page or Markdown numbers by itself is a list; Word numbers paragraphs of official papers so, too. */
const isListOfPage = ({ paragraph }: SheetLine, carrier: Manuscript["carrier"]): boolean =>
  carrier !== "word" && paragraph.number !== undefined;

interface Entry {
  readonly words: MarkedText;
  readonly depth: number;
  readonly number: number | undefined;
  readonly typed: string | undefined;
}

interface Collecting {
  readonly isOther: (index: number) => boolean;
  readonly read: (line: SheetLine) => Entry | undefined;
  readonly least: number;
}

function collect(
  parts: readonly SheetPart[],
  index: number,
  { isOther, read, least }: Collecting,
): FoundList | undefined {
  const entries: Entry[] = [];
  for (let at = index; at < parts.length; at += 1) {
    const part = parts[at];
    const entry = part?.kind === "line" && !isPictureLine(part) && !isOther(at) ? read(part) : undefined;
    const last = entries.at(-1)?.number;
    if (entry === undefined || (last !== undefined && entry.number !== last + 1)) break;
    entries.push(entry);
  }
  const [first] = entries;
  const part = parts[index];
  if (first === undefined || entries.length < least || part === undefined) return undefined;
  const isOrdered = first.number !== undefined;
  return {
    count: entries.length,
    list: { kind: "list", isOrdered, start: first.number ?? 1, entries: nested(entries, first.depth) },
    typed: first.typed,
    place: part.place,
  };
}

function nested(entries: readonly Entry[], base: number): DraftList["entries"] {
  let last = -1;
  return entries.map(({ words, depth }) => {
    last = Math.max(0, Math.min(depth - base, last + 1, MOST_DEPTH));
    return { words, depth: last };
  });
}

/** Lists inside each other that are printed (read/markdown/read-blocks.ts), one less. */
const MOST_DEPTH = 4;

const autoBullet = (line: SheetLine): Entry | undefined =>
  line.bullet === undefined
    ? undefined
    : { words: line.words, depth: line.paragraph.number?.level ?? 0, number: undefined, typed: undefined };

const typedBullet =
  (pattern: RegExp) =>
  ({ words, bullet }: SheetLine): Entry | undefined => {
    const mark = bullet === undefined ? pattern.exec(words.text)?.[0] : undefined;
    if (mark === undefined) return undefined;
    return {
      words: trimWords(sliceWords(words, mark.length)),
      depth: 0,
      number: undefined,
      typed: undefined,
    };
  };

/** @param isSure its carrier says that it is a list, however long its entries are */
const numbered =
  (pattern: RegExp, isSure: boolean) =>
  (line: SheetLine): Entry | undefined => {
    const match = pattern.exec(line.words.text);
    const text = wordsOf(line);
    const isLong = lengthOf(text) > LONGEST_ENTRY || /[。！？；].*[。！？；]/u.test(text);
    if (match === null || (isSure ? line.paragraph.number === undefined : isLong)) return undefined;
    const words = trimWords(sliceWords(line.words, match[0].length));
    return { words, depth: 0, number: Number(match[1]), typed: match[0].trim() };
  };
