/**
 * The runs of a paragraph to marked words in characters that mean the same on every machine: special spaces are
 * spaces, what nobody sees goes, signs of symbol fonts that Word keeps in the private use area are looked up, raised
 * and lowered digits are characters of their own (Markdown of items has no such mark). Places stay exact.
 */

import type { ManuscriptParagraph, ManuscriptRun, TextRun } from "../manuscript.js";
import { LINE_BREAK, paragraphText } from "../manuscript-text.js";
import { type MarkedText, type Marks, OBJECT, UNMARKED } from "../marked-text.js";

/** What was changed, for the notice. */
export interface CharacterLog {
  /** sign of a symbol font → what stands for it now, and the first paragraph with one */
  readonly replaced: Map<string, { readonly by: string; readonly place: number }>;
  /** private characters that nobody can tell, and the first paragraph of each */
  readonly unknown: Map<string, number>;
  /** raised or lowered words that have no characters of their own */
  readonly flattened: Map<string, { readonly isRaised: boolean; readonly place: number }>;
}

export const newLog = (): CharacterLog => ({ replaced: new Map(), unknown: new Map(), flattened: new Map() });

/**
 * Signs of Wingdings and Symbol, to which Word adds U+F000. Those that the two fonts show as different signs in common
 * use are left out: nobody can tell them without the font.
 */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["\uf0fc", "√"],
  ["\uf0fe", "☑"],
  ["\uf0a8", "□"],
  ["\uf06f", "□"],
  ["\uf071", "□"],
  ["\uf0b7", "•"],
  ["\uf0a7", "▪"],
  ["\uf06c", "●"],
  ["\uf06e", "■"],
  ["\uf075", "◆"],
  ["\uf0d8", "➢"],
  ["\uf0e0", "→"],
]);
const PRIVATE = /[\ue000-\uf8ff]/;
/** Zero-width marks, controls of direction, the soft hyphen, the byte order mark, variation selectors of text. */
const UNSEEN = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe0e]/;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u000c]/;
const JOINER = "\u200d";

const RAISED = digits("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ");
const LOWERED = digits("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎");

function digits(plain: string, set: string): ReadonlyMap<string, string> {
  return new Map([...plain].map((digit, at) => [digit, set.charAt(at)]));
}

export interface CharacterContext {
  /** offset of the paragraph in the manuscript's text */
  readonly start: number;
  readonly log: CharacterLog;
}

/** @returns the words with their number in front; for a bullet without it */
export function cleanParagraph(
  paragraph: ManuscriptParagraph,
  { start, log }: CharacterContext,
): MarkedText & { readonly bullet: string | undefined } {
  const { number, runs, place } = paragraph;
  const gathering: Gathering = { text: [], marks: [], places: [], at: start, place, log };
  const bullet = number?.isBullet === true ? number.text : undefined;
  if (number !== undefined) {
    if (bullet === undefined)
      addNumber(gathering, number.text, paragraphText({ ...paragraph, number: undefined }));
    else gathering.at += bullet.length;
  }
  for (const run of runs) addRun(gathering, run, UNMARKED);
  const { text, marks, places } = gathering;
  return { text: text.join(""), marks, places, bullet };
}

interface Gathering {
  readonly text: string[];
  readonly marks: Marks[];
  readonly places: number[];
  /** offset in the manuscript's text behind what was read */
  at: number;
  readonly place: number;
  readonly log: CharacterLog;
}

/** «1.» in front of a digit or a letter, «1.2» in front of anything: a space parts them, as a tab does in Word. */
function addNumber(gathering: Gathering, number: string, words: string): void {
  for (const unit of number) push(gathering, unit, UNMARKED, unit.length);
  const isParted =
    /[、：:）】．]$/u.test(number) || (/\.$/.test(number) && /^\s*[^\sA-Za-z0-9]/u.test(words));
  if (!isParted && number !== "" && !/^\s/u.test(words)) push(gathering, " ", UNMARKED, 0);
}

function push(gathering: Gathering, text: string, marks: Marks, advance = text.length): void {
  gathering.text.push(text);
  for (let at = 0; at < text.length; at += 1) {
    gathering.marks.push(marks);
    gathering.places.push(gathering.at + Math.min(at, Math.max(0, advance - 1)));
  }
  gathering.at += advance;
}

function addRun(gathering: Gathering, run: ManuscriptRun, around: Marks): void {
  switch (run.kind) {
    case "text":
      addText(gathering, run, {
        ...around,
        isBold: run.isBold,
        isItalic: run.isItalic,
        isStruck: run.isStruck,
      });
      break;
    case "break":
      push(gathering, LINE_BREAK, around);
      break;
    case "tab":
      push(gathering, "\t", around);
      break;
    case "link":
      for (const inner of run.runs) addRun(gathering, inner, { ...around, link: run.url });
      break;
    case "picture":
      push(gathering, OBJECT, { ...around, object: { kind: "picture", key: run.picture } }, 0);
      break;
    case "note":
      push(gathering, OBJECT, { ...around, object: { kind: "note", key: run.note } }, 0);
      break;
    default:
      run satisfies never;
  }
}

function addText(gathering: Gathering, { text, position }: TextRun, marks: Marks): void {
  const shifted = position === "baseline" ? undefined : shiftedText(text, position);
  if (
    position !== "baseline" &&
    shifted === undefined &&
    /[^\s[\]]/.test(text) &&
    !/^\[\d+\]$/.test(text.trim())
  )
    gathering.log.flattened.set(text.trim(), {
      isRaised: position === "superscript",
      place: gathering.place,
    });
  for (const unit of shifted ?? text) {
    if (unit === "\u2028" || unit === "\u2029" || unit === "\u000b") push(gathering, LINE_BREAK, marks);
    else if (unit === OBJECT || UNSEEN.test(unit) || CONTROL.test(unit) || /^[\ud800-\udfff]$/.test(unit))
      gathering.at += unit.length;
    // Inside an emoji it is part of it.
    else if (unit === JOINER && !/\p{Extended_Pictographic}\ufe0f?$/u.test(gathering.text.slice(-2).join("")))
      gathering.at += 1;
    else if (unit === "\n" || unit === "\r" || unit === "\u0085" || SPACES.test(unit))
      push(gathering, " ", marks);
    else if (PRIVATE.test(unit)) addPrivate(gathering, unit, marks);
    else push(gathering, unit, marks);
  }
}

function addPrivate(gathering: Gathering, unit: string, marks: Marks): void {
  const { log, place } = gathering;
  const by = SYMBOLS.get(unit);
  if (by === undefined) {
    if (!log.unknown.has(unit)) log.unknown.set(unit, place);
  } else if (!log.replaced.has(unit)) log.replaced.set(unit, { by, place });
  push(gathering, by ?? unit, marks, unit.length);
}

/** m², CO₂, 10⁴; undefined where a character has no such form */
function shiftedText(text: string, position: "superscript" | "subscript"): string | undefined {
  const table = position === "superscript" ? RAISED : LOWERED;
  const units = [...text].map((unit) => table.get(unit));
  return units.every((unit) => unit !== undefined) ? units.join("") : undefined;
}
