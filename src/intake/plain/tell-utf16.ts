/** Which of its bytes comes first in UTF-16 that is called so: its mark, else the order that makes Han and ASCII of it. */

const MOST_BYTES = 4096;

/** @param said the label, which may name the order; a mark in the bytes outdoes it */
export function tellUtf16(bytes: Uint8Array, said = ""): "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, Math.min(bytes.length & ~1, MOST_BYTES));
  const little = inUse(sample, "utf-16le");
  const big = inUse(sample, "utf-16be");
  if (little !== big) return little > big ? "utf-16le" : "utf-16be";
  // RFC 2781, 4.3: without a mark the first byte is the greater.
  return said.endsWith("le") ? "utf-16le" : "utf-16be";
}

const inUse = (bytes: Uint8Array, encoding: string): number =>
  new TextDecoder(encoding).decode(bytes).match(/[\t\r\n -~\u3000-\u3002\u4e00-\u9fff\uff01-\uff1f]/g)
    ?.length ?? 0;
