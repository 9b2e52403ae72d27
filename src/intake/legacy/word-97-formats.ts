/**
 * What a Word 97–2003 document says of its characters and paragraphs where it says so itself: pages of 512
 * bytes with runs and the properties of each. Styles are not read but for the number of a heading's.
 * @see [MS-DOC] 2.9.33 (ChpxFkp), 2.9.174 (PapxFkp), 2.6.1 and 2.6.2 (properties of characters, paragraphs)
 */
import { tablePart, viewOf, type Word97Text } from "./word-97-text.js";

export interface CharacterFormat {
  readonly isDeleted: boolean;
  readonly isInserted: boolean;
  readonly isHidden: boolean;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  readonly position: "baseline" | "superscript" | "subscript";
  /** in pt */
  readonly fontSize: number | undefined;
}

export interface ParagraphFormat {
  readonly isInTable: boolean;
  /** the mark that ends a row of a table and is no paragraph */
  readonly endsRow: boolean;
  readonly alignment: "start" | "center" | "end";
  readonly outlineLevel: number | undefined;
  /** in pt */
  readonly firstLineIndent: number | undefined;
  readonly startsPage: boolean;
  /** by a list, whose numbers are not read */
  readonly isNumbered: boolean;
}

interface Run<T> {
  readonly from: number;
  readonly until: number;
  readonly format: T;
}

export const PLAIN_CHARACTER: CharacterFormat = {
  isDeleted: false,
  isInserted: false,
  isHidden: false,
  isBold: false,
  isItalic: false,
  isStruck: false,
  position: "baseline",
  fontSize: undefined,
};

export const PLAIN_PARAGRAPH: ParagraphFormat = {
  isInTable: false,
  endsRow: false,
  alignment: "start",
  outlineLevel: undefined,
  firstLineIndent: undefined,
  startsPage: false,
  isNumbered: false,
};

/** @returns for each character its format; asked for in the order of the text, each answer costs little */
export function formatsOf(text: Word97Text & { readonly document: Uint8Array }): {
  readonly character: (at: number) => CharacterFormat;
  readonly paragraph: (at: number) => ParagraphFormat;
} {
  const { document, tables } = text;
  const characters = readRuns(document, tablePart(document, tables, 0xfa), 1, characterFormat);
  const paragraphs = readRuns(document, tablePart(document, tables, 0x102), 13, paragraphFormat);
  const placeOf = placeFinder(text);
  return {
    character: (at) => findRun(characters, placeOf(at)) ?? PLAIN_CHARACTER,
    paragraph: (at) => findRun(paragraphs, placeOf(at)) ?? PLAIN_PARAGRAPH,
  };
}

function placeFinder({ pieces }: Word97Text): (at: number) => number {
  let last = 0;
  return (at) => {
    const near = pieces[last];
    if (near === undefined || at < near.start) last = 0;
    while (last + 1 < pieces.length && at >= (pieces[last]?.end ?? 0)) last += 1;
    const piece = pieces[last];
    return piece === undefined ? 0 : piece.from + (at - piece.start) * piece.bytesEach;
  };
}

function findRun<T>(runs: readonly Run<T>[], place: number): T | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.until ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run !== undefined && run.from <= place ? run.format : undefined;
}

const PAGE_BYTES = 512;

