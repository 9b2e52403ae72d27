/** The name of an attachment, without the number that its author typed: attachments are numbered by us. */
import type { WrittenText } from "../model/typed-text.js";

/** 附件1：, 附件：, 1．, 1. */
const TYPED_NUMBER =
  /^(?:附\s*件\s*([\d０-９]{0,2}|[一二三四五六七八九十]?)\s*[：:．.、]|([\d０-９]{1,2})\s*[．.、]\s*(?![\d０-９]))\s*/;
const HAN_NUMBERS = "一二三四五六七八九十";

/**
 * @param index its place among the attachments, from 0
 * @returns the name alone, where the number typed in front is its own; else what was written
 */
export function withoutNumber(name: WrittenText, index: number): WrittenText {
  const match = TYPED_NUMBER.exec(name.value);
  if (match === null) return name;
  const typed = match[1] ?? match[2] ?? "";
  const number = HAN_NUMBERS.includes(typed)
    ? HAN_NUMBERS.indexOf(typed) + 1
    : Number(typed.normalize("NFKC"));
  const isOwn = typed === "" || number === index + 1;
  return isOwn ? { ...name, value: name.value.slice(match[0].length) } : name;
}
