/**
 * Third step of a paragraph: where a line may end, and at what price. Laws (避头尾, letters of one
 * word, numbers with their units) forbid; taste (short book titles, addresses) costs.
 */
import type { CharacterClass } from "../../han/character-class.js";
import { isAlphanumeric, isForbiddenAtLineEnd, isForbiddenAtLineStart } from "../../han/character-class.js";
import { findUnits, findUrlBreak, type Unit } from "../../han/find-units.js";
import type { Cell, CellText } from "./cell.js";
import { priceOfGaps } from "./line-price.js";
import { type Gaps, STRETCH_NONE } from "./space-cells.js";

export const FORBIDDEN = Number.POSITIVE_INFINITY;
export const FORCED = Number.NEGATIVE_INFINITY;
/**
 * What a break costs is said by the gaps that it may spare, in em: it is chosen only where the gaps of a line would
 * else grow by more. The more is lost with the unit, the wider they are. Up to a tenth nobody sees them; past a fifth
 * of an em a line is reported.
 */
const COST_BOOK_TITLE = priceOfGaps(0.07);
/** 《农书》, of this many characters with its marks: not even to spare its line an even stretch */
const SHORTEST_BOOK_TITLES = 6;
const COST_SHORT_BOOK_TITLE = priceOfGaps(0.12);
const COST_RANGE = priceOfGaps(0.105);
const COSTS_IN_URL = {
  good: priceOfGaps(0.04),
  poor: priceOfGaps(0.1),
  last: priceOfGaps(0.105),
  none: FORBIDDEN,
};
const COST_DASH_AT_START = priceOfGaps(0.05);
const COST_ATTRIBUTION = priceOfGaps(0.07);
/** A space in front of digits behind digits or a capital, where they are no unit: Windows XP 3. */
const COST_BETWEEN_DIGITS = priceOfGaps(0.105);
/** 1,280,000|人次 */
const COST_CLASSIFIER = priceOfGaps(0.11);
/** 10月|9日 */
const COST_IN_DATE = priceOfGaps(0.07);
/** Behind the @ of an address, and in front of its dots. */
const COST_BEHIND_AT = priceOfGaps(0.11);
const COST_IN_EMAIL = priceOfGaps(0.13);
/** GB/T |9704, where nothing else is left */
const COST_IN_STANDARD = priceOfGaps(0.2);
/** Where nothing else is left: inside a long word. */
const COST_EMERGENCY = priceOfGaps(0.2);
/** … and rather behind a mark in it, as in a_long_name. */
const COST_IN_WORD = 150;
/** Fewest characters of a long word on either side of such a break … */
const LEAST_PART = 3;
/** … but in a measure narrower than this, in em, where the word would run into the next column. */
const NARROW_EM = 8;
/** A word wider than this share of the measure may be parted, at that price. */
const LONG_WORD_SHARE = 0.5;
/** Narrower than this share of an em, a space is a word space. */
const EM_SPACE_SHARE = 0.9;

/** @returns by cell, the price of ending a line behind it; FORCED for a hard break and the end */
export function segmentParagraph(text: CellText, gaps: Gaps, measure: number): Float64Array {
  const { cells, breaksAfter } = text;
  const penalties = new Float64Array(cells.length);
  for (let index = 0; index + 1 < cells.length; index += 1) {
    const left = cells[index];
    const right = cells[index + 1];
    if (left === undefined || right === undefined) continue;
    const before = cells[index - 1];
    const isDigitGroup =
      right.cluster.class === "digit" &&
      (before?.cluster.class === "digit" || /[A-Z]/.test(before?.text ?? ""));
    const isSpace =
      left.cluster.class === "space" && left.cluster.width < EM_SPACE_SHARE * left.span.type.sizePt;
    penalties[index] = isDigitGroup && isSpace ? COST_BETWEEN_DIGITS : costBetween(left, right);
  }
  admitEmergencyBreaks({ cells, gaps, penalties, measure: LONG_WORD_SHARE * measure });
  holdUnits(cells, penalties, gaps);
  admitEmergencyBreaks({ cells, gaps, penalties, measure });
  for (const index of breaksAfter) if (index >= 0) penalties[index] = FORCED;
  if (cells.length > 0) penalties[cells.length - 1] = FORCED;
  return penalties;
}

