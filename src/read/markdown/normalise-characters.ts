/**
 * Makes the characters of a paragraph what they mean, each keeping its place in the source:
 * NFC, half-width letters and digits, no space where the composer spaces (between Han and Latin),
 * no trace of line breaks between Han. It looks across inline marks: `**示例** 2026年` has a space
 * to lose as well.
 */

/** One UTF-16 unit and the source characters it stands for. */
export interface Character {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a paragraph, in reading order. */
export type Stretch =
  | { readonly kind: "text"; readonly characters: readonly Character[] }
  /** set as it is, yet its edges decide about the spaces beside it (inline code) */
  | { readonly kind: "fixed"; readonly value: string }
  /** as if it were not there (a note's number) */
  | { readonly kind: "transparent" }
  /** ends a line for good */
  | { readonly kind: "break" };

/** A character together with the source line it stands on, counted from the paragraph's start. */
export interface PlacedCharacter extends Character {
  readonly line: number;
}

/** @returns for each stretch its characters, none for those that are no text */
export function normaliseCharacters(stretches: readonly Stretch[]): readonly (readonly PlacedCharacter[])[] {
  const cells = flatten(stretches);
  const kept: PlacedCharacter[][] = stretches.map(() => []);
  let index = 0;
  while (index < cells.length) {
    const cell = cells[index];
    if (cell === undefined) break;
    if (!isBlank(cell.unit)) {
      if (!cell.fixed) kept[cell.stretch]?.push(cell);
      index += 1;
      continue;
    }
    let end = index;
    while (isBlank(cells[end]?.unit ?? "")) end += 1;
    const run = cells.slice(index, end);
    for (const blank of keptOfRun(run, codePointBefore(cells, index), codePointAt(cells, end))) {
      kept[blank.stretch]?.push(blank);
    }
    index = end;
  }
  return kept;
}

interface Cell extends PlacedCharacter {
  readonly stretch: number;
  readonly fixed: boolean;
}

/** Stands where a line ends for good; no text can hold it (a form feed is white space to Markdown). */
const BREAK = "\u{c}";

function flatten(stretches: readonly Stretch[]): readonly Cell[] {
  const cells: Cell[] = [];
  let line = 0;
  for (const [stretch, part] of stretches.entries()) {
    if (part.kind === "break") cells.push({ unit: BREAK, start: 0, end: 0, line, stretch, fixed: true });
    else if (part.kind === "fixed") {
      // Only the edges are looked at.
      for (const unit of part.value.length > 4 ? part.value.slice(0, 2) + part.value.slice(-2) : part.value) {
        for (let at = 0; at < unit.length; at += 1) {
          const visible = isBlank(unit[at] ?? "") ? "\0" : (unit[at] ?? "");
          cells.push({ unit: visible, start: 0, end: 0, line, stretch, fixed: true });
        }
      }
    } else if (part.kind === "text") {
      for (const character of compose(part.characters)) {
        if (character.unit === "\r") continue;
        cells.push({ ...character, line, stretch, fixed: false });
        if (character.unit === "\n") line += 1;
      }
    }
    if (part.kind === "break") line += 1;
  }
  return cells;
}

/** @param before @param after code points beside the run; undefined at the paragraph's edges */
function keptOfRun(
  run: readonly Cell[],
  before: string | undefined,
  after: string | undefined,
): readonly Cell[] {
  if (before === undefined || after === undefined || before === BREAK || after === BREAK) return [];
  const lineBreak = run.find((cell) => cell.unit === "\n");
  if (lineBreak !== undefined) {
    return joinsWithoutSpace(before, after) ? [] : [{ ...lineBreak, unit: " " }];
  }
  // Full-width spaces inside a line are the author's; what they are worth is for the rules.
  if (run.some((cell) => cell.unit === IDEOGRAPHIC_SPACE)) return run;
  if (isHanBesideLatin(before, after)) return [];
  const [first] = run;
  return first === undefined ? [] : [{ ...first, unit: " " }];
}

/** U+3000 */
const IDEOGRAPHIC_SPACE = "　";

const isBlank = (unit: string): boolean =>
  unit === " " || unit === "\t" || unit === "\n" || unit === IDEOGRAPHIC_SPACE;

const HAN = /^\p{Script=Han}$/u;
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

function codePointBefore(cells: readonly Cell[], index: number): string | undefined {
  const last = cells[index - 1]?.unit;
  const isTrail = last !== undefined && last >= "\udc00" && last <= "\udfff";
  return isTrail ? `${cells[index - 2]?.unit ?? ""}${last}` : last;
}

function codePointAt(cells: readonly Cell[], index: number): string | undefined {
  const first = cells[index]?.unit;
  const isLead = first !== undefined && first >= "\ud800" && first <= "\udbff";
  return isLead ? `${first}${cells[index + 1]?.unit ?? ""}` : first;
}

/** A letter with the marks that stand on it, or a row of conjoining jamo. */
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu;

/** NFC, and half-width letters and digits. */
function compose(characters: readonly Character[]): readonly Character[] {
  const text = characters.map((character) => character.unit).join("");
  if (/^[\u0020-\u007e\n\r\t\u3000-\u303f\u4e00-\u9fff]*$/.test(text)) return characters;
  if (text.normalize("NFC") === text) return characters.map(toHalfWidth);
  const composed: Character[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const units = characters.slice(match.index, match.index + match[0].length);
    const cluster = match[0].normalize("NFC");
    if (cluster === match[0]) composed.push(...units);
    else {
      const start = units[0]?.start ?? 0;
      const end = units.at(-1)?.end ?? start;
      for (let at = 0; at < cluster.length; at += 1) composed.push({ unit: cluster[at] ?? "", start, end });
    }
  }
  return composed.map(toHalfWidth);
}

/** U+FF01 − U+0021: how far full-width forms stand from ASCII */
const FULL_WIDTH_OFFSET = 0xfee0;

function toHalfWidth(character: Character): Character {
  if (!/[０-９Ａ-Ｚａ-ｚ]/.test(character.unit)) return character;
  return { ...character, unit: String.fromCharCode(character.unit.charCodeAt(0) - FULL_WIDTH_OFFSET) };
}
