/**
 * The bytes of a part of a mail, by its transfer encoding (RFC 2045, 6): what its header says, and where that is
 * missing or cannot be so, what the body shows. Which characters the bytes are is body-encoding.ts.
 */
import { bodyEncoding } from "./body-encoding.js";
import { takeUuFiles } from "./uuencode.js";

export interface PartBytes {
  readonly bytes: Uint8Array;
  /** text that a mailing list put behind encoded lines, as it stands */
  readonly footer: Uint8Array | undefined;
  /** whether a parser that goes by the header reads the same */
  readonly isAsSaid: boolean;
}

/** @param said lower case; "" where the header block has none */
export function partBytes(body: Uint8Array, said: string, isText: boolean): PartBytes {
  if (/uu/.test(said)) {
    const [file] = takeUuFiles(latin1(body)).files;
    return file === undefined ? plain(body, false) : { ...plain(file.bytes, false) };
  }
  if (said.startsWith("base64")) return isText ? saidBase64(body) : plain(body, true);
  if (said.startsWith("quoted")) {
    const text = latin1(body);
    return { ...plain(fromQuoted(text), !/=[ \t]+\r?\n/.test(text)) };
  }
  return isText ? shownText(body) : shownFile(body);
}

const plain = (bytes: Uint8Array, isAsSaid: boolean): PartBytes => ({ bytes, footer: undefined, isAsSaid });

const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);
const toBytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));

/** Spaces between the sign of a soft break and the end of its line were put there on the way. */
const fromQuoted = (text: string): Uint8Array =>
  toBytes(
    text
      .replace(/=[ \t]*\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

interface EncodedLines {
  readonly digits: string;
  readonly footer: Uint8Array | undefined;
}

const BASE64_LINE = /^[A-Za-z0-9+/]+={0,2}$/;

/** @returns undefined where the body does not begin with a line of Base64 */
function base64Lines(body: Uint8Array): EncodedLines | undefined {
  const text = latin1(body);
  let digits = "";
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next + 1;
    const line = text.slice(at, end).trim();
    if (line !== "" && !BASE64_LINE.test(line)) break;
    digits += line;
    at = end;
  }
  if (digits === "") return undefined;
  const rest = text.slice(at);
  // A line that was hurt on the way is no footer: what follows it goes on.
  if (rest.split("\n").some((line) => line.trim().length >= 60 && BASE64_LINE.test(line.trim())))
    return undefined;
  return { digits, footer: rest.trim() === "" ? undefined : body.subarray(at) };
}

/** Padding in the middle ends a unit. */
const fromBase64 = (digits: string): Uint8Array =>
  Uint8Array.from(Buffer.concat(digits.split(/=+/).map((unit) => Buffer.from(unit, "base64"))));

function saidBase64(body: Uint8Array): PartBytes {
  const lines = base64Lines(body);
  if (lines !== undefined)
    return {
      bytes: fromBase64(lines.digits),
      footer: lines.footer,
      isAsSaid: lines.footer === undefined,
    };
  // Raw characters, or words with spaces from the first line on, were never encoded.
  const isRaw =
    body.some((byte) => byte >= 0x80) || /^\s*[A-Za-z]+[,.]? +[A-Za-z]+[,.]? +[A-Za-z]/.test(latin1(body));
  return isRaw ? plain(body, false) : plain(fromBase64(latin1(body).replace(/[^A-Za-z0-9+/=]+/g, "")), true);
}

const QUOTED_HAN = /(?:=[89A-F][0-9A-F](?:=[ \t]*\r?\n)?){4}/i;

/** A text that no header says to be encoded, and is. */
function shownText(body: Uint8Array): PartBytes {
  const text = latin1(body);
  if (QUOTED_HAN.test(text) && !body.some((byte) => byte >= 0x80)) {
    const bytes = fromQuoted(text);
    if (bodyEncoding(bytes, undefined) !== undefined) return plain(bytes, false);
  }
  const lines = base64Lines(body);
  if (lines === undefined || lines.digits.length < LEAST_DIGITS || !isPadded(lines.digits))
    return plain(body, true);
  const bytes = fromBase64(lines.digits);
  const isHan = bodyEncoding(bytes, undefined) !== undefined && !/[\0-\x08]/.test(latin1(bytes));
  return isHan ? { bytes, footer: lines.footer, isAsSaid: false } : plain(body, true);
}

const isPadded = (digits: string): boolean => digits.replace(/=+(?=[^=])/g, "").length % 4 === 0;

/** Fewer are a word. */
const LEAST_DIGITS = 24;

/** No file of Word and no photo is all letters and digits. */
function shownFile(body: Uint8Array): PartBytes {
  const lines = base64Lines(body);
  if (lines === undefined || lines.footer !== undefined || lines.digits.length < LEAST_DIGITS)
    return plain(body, true);
  return isPadded(lines.digits) ? plain(fromBase64(lines.digits), false) : plain(body, true);
}
