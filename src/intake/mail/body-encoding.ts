/** Which encoding the bytes of a mail's text are of, where its label is missing or cannot be right. */
import { decodeSevenBit, type SevenBitEncoding } from "../plain/seven-bit-text.js";
import { tellBig5 } from "../plain/tell-big5.js";
import { tellUtf16 } from "../plain/tell-utf16.js";

/** Labels that are put where nobody knows better; no Chinese text is of them. */
const EMPTY_LABELS: ReadonlySet<string> = new Set([
  ...["us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "cp1252", "default", "unknown-8bit"],
  ...["x-unknown", "unknown", "ansi_x3.4-1968", "utf-8", "utf8"],
]);

export type BodyEncoding = "utf-8" | "gb18030" | "big5" | "utf-16le" | "utf-16be" | SevenBitEncoding;

/**
 * @param bytes past the transfer encoding
 * @param said lower case
 * @returns undefined where what is said may stand; "unread" where nothing here reads it
 */
export function bodyEncoding(
  bytes: Uint8Array,
  said: string | undefined,
): BodyEncoding | "unread" | undefined {
  if (said !== undefined && /^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/.test(said)) return tellUtf16(bytes, said);
  if (!bytes.some((byte) => byte >= 0x80)) return sevenBitEncoding(bytes, said);
  const isKnown = said !== undefined && !EMPTY_LABELS.has(said) && isDecoder(said);
  if (isKnown && !isWronglySaid(bytes, said)) return undefined;
  if (isValid(bytes, "utf-8") || isNearlyUtf8(bytes)) return "utf-8";
  if (tellBig5(bytes) === "big5" && isValid(bytes, "big5")) return "big5";
  if (isHan(bytes) && isValid(bytes, "gb18030")) return "gb18030";
  return said === undefined || EMPTY_LABELS.has(said) || isKnown ? undefined : "unread";
}

function sevenBitEncoding(bytes: Uint8Array, said: string | undefined): BodyEncoding | "unread" | undefined {
  const found = decodeSevenBit(bytes, said);
  return typeof found === "object" ? found.encoding : found;
}

/** Programs that turn a text into UTF-8 leave the label of before; and call Big5 what is GBK. */
function isWronglySaid(bytes: Uint8Array, said: string): boolean {
  if (isValid(bytes, "utf-8")) {
    const text = new TextDecoder().decode(bytes);
    const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    const all = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
    return han >= 3 && han * 2 > all;
  }
  if (said.startsWith("gb")) return tellBig5(bytes) === "big5" && isValid(bytes, "big5");
  return said.startsWith("big5") && !isValid(bytes, "big5") && isHan(bytes) && isValid(bytes, "gb18030");
}

/** A character that was cut in two, by a program that counts bytes, makes no other encoding of all the rest. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const broken = text.split("\ufffd").length - 1;
  const whole = text.match(/[^\u0000-\u007f\ufffd]/gu)?.length ?? 0;
  return whole > MOST_BROKEN * broken;
}

/** Of so many characters at most one is broken. */
const MOST_BROKEN = 20;

/**
 * Han characters of GB 2312 are two bytes above 0xA0 each, and come in rows; the letter with an accent or the quotation
 * mark of a Western text stands between plain letters.
 */
function isHan(bytes: Uint8Array): boolean {
  let high = 0;
  let paired = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const isPair = (bytes[at] ?? 0) > 0xa0 && (bytes[at + 1] ?? 0) > 0xa0;
    high += isPair ? 2 : 1;
    paired += isPair ? 2 : 0;
    // Of other pairs of GBK the second byte may be any letter: it is not looked at alone.
    if (isPair || (bytes[at + 1] ?? 0) >= 0x80) at += 1;
  }
  return paired * 2 > high;
}

function isDecoder(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
