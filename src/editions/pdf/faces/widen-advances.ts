/**
 * Gives glyphs of a TrueType subset other advance widths, as the PDF file states them for codes
 * that carry a gap with them (embed-face.ts). PDF/A wants the widths of the file and of the font
 * program to agree.
 * @see OpenType 1.9: the table directory, hmtx, and head's checkSumAdjustment
 */

const DIRECTORY = 12;
const ENTRY = 16;
/** The sum that a whole font file has to come to (OpenType, head). */
const CHECKSUM_MAGIC = 0xb1b0afba;

/**
 * @param advances in font units, by glyph
 * @returns the same file, changed in place
 */
export function widenAdvances(font: Uint8Array, advances: ReadonlyMap<number, number>): Uint8Array {
  if (advances.size === 0) return font;
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const metrics = findTable(view, "hmtx");
  const head = findTable(view, "head");
  const fullMetrics = view.getUint16(findTable(view, "hhea").offset + 34);
  for (const [glyph, advance] of advances) {
    if (glyph >= fullMetrics) throw new Error(`Glyph ${glyph} of a subset has no width of its own`);
    view.setUint16(metrics.offset + glyph * 4, advance);
  }
  view.setUint32(metrics.entry + 4, sumOf(view, metrics.offset, metrics.length));
  view.setUint32(head.offset + 8, 0);
  view.setUint32(head.offset + 8, CHECKSUM_MAGIC - sumOf(view, 0, font.byteLength));
  return font;
}

interface Table {
  readonly entry: number;
  readonly offset: number;
  readonly length: number;
}

function findTable(view: DataView, tag: string): Table {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const entry = DIRECTORY + index * ENTRY;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)));
    if (name === tag) return { entry, offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) };
  }
  throw new Error(`A font subset has no table ${tag}`);
}

/** Sum of 32-bit words, the last one filled with zeros. */
function sumOf(view: DataView, offset: number, length: number): number {
  let sum = 0;
  const whole = length & ~3;
  for (let place = 0; place < whole; place += 4) sum = (sum + view.getUint32(offset + place)) >>> 0;
  for (let place = whole; place < length; place++) {
    sum = (sum + view.getUint8(offset + place) * 2 ** (24 - (place - whole) * 8)) >>> 0;
  }
  return sum;
}
