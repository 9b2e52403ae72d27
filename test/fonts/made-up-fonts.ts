/**
 * Small fonts made for a case: a subset of a real one with names, weight and other tables of our
 * choice, alone or in a collection. So that finding and refusing fonts needs no fonts of others.
 */
import { type FontTables, findFontOffsets, readFontTables } from "../../src/fonts/font-tables.js";
import { openTrueType } from "../../src/fonts/open-truetype.js";
import { readFontMetrics } from "../../src/fonts/read-font-metrics.js";
import { readGlyphTable } from "../../src/fonts/read-glyphs.js";
import { writeFont } from "../../src/fonts/write-font.js";
import { fileOf, LATIN_FACE, readBytes } from "./font-files.js";

/** A record of the platform Windows in UTF-16, where nothing else is said; `text` is one in bytes then. */
export interface MadeUpName {
  readonly id: number;
  readonly language: number;
  readonly text: string | readonly number[];
  readonly platform?: number;
  readonly encoding?: number;
}

export interface MadeUpFont {
  readonly names: readonly MadeUpName[];
  readonly weight: number;
  readonly italic?: boolean;
  readonly fsType?: number;
  /** letters without serifs, by its PANOSE */
  readonly sans?: boolean;
  /** default weight of a variable font */
  readonly variable?: number;
  /** how far the heaviest weight of it moves each outline to the right, and widens it, in font units */
  readonly moves?: number;
  /** another table in place of the TrueType outlines, `CFF ` or `CFF2` */
  readonly outlines?: { readonly tag: string; readonly bytes: Uint8Array };
  /** characters, glyph 1 onwards */
  readonly characters?: string;
  /** draws its last two characters alike, in glyphs of their own */
  readonly twins?: boolean;
}

export const ENGLISH = 0x0409;
export const CHINESE = 0x0804;

/** A font named in English, for the cases that need no more. */
export const plainFont = (family: string, weight: number, more: Partial<MadeUpFont> = {}): Uint8Array =>
  makeFont({
    weight,
    names: [
      { id: 1, language: ENGLISH, text: family },
      { id: 6, language: ENGLISH, text: `${family.replaceAll(" ", "")}-${weight}` },
    ],
    ...more,
  });

export function makeFont(font: MadeUpFont): Uint8Array {
  const latin = openTrueType(fileOf(readBytes(LATIN_FACE)));
  const characters = [...(font.characters ?? "AB")];
  const shapes = characters.map((_, index) =>
    font.twins === true && index === characters.length - 1 ? index - 1 : index,
  );
  const glyphs = [0, ...shapes.map((index) => latin.glyph(0x41 + index))];
  const subset = fileOf(latin.subset(glyphs));
  const tables = readFontTables(subset, 0);
  const parts = new Map<string, Uint8Array>();
  for (const [tag, { offset, length }] of tables.ranges) parts.set(tag, subset.read(offset, length));
  parts.set("cmap", characterMap(characters));
  parts.set("name", nameTable(font.names));
  parts.set("OS/2", os2Table(font));
  parts.set("post", new Uint8Array(32));
  if (font.variable !== undefined) parts.set("fvar", weightAxis(font.variable));
  if (font.moves !== undefined) parts.set("gvar", variations(tables, font.moves));
  if (font.outlines === undefined) return writeFont(0x00010000, parts);
  for (const tag of ["glyf", "loca", "cvt ", "fpgm", "prep"]) parts.delete(tag);
  parts.set(font.outlines.tag, font.outlines.bytes);
  return writeFont(0x4f54544f, parts);
}

/** Puts fonts into one file, offsets moved to where each comes to stand. */
export function makeCollection(fonts: readonly Uint8Array[]): Uint8Array {
  const headerSize = 12 + fonts.length * 4;
  const size = fonts.reduce((sum, font) => sum + font.length, headerSize);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x74746366);
  view.setUint32(4, 0x00010000);
  view.setUint32(8, fonts.length);
  let start = headerSize;
  for (const [index, font] of fonts.entries()) {
    bytes.set(font, start);
    view.setUint32(12 + index * 4, start);
    for (let table = 0; table < view.getUint16(start + 4); table += 1) {
      const entry = start + 12 + table * 16 + 8;
      view.setUint32(entry, view.getUint32(entry) + start);
    }
    start += font.length;
  }
  if (findFontOffsets(fileOf(bytes)).length !== fonts.length) throw new Error("not a collection");
  return bytes;
}

