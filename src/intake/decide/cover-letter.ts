/**
 * A letter that brings an item and is none: 编辑老师您好，稿件见附件，请查收。 Told by its wording, where every line of it
 * greets, says what is attached, or names who writes.
 */
import { readFormLine } from "./form-fields.js";
import { frontKind, isSalutation } from "./front-lines.js";
import { lengthOf, type SheetPart, wordsOf } from "./sheet.js";
import { isByline } from "./title-words.js";

/** Characters of all of it */
const LONGEST = 160;
const LONGEST_LINE = 50;
const COVER =
  /附件|见附|附上|附后|查收|请收|收阅|审阅|审核|补发|补充|寄上|发(?:给|您|去|上|送|来)|(?:照片|图片|稿件?|材料)(?:如下|已发|请|见)|谢谢|感谢|您好|你好|大家好|早上好|上午好|下午好|收到|麻烦|辛苦|打扰|请知悉|祝/u;
/** News begin so. */
const LEAD = /^[\s\u3000]*(?:\d{4}年)?\d{1,2}月\d{1,2}日|^[\s\u3000]*(?:近日|日前|近期)，/u;

export function isCoverLetter(parts: readonly SheetPart[]): boolean {
  const lines = parts.flatMap((part) => (part.kind === "line" ? [part] : []));
  if (lines.length === 0 || lines.length < parts.length) return false;
  const texts = lines.map(wordsOf);
  if (texts.reduce((sum, text) => sum + lengthOf(text), 0) > LONGEST) return false;
  const isCover = texts.map((text) => lengthOf(text) <= LONGEST_LINE && COVER.test(text) && !LEAD.test(text));
  return (
    (isCover.includes(true) || texts.every(isGreeting)) &&
    lines.every(
      (line, index) =>
        isCover[index] === true ||
        isGreeting(texts[index] ?? "") ||
        isByline(texts[index] ?? "") ||
        readFormLine(texts[index] ?? "", line.place) !== undefined ||
        lengthOf(texts[index] ?? "") <= 3,
    )
  );
}

const isGreeting = (text: string): boolean =>
  frontKind(text) !== undefined || isSalutation(text) || text === "";
