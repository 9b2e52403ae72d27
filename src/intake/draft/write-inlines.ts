/**
 * Marked words to Markdown in one line: strong, emphasis, strikethrough and links where the reader is sure to take
 * them for such, else the words alone; calls of notes; breaks that stay.
 */
import { LINE_BREAK } from "../manuscript-text.js";
import { type MarkedRun, type MarkedText, OBJECT, runsOf } from "../marked-text.js";
import { ADDRESS_START, type Address, addressesIn, escapedUnits } from "./escape-words.js";
import { type Writing, write, writeUnit } from "./place-map.js";

export interface InlineContext {
  readonly isBlockStart: boolean;
  readonly isInTable: boolean;
  /** number of a note by its key */
  readonly notes: ReadonlyMap<string, number>;
}

type Wrap = "**" | "*" | "~~";

export function writeInlines(writing: Writing, words: MarkedText, context: InlineContext): void {
  const runs = runsOf(words);
  const edges = runs.filter(({ marks }) => marks.link !== undefined || marks.object !== undefined);
  const addresses = addressesIn(
    words.text,
    edges.map(({ end }) => end),
  );
  const { isBlockStart, isInTable } = context;
  const escapedOutside = escapedUnits(words.text, { isBlockStart, isInTable, isInLink: false }, addresses);
  const wraps = runs.map((run) => wrapsOf(words, run, addresses));
  for (const [index, run] of runs.entries()) {
    const own = wraps[index] ?? [];
    const before = runs[index - 1];
    const isLink = run.marks.link !== undefined && run.marks.object === undefined;
    const url = isLink ? linkTarget(run.marks.link ?? "") : undefined;
    // Two rows of stars side by side are read as one.
    const isApart = own.length === 0 || (wraps[index - 1] ?? []).length === 0 || before === undefined;
    const marks = isApart ? own : [];
    if (!isApart) wraps[index] = [];
    const wordsOfLink = words.text.slice(run.start, run.end);
    if (url !== undefined && wordsOfLink === run.marks.link && /^https?:\/\/[^\s<>]+$/i.test(wordsOfLink)) {
      write(writing, "<");
      writeRun(writing, words, run, () => false);
      write(writing, ">");
      continue;
    }
    for (const mark of marks) write(writing, mark);
    if (url !== undefined) write(writing, "[");
    writeText(writing, words, {
      run,
      context,
      isInLink: url !== undefined,
      behind: runs[index + 1],
      escapedOutside,
    });
    if (url !== undefined) write(writing, `](${url})`);
    for (const mark of [...marks].reverse()) write(writing, mark);
  }
}

interface TextToWrite {
  readonly run: MarkedRun;
  readonly context: InlineContext;
  readonly isInLink: boolean;
  readonly behind: MarkedRun | undefined;
  /** what is escaped in words that are no link's, by their offsets in all of them */
  readonly escapedOutside: ReadonlySet<number>;
}

function writeText(
  writing: Writing,
  words: MarkedText,
  { run, context, isInLink, behind, escapedOutside }: TextToWrite,
): void {
  const { object } = run.marks;
  if (object !== undefined) {
    const number = object.kind === "note" ? context.notes.get(object.key) : undefined;
    if (number !== undefined) write(writing, `[^${number}]`);
    return;
  }
  // What stands behind decides as well: [1] in front of a note is no citation.
  const offset = isInLink ? run.start : 0;
  const escaped = isInLink
    ? escapedUnits(words.text.slice(run.start, run.end), {
        isBlockStart: false,
        isInTable: context.isInTable,
        isInLink: true,
      })
    : escapedOutside;
  // An exclamation mark in front of a link would make a picture of it.
  const isBracketBehind = behind?.marks.link !== undefined || behind?.marks.object !== undefined;
  const isBang = (at: number) => isBracketBehind && at === run.end - 1 && words.text.charAt(at) === "!";
  writeRun(
    writing,
    words,
    run,
    (at) => escaped.has(at - offset) || isBang(at),
    context.isInTable || isInLink,
  );
}

function writeRun(
  writing: Writing,
  words: MarkedText,
  { start, end }: MarkedRun,
  isEscaped: (at: number) => boolean,
  isOneLine = false,
): void {
  for (let at = start; at < end; at += 1) {
    const unit = words.text.charAt(at);
    const place = { index: at, length: 1 };
    if (unit === LINE_BREAK) writeUnit(writing, words, { ...place, written: isOneLine ? " " : "\\\n" });
    else if (unit === "\t" || unit === "\n" || unit === "\r")
      writeUnit(writing, words, { ...place, written: " " });
    else if (unit === OBJECT) continue;
    else if (isEscaped(at)) writeUnit(writing, words, { ...place, written: `\\${unit}` });
    else writeUnit(writing, words, place);
  }
}

/**
 * Marks are taken only where words or Chinese marks touch them on the inside: beside other marks and blanks Markdown
 * (CommonMark 0.31, 6.2, as remark-cjk-friendly extends it) may read the stars as characters.
 */
function wrapsOf(
  { text }: MarkedText,
  { start, end, marks }: MarkedRun,
  addresses: readonly Address[],
): readonly Wrap[] {
  if (marks.object !== undefined) return [];
  const inside = text.slice(start, end);
  const isSafe =
    isSafeEdge(inside.charAt(0), text.charAt(start - 1)) && isSafeEdge(inside.slice(-1), text.charAt(end));
  if (!isSafe) return [];
  // Behind a star an address may begin that does not behind a letter.
  if (/:\/\/|www\./i.test(inside) || ADDRESS_START.test(text.slice(end, end + 8))) return [];
  if (inside.includes(LINE_BREAK) || addresses.some((one) => one.start < end && one.end > start)) return [];
  // Stars in the words themselves, and next to them.
  if (/[*~_`]/.test(text.slice(Math.max(0, start - 1), end + 1))) return [];
  const wraps: Wrap[] = [];
  if (marks.isStruck) wraps.push("~~");
  if (marks.isBold) wraps.push("**");
  else if (marks.isItalic) wraps.push("*");
  return wraps;
}

const WORD = /[\p{Script=Han}A-Za-z0-9]/u;
const CHINESE_MARK = /[，。；：、！？（）《》【】「」『』〈〉％]/u;
const CHINESE_OR_EDGE = /[\p{Script=Han}，。；：、！？（）《》【】「」『』〈〉]/u;

/** @param around what stands on the outer side of that edge of the marks, nothing at the edge of the words */
function isSafeEdge(inner: string, around: string): boolean {
  // Stars between digits are characters (read/markdown/asterisk-between-digits.ts).
  if (WORD.test(inner)) return !(/\d/.test(inner) && /\d/.test(around));
  if (around === "") return inner.trim() !== "";
  return CHINESE_MARK.test(inner) && CHINESE_OR_EDGE.test(around);
}

const SCHEME = /^(?:https?:\/\/|mailto:|tel:)/iu;

/** @returns the destination as Markdown takes it; undefined for what leads nowhere on the web */
function linkTarget(url: string): string | undefined {
  const target = url.trim();
  if (!SCHEME.test(target)) return undefined;
  const safe = target
    .replace(/[\s<>\\\p{Cc}]/gu, (unit) => encodeURIComponent(unit))
    .replace(/&(?=#?[A-Za-z0-9]{1,32};)/g, "&amp;");
  return /[()]/.test(safe) ? `<${safe}>` : safe;
}