/** U+200B allows a line's end, U+2060 and U+FEFF forbid it (UAX 14), where no law of ours does. */
function costBetween(left: Cell, right: Cell): number {
  const a = left.cluster.class;
  const b = right.cluster.class;
  if (b === "space") return FORBIDDEN;
  if (right.span.note !== undefined && left.span.note === undefined) return FORBIDDEN;
  if (right.span.note !== undefined && left.span.note === right.span.note) return FORBIDDEN;
  if (isForbiddenAtLineStart(b)) return FORBIDDEN;
  if (isForbiddenAtLineEnd(a)) return FORBIDDEN;
  if (left.text.length > 1 && /[\u200b\u2060\ufeff]$/.test(left.text))
    return left.text.endsWith("\u200b") ? 0 : FORBIDDEN;
  if (a === "space") return 0;
  if (a === "han" && b === "han") return 0;
  if (a === "solidus") return FORBIDDEN;
  // ………… for what is left out is one mark of four characters (GB/T 15834-2011, 5.1.5).
  if (a === "ellipsis" && b === "ellipsis") return FORBIDDEN;
  if (b === "digit" && OPERATOR.test(left.text)) return COST_RANGE;
  if (isWordPart(a) && isWordPart(b)) return FORBIDDEN;
  if (b === "dash" || b === "ellipsis") return isWideDash(right) ? COST_DASH_AT_START : FORBIDDEN;
  return 0;
}

/** ——, …… and ⸺, which are a unit of two characters. */
const isWideDash = ({ text, cluster, span }: Cell): boolean =>
  text.length > 1 || cluster.width > 1.5 * span.type.sizePt;

/** 156 mm×225 mm and 5×10=50 may be parted behind their signs. */
const OPERATOR = /^[×÷=+±−]$/;

/** Classes that form Western words and numbers without a space between them. */
function isWordPart(name: CharacterClass): boolean {
  return (
    isAlphanumeric(name) ||
    name === "latin-closing" ||
    name === "latin-opening" ||
    name === "postfix" ||
    name === "prefix"
  );
}

function holdUnits(cells: readonly Cell[], penalties: Float64Array, gaps: Gaps): void {
  const text = cells.map((cell) => cell.text).join("");
  if (!/[\d@《]|:\/\/|www\.|[A-Za-z][-/][A-Za-z]/i.test(text)) return;
  const cellAt = cellIndex(cells, text.length);
  for (const unit of findUnits(text)) holdUnit({ unit, text, cellAt, penalties, gaps });
}

/** By UTF-16 unit of the text, the cell it belongs to. */
function cellIndex(cells: readonly Cell[], length: number): Uint32Array {
  const index = new Uint32Array(length + 1);
  let unit = 0;
  cells.forEach((cell, position) => {
    index.fill(position, unit, unit + cell.text.length);
    unit += cell.text.length;
  });
  index[length] = cells.length;
  return index;
}

interface Holding {
  readonly unit: Unit;
  readonly text: string;
  readonly cellAt: Uint32Array;
  readonly penalties: Float64Array;
  readonly gaps: Gaps;
}

