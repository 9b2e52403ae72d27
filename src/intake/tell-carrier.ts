/**
 * What a file is, told by its bytes and never by its name: units rename .wps to .docx and mails to .txt.
 * What is not read is named as exactly as its bytes allow, for each has another way out (carrier-notices.ts).
 */
import { isJpeg } from "../pictures/jpeg-parts.js";
import { isPng } from "../pictures/png-chunks.js";
import type { Carrier, RefusedFormat } from "./carrier.js";
import { MAX_SUBMISSION_BYTES } from "./intake-limits.js";
import { tellOle } from "./legacy/tell-ole.js";
import { decodeText } from "./plain/decode-text.js";
import { decodeSevenBit } from "./plain/seven-bit-text.js";
import { tellPackage } from "./tell-package.js";

export function tellCarrier(bytes: Uint8Array): Carrier {
  if (bytes.length === 0) return refused("empty");
  if (bytes.length > MAX_SUBMISSION_BYTES) return refused("too-large");
  if (isPng(bytes) || isJpeg(bytes) || (startsWith(bytes, "RIFF") && hasText(bytes, "WEBP", 8)))
    return { kind: "picture" };
  if (isZip(bytes)) return tellPackage(bytes);
  if (startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return tellOle(bytes);
  const format = formatByMagic(bytes);
  return format === undefined ? tellText(bytes) : refused(format);
}

const refused = (format: RefusedFormat): Carrier => ({ kind: "refused", format });

/** A local file header, or the end of an empty archive. */
const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06") || startsWith(bytes, "PK\x07\x08");

const MAGIC: readonly (readonly [RefusedFormat, string])[] = [
  ["pdf", "%PDF-"],
  ["rtf", "{\\rtf"],
  ["archive", "7z\xbc\xaf\x27\x1c"],
  ["archive", "Rar!\x1a\x07"],
  ["archive", "\x1f\x8b"],
  ["archive", "BZh"],
  ["archive", "\xfd7zXZ\0"],
  ["gif", "GIF87a"],
  ["gif", "GIF89a"],
  ["tiff", "II*\0"],
  ["tiff", "MM\0*"],
  ["winmail", "\x78\x9f\x3e\x22"],
  ["emf", "\xd7\xcd\xc6\x9a"],
  // Word for Windows 1 and 2, before it took compound files.
  ["word-95", "\x9b\xa5\x21\0"],
  ["word-95", "\xdb\xa5\x2d\0"],
];

function formatByMagic(bytes: Uint8Array): RefusedFormat | undefined {
  if (hasText(bytes, "ftyp", 4)) return formatByBrand(latin1(bytes, 8, 12));
  // “BM” begins many a text; the four reserved bytes are zero in a picture alone.
  if (startsWith(bytes, "BM") && hasText(bytes, "\0\0\0\0", 6)) return "bmp";
  if (hasText(bytes, " EMF", 40)) return "emf";
  // PDF may stand behind rubbish of a kilobyte, and still opens (ISO 32000-1, annex H, note 13).
  if (latin1(bytes, 0, 1024).includes("\n%PDF-1.")) return "pdf";
  return MAGIC.find(([, magic]) => startsWith(bytes, magic))?.[0];
}

function formatByBrand(brand: string): RefusedFormat {
  if (/^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(brand)) return "heic";
  return brand === "avif" || brand === "avis" ? "avif" : "video";
}

/** How much of a text is looked at; a header block of a mail may be long. */
const HEAD_CHARACTERS = 64 * 1024;

function tellText(bytes: Uint8Array): Carrier {
  const decoded = decodeText(bytes);
  // A mail is bytes of many encodings: its parts say which, and its header block is mostly ASCII.
  const head = (decoded?.text ?? latin1(bytes, 0, HEAD_CHARACTERS)).slice(0, HEAD_CHARACTERS);
  const mail = tellMail(head);
  if (mail !== undefined) return mail;
  if (decoded === undefined) return refused(isUnreadSevenBit(bytes) ? "old-encoding" : "binary");
  if (decoded.text.trim() === "") return refused("empty");
  return tellMarkup(head) ?? { kind: "text" };
}

const isUnreadSevenBit = (bytes: Uint8Array): boolean =>
  !bytes.some((byte) => byte === 0 || byte >= 0x80) && decodeSevenBit(bytes) === "unread";

const HEADER = /^([A-Za-z][A-Za-z0-9-]{0,76})[ \t]*:/;
/** What a mail carries of its way; one of them, and one more header of any mail, make a header block. */
const OF_A_MAIL: ReadonlySet<string> = new Set(
  "received return-path message-id mime-version delivered-to from subject".split(" "),
);
const OF_ANY_MAIL: ReadonlySet<string> = new Set([
  ...OF_A_MAIL,
  ...["to", "cc", "date", "sender", "reply-to", "content-type", "content-transfer-encoding", "x-mailer"],
]);
const OF_A_SENT_MAIL: readonly string[] = ["to", "received", "message-id", "return-path", "delivered-to"];

function tellMail(head: string): Carrier | undefined {
  const names = new Set<string>();
  let type = "";
  let last = "";
  for (const line of head.replace(/^\ufeff?(?:From [^\r\n]*[\r\n]+)?/, "").split(/\r\n|\n|\r/)) {
    if (line === "") break;
    if (/^[ \t]/.test(line) && last !== "") {
      if (last === "content-type") type += line;
      continue;
    }
    const name = HEADER.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) return undefined;
    last = name;
    names.add(name);
    if (name === "content-type") type += line;
  }
  const known = [...names].filter((name) => OF_ANY_MAIL.has(name));
  if (known.length < 2 || !known.some((name) => OF_A_MAIL.has(name))) return undefined;
  const isPage = /multipart\/related/i.test(type) && !OF_A_SENT_MAIL.some((name) => names.has(name));
  return isPage || names.has("snapshot-content-location") ? refused("mhtml") : { kind: "mail" };
}

