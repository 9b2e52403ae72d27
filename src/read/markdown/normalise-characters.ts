/**
 * Makes the characters of a paragraph what they mean, each keeping its place in the source:
 * NFC, half-width letters and digits, no space where the composer spaces (between Han and Latin),
 * no trace of line breaks between Han. It looks across inline marks: `**示例** 2026年` has a space
 * to lose as well.
 */
import { hanPattern } from "../../han/han-pattern.js";

/** UTF-16 units in reading order and, in step with them, the source characters that each stands for. */
export interface Characters {
  readonly units: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A stretch of a paragraph, in reading order. */
export type Stretch =
  | { readonly kind: "text"; readonly characters: Characters }
  /** set as it is, yet its edges decide about the spaces beside it (inline code) */
  | { readonly kind: "fixed"; readonly value: string }
  /** as if it were not there (a note's number) */
  | { readonly kind: "transparent" }
  /** ends a line for good */
  | { readonly kind: "break" };

/** Characters together with the source lines they stand on, counted from the paragraph's start. */
export interface PlacedCharacters extends Characters {
  readonly lines: readonly number[];
}

/** @returns for each stretch its characters, none for those that are no text */
export function normaliseCharacters(stretches: readonly Stretch[]): readonly PlacedCharacters[] {
  const [only] = stretches;
  if (stretches.length === 1 && only?.kind === "text" && isAsWritten(only.characters.units)) {
    const lines = new Array<number>(only.characters.units.length).fill(0);
    return [{ ...only.characters, lines }];
  }
  const cells = flatten(stretches);
  const kept = stretches.map((): Row => ({ units: "", starts: [], ends: [], lines: [] }));
  let index = 0;
  while (index < cells.units.length) {
    const isBlankRun = isBlank(cells.units.charCodeAt(index));
    let end = index + 1;
    while (end < cells.units.length && isBlank(cells.units.charCodeAt(end)) === isBlankRun) end += 1;
    if (isBlankRun) keepBlanks(cells, { index, end }, kept);
    else keepRange(cells, { index, end }, kept);
    index = end;
  }
  return kept;
}

/** No blank, nothing to compose and no full-width letter or digit: most paragraphs. */
const AS_WRITTEN =
  /^[\u0021-\u007e\u2010-\u2027\u2030-\u205e\u3001-\u3029\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]*$/;

/** @returns true where the characters of a whole paragraph stay what they are */
export const isAsWritten = (units: string): boolean => AS_WRITTEN.test(units);

/** Characters in the making; rows of numbers in step, for an object a character costs more than reading it. */
interface Row extends PlacedCharacters {
  units: string;
  readonly starts: number[];
  readonly ends: number[];
  readonly lines: number[];
}

/** The characters of the whole paragraph; where a stretch's number is `FIXED`, none is kept. */
interface Cells extends Row {
  readonly stretches: number[];
}

interface Range {
  readonly index: number;
  readonly end: number;
}

/** Stands where a line ends for good; no text can hold it (a form feed is white space to Markdown). */
const BREAK = "\u{c}";
const FIXED = -1;

function flatten(stretches: readonly Stretch[]): Cells {
  const cells: Cells = { units: "", starts: [], ends: [], lines: [], stretches: [] };
  let line = 0;
  for (const [stretch, part] of stretches.entries()) {
    if (part.kind === "break") {
      addFixed(cells, BREAK, line);
      line += 1;
    } else if (part.kind === "fixed") {
      // Only the edges are looked at.
      const { value } = part;
      const edges = value.length > 4 ? value.slice(0, 2) + value.slice(-2) : value;
      addFixed(cells, edges.replace(/[ \t\n\u3000]/g, "\0"), line);
    } else if (part.kind === "text") {
      const { units, starts, ends } = withoutReturns(compose(part.characters));
      cells.units += units;
      for (let at = 0; at < units.length; at += 1) {
        cells.starts.push(starts[at] ?? 0);
        cells.ends.push(ends[at] ?? 0);
        cells.lines.push(line);
        cells.stretches.push(stretch);
        if (units.charCodeAt(at) === LINE_FEED) line += 1;
      }
    }
  }
  return cells;
}

function addFixed(cells: Cells, units: string, line: number): void {
  cells.units += units;
  for (let at = 0; at < units.length; at += 1) {
    cells.starts.push(0);
    cells.ends.push(0);
    cells.lines.push(line);
    cells.stretches.push(FIXED);
  }
}

function keepRange(cells: Cells, { index, end }: Range, kept: readonly Row[]): void {
  let from = index;
  while (from < end) {
    const stretch = cells.stretches[from] ?? FIXED;
    let until = from + 1;
    while (until < end && cells.stretches[until] === stretch) until += 1;
    const row = kept[stretch];
    if (row !== undefined) {
      row.units += cells.units.slice(from, until);
      for (let at = from; at < until; at += 1) keepPlace(cells, at, row);
    }
    from = until;
  }
}

function keepPlace(cells: Cells, at: number, row: Row): void {
  row.starts.push(cells.starts[at] ?? 0);
  row.ends.push(cells.ends[at] ?? 0);
  row.lines.push(cells.lines[at] ?? 0);
}

/** What is kept of a run of blanks: nothing, one space, or the author's own. */
function keepBlanks(cells: Cells, { index, end }: Range, kept: readonly Row[]): void {
  const before = codePointBefore(cells.units, index);
  const after = codePointAt(cells.units, end);
  if (before === undefined || after === undefined || before === BREAK || after === BREAK) return;
  const run = cells.units.slice(index, end);
  const lineBreak = run.indexOf("\n");
  if (lineBreak >= 0) {
    if (!joinsWithoutSpace(before, after)) keepSpace(cells, index + lineBreak, kept);
    return;
  }
  // Full-width spaces inside a line are the author's; what they are worth is for the rules.
  if (run.includes(IDEOGRAPHIC_SPACE)) keepRange(cells, { index, end }, kept);
  else if (!isHanBesideLatin(before, after)) keepSpace(cells, index, kept);
}

function keepSpace(cells: Cells, at: number, kept: readonly Row[]): void {
  const row = kept[cells.stretches[at] ?? FIXED];
  if (row === undefined) return;
  row.units += " ";
  keepPlace(cells, at, row);
}

const LINE_FEED = 0x0a;
/** U+3000 */
const IDEOGRAPHIC_SPACE = "　";

const isBlank = (unit: number): boolean =>
  unit === 0x20 || unit === 0x09 || unit === LINE_FEED || unit === 0x3000;

const HAN = hanPattern(String.raw`^\p{Script=Han}$`);
/** Letters and digits, and the signs that belong to a number. */
const LATIN = /^[\p{Script=Latin}0-9%‰℃°]$/u;
/** Kana, Bopomofo, and the marks that fill a Han square. */
const FULL_WIDTH =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}　-〿︐-︙︰-﹏！-～￠-￦]$/u;
/** Marks that Chinese and Latin text share; their neighbour decides. */
const SHARED_MARK = /^[“”‘’—…·]$/u;

