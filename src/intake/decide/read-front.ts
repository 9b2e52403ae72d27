/** What stands in front of the text of an item: red heads, the letter, fields, and the title. */
import { endsInFinalMark } from "../../han/line-ends.js";
import { sliceWords, trimWords } from "../marked-text.js";
import { isCoveringSentence } from "./covering-sentence.js";
import { type FormField, readFormLine } from "./form-fields.js";
import { frontKind, isSalutation } from "./front-lines.js";
import type { LeftOut } from "./left-out.js";
import { isLetterToReaders } from "./letter-to-readers.js";
import { isSetAlike, looksOf } from "./line-looks.js";
import { isPictureLine, lengthOf, type SheetPart, wordsOf } from "./sheet.js";
import {
  type Around,
  type Candidate,
  judgeTitle,
  REACH,
  type RefusedTitle,
  textsBehind,
  titleAt,
  titleBehindLetter,
} from "./title-candidate.js";
import { isByline, titleLabel } from "./title-words.js";

/** A line that names unit, persons or day. */
export interface Byline {
  readonly text: string;
  readonly place: number;
}

export interface Front {
  readonly found: Candidate | undefined;
  readonly fields: readonly FormField[];
  readonly bylines: readonly Byline[];
  readonly section: string | undefined;
  readonly leftOut: readonly LeftOut[];
  readonly refused: RefusedTitle | undefined;
  /** what stands in front of the title and belongs to the item: pictures, tables, 编者按 */
  readonly kept: ReadonlySet<SheetPart>;
  /** where the text begins, if there is no title */
  readonly next: number;
}

export function readFront(parts: readonly SheetPart[], around: Around): Front {
  const fields: FormField[] = [];
  const bylines: { text: string; place: number }[] = [];
  const leftOut: LeftOut[] = [];
  const kept = new Set<SheetPart>();
  let section: string | undefined;
  let found: Candidate | undefined;
  let refused: RefusedTitle | undefined;
  let next = 0;
  /** index behind the last line of a covering sentence */
  let covered = 0;
  for (const [index, part] of parts.slice(0, REACH).entries()) {
    next = index + 1;
    if (part.kind === "table" || isPictureLine(part)) {
      if (part.kind === "table") {
        next = index;
        break;
      }
      kept.add(part);
      continue;
    }
    const text = wordsOf(part);
    if (isLetterToReaders(parts.slice(index))) {
      kept.add(part);
      continue;
    }
    const behind = textsBehind(parts, index);
    covered = Math.max(covered, index + coveringLines(parts, index, { around, leftOut }));
    const kind = frontKind(text, behind) ?? (isSalutation(text) || index < covered ? "letter" : undefined);
    if (kind === "letter-title") {
      const title = titleBehindLetter(parts, index, around);
      leftOut.push({ text, place: part.place, why: kind });
      if (title === undefined) continue;
      for (const line of parts.slice(index + 1, title)) {
        if (line.kind !== "line" || isPictureLine(line)) {
          kept.add(line);
          continue;
        }
        leftOut.push({ text: wordsOf(line), place: line.place, why: "letter-text" });
        fields.push(...(readFormLine(wordsOf(line), line.place) ?? []));
        if (frontKind(wordsOf(line)) === undefined && isByline(wordsOf(line)))
          bylines.push({ text: wordsOf(line), place: line.place });
      }
      found = titleAt(parts, title, around);
      break;
    }
    if (kind !== undefined) {
      const named = kind === "letter" ? NAMED_TITLE.exec(text)?.[1] : undefined;
      if (named !== undefined) fields.push({ kind: "title", label: "", value: named, place: part.place });
      leftOut.push({ text, place: part.place, why: kind });
      continue;
    }
    const mark = sectionMark(text, around.context.sections);
    if (mark !== undefined) {
      section = mark;
      leftOut.push({ text, place: part.place, why: "section" });
      continue;
    }
    // It stands in the text, where lint says how to write it.
    if (EDITORS_NOTE.test(text) && parts.length > index + 2) {
      kept.add(part);
      continue;
    }
    const label = titleLabel(text);
    if (label > 0 && lengthOf(text) > label) {
      const words = trimWords(sliceWords(part.words, label));
      found = { lines: [words], evidence: { kind: "label", place: part.place }, from: index, count: 1 };
      break;
    }
    const form = readFormLine(text, part.place);
    if (form !== undefined) {
      fields.push(...form);
      leftOut.push({ text, place: part.place, why: "form" });
      continue;
    }
    // 云岭区科协办公室　2026年3月12日, below a red head; a unit in smaller type above the title
    const isBelowHead = leftOut.some(({ why }) => why === "red-head");
    if (isBelowHead && EDITED_BY.test(text)) {
      leftOut.push({ text, place: part.place, why: "red-head" });
      continue;
    }
    const isHead =
      isBelowHead || standsAboveTitle(parts, index, around) || standsAbovePlainTitle(parts, index, around);
    if (isHead && isByline(text)) {
      bylines.push({ text, place: part.place });
      leftOut.push({ text, place: part.place, why: "byline" });
      continue;
    }
    next = index;
    const judged = judgeTitle(parts, index, around);
    found = judged.found;
    refused = judged.refused;
    break;
  }
  return { found, fields, bylines, section, leftOut, refused, kept, next: found?.from ?? next };
}

