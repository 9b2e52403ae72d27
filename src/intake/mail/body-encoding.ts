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
  if (isValid(bytes, "utf-8")) return "utf-8";
  return isValid(bytes, "gb18030") ? "gb18030" : undefined;
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
