/**
 * What may be the title: lines by their looks, a first line that heads its sentence, and what a label, the mail's
 * subject or the name of the file say. Which of them it is, is decided in read-front.ts and find-title.ts.
 */
import { endsInFinalMark } from "../../han/line-ends.js";
import { titleKey } from "../../model/title-key.js";
import type { TitleEvidence } from "../draft/draft-item.js";
import type { PageSays } from "../manuscript.js";
import { type MarkedText, sliceWords, UNMARKED } from "../marked-text.js";
import { type FormField, readFormLine } from "./form-fields.js";
import { frontKind, isSalutation } from "./front-lines.js";
import { type BodyLook, isSetAlike, looksOf } from "./line-looks.js";
import { lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";
import { isSubtitle, linesOfParagraph, MOST_LINES, standsAbove, titleLines } from "./title-lines.js";
import {
  headsSentence,
  isBareUnit,
  isByline,
  type NoTitle,
  titleInFileName,
  titleInSubject,
  whyNoTitle,
} from "./title-words.js";

export interface TitleContext {
  readonly subject: string | undefined;
  readonly fileName: string;
  /** names of the house's sections */
  readonly sections: readonly string[];
  /** lines that the front matter of an attached item gives; none where there is none */
  readonly given: readonly string[];
  /** of a web page */
  readonly page: PageSays | undefined;
  /** the first part is the title */
  readonly isHeaded: boolean;
  /** of the submission's tables */
  readonly fields: readonly FormField[];
}

export interface Candidate {
  readonly lines: readonly MarkedText[];
  readonly evidence: TitleEvidence | undefined;
  /** parts in front of it are no text, save those that are kept */
  readonly from: number;
  /** parts that it takes */
  readonly count: number;
}

/** A line that looks like a title and is none. */
export interface RefusedTitle {
  readonly text: string;
  readonly place: number;
  readonly why: NoTitle;
}

export interface Around {
  readonly context: TitleContext;
  readonly body: BodyLook;
}

/** Lines among which a title is looked for. */
export const REACH = 40;
/** Lines of a letter; behind more of them the text may be the item itself, and all of it stays. */
const LONGEST_LETTER = 10;

export const textsBehind = (parts: readonly SheetPart[], index: number): readonly string[] =>
  parts
    .slice(index + 1, index + 5)
    .flatMap((part) => (part.kind === "line" ? [part] : []))
    .filter((line) => !standsBelowTitle(line))
    .map(wordsOf);

/** Between a title and its text: whom it is written to, who wrote it, what a web page sets there. */
const standsBelowTitle = (line: SheetLine): boolean => {
  const text = wordsOf(line);
  return (
    frontKind(text) === "furniture" ||
    isSalutation(text) ||
    isByline(text) ||
    readFormLine(text, line.place) !== undefined
  );
};

export function judgeTitle(
  parts: readonly SheetPart[],
  index: number,
  around: Around,
): { readonly found: Candidate | undefined; readonly refused: RefusedTitle | undefined } {
  const line = parts[index];
  if (line?.kind !== "line") return { found: undefined, refused: undefined };
  const found = titleAt(parts, index, around);
  if (found !== undefined) return { found, refused: undefined };
  const text = wordsOf(line);
  const { looks } = looksOf(line, around.body);
  const why = whyNoTitle(text, looks.length > 1);
  const refused = looks.length > 0 && why !== undefined ? { text, place: line.place, why } : undefined;
  if (looks.length > 0) return { found: undefined, refused };
  const { subject, fileName } = around.context;
  const { own, below } = titleLines(parts, index);
  const taken = own.length + below.length;
  const whole = own.map(wordsOf).join("");
  const next = textsBehind(parts, index + taken - 1)[0];
  const isHead =
    headsSentence(whole, next) || standsAbove(whole, line, parts.slice(index + taken, index + taken + 2));
  if (!isHead) return { found: undefined, refused };
  // What subject or name say as well is better evidence, and told as such.
  const named = [subject === undefined ? undefined : titleInSubject(subject), titleInFileName(fileName)];
  if (named.some((title) => title !== undefined && titleKey(title) === titleKey(whole)))
    return { found: undefined, refused };
  const endsInMark = endsInFinalMark(whole);
  const evidence = { kind: "headline", place: line.place, ...(endsInMark && { endsInMark }) } as const;
  return {
    found: {
      lines: [...own.slice(0, -1), ...own.slice(-1).map(stopless), ...below].map(({ words }) => words),
      evidence,
      from: index,
      count: own.length + below.length,
    },
    refused: undefined,
  };
}

/** 题目。: the mark is not the title's. */
const stopless = (line: SheetLine): SheetLine => ({ ...line, words: withoutStop(line.words) });

/** @returns the title that the looks of a line and of those below it make */
export function titleAt(parts: readonly SheetPart[], index: number, { body }: Around): Candidate | undefined {
  const first = parts[index];
  if (first?.kind !== "line") return undefined;
  const { looks, largerBy } = looksOf(first, body);
  const next = parts[index + 1];
  // 云岭区科协 / 走进青山社区: one title over two lines
  const isUnitLine =
    isBareUnit(wordsOf(first)) &&
    next?.kind === "line" &&
    isSetAlike(next, first) &&
    whyNoTitle(wordsOf(next), true) === undefined;
  if (looks.length === 0) return undefined;
  if (whyNoTitle(wordsOf(first), looks.length > 1) !== undefined && !isUnitLine) return undefined;
  const lines: SheetLine[] = [first];
  const isSet = looks.includes("centred") || looks.includes("larger") || looks.includes("style");
  for (const part of parts.slice(index + 1, index + 1 + MOST_LINES)) {
    if (part.kind !== "line" || lines.length === MOST_LINES || !goesOn(part, first, isSet)) break;
    lines.push(part);
  }
  const evidence = { kind: "looks", looks, largerBy, place: first.place } as const;
  return { lines: lines.map(({ words }) => words), evidence, from: index, count: lines.length };
}

function goesOn(line: SheetLine, first: SheetLine, isSet: boolean): boolean {
  const text = wordsOf(line);
  if (frontKind(text) !== undefined || readFormLine(text, line.place) !== undefined || isByline(text))
    return false;
  if (isSubtitle(text) && line.paragraph.alignment === first.paragraph.alignment) return true;
  const why = lengthOf(text) < 4 ? undefined : whyNoTitle(text, true);
  if (why !== undefined || /[。；，、：]$/u.test(text)) return false;
  return line.isSameParagraph || (isSet && !line.followsBlank && isSetAlike(line, first));
}

/** Behind a letter only a line of two looks is a title, or one behind 附件 or on a new page. */
export function titleBehindLetter(
  parts: readonly SheetPart[],
  letter: number,
  around: Around,
): number | undefined {
  for (let index = letter + 1; index <= Math.min(parts.length - 1, letter + LONGEST_LETTER); index += 1) {
    const part = parts[index];
    if (part?.kind !== "line" || frontKind(wordsOf(part)) !== undefined) continue;
    const { looks } = looksOf(part, around.body);
    const before = parts[index - 1];
    const isApart =
      part.startsPage || (before?.kind === "line" && frontKind(wordsOf(before)) === "attachment-mark");
    if ((looks.length > 1 || (isApart && looks.length > 0)) && titleAt(parts, index, around) !== undefined)
      return index;
  }
  return undefined;
}

/** @returns the title of a front matter; the first line of the text may say the same */
export function titleGiven(parts: readonly SheetPart[], given: readonly string[]): Candidate {
  const [first] = parts;
  const isFirst = first?.kind === "line" && titleKey(wordsOf(first)) === titleKey(given.join(""));
  const place = isFirst ? first.place : undefined;
  return {
    lines: given.map(bare),
    evidence: { kind: "front-matter", place },
    from: 0,
    count: isFirst ? 1 : 0,
  };
}

/** @returns the line that a web page calls its title */
export function titleOfPage(parts: readonly SheetPart[], page: PageSays | undefined): Candidate | undefined {
  if (page?.title === undefined || !page.isTitleSeen) return undefined;
  const key = titleKey(page.title);
  for (const [index, part] of parts.slice(0, REACH).entries()) {
    const own = linesOfParagraph(parts, index);
    if (part.kind !== "line" || titleKey(own.map(wordsOf).join("")) !== key) continue;
    const evidence = { kind: "page", place: part.place } as const;
    return { lines: own.map(({ words }) => words), evidence, from: index, count: own.length };
  }
  return undefined;
}

interface Elsewhere {
  readonly context: TitleContext;
  readonly label: FormField | undefined;
  /** where the text begins */
  readonly next: number;
}

/** @returns the title that no line shows: of a form, the subject or the file's name; the first line may say the same */
export function titleElsewhere(parts: readonly SheetPart[], { context, label, next }: Elsewhere): Candidate {
  const at = parts.findIndex((part, index) => index >= next && part.kind === "line");
  const first = parts[at];
  const taken = (title: string, evidence: (place: number | undefined) => TitleEvidence): Candidate => {
    const own = at < 0 ? [] : linesOfParagraph(parts, at);
    const last = own.at(-1);
    const isFirst =
      first?.kind === "line" && last !== undefined && titleKey(own.map(wordsOf).join("")) === titleKey(title);
    return isFirst
      ? {
          // 题目。: the mark is not the title's.
          lines: [...own.slice(0, -1).map(({ words }) => words), withoutStop(last.words)],
          evidence: evidence(first.place),
          from: at,
          count: own.length,
        }
      : { lines: [bare(title)], evidence: evidence(undefined), from: next, count: 0 };
  };
  if (label !== undefined) return taken(label.value, () => ({ kind: "label", place: label.place }));
  // 首页, 新闻详情: a page that calls itself so says nothing of its article.
  const ofPage = context.page?.title === undefined ? undefined : titleInSubject(context.page.title);
  if (ofPage !== undefined) return taken(ofPage, (place) => ({ kind: "page", place }));
  const inSubject = context.subject === undefined ? undefined : titleInSubject(context.subject);
  if (inSubject !== undefined) return taken(inSubject, (place) => ({ kind: "subject", place }));
  const inName = titleInFileName(context.fileName);
  if (inName !== undefined) return taken(inName, (place) => ({ kind: "file-name", place }));
  return { lines: [], evidence: undefined, from: next, count: 0 };
}

const withoutStop = (words: MarkedText): MarkedText =>
  sliceWords(words, 0, words.text.replace(/[。；，、：]+$/u, "").length);

/** Words that stand in no paragraph. */
const bare = (text: string): MarkedText => ({
  text,
  marks: new Array(text.length).fill(UNMARKED),
  places: [],
});