const EDITORS_NOTE = /^[（(【]?(?:编者按|编者的话|按语|编前语)[】]?[\s\u3000]*[：:】].{10,}/u;
/** 云岭区科协办公室编　2026年3月12日 */
const EDITED_BY = /^[^，。；：]{2,24}(?:编|编印|编发|主办)(?:[\s\u3000]*\d{4}年\d{1,2}月\d{1,2}日)?$/u;
/** Lines that a covering sentence may be wrapped to */
const MOST_COVERING = 3;

/**
 * @returns how many lines from this one on are a sentence that speaks to the editor (领导好，信息一篇，请审。); none where
 * the line is set as a title, which speaks to the readers
 */
function coveringLines(
  parts: readonly SheetPart[],
  index: number,
  { around, leftOut }: { readonly around: Around; readonly leftOut: readonly LeftOut[] },
): number {
  const isInLetter = leftOut.some(({ why }) => why === "letter");
  let words = "";
  for (let count = 1; count <= MOST_COVERING && index + count < parts.length; count += 1) {
    const line = parts[index + count - 1];
    if (line?.kind !== "line" || isPictureLine(line) || (count > 1 && line.followsBlank)) return 0;
    if (looksOf(line, around.body).looks.some((look) => look !== "bold")) return 0;
    words += wordsOf(line);
    const isWhole = endsInFinalMark(wordsOf(line));
    if ((count === 1 || isWhole) && isCoveringSentence(words, isInLetter)) return count;
    if (isWhole) return 0;
  }
  return 0;
}

/** 现投稿《…》一篇 */
const NAMED_TITLE = /《([^《》]{6,40})》(?:一[文稿篇则]|的?(?:稿件?|信息|报道|文章|新闻))/u;

/** Unit and day, line by line, in front of the title of a typed text; 走进青山社区 goes on with the unit above it. */
function standsAbovePlainTitle(parts: readonly SheetPart[], index: number, around: Around): boolean {
  for (let at = index; at < index + MOST_ABOVE; at += 1) {
    const line = parts[at];
    if (line?.kind !== "line" || isPictureLine(line) || looksOf(line, around.body).looks.length > 0)
      return false;
    const words = wordsOf(line);
    if (!isByline(words)) {
      return at > index && !BEGINS_DOING.test(words) && judgeTitle(parts, at, around).found !== undefined;
    }
  }
  return false;
}

const MOST_ABOVE = 4;
const BEGINS_DOING =
  /^(?:走进|深入|开展|举办|举行|召开|组织|启动|推进|参加|组团|赴|到|在|联合|积极|全力|扎实|多措|以|为|让)/u;

function standsAboveTitle(parts: readonly SheetPart[], index: number, { body, context }: Around): boolean {
  const [line, next] = [parts[index], parts[index + 1]];
  if (line?.kind !== "line" || next?.kind !== "line" || isSetAlike(line, next)) return false;
  if (looksOf(next, body).looks.length <= looksOf(line, body).looks.length) return false;
  return titleAt(parts, index + 1, { body, context }) !== undefined;
}

const sectionMark = (text: string, sections: readonly string[]): string | undefined => {
  const words = text.replace(/^[【[《〔]|[】\]》〕]$/gu, "").trim();
  return sections.find((section) => section === words);
};
