/**
 * The names a font goes by: family, style and PostScript name, in every language that it carries
 * (仿宋_GB2312 and FangSong_GB2312 are the same face).
 * @see ISO/IEC 14496-22, 5.2.4 (name)
 */
import { bytesOf, type FontTables } from "./font-tables.js";

export interface FontNames {
  readonly postScriptName: string;
  /** family names in all languages, the typographic family (16) before the legacy one (1) */
  readonly families: readonly string[];
  /** full names (4), by which a face may also be asked for */
  readonly fullNames: readonly string[];
  /** names of the style within the family, the typographic ones (17) before the legacy ones (2) */
  readonly styles: readonly string[];
  /** as the maker words it (5) */
  readonly version: string | undefined;
  /** copyright (0) and licence (13, 14), for those who ship the font */
  readonly legal: readonly string[];
}

export function readNames(tables: FontTables): FontNames {
  const found = collectNames(tables.table("name"));
  const all = (...ids: readonly number[]) => [...new Set(ids.flatMap((id) => [...(found.get(id) ?? [])]))];
  return {
    postScriptName: all(6)[0] ?? all(4, 1)[0] ?? "Unnamed",
    families: all(16, 1),
    fullNames: all(4),
    styles: all(17, 2),
    version: all(5)[0],
    legal: all(0, 13, 14),
  };
}

/**
 * Texts by name id. Macintosh names in Roman letters are read only where there are no others: they say the same. Those in
 * other scripts are read last: of some Chinese fonts of macOS the Chinese name stands nowhere else.
 */
function collectNames(name: DataView | undefined): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  if (name === undefined) return found;
  const strings = name.getUint16(4);
  for (const isMacintosh of [false, true]) {
    const skipsRoman = found.size > 0;
    for (let index = 0; index < name.getUint16(2); index += 1) {
      const record = 6 + index * 12;
      const id = name.getUint16(record + 6);
      if (!WANTED_IDS.includes(id) || (name.getUint16(record) === MACINTOSH) !== isMacintosh) continue;
      if (isMacintosh && skipsRoman && name.getUint16(record + 2) === ROMAN) continue;
      const text = decodeName(name, record, strings);
      if (text === undefined || text === "") continue;
      const texts = found.get(id) ?? new Set();
      found.set(id, texts.add(text));
    }
  }
  return found;
}

const MACINTOSH = 1;
/** Encoding of Macintosh names in Latin letters. */
const ROMAN = 0;

/** copyright, family, style, full name, version, PostScript name, licence and its address, typographic family and style */
const WANTED_IDS: readonly number[] = [0, 1, 2, 4, 5, 6, 13, 14, 16, 17];

/** @returns undefined for encodings that no font in use has */
function decodeName(name: DataView, record: number, strings: number): string | undefined {
  const label = labelOf(name.getUint16(record), name.getUint16(record + 2));
  if (label === undefined) return undefined;
  const start = strings + name.getUint16(record + 10);
  const end = start + name.getUint16(record + 8);
  if (end > name.byteLength) return undefined;
  const bytes = bytesOf(name).subarray(start, end);
  const text = label === "utf-16be" ? decodeUtf16(bytes) : new TextDecoder(label).decode(bytes);
  return text.replaceAll("\0", "").trim();
}

/** Nearly all names; a decoder made for each would cost more than all else about opening a face. */
function decodeUtf16(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    text += String.fromCharCode(((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0));
  }
  return text;
}

/**
 * Platform 3 is Windows with its code pages, 0 Unicode, 1 Macintosh with its scripts.
 * @see Open Font Format, name: encoding ids of the platforms
 */
function labelOf(platform: number, encoding: number): string | undefined {
  if (platform === 0) return "utf-16be";
  if (platform === MACINTOSH) return MACINTOSH_SCRIPTS.get(encoding);
  if (platform !== 3) return undefined;
  return WINDOWS_CODE_PAGES.get(encoding) ?? "utf-16be";
}

const MACINTOSH_SCRIPTS: ReadonlyMap<number, string> = new Map([
  [ROMAN, "macintosh"],
  [1, "shift_jis"],
  [2, "big5"],
  [3, "euc-kr"],
  [25, "gb18030"],
]);

const WINDOWS_CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [2, "shift_jis"],
  [3, "gb18030"],
  [4, "big5"],
  [5, "euc-kr"],
]);
