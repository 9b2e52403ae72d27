/** What stands in front of the text of an item: red heads, the letter, fields, and the title. */
import { sliceWords, trimWords } from "../marked-text.js";
import { type FormField, readFormLine } from "./form-fields.js";
import { frontKind, isSalutation } from "./front-lines.js";
import type { LeftOut } from "./left-out.js";
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
  /** pictures and tables in front of the title */
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
    const behind = textsBehind(parts, index);
    const kind = frontKind(text, behind) ?? (isSalutation(text) ? "letter" : undefined);
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
      leftOut.push({ text, place: part.place, why: kind });
      continue;
    }
    const mark = sectionMark(text, around.context.sections);
    if (mark !== undefined) {
      section = mark;
      leftOut.push({ text, place: part.place, why: "section" });
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
    const isHead = isBelowHead || standsAboveTitle(parts, index, around);
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

/** 云岭区科协办公室编　2026年3月12日 */
const EDITED_BY = /^[^，。；：]{2,24}(?:编|编印|编发|主办)(?:[\s\u3000]*\d{4}年\d{1,2}月\d{1,2}日)?$/u;

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
