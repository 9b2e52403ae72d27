/**
 * The frame of an OpenType file: its directory of tables, for a single font and for each font of
 * a collection. Reads the directory alone; tables are read when asked for, each once. What stands
 * in the tables is left to the readers beside this file.
 * @see ISO/IEC 14496-22 (Open Font Format), 4.3 and 4.6
 */
import { UnusableFile } from "../diagnostics/diagnostic.js";
import type { FontFile } from "./face.js";

/** What the file holds is at fault, not whether it can be read. */
export class DamagedFont extends UnusableFile {}

export interface TableRange {
  readonly offset: number;
  readonly length: number;
}

export interface FontTables {
  readonly file: FontFile;
  /** `true` for quadratic outlines (glyf), else Compact Font Format */
  readonly outlines: "truetype" | "cff";
  readonly ranges: ReadonlyMap<string, TableRange>;
  /** @returns a table's bytes for big-endian reading, or undefined where the font has none */
  table(tag: string): DataView | undefined;
  /** @returns a table that no font of this kind can do without */
  requiredTable(tag: string): DataView;
}

/** 0x00010000 and `true`: TrueType outlines; `OTTO`: CFF outlines (Open Font Format, 4.3) */
const TRUETYPE_TAGS = [0x00010000, 0x74727565];
const CFF_TAG = 0x4f54544f;
const COLLECTION_TAG = 0x74746366;

/** No file has more tables or fonts than these; a larger count is damage. */
const MAX_TABLES = 256;
const MAX_FONTS = 256;

/** @returns offsets at which the fonts of a file start: one, or those of a collection */
export function findFontOffsets(file: FontFile): readonly number[] {
  const header = readRange(file, { offset: 0, length: 12 });
  if (header.getUint32(0) !== COLLECTION_TAG) return [0];
  const count = header.getUint32(8);
  if (count === 0 || count > MAX_FONTS) throw damagedFont(file, `${count} fonts`);
  const offsets = readRange(file, { offset: 12, length: count * 4 });
  return Array.from({ length: count }, (_, index) => offsets.getUint32(index * 4));
}

/** @param offset start of the font in the file, not 0 in a collection */
export function readFontTables(file: FontFile, offset: number): FontTables {
  const header = readRange(file, { offset, length: 12 });
  const version = header.getUint32(0);
  const isTrueType = TRUETYPE_TAGS.includes(version);
  if (!isTrueType && version !== CFF_TAG) throw notAFont(file);
  const count = header.getUint16(4);
  if (count > MAX_TABLES) throw damagedFont(file, `${count} tables`);
  const directory = readRange(file, { offset: offset + 12, length: count * 16 });
  const ranges = new Map<string, TableRange>();
  for (let entry = 0; entry < count * 16; entry += 16) {
    const tag = readTag(directory, entry);
    ranges.set(tag, { offset: directory.getUint32(entry + 8), length: directory.getUint32(entry + 12) });
  }
  const read = new Map<string, DataView>();
  const table = (tag: string): DataView | undefined => {
    const range = ranges.get(tag);
    if (range === undefined) return undefined;
    const known = read.get(tag) ?? readRange(file, range);
    read.set(tag, known);
    return known;
  };
  return {
    file,
    outlines: isTrueType ? "truetype" : "cff",
    ranges,
    table,
    requiredTable(tag) {
      const found = table(tag);
      if (found === undefined) throw damagedFont(file, `no ${tag.trim()} table`);
      return found;
    },
  };
}

/** @returns the bytes as a view; a range outside the file is damage */
export function readRange(file: FontFile, { offset, length }: TableRange): DataView {
  if (offset < 0 || length < 0 || offset + length > file.size) {
    throw damagedFont(file, `bytes ${offset} to ${offset + length} of ${file.size}`);
  }
  const bytes = file.read(offset, length);
  if (bytes.length < length) throw damagedFont(file, `only ${bytes.length} of ${length} bytes`);
  return new DataView(bytes.buffer, bytes.byteOffset, length);
}

export function readTag(view: DataView, offset: number): string {
  return String.fromCharCode(
    view.getUint8(offset),
    view.getUint8(offset + 1),
    view.getUint8(offset + 2),
    view.getUint8(offset + 3),
  );
}

export const bytesOf = (view: DataView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** Runs a reader; an offset that leads out of its table is reported as damage of the file. */
export function guardAgainstDamage<T>(file: FontFile, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw damagedFont(file, error.message, error);
    throw error;
  }
}

/** @param detail what contradicts itself, for whoever repairs the font */
export function damagedFont(file: FontFile, detail: string, cause?: unknown): DamagedFont {
  return new DamagedFont(
    file.path,
    {
      problem: {
        zh: `字体文件 ${file.path} 已损坏（${detail}）。`,
        en: `The font file ${file.path} is damaged (${detail}).`,
      },
      remedy: REPLACE_FILE,
    },
    cause,
  );
}

function notAFont(file: FontFile): DamagedFont {
  return new DamagedFont(file.path, {
    problem: {
      zh: `${file.path} 不是可用的字体文件：它不以 TrueType 或 OpenType 的标记开头。`,
      en: `${file.path} is not a usable font file: it does not begin like TrueType or OpenType.`,
    },
    remedy: REPLACE_FILE,
  });
}

const REPLACE_FILE = {
  zh: "请换上完好的 .ttf、.otf 或 .ttc 文件，或从配置的字体文件夹中移走它。",
  en: "Replace it with an intact .ttf, .otf or .ttc file, or move it out of the configured font folders.",
};