function isHanBesideLatin(before: string, after: string): boolean {
  return (HAN.test(before) && LATIN.test(after)) || (LATIN.test(before) && HAN.test(after));
}

function joinsWithoutSpace(before: string, after: string): boolean {
  if (isHanBesideLatin(before, after)) return true;
  const wideBefore = FULL_WIDTH.test(before);
  const wideAfter = FULL_WIDTH.test(after);
  if (wideBefore && wideAfter) return true;
  if (wideBefore && SHARED_MARK.test(after)) return true;
  if (wideAfter && SHARED_MARK.test(before)) return true;
  // A full-width mark carries its own space.
  return (wideBefore && !HAN.test(before)) || (wideAfter && !HAN.test(after));
}

function codePointBefore(units: string, index: number): string | undefined {
  if (index === 0) return undefined;
  const last = units.charCodeAt(index - 1);
  const isTrail = last >= 0xdc00 && last <= 0xdfff;
  return units.slice(Math.max(0, index - (isTrail ? 2 : 1)), index);
}

function codePointAt(units: string, index: number): string | undefined {
  if (index >= units.length) return undefined;
  const first = units.charCodeAt(index);
  const isLead = first >= 0xd800 && first <= 0xdbff;
  return units.slice(index, index + (isLead ? 2 : 1));
}

/** A letter with the marks that stand on it, or a row of conjoining jamo. */
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu;

/** Lines end by line feeds; a return beside one counts for nothing, one alone ends a line itself. */
function withoutReturns(characters: Characters): Characters {
  const { units } = characters;
  if (!units.includes("\r")) return characters;
  const isKept = (_: number, at: number) => units[at] !== "\r" || units[at + 1] !== "\n";
  return {
    units: units.replaceAll("\r\n", "\n").replaceAll("\r", "\n"),
    starts: characters.starts.filter(isKept),
    ends: characters.ends.filter(isKept),
  };
}

/** NFC, and half-width letters and digits. */
function compose(characters: Characters): Characters {
  const { units, starts, ends } = characters;
  if (/^[\u0020-\u007e\n\r\t\u3000-\u303f\u4e00-\u9fff]*$/.test(units)) return characters;
  if (units.normalize("NFC") === units) return { units: toHalfWidth(units), starts, ends };
  const composed = { units: "", starts: [] as number[], ends: [] as number[] };
  for (const { index, 0: written } of units.matchAll(CLUSTER)) {
    const cluster = written.normalize("NFC");
    const isSame = cluster === written;
    const last = index + written.length - 1;
    composed.units += cluster;
    for (let at = 0; at < cluster.length; at += 1) {
      composed.starts.push(starts[isSame ? index + at : index] ?? 0);
      composed.ends.push(ends[isSame ? index + at : last] ?? 0);
    }
  }
  return { ...composed, units: toHalfWidth(composed.units) };
}

/** U+FF01 − U+0021: how far full-width forms stand from ASCII */
const FULL_WIDTH_OFFSET = 0xfee0;

function toHalfWidth(units: string): string {
  return units.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (unit) =>
    String.fromCharCode(unit.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}
