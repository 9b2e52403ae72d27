/**
 * A mail before it is parsed, in the encodings that its words are really of. Chinese mail programs write raw
 * GBK into header blocks, where only UTF-8 may stand (RFC 6532), call GB18030 by the names of its parts, and
 * leave the encoding of a part unsaid; a parser then makes of a file's name what nobody can read again.
 */
import { joinBytes } from "../../pictures/join-bytes.js";
import { decodeSevenBit } from "../plain/seven-bit-text.js";
import { parameter } from "./header-block.js";
import { recodePart } from "./recode-part.js";
import { partBytes } from "./transfer-encoding.js";

/** Header blocks of all parts; past this a message is no mail but a heap of headers. */
export const MAX_PARTS = 1000;

export interface RecodedMail {
  readonly bytes: Uint8Array;
  /** encodings of texts that were left out, for nothing here reads them */
  readonly unread: readonly string[];
}

/** @returns undefined where there are more parts than any mail has */
export function recodeMail(bytes: Uint8Array): RecodedMail | undefined {
  const unread: string[] = [];
  const pieces: Uint8Array[] = [];
  const boundaries = new Set<string>();
  let parts = 0;
  let at = mboxLine(bytes);
  for (;;) {
    parts += 1;
    if (parts > MAX_PARTS) return undefined;
    const end = endOfBlock(bytes, at);
    const raw = decode(bytes.subarray(at, end));
    const boundary = parameter(raw, "boundary");
    if (boundary !== undefined && boundary.length <= 200) boundaries.add(boundary);
    const stop = nextBoundary(bytes, end, boundaries);
    const body = bytes.subarray(end, stop.start);
    const part = recodePart(withGb18030(withoutSevenBit(raw)), body);
    if (part.unread !== undefined) unread.push(part.unread);
    pieces.push(new TextEncoder().encode(part.headers), part.body);
    // What stands behind the end of a multipart is no header block; the part around it may go on.
    let next = stop;
    while (next.isLast) next = nextBoundary(bytes, next.end, boundaries);
    if (next.end >= bytes.length) {
      pieces.push(bytes.subarray(stop.start));
      return { bytes: joinBytes(pieces), unread };
    }
    pieces.push(bytes.subarray(stop.start, next.end));
    at = next.end;
  }
}

/** “From ” in front of the headers is that of a mailbox file. */
function mboxLine(bytes: Uint8Array): number {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1000));
  return /^(?:\u00ef\u00bb\u00bf)?(?:From [^\r\n]*[\r\n]+)?/.exec(head)?.[0].length ?? 0;
}

/** @returns behind the empty line that ends a header block */
function endOfBlock(bytes: Uint8Array, from: number): number {
  let start = from;
  for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, start)) {
    const isEmpty = at === start || (at === start + 1 && bytes[start] === 13);
    start = at + 1;
    if (isEmpty) return start;
  }
  return bytes.length;
}

function decode(block: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(block);
  } catch {
    return new TextDecoder("gb18030").decode(block);
  }
}

const SEVEN_BIT_WORD =
  /=\?(hz(?:-gb-2312)?|utf-7|unicode-1-1-utf-7|iso-2022-cn(?:-ext)?)(?:\*[a-z-]{1,20})?\?([bq])\?([^?\s]*)\?=/gi;

/** Words of a header in an encoding for which a parser has no decoder. */
const withoutSevenBit = (headers: string): string =>
  headers.replace(SEVEN_BIT_WORD, (whole, name: string, way: string, word: string) => {
    const { bytes } = partBytes(
      new TextEncoder().encode(word.replace(/_/g, way.toLowerCase() === "q" ? " " : "_")),
      way.toLowerCase() === "q" ? "quoted-printable" : "base64",
      true,
    );
    const found = decodeSevenBit(bytes, name);
    return typeof found === "object" ? `=?utf-8?B?${Buffer.from(found.text).toString("base64")}?=` : whole;
  });

/** Names of what GB18030 holds; ISO-2022-CN and HZ are other encodings. */
const OF_GB18030 = "(?:gb2312|gb_2312-80|gb_1988-80|gbk|x-gbk|cp936|ms936|windows-936|x-cp936|euc-cn)";

const withGb18030 = (headers: string): string =>
  headers
    .replace(new RegExp(`(charset\\s*=\\s*"?\\s*)${OF_GB18030}(?=[\\s";]|$)`, "gi"), "$1gb18030")
    .replace(new RegExp(`=\\?${OF_GB18030}(\\*[a-z-]{1,20})?\\?(?=[bq]\\?)`, "gi"), "=?gb18030?")
    .replace(new RegExp(`(\\*0?\\*?\\s*=\\s*"?)${OF_GB18030}(?='[^'\\r\\n]{0,20}')`, "gi"), "$1gb18030");

interface BoundaryLine {
  readonly start: number;
  readonly end: number;
  /** it ends the last part of a multipart, and begins none */
  readonly isLast: boolean;
}

/** @returns where the next line stands that begins or ends a part; the end of the bytes where none does */
function nextBoundary(bytes: Uint8Array, from: number, boundaries: ReadonlySet<string>): BoundaryLine {
  for (let at = from; at >= 0 && at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const until = end < 0 ? bytes.length : end + 1;
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d && until - at <= 210) {
      const line = decode(bytes.subarray(at + 2, until)).trimEnd();
      if (boundaries.has(line)) return { start: at, end: until, isLast: false };
      if (line.endsWith("--") && boundaries.has(line.slice(0, -2)))
        return { start: at, end: until, isLast: true };
    }
    at = until;
  }
  return { start: bytes.length, end: bytes.length, isLast: false };
}