/** @returns runs in the order of the file, none over another; each page is read once, however often it is named */
function readRuns<T>(
  document: Uint8Array,
  table: Uint8Array | undefined,
  offsetBytes: number,
  read: (page: Uint8Array, at: number) => T,
): readonly Run<T>[] {
  if (table === undefined) return [];
  const view = viewOf(table);
  const count = Math.floor((table.length - 4) / 8);
  const runs: Run<T>[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const number = view.getUint32(4 * (count + 1) + 4 * index, true) & 0x3fffff;
    const page = document.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES);
    if (seen.has(number) || page.length < PAGE_BYTES) continue;
    seen.add(number);
    const places = viewOf(page);
    const entries = page[PAGE_BYTES - 1] ?? 0;
    if (4 * (entries + 1) + offsetBytes * entries >= PAGE_BYTES) continue;
    for (let entry = 0; entry < entries; entry += 1) {
      const from = places.getUint32(4 * entry, true);
      const until = places.getUint32(4 * entry + 4, true);
      if (from < (runs.at(-1)?.until ?? 0) || until <= from) continue;
      runs.push({
        from,
        until,
        format: read(page, 2 * (page[4 * (entries + 1) + offsetBytes * entry] ?? 0)),
      });
    }
  }
  return runs;
}

type Properties = ReadonlyMap<number, number>;

function characterFormat(page: Uint8Array, at: number): CharacterFormat {
  if (at === 0) return PLAIN_CHARACTER;
  const of = readProperties(page.subarray(at + 1, at + 1 + (page[at] ?? 0)));
  const is = (property: number) => of.get(property) === 1;
  const position = of.get(0x2a48);
  const size = of.get(0x4a43);
  return {
    isDeleted: is(0x0800),
    isInserted: is(0x0801),
    isHidden: is(0x083c),
    isBold: is(0x0835),
    isItalic: is(0x0836),
    isStruck: is(0x0837),
    position: position === 1 ? "superscript" : position === 2 ? "subscript" : "baseline",
    fontSize: size === undefined ? undefined : size / 2,
  };
}

const TWIPS_PER_PT = 20;

function paragraphFormat(page: Uint8Array, at: number): ParagraphFormat {
  if (at === 0) return PLAIN_PARAGRAPH;
  const words = page[at] ?? 0;
  const start = words === 0 ? at + 2 : at + 1;
  const end = words === 0 ? start + 2 * (page[at + 1] ?? 0) : start + 2 * words - 1;
  const data = page.subarray(start, end);
  const style = (data[0] ?? 0) | ((data[1] ?? 0) << 8);
  const of = readProperties(data.subarray(2));
  const is = (property: number) => of.get(property) === 1;
  const alignment = of.get(0x2461) ?? of.get(0x2403);
  const outline = of.get(0x2640);
  const indent = of.get(0x8460) ?? of.get(0x8411);
  return {
    isInTable: is(0x2416),
    endsRow: is(0x2417) || is(0x244c),
    alignment: alignment === 1 ? "center" : alignment === 2 ? "end" : "start",
    outlineLevel: outline !== undefined && outline < 9 ? outline + 1 : headingOf(style),
    firstLineIndent: indent === undefined ? undefined : ((indent << 16) >> 16) / TWIPS_PER_PT,
    startsPage: is(0x2407),
    isNumbered: (of.get(0x460b) ?? 0) > 0,
  };
}

/** Styles 1 to 9 of every document are those of headings ([MS-DOC] 2.9.271). */
const headingOf = (style: number): number | undefined => (style >= 1 && style <= 9 ? style : undefined);

/** Bytes of the operand by the three highest bits; 6 has its length in front. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3] as const;
/** Definition of a table, whose length takes two bytes. */
const TABLE_DEFINITION = 0xd608;

function readProperties(list: Uint8Array): Properties {
  const view = viewOf(list);
  const found = new Map<number, number>();
  for (let at = 0; at + 3 <= list.length; ) {
    const property = view.getUint16(at, true);
    at += 2;
    const kind = property >> 13;
    if (kind === 6) {
      at +=
        property === TABLE_DEFINITION && at + 2 <= list.length
          ? 1 + view.getUint16(at, true)
          : 1 + (list[at] ?? 0);
      continue;
    }
    const bytes = OPERAND_BYTES[kind] ?? 1;
    if (at + bytes > list.length) break;
    found.set(property, bytes === 1 ? (list[at] ?? 0) : view.getUint16(at, true));
    at += bytes;
  }
  return found;
}
