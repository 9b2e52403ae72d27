/**
 * Several items in one file: a further line that looks as the title does, behind the signature of the item in front,
 * or centred at the top of a new page. 附件1 in front of it makes it an attachment of the same item.
 */
import type { KnownUnits } from "../../han/known-units.js";
import { findSignedEnd } from "./find-signature-lines.js";
import { frontKind } from "./front-lines.js";
import type { LeftOut } from "./left-out.js";
import { type BodyLook, bodyLook, isPlain, isSetAlike, looksOf } from "./line-looks.js";
import { isPictureLine, lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";
import { headsSentence, whyNoTitle } from "./title-words.js";

/** 基层动态两则: the title of all of them is that of none. */
export function collectiveTitle(part: SheetPart | undefined): LeftOut | undefined {
  if (part?.kind !== "line") return undefined;
  const text = wordsOf(part);
  return COLLECTIVE.test(text) ? { text, place: part.place, why: "collective" } : undefined;
}

const COLLECTIVE = /^[^，。]{2,20}(?:[两二三四五六七八九十\d]{1,2}[则篇条]|集锦|汇编|汇总|集纳)$/u;

/** Characters from which a line is text of an item. */
const SENTENCE = 20;

/** @returns the parts of each item, one at least */
export function splitItems(
  parts: readonly SheetPart[],
  units: KnownUnits["units"],
): readonly (readonly SheetPart[])[] {
  const body = bodyLook(parts);
  const items: (readonly SheetPart[])[] = [];
  let first: SheetLine | undefined;
  let start = 0;
  let hasText = false;
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "line") continue;
    if (isTitleLike(parts, index, body)) {
      if (first === undefined) first = part;
      else if (hasText && isNext(parts.slice(start, index), { part, first, body, units })) {
        const from = startOf(parts, index, start);
        items.push(parts.slice(start, from));
        start = from;
        hasText = false;
        continue;
      }
    }
    hasText ||= first !== undefined && isSentence(wordsOf(part));
  }
  return [...items, parts.slice(start)];
}

const isSentence = (text: string): boolean => lengthOf(text) >= SENTENCE && /[。！？；]/.test(text);

function isTitleLike(parts: readonly SheetPart[], index: number, body: BodyLook): boolean {
  const part = parts[index];
  if (part?.kind !== "line" || part.bullet !== undefined) return false;
  const before = parts[index - 1];
  if (before?.kind === "line" && (isPictureLine(before) || frontKind(wordsOf(before)) === "attachment-mark"))
    return false;
  const text = wordsOf(part);
  if (frontKind(text) !== undefined) return false;
  const looks = looksOf(part, body);
  if (isPlain(looks)) {
    const next = parts[index + 1];
    return (
      (index === 0 || part.followsBlank || isRule(before)) &&
      headsSentence(text, next?.kind === "line" ? wordsOf(next) : undefined)
    );
  }
  const isSet = looks.looks.some((look) => look === "centred" || look === "larger" || look === "style");
  return isSet && whyNoTitle(text, looks.looks.length > 1) === undefined;
}

/** ======, drawn between two items */
const isRule = (part: SheetPart | undefined): boolean =>
  part?.kind === "line" && !isPictureLine(part) && frontKind(wordsOf(part)) === "furniture";

interface Next {
  readonly part: SheetLine;
  /** first title of the file */
  readonly first: SheetLine;
  readonly body: BodyLook;
  readonly units: KnownUnits["units"];
}

function isNext(before: readonly SheetPart[], { part, first, body, units }: Next): boolean {
  if (!isSetAlike(part, first)) return false;
  const isOnNewPage = part.startsPage && looksOf(part, body).looks.includes("centred");
  if (isOnNewPage) return true;
  const { signature, isLeft } = findSignedEnd(withoutFront(before), units);
  return signature?.unit !== undefined && !isLeft;
}

/** Marks of sections and rules between two items belong to the second. */
const withoutFront = (parts: readonly SheetPart[]): readonly SheetPart[] => {
  const end = parts.findLastIndex((part) => part.kind !== "line" || !isBetween(wordsOf(part)));
  return parts.slice(0, end + 1);
};

const isBetween = (text: string): boolean =>
  frontKind(text) === "furniture" || /^[【[][^】\]]{2,12}[】\]]$/u.test(text);

function startOf(parts: readonly SheetPart[], index: number, least: number): number {
  let from = index;
  while (from - 1 > least) {
    const before = parts[from - 1];
    if (before?.kind !== "line" || !isBetween(wordsOf(before))) break;
    from -= 1;
  }
  return from;
}
