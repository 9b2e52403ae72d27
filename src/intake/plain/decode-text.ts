/**
 * Bytes of a text to characters: byte order mark, strict UTF-8, then GB18030, which Notepad on a Chinese
 * Windows wrote for decades and of which GBK and GB2312 are parts, or Big5 where the bytes say so. UTF-16 by its
 * mark, or by the zeros that line ends and digits leave on one side. What looks like ASCII may be Han still.
 */
import { decodeSevenBit, type SevenBitEncoding } from "./seven-bit-text.js";
import { tellBig5 } from "./tell-big5.js";

export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5" | SevenBitEncoding;
  /** characters that stand for bytes which mean nothing in the encoding */
  readonly unreadable: number;
  /** it could be Big5 as well: too short to tell */
  readonly mayBeBig5?: true;
}

/** @returns undefined where the bytes are no text */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = markedEncoding(bytes);
  // A few zeros amid UTF-8 are slips of a program; half of the bytes are zeros where UTF-16 holds ASCII.
  const stray = marked === undefined && bytes.includes(0) ? strictly(bytes, "utf-8") : undefined;
  if (stray !== undefined && isHan(stray.text)) return { ...stray, text: stray.text.replace(CONTROLS, "") };
  const encoding = marked ?? (bytes.includes(0) ? silentUtf16(bytes) : undefined);
  if (encoding === undefined && bytes.includes(0)) return undefined;
  if (encoding === undefined && !bytes.some((byte) => byte >= 0x80)) {
    const sevenBit = decodeSevenBit(bytes);
    if (sevenBit === "unread") return undefined;
    if (sevenBit !== undefined) return { ...sevenBit, unreadable: 0 };
  }
  const decoded =
    encoding === undefined ? (strictly(bytes, "utf-8") ?? chinese(bytes)) : loosely(bytes, encoding);
  return isText(decoded) ? { ...decoded, text: decoded.text.replace(CONTROLS, "") } : undefined;
}

/** @returns what GB18030, Big5 or, where those leave more unread, UTF-8 makes of bytes that are not all UTF-8 */
function chinese(bytes: Uint8Array): DecodedText {
  const big5 = tellBig5(bytes);
  const asBig5 = big5 === "big5" ? loosely(bytes, "big5") : undefined;
  if (asBig5 !== undefined && isText(asBig5)) return asBig5;
  const strict = strictly(bytes, "gb18030");
  if (strict !== undefined)
    return { ...strict, ...(big5 === "perhaps" && strictly(bytes, "big5") && { mayBeBig5: true }) };
  const [gb, utf8] = [loosely(bytes, "gb18030"), loosely(bytes, "utf-8")];
  return utf8.unreadable <= gb.unreadable ? utf8 : gb;
}

function markedEncoding(bytes: Uint8Array): DecodedText["encoding"] | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33 ? "gb18030" : undefined;
}

const GUESS_BYTES = 4096;

function silentUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  for (let index = 0; index < Math.min(bytes.length, GUESS_BYTES); index += 1) {
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  // The ideographic space has a zero on the other side.
  if (odd > 0 && even * 4 <= odd) return "utf-16le";
  return even > 0 && odd * 4 <= even ? "utf-16be" : undefined;
}

function strictly(bytes: Uint8Array, encoding: DecodedText["encoding"]): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, unreadable: 0 };
  } catch {
    return undefined;
  }
}

function loosely(bytes: Uint8Array, encoding: DecodedText["encoding"]): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, unreadable: text.split("\ufffd").length - 1 };
}

/** Controls that no text has; tab, the line ends, page break and escape may be there. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;
/** One in a hundred is a slip; more is no text. */
const MOST_ODD = 0.01;

/** UTF-16 hardly ever makes characters of three bytes by chance, let alone so many. */
function isHan(text: string): boolean {
  const controls = text.match(CONTROLS)?.length ?? 0;
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= controls * HAN_FOR_A_CONTROL;
}

const HAN_FOR_A_CONTROL = 4;

function isText({ text, unreadable }: DecodedText): boolean {
  const controls = text.match(CONTROLS)?.length ?? 0;
  return unreadable + controls <= text.length * MOST_ODD;
}