function holdUnit({ unit, text, cellAt, penalties, gaps }: Holding): void {
  for (let at = unit.start + 1; at < unit.end; at += 1) {
    const behind = (cellAt[at] ?? 0) - 1;
    if (behind < 0 || cellAt[at] === cellAt[at - 1]) continue;
    const cost = penalties[behind] ?? 0;
    switch (unit.kind) {
      case "number":
        penalties[behind] = costInNumber(unit, text, at);
        // Inside a number with its unit no gap grows, nor the space in 5 km.
        gaps.stretchClass[behind] = STRETCH_NONE;
        gaps.stretch[behind] = 0;
        break;
      case "email":
        penalties[behind] = costInEmail(text, at);
        break;
      case "date":
        penalties[behind] = Math.max(cost, COST_IN_DATE);
        break;
      case "url":
        penalties[behind] = COSTS_IN_URL[findUrlBreak(text, at) ?? "none"];
        break;
      case "range":
        penalties[behind] = Math.max(cost, COST_RANGE);
        break;
      default: {
        const isShort = unit.kind === "book-title" && unit.end - unit.start <= SHORTEST_BOOK_TITLES;
        penalties[behind] = Math.max(cost, isShort ? COST_SHORT_BOOK_TITLE : COST_BOOK_TITLE);
      }
    }
  }
}

function costInNumber({ start, end, softAt }: Unit, text: string, at: number): number {
  if (at === softAt) return COST_CLASSIFIER;
  const isStandard = text.charAt(at - 1) === " " && /^[A-Z]{2}.* \d/.test(text.slice(start, end));
  return isStandard ? COST_IN_STANDARD : FORBIDDEN;
}

function costInEmail(text: string, at: number): number {
  if (text.charAt(at - 1) === "@") return COST_BEHIND_AT;
  return text.charAt(at) === "." ? COST_IN_EMAIL : FORBIDDEN;
}

/** Cells that are parted only where they must be; `whole` ones never. */
export interface HeldCells {
  readonly start: number;
  readonly end: number;
  readonly whole?: boolean;
}

/**
 * （单位） at an item's end: parted only with two characters or more on each side, and at a price;
 * a short one is kept whole where that is cheap.
 */
export function holdAttribution(penalties: Float64Array, { start, end, whole }: HeldCells): void {
  for (let index = start; index < end - 1; index += 1) {
    const isNearEdge = index < start + 2 || index > end - 4;
    const cost = penalties[index] ?? 0;
    penalties[index] = isNearEdge || whole === true ? FORBIDDEN : Math.max(cost, COST_ATTRIBUTION);
  }
}

interface Emergency {
  readonly cells: readonly Cell[];
  readonly gaps: Gaps;
  readonly penalties: Float64Array;
  readonly measure: number;
}

/** A stretch without any break that is wider than the measure may be parted between its characters. */
function admitEmergencyBreaks({ cells, gaps, penalties, measure }: Emergency): void {
  const least = measure < NARROW_EM * (cells[0]?.span.type.sizePt ?? 0) ? 1 : LEAST_PART;
  let start = 0;
  let width = 0;
  for (let index = 0; index < cells.length; index += 1) {
    width += (cells[index]?.cluster.width ?? 0) + (gaps.space[index] ?? 0);
    if (penalties[index] === FORBIDDEN && index + 1 < cells.length) continue;
    if (width > measure) {
      // Parts of one or two letters would look like a mistake.
      const last = index - least;
      for (let inside = start + least - 1; inside <= last; inside += 1) {
        const left = cells[inside];
        const right = cells[inside + 1];
        if (penalties[inside] !== FORBIDDEN || left === undefined || right === undefined) continue;
        if (isEmergencyPlace(left, right))
          penalties[inside] =
            COST_EMERGENCY + (/[\w_]$/.test(left.text) && left.text !== "_" ? COST_IN_WORD : 0);
      }
    }
    start = index + 1;
    width = 0;
  }
}

/** Marks keep to their side even here, but for a row of nothing but marks. */
function isEmergencyPlace(left: Cell, right: Cell): boolean {
  const a = left.cluster.class;
  const b = right.cluster.class;
  if (b === "space" || right.span.note !== undefined) return false;
  const isForbidden = isForbiddenAtLineStart(b) || isForbiddenAtLineEnd(a);
  const isRowOfMarks =
    (isForbiddenAtLineStart(a) && isForbiddenAtLineStart(b)) ||
    (isForbiddenAtLineEnd(a) && isForbiddenAtLineEnd(b));
  const isInWord = isWordPart(a) && isWordPart(b);
  return !isForbidden || isRowOfMarks || isInWord;
}
