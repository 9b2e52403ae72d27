/**
 * Lines to paragraphs. A soft break behind a final mark ends a paragraph; any other is undone, save in verse and
 * between labels (时间：… 地点：…), where it stays. Lines that a program wrapped are joined (find-wraps.ts). All else stays as the unit divided it.
 */
import { beginsHead, endsInFinalMark, opensNews } from "../../han/line-ends.js";
import { textWidthEm } from "../../han/text-width.js";
import type { Manuscript } from "../manuscript.js";
import { LINE_BREAK } from "../manuscript-text.js";
import { joinWords, type MarkedText } from "../marked-text.js";
import { findWraps } from "./find-wraps.js";
import { isPictureLine, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";
import type { TypedLine } from "./typed-line.js";

export interface JoinedSheet {
  readonly parts: readonly SheetPart[];
  /** soft breaks undone, by paragraph */
  readonly softBreaks: readonly number[];
  /** paragraphs that go on with the one in front, which a program wrapped */
  readonly wrapped: readonly number[];
  /** lines of a typed text behind one that ends in a comma */
  readonly behindComma: readonly number[];
  /** full lines of which nobody can tell whether the next one goes on with them */
  readonly unsure: readonly number[];
}

type Joint = "paragraph" | "join" | "keep";

/** @param carrier in a typed text a line is no paragraph; in Word one that ends in a comma may lack its other half */
export function joinLines(parts: readonly SheetPart[], carrier: Manuscript["carrier"]): JoinedSheet {
  const groups = groupsOf(parts);
  const isTyped = carrier === "text" || carrier === "mail";
  const wraps = findWraps(
    groups.map((group) => group.map((line, index) => asTyped(line, group[index - 1]))),
    isTyped,
  );
  const softBreaks: number[] = [];
  const wrapped: number[] = [];
  const behindComma: number[] = [];
  const unsure: number[] = [];
  const joints = new Map<SheetPart, Joint>();
  for (const [order, group] of groups.entries()) {
    const verses = versesIn(group);
    const ends = wraps[order] ?? [];
    const width = isTyped ? commaWidth(group) : undefined;
    for (const [index, line] of group.entries()) {
      const before = group[index - 1];
      if (before === undefined) continue;
      const end = ends[index - 1];
      if (line.isSameParagraph) {
        const joint = softJoint(before, line, verses.has(line.place));
        joints.set(line, joint);
        if (joint === "join") softBreaks.push(line.place);
      } else if (end === "wrap") {
        joints.set(line, "join");
        wrapped.push(line.place);
      } else if (width !== undefined && goesOn(before, line, width)) {
        joints.set(line, "join");
        behindComma.push(line.place);
      } else if (end === "unsure") {
        unsure.push(before.place);
      }
    }
  }
  return { parts: joined(parts, joints), softBreaks, wrapped, behindComma, unsure };
}

/** Lines with neither an empty paragraph nor anything else between them. */
function groupsOf(parts: readonly SheetPart[]): readonly (readonly SheetLine[])[] {
  const groups: SheetLine[][] = [];
  let isOpen = false;
  for (const part of parts) {
    const isText = part.kind === "line" && !isPictureLine(part);
    if (!isText) {
      isOpen = false;
      continue;
    }
    if (isOpen && !part.followsBlank) groups.at(-1)?.push(part);
    else groups.push([part]);
    isOpen = true;
  }
  return groups;
}

/** U+3000, the no-break space, a tab or two spaces */
const INDENT = /^(?:[ ]?[\u3000\u00a0\t]| {2})/;

/** An indent by style is one as well. */
const isIndented = (line: SheetLine): boolean =>
  INDENT.test(line.indent) || (!line.isSameParagraph && (line.paragraph.firstLineIndent ?? 0) > 0);

const asTyped = (line: SheetLine, before: SheetLine | undefined): TypedLine => ({
  words: wordsOf(line),
  indent: line.indent,
  isIndented: isIndented(line),
  isSetApart: before !== undefined && !isSetAlike(before, line),
});

/** Em; verse and labels are shorter */
const LONGEST_VERSE_EM = 14;
const LEAST_VERSE_LINES = 3;
const LABELLED = /^[^，。：:；]{2,8}[：:]/u;

function softJoint(before: SheetLine, line: SheetLine, isVerse: boolean): Joint {
  const [words, next] = [wordsOf(before), wordsOf(line)];
  if (endsInFinalMark(words) || beginsHead(next) || /^[\s\u3000]{2}/u.test(line.indent)) return "paragraph";
  if (isHeadLine(words) || (opensNews(next) && !/[，、]$/u.test(words))) return "paragraph";
  return isVerse || (LABELLED.test(words) && LABELLED.test(next)) ? "keep" : "join";
}

/** @returns the paragraphs all of whose lines are short, without a final mark in front of their end */
function versesIn(group: readonly SheetLine[]): ReadonlySet<number> {
  const lines = new Map<number, string[]>();
  for (const line of group) {
    const own = lines.get(line.place);
    if (own === undefined) lines.set(line.place, [wordsOf(line)]);
    else own.push(wordsOf(line));
  }
  const verses = [...lines].filter(
    ([, own]) =>
      own.length >= LEAST_VERSE_LINES &&
      own.every((text) => textWidthEm(text) <= LONGEST_VERSE_EM) &&
      own.slice(0, -1).every((text) => !/[。！？]/.test(text)),
  );
  return new Set(verses.map(([place]) => place));
}

/** 一、基本情况, with its text behind a soft break */
const isHeadLine = (words: string): boolean =>
  beginsHead(words) && textWidthEm(words) <= LONGEST_VERSE_EM + 6 && !/[，。；：！？,;:]$/.test(words);

/** Em; longer lines are paragraphs, wrapped by no hand */
const WIDEST_EM = 50;
/** Of the widest line: who breaks lines at commas fills them nearly. */
const LEAST_FILLED = 0.7;

/** @returns width of the widest line among those that end in a comma and what follows them, in em */
function commaWidth(group: readonly SheetLine[]): number | undefined {
  const lines = group.filter(
    (line, index) => endsInComma(line) || (index > 0 && endsInComma(group[index - 1])),
  );
  const widths = lines.map((line) => textWidthEm(wordsOf(line)));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  // Lines of one length, each of them whole, are verse.
  if (lines.length >= LEAST_VERSE_LINES && widths.every((width) => widest - width <= 1)) return undefined;
  return widest > LONGEST_VERSE_EM && widest <= WIDEST_EM ? widest : undefined;
}

const endsInComma = (line: SheetLine | undefined): boolean =>
  line !== undefined && /[，、]$/u.test(wordsOf(line));

/** No paragraph of a typed text ends with a comma; a line of verse does, and is short. */
const goesOn = (before: SheetLine, line: SheetLine, width: number): boolean =>
  endsInComma(before) &&
  textWidthEm(wordsOf(before)) >= width * LEAST_FILLED &&
  textWidthEm(wordsOf(before)) > LONGEST_VERSE_EM &&
  line.indent === "" &&
  !isIndented(line) &&
  !beginsHead(wordsOf(line)) &&
  isSetAlike(before, line);

const isSetAlike = (one: SheetLine, other: SheetLine): boolean =>
  one.paragraph.fontSize === other.paragraph.fontSize &&
  one.paragraph.alignment === other.paragraph.alignment &&
  one.paragraph.isBold === other.paragraph.isBold &&
  other.paragraph.number === undefined &&
  one.paragraph.outlineLevel === other.paragraph.outlineLevel;

function joined(parts: readonly SheetPart[], joints: ReadonlyMap<SheetPart, Joint>): readonly SheetPart[] {
  const made: SheetPart[] = [];
  let open: MarkedText[] = [];
  let first: SheetLine | undefined;
  const close = () => {
    if (first !== undefined) made.push(open.length === 1 ? first : { ...first, words: joinWords(open) });
    first = undefined;
    open = [];
  };
  for (const part of parts) {
    const joint = joints.get(part);
    const last = open.at(-1);
    if (part.kind === "line" && last !== undefined && (joint === "join" || joint === "keep")) {
      const gap = joint === "keep" ? LINE_BREAK : gapBetween(last.text, part.words.text);
      open.push(gap === "" ? part.words : joinWords([{ text: "", marks: [], places: [] }, part.words], gap));
      continue;
    }
    close();
    if (part.kind === "line") {
      first = part;
      open = [part.words];
    } else made.push(part);
  }
  close();
  return made;
}

/** Nothing beside Han and full-width marks, or amid a number; a space between words of letters. */
const gapBetween = (before: string, after: string): string =>
  /[!-~]$/.test(before) && /^[!-~]/.test(after) && !(/\d[.,]?$/.test(before) && /^[\d.,%]/.test(after))
    ? " "
    : "";
