/**
 * Writes an OpenType file from its tables: directory, padding, checksums. The same tables give
 * the same bytes.
 * @see ISO/IEC 14496-22, 4.3 (directory and checksums) and 5.1.1 (head)
 */

/** Added to the sum of the whole file it gives checkSumAdjustment (Open Font Format, head). */
const CHECKSUM_MAGIC = 0xb1b0afba;
const ADJUSTMENT_OFFSET = 8;

/** @param tables by tag; `head` among them gets a new checksum adjustment */
export function writeFont(version: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const size = entries.reduce((sum, [, data]) => sum + padded(data.length), 12 + entries.length * 16);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const searchStep = 2 ** Math.floor(Math.log2(entries.length));
  view.setUint32(0, version);
  view.setUint16(4, entries.length);
  view.setUint16(6, searchStep * 16);
  view.setUint16(8, Math.log2(searchStep));
  view.setUint16(10, entries.length * 16 - searchStep * 16);
  let offset = 12 + entries.length * 16;
  let head: number | undefined;
  for (const [index, [tag, data]] of entries.entries()) {
    bytes.set(data, offset);
    if (tag === "head") {
      head = offset;
      view.setUint32(offset + ADJUSTMENT_OFFSET, 0);
    }
    const entry = 12 + index * 16;
    for (let character = 0; character < 4; character += 1) {
      view.setUint8(entry + character, tag.charCodeAt(character));
    }
    view.setUint32(entry + 4, checksum(view, offset, padded(data.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, data.length);
    offset += padded(data.length);
  }
  if (head !== undefined) {
    view.setUint32(head + ADJUSTMENT_OFFSET, (CHECKSUM_MAGIC - checksum(view, 0, size)) >>> 0);
  }
  return bytes;
}

const padded = (length: number): number => (length + 3) & ~3;

/** Sum of big-endian 32-bit words, modulo 2^32. */
function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let offset = start; offset < start + length; offset += 4) {
    sum = (sum + view.getUint32(offset)) >>> 0;
  }
  return sum;
}
