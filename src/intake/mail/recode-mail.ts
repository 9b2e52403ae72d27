/**
 * A mail before it is parsed, in the encodings that its words are really of. Chinese mail programs write raw
 * GBK into header blocks, where only UTF-8 may stand (RFC 6532), call GB18030 by the names of its parts, and
 * leave the encoding of a part unsaid; a parser then makes of a file's name what nobody can read again.
 */
import { joinBytes } from "../../pictures/join-bytes.js";
import { bodyEncoding } from "./body-encoding.js";

/** Header blocks of all parts; past this a message is no mail but a heap of headers. */
export const MAX_PARTS = 1000;

/** @returns undefined where there are more parts than any mail has */
export function recodeMail(bytes: Uint8Array): Uint8Array | undefined {
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
    const next = nextBoundary(bytes, end, boundaries);
    const body = bytes.subarray(end, next.start);
    pieces.push(new TextEncoder().encode(withEncoding(withGb18030(raw), body)), body);
    if (next.end >= bytes.length) {
      pieces.push(bytes.subarray(next.start));
      return joinBytes(pieces);
    }
    pieces.push(bytes.subarray(next.start, next.end));
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

/** Names of what GB18030 holds; ISO-2022-CN and HZ are other encodings. */
const OF_GB18030 = "(?:gb2312|gb_2312-80|gb_1988-80|gbk|x-gbk|cp936|ms936|windows-936|x-cp936|euc-cn)";

const withGb18030 = (headers: string): string =>
  headers
    .replace(new RegExp(`(charset\\s*=\\s*"?\\s*)${OF_GB18030}(?=[\\s";]|$)`, "gi"), "$1gb18030")
    .replace(new RegExp(`=\\?${OF_GB18030}(\\*[a-z-]{1,20})?\\?(?=[bq]\\?)`, "gi"), "=?gb18030?")
    .replace(new RegExp(`(\\*0?\\*?\\s*=\\s*"?)${OF_GB18030}(?='[^'\\r\\n]{0,20}')`, "gi"), "$1gb18030");

/** @returns value of a parameter of Content-Type, unfolded */
export function parameter(headers: string, name: string): string | undefined {
  const type = header(headers, "content-type");
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, "i").exec(type ?? "");
  return match?.[1] ?? match?.[2];
}

function header(headers: string, name: string): string | undefined {
  const match = new RegExp(`^${name}[ \\t]*:([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)`, "im").exec(headers);
  return match?.[1]?.replace(/\r?\n/g, "").trim();
}

/** Says the encoding of a text where the header block does not, or says one that its bytes are not of. */
function withEncoding(headers: string, body: Uint8Array): string {
  const type = header(headers, "content-type");
  if (type !== undefined && !/^text\/(plain|html)\b/i.test(type)) return headers;
  if (type === undefined && parameter(headers, "boundary") !== undefined) return headers;
  const said = parameter(headers, "charset")?.toLowerCase();
  const encoding = bodyEncoding(body, {
    said,
    transfer: header(headers, "content-transfer-encoding")?.toLowerCase() ?? "7bit",
  });
  if (encoding === undefined || encoding === said) return headers;
  if (type === undefined) return `Content-Type: text/plain; charset=${encoding}\r\n${headers}`;
  if (said === undefined)
    return headers.replace(/^(content-type[ \t]*:[ \t]*text\/[a-z]+)/im, `$1; charset=${encoding}`);
  return headers.replace(/(charset\s*=\s*)(?:"[^"\r\n]*"|[^\s;]+)/i, `$1${encoding}`);
}

/** @returns where the next line stands that begins a part; the end of the bytes where none does */
function nextBoundary(
  bytes: Uint8Array,
  from: number,
  boundaries: ReadonlySet<string>,
): { readonly start: number; readonly end: number } {
  for (let at = from; at >= 0 && at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const until = end < 0 ? bytes.length : end + 1;
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d && until - at <= 210) {
      const line = decode(bytes.subarray(at + 2, until)).trimEnd();
      // What stands behind the end of a multipart is no header block; the part around it may go on.
      if (boundaries.has(line)) return { start: at, end: until };
    }
    at = until;
  }
  return { start: bytes.length, end: bytes.length };
}
