/**
 * A part of a mail in a form that a parser reads rightly: where its label is right or can be put right, its bytes
 * stay as they are; else its text is written anew, as UTF-8 in Base64.
 */
import { decodeText } from "../plain/decode-text.js";
import { decodeSevenBit } from "../plain/seven-bit-text.js";
import { type BodyEncoding, bodyEncoding } from "./body-encoding.js";
import { header, parameter } from "./header-block.js";
import { type PartBytes, partBytes } from "./transfer-encoding.js";

export interface RecodedPart {
  readonly headers: string;
  readonly body: Uint8Array;
  /** name of the encoding of a text that nothing here reads, which was left out */
  readonly unread?: string;
}

/** @param headers a header block with the empty line that ends it */
export function recodePart(headers: string, body: Uint8Array): RecodedPart {
  const type = header(headers, "content-type");
  const kept = { headers, body };
  if (/^(?:multipart|message)\//i.test(type ?? "")) return kept;
  if (type === undefined && parameter(headers, "boundary") !== undefined) return kept;
  const transfer = header(headers, "content-transfer-encoding")?.toLowerCase() ?? "";
  const isText = type === undefined || /^text\/(plain|html)\b/i.test(type);
  const part = partBytes(body, transfer, isText);
  if (!isText || /^attachment/i.test(header(headers, "content-disposition") ?? ""))
    return part.isAsSaid ? kept : written(headers, attachedBytes(part));
  const said = parameter(headers, "charset")?.toLowerCase();
  const encoding = bodyEncoding(part.bytes, said);
  if (encoding === "unread")
    return { ...written(labelled(headers, "utf-8"), new Uint8Array()), unread: said ?? "ISO-2022" };
  if (part.isAsSaid && !isRewritten(encoding))
    return { headers: encoding === undefined ? headers : labelled(headers, encoding), body };
  const text = decoded(part.bytes, encoding ?? said);
  return written(labelled(headers, "utf-8"), new TextEncoder().encode(text + footerOf(part, text)));
}

/** A parser has no decoder for these, or loses every other byte of them at the ends of lines. */
const isRewritten = (encoding: BodyEncoding | undefined): boolean =>
  encoding !== undefined && !["utf-8", "gb18030", "big5"].includes(encoding);

function decoded(bytes: Uint8Array, encoding: string | undefined): string {
  const sevenBit = bytes.some((byte) => byte >= 0x80) ? undefined : decodeSevenBit(bytes, encoding);
  if (typeof sevenBit === "object") return sevenBit.text;
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function footerOf({ footer }: PartBytes, text: string): string {
  if (footer === undefined) return "";
  const words = decodeText(footer)?.text ?? new TextDecoder().decode(footer);
  return text.endsWith("\n") ? words : `\n${words}`;
}

const attachedBytes = ({ bytes, footer }: PartBytes): Uint8Array =>
  footer === undefined ? bytes : Uint8Array.from(Buffer.concat([bytes, Buffer.from("\n"), footer]));

function written(headers: string, bytes: Uint8Array): RecodedPart {
  const without = headers.replace(
    /^content-transfer-encoding[ \t]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n/im,
    "",
  );
  const lines = Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
  return {
    headers: `Content-Transfer-Encoding: base64\r\n${without}`,
    body: new TextEncoder().encode(`${lines}\r\n`),
  };
}

/** Says the encoding of a text where the header block does not, or says one that its bytes are not of. */
function labelled(headers: string, encoding: string): string {
  const said = parameter(headers, "charset");
  if (said?.toLowerCase() === encoding) return headers;
  if (header(headers, "content-type") === undefined)
    return `Content-Type: text/plain; charset=${encoding}\r\n${headers}`;
  if (said === undefined)
    return headers.replace(/^(content-type[ \t]*:\s*text\/[a-z]+)/im, `$1; charset=${encoding}`);
  return headers.replace(/(charset\s*=\s*)(?:"[^"\r\n]*"|[^\s;]+)/i, `$1${encoding}`);
}
