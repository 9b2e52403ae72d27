/** Which encoding the bytes of a mail's text are of, where its label is missing or cannot be right. */

/** Labels that are put where nobody knows better; no Chinese text is of them. */
const EMPTY_LABELS: ReadonlySet<string> = new Set([
  ...["us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "cp1252", "default", "unknown-8bit"],
  ...["x-unknown", "unknown", "ansi_x3.4-1968", "utf-8", "utf8"],
]);

/** Enough to tell by. */
const MOST_BYTES = 1 << 20;

/** @returns undefined where what is said may stand */
export function bodyEncoding(
  body: Uint8Array,
  { said, transfer }: { readonly said: string | undefined; readonly transfer: string },
): "utf-8" | "gb18030" | undefined {
  if (said !== undefined && !EMPTY_LABELS.has(said)) return undefined;
  const bytes = decodedBytes(body.subarray(0, MOST_BYTES), transfer);
  if (!bytes.some((byte) => byte >= 0x80)) return undefined;
  if (isValid(bytes, "utf-8") || isNearlyUtf8(bytes)) return "utf-8";
  return isHan(bytes) && isValid(bytes, "gb18030") ? "gb18030" : undefined;
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

function decodedBytes(body: Uint8Array, transfer: string): Uint8Array {
  if (transfer.startsWith("base64")) return Buffer.from(new TextDecoder("latin1").decode(body), "base64");
  if (!transfer.startsWith("quoted")) return body;
  const text = new TextDecoder("latin1").decode(body).replace(/=[ \t]*\r?\n/g, "");
  const plain = text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}

/** What was cut in the middle of a character is still valid up to there. */
function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: bytes.length >= MOST_BYTES / 4 });
    return true;
  } catch {
    return false;
  }
}