/** Comments and white space in front of the first tag say nothing. */
const IN_FRONT = /^(?:\s|<!--[^>]{0,2000}?-->)*/;
const PAGE =
  /^<(?:!doctype\s+html|(?:html|head|body|meta|title|style|link|base|div|p|span|font|table|center|h[1-6]|ul|ol|pre|br|b|strong|i|em|u|sup|sub|img|a|section|article|blockquote|header|footer|main|nav|aside|figure|form|dl|hr)[\s/>])/i;
/** What Windows puts around a page on its clipboard. */
const CLIPBOARD = /^Version:\d\.\d\s+StartHTML:/;

function tellMarkup(head: string): Carrier | undefined {
  const text = head.replace(/^\ufeff/, "");
  if (CLIPBOARD.test(text)) return { kind: "html" };
  const rest = text.replace(IN_FRONT, "").replace(/^<\?xml[^>]{0,500}\?>\s*/i, "");
  if (PAGE.test(rest.replace(IN_FRONT, ""))) return { kind: "html" };
  if (/^<svg[\s>]/i.test(rest) || /^<!doctype\s+svg/i.test(rest)) return refused("svg");
  if (rest.length === text.replace(IN_FRONT, "").length) return undefined;
  if (/<\?mso-application\s+progid="Word\.Document"|<w:wordDocument[\s>]/.test(rest))
    return refused(/<pkg:package[\s>]/.test(rest) ? "flat-opc" : "word-2003-xml");
  return refused(/<pkg:package[\s>]/.test(rest) ? "flat-opc" : "xml");
}

const startsWith = (bytes: Uint8Array, text: string): boolean => hasText(bytes, text, 0);

function hasText(bytes: Uint8Array, text: string, at: number): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

const latin1 = (bytes: Uint8Array, from: number, until: number): string =>
  new TextDecoder("latin1").decode(bytes.subarray(from, until));
