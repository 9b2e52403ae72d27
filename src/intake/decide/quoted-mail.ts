/**
 * The mail that a reply quotes below its own text, which is no part of the item; and the mail that was forwarded, which
 * is the item, while the words above it are not. The subject tells which of the two it is. Head lines with nothing above
 * them are left out as others are (front-lines.ts).
 */
import { frontKind } from "./front-lines.js";
import type { LeftOut } from "./left-out.js";
import { lengthOf, type SheetPart, wordsOf } from "./sheet.js";

export interface Unquoted {
  readonly parts: readonly SheetPart[];
  readonly leftOut: readonly LeftOut[];
}

/** Characters of a sentence that somebody wrote above */
const SENTENCE = 20;

const FORWARDED = /^(?:\s|[【[][^】\]]*[】\]])*(?:fwd?|转发|转)\s*[:：]/iu;

/** @param subject of the mail that came */
export function withoutQuotedMail(parts: readonly SheetPart[], subject: string | undefined): Unquoted {
  let hasText = false;
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "line") continue;
    const text = wordsOf(part);
    const kind = frontKind(text);
    if (hasText && kind === "mail-head" && FORWARDED.test(subject ?? ""))
      return { parts: parts.slice(index), leftOut: parts.slice(0, index).flatMap(leftOutLine) };
    if (hasText && (kind === "mail-head" || isQuoted(parts, index)))
      return { parts: parts.slice(0, index), leftOut: parts.slice(index).flatMap(leftOutLine) };
    hasText ||= kind === undefined && lengthOf(text) >= SENTENCE && /[。！？]/.test(text);
  }
  return { parts, leftOut: [] };
}

/** Each line to the end begins with the sign of a quotation. */
const isQuoted = (parts: readonly SheetPart[], index: number): boolean => {
  const part = parts[index];
  if (part?.kind !== "line" || !wordsOf(part).startsWith(">")) return false;
  return parts.slice(index).every((one) => one.kind === "line" && wordsOf(one).startsWith(">"));
};

const leftOutLine = (part: SheetPart): readonly LeftOut[] =>
  part.kind === "line" ? [{ text: wordsOf(part), place: part.place, why: "mail-head" }] : [];
