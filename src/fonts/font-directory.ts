/**
 * The fonts of some folders, found by any name they go by (仿宋_GB2312, FangSong_GB2312) and by
 * weight. Of each file only the directory and the tables name and OS/2 are read, and only once a
 * font is asked for. Listing the folders is left to whoever has a disk.
 */
import { UnusableFile } from "../diagnostics/diagnostic.js";
import type { FontFile, FontSource } from "./face.js";
import {
  DamagedFont,
  type FontTables,
  findFontOffsets,
  guardAgainstDamage,
  readFontTables,
} from "./font-tables.js";
import { weightByName } from "./named-weight.js";
import { type CharacterMap, readCharacterMap } from "./read-cmap.js";
import { isSansSerif, weightOf } from "./read-font-metrics.js";
import { type FontNames, readNames } from "./read-names.js";
import { canVary, weightAxisOf } from "./vary-outlines.js";

/** @param files in order of preference; files that are no fonts, or are damaged, are passed over; @throws UnusableFile for one that cannot be read */
export function fontDirectory(files: () => Iterable<FontFile>): FontSource {
  let index: ReadonlyMap<string, readonly FontEntry[]> | undefined;
  return {
    open({ family, weight }) {
      index ??= indexFonts(files());
      const entries = index.get(nameKey(family)) ?? [];
      return entries.find((entry) => entry.weight === nearestHundred(weight))?.file;
    },
    having(characters, { weight, isSansSerif = false }) {
      if (characters.length === 0) return [];
      index ??= indexFonts(files());
      const entries = [...new Set([...index.values()].flat())];
      const distance = (entry: FontEntry) =>
        entry.strangeness * 1000 +
        (entry.isSansSerif === isSansSerif ? 0 : OTHER_KIND) +
        Math.abs(entry.weight - weight);
      const wanted = new Set(characters);
      return entries
        .sort((a, b) => distance(a) - distance(b))
        .filter((entry) => {
          const has = [...wanted].filter((character) => entry.has(character));
          for (const character of has) wanted.delete(character);
          return has.length > 0;
        })
        .map(({ file }) => file);
    },
  };
}

/** 黑体 among 仿宋 is worse than a weight two steps away. */
const OTHER_KIND = 250;

interface FontEntry {
  readonly file: FontFile;
  /** in whole hundreds, as templates give weights */
  readonly weight: number;
  /** 0 for upright letters of normal width; italic and condensed fonts come behind */
  readonly strangeness: number;
  readonly isSansSerif: boolean;
  /** true for a character that it has a glyph for */
  readonly has: (codePoint: number) => boolean;
}

function indexFonts(files: Iterable<FontFile>): ReadonlyMap<string, readonly FontEntry[]> {
  const index = new Map<string, FontEntry[]>();
  for (const file of files) {
    for (const { entry, keys } of fontsOf(file)) {
      for (const key of keys) {
        const entries = index.get(key) ?? [];
        entries.push(entry);
        index.set(key, entries);
      }
    }
  }
  // Sorting keeps the order of files where fonts are equally plain.
  for (const entries of index.values()) entries.sort((a, b) => a.strangeness - b.strangeness);
  return index;
}

interface NamedFont {
  readonly entry: FontEntry;
  /** every name that it goes by */
  readonly keys: ReadonlySet<string>;
}

/** An open file stays what it is, and so do the files of its fonts: what is known of them holds on. */
const fontsOfFiles = new WeakMap<FontFile, readonly NamedFont[]>();

function fontsOf(file: FontFile): readonly NamedFont[] {
  const known = fontsOfFiles.get(file);
  if (known !== undefined) return known;
  const fonts = readFonts(file);
  fontsOfFiles.set(file, fonts);
  return fonts;
}

/** @returns the fonts of a file; none where it cannot be read as one, its names and measures included */
function readFonts(file: FontFile): readonly NamedFont[] {
  try {
    return guardAgainstDamage(file, () =>
      findFontOffsets(file)
        .map((offset) => readFontTables(file, offset))
        .filter((tables) => tables.table("name") !== undefined && tables.table("OS/2")?.byteLength !== 0)
        .flatMap(namedFonts),
    );
  } catch (error) {
    if (error instanceof DamagedFont) return [];
    throw error;
  }
}

function namedFont(tables: FontTables): NamedFont {
  const names = readNames(tables);
  const keys = [...names.families, ...names.fullNames, names.postScriptName].map(nameKey);
  return { entry: entryOf(tables, names), keys: new Set(keys) };
}

/** A variable font is a font of each of its weights. */
function namedFonts(tables: FontTables): readonly NamedFont[] {
  const named = namedFont(tables);
  const axis = weightAxisOf(tables);
  if (axis === undefined) return [named];
  const weights = WEIGHTS.filter((weight) => canVary(tables, axis, weight));
  if (weights.length === 0) return [named];
  const { entry, keys } = named;
  return weights.map((weight) => ({ entry: { ...entry, weight, file: { ...entry.file, weight } }, keys }));
}

const WEIGHTS = [100, 200, 300, 400, 500, 600, 700, 800, 900];

/** usWidthClass of a font of normal width; bit 0 of fsSelection: italic (Open Font Format, OS/2) */
const NORMAL_WIDTH = 5;
const ITALIC = 0x0001;

function entryOf(tables: FontTables, names: FontNames): FontEntry {
  const { file } = tables;
  const os2 = tables.table("OS/2");
  const hasFields = os2 !== undefined && os2.byteLength >= 64;
  const width = hasFields ? os2.getUint16(6) || NORMAL_WIDTH : NORMAL_WIDTH;
  const isItalic = hasFields && (os2.getUint16(62) & ITALIC) !== 0;
  return {
    file: {
      path: file.path,
      size: file.size,
      postScriptName: names.postScriptName,
      read: (offset, length) => file.read(offset, length),
    },
    weight: nearestHundred(weightByName(hasFields ? weightOf(os2.getUint16(4)) : 400, names)),
    has: characterFinder(tables),
    isSansSerif: hasFields && isSansSerif(os2),
    strangeness: Math.abs(width - NORMAL_WIDTH) + (isItalic ? 10 : 0),
  };
}

/** Reads the characters of a font when one is first asked for; a font without a usable table has none. */
function characterFinder(tables: FontTables): (codePoint: number) => boolean {
  let characters: Pick<CharacterMap, "glyph"> | undefined;
  return (codePoint) => {
    characters ??= charactersOf(tables);
    return characters.glyph(codePoint) > 0;
  };
}

function charactersOf(tables: FontTables): Pick<CharacterMap, "glyph"> {
  try {
    return guardAgainstDamage(tables.file, () => readCharacterMap(tables));
  } catch (error) {
    if (error instanceof UnusableFile) return { glyph: () => 0 };
    throw error;
  }
}

/** Names are compared without regard to case and runs of spaces, as CSS compares them. */
const nameKey = (name: string): string => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

const nearestHundred = (weight: number): number =>
  Math.min(900, Math.max(100, Math.round(weight / 100) * 100));
