/**
 * The lines of copy of an item: typed texts with their classes, and with lazy facts that several
 * text rules ask for.
 */
import {
  CLOSING,
  copyClassesOf,
  markColumns,
  OPENING,
  setOfClasses,
  surveyClasses,
} from "../han/copy-class.js";
import { findPairs, type Pairing, quotedUnits } from "../han/find-pairs.js";
import { findRanges, type Range } from "../han/find-ranges.js";
import type { Item } from "../model/issue.js";
import { OBJECT } from "../model/typed-text.js";
import { type PlacedText, typedTextsOf } from "../model/typed-texts.js";
import type { CopyLine } from "../rules/copy-line.js";
import { findMistypedMarkup, type MistypedMarkup } from "../rules/mistyped-markup.js";

/** @param source the item's file; without it (a file that was not kept) there is nothing to judge */
export function copyLinesOf(item: Item, source: string): readonly CopyLine[] {
  return typedTextsOf(item, source).map((placed, index) => new Line(placed, { index, source }));
}

/** A class for its getters alone: on an object literal each of them would be made anew for every line. */
class Line implements CopyLine {
  readonly kind: CopyLine["kind"];
  readonly next: CopyLine["next"];
  readonly text: string;
  readonly span: CopyLine["span"];
  readonly pieces: CopyLine["pieces"];
  readonly quoting: CopyLine["quoting"];
  readonly index: number;
  readonly source: string;
  readonly classes: Uint8Array;
  readonly classSet: number;
  readonly isChinese: boolean;
  readonly mistyped: readonly MistypedMarkup[];
  #pairing: Pairing | undefined;
  #quoted: Uint8Array | undefined;
  #ranges: readonly Range[] | undefined;

  constructor(placed: PlacedText, { index, source }: { readonly index: number; readonly source: string }) {
    const { kind, next, text, span, pieces, quoting } = placed;
    this.kind = kind;
    this.next = next;
    this.span = span;
    this.pieces = pieces;
    this.quoting = quoting;
    this.index = index;
    this.source = source;
    // A title or a caption has no markup that could be mistyped: item/mistyped-markup speaks of it.
    this.mistyped = WITHOUT_MARKUP.has(kind) ? [] : findMistypedMarkup(placed, source);
    this.text = masked(text, this.mistyped);
    this.classes = copyClassesOf(this.text);
    markColumns(this.text, this.classes);
    const counted = surveyClasses(this.classes);
    this.classSet = counted.classSet;
    this.isChinese = counted.isChinese;
  }

  get pairing(): Pairing {
    this.#pairing ??= this.classSet & MARKS_OF_PAIRS ? findPairs(this.text) : NO_PAIRS;
    return this.#pairing;
  }

  get quoted(): Uint8Array {
    this.#quoted ??= quotedUnits(this.pairing, this.text.length);
    return this.#quoted;
  }

  get ranges(): readonly Range[] {
    this.#ranges ??= findRanges(this.text);
    return this.#ranges;
  }
}

const WITHOUT_MARKUP: ReadonlySet<CopyLine["kind"]> = new Set([
  "title",
  "summary",
  "caption",
  "attachment",
  "attribution",
]);

/** What is markup but for a slip is no prose either. */
function masked(text: string, mistyped: readonly MistypedMarkup[]): string {
  let shown = text;
  for (const { start, end } of mistyped) {
    shown = shown.slice(0, start) + OBJECT.repeat(end - start) + shown.slice(end);
  }
  return shown;
}

const MARKS_OF_PAIRS = setOfClasses(OPENING, CLOSING);
const NO_PAIRS: Pairing = { pairs: [], loose: [] };