/** Format 12 with one group a character. */
function characterMap(characters: readonly string[]): Uint8Array {
  const sorted = characters
    .map((character, index) => [character.codePointAt(0) ?? 0, index + 1] as const)
    .sort(([a], [b]) => a - b);
  const view = new DataView(new ArrayBuffer(12 + 16 + sorted.length * 12));
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + sorted.length * 12);
  view.setUint32(24, sorted.length);
  for (const [index, [code, glyph]] of sorted.entries()) {
    view.setUint32(28 + index * 12, code);
    view.setUint32(32 + index * 12, code);
    view.setUint32(36 + index * 12, glyph);
  }
  return new Uint8Array(view.buffer);
}

function nameTable(names: MadeUpFont["names"]): Uint8Array {
  const texts = names.map(({ text }) =>
    typeof text === "string" ? Buffer.from(text, "utf16le").swap16() : Buffer.from(text),
  );
  const strings = 6 + names.length * 12;
  const bytes = Buffer.alloc(strings + texts.reduce((sum, text) => sum + text.length, 0));
  bytes.writeUInt16BE(names.length, 2);
  bytes.writeUInt16BE(strings, 4);
  let offset = 0;
  for (const [index, { id, language, platform = 3, encoding = 1 }] of names.entries()) {
    const text = texts[index] ?? Buffer.alloc(0);
    const record = [platform, encoding, language, id, text.length, offset];
    for (const [field, value] of record.entries()) bytes.writeUInt16BE(value, 6 + index * 12 + field * 2);
    text.copy(bytes, strings + offset);
    offset += text.length;
  }
  return bytes;
}

function os2Table({ weight, italic, fsType, sans }: MadeUpFont): Uint8Array {
  const view = new DataView(new ArrayBuffer(96));
  view.setUint16(0, 4);
  view.setUint16(4, weight);
  view.setUint16(6, 5);
  view.setUint16(8, fsType ?? 0);
  if (sans === true) view.setUint16(32, 0x020b);
  view.setUint16(62, italic === true ? 1 : 0x40);
  view.setInt16(68, 1600);
  view.setInt16(70, -400);
  return new Uint8Array(view.buffer);
}

/**
 * Every point of every glyph moves by so much at the heaviest weight, the right phantom point with them.
 * @see ISO/IEC 14496-22, 7.3.4 (gvar)
 */
function variations(tables: FontTables, right: number): Uint8Array {
  const { glyphCount, longOffsets } = readFontMetrics(tables);
  const glyphTable = readGlyphTable(tables, { glyphCount, longOffsets });
  const data = Array.from({ length: glyphCount }, (_, glyph) => {
    const record = glyphTable.record(glyph);
    const contours = record.byteLength === 0 ? 0 : record.getInt16(0);
    const points = contours > 0 ? record.getUint16(10 + (contours - 1) * 2) + 1 : 0;
    // The left phantom point stays; the right one goes along; the two above and below stay.
    return variationOf([...Array.from({ length: points }, () => right), 0, right, 0, 0]);
  });
  const start = 20 + (glyphCount + 1) * 4;
  const bytes = new Uint8Array(start + data.reduce((sum, each) => sum + each.length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 1);
  view.setUint16(4, 1);
  view.setUint32(8, start);
  view.setUint16(12, glyphCount);
  view.setUint16(14, 1);
  view.setUint32(16, start);
  let offset = 0;
  for (const [glyph, each] of data.entries()) {
    view.setUint32(20 + glyph * 4, offset);
    bytes.set(each, start + offset);
    offset += each.length;
  }
  view.setUint32(20 + glyphCount * 4, offset);
  return bytes;
}

/** One variation of all points, at its peak in the heaviest weight; none upwards. */
function variationOf(across: readonly number[]): Uint8Array {
  const words = across.flatMap((distance, index) => [
    ...(index % 64 === 0 ? [0x40 | (Math.min(64, across.length - index) - 1)] : []),
    (distance >> 8) & 0xff,
    distance & 0xff,
  ]);
  const zeros = across.flatMap((_, index) =>
    index % 64 === 0 ? [0x80 | (Math.min(64, across.length - index) - 1)] : [],
  );
  const body = [0, ...words, ...zeros];
  const header = [0, 1, 0, 10, body.length >> 8, body.length & 0xff, 0xa0, 0, 0x40, 0];
  const bytes = [...header, ...body];
  return Uint8Array.from(bytes.length % 2 === 0 ? bytes : [...bytes, 0]);
}

/** fvar with the weight axis alone, 100 to 900. */
function weightAxis(byDefault: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(36));
  view.setUint16(0, 1);
  view.setUint16(4, 16);
  view.setUint16(6, 2);
  view.setUint16(8, 1);
  view.setUint16(10, 20);
  view.setUint32(16, 0x77676874);
  for (const [index, value] of [100, byDefault, 900].entries())
    view.setInt32(20 + index * 4, value * 0x10000);
  return new Uint8Array(view.buffer);
}
