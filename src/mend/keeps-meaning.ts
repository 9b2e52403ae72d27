/**
 * The law of mending: whatever an edit does not touch is after it what it was before. Each character that
 * was printed is printed, in its paragraph, heading, cell, note, bold or plain as it was; none is printed
 * that was not (`**` that has come loose, `#`, `|`); what an edit puts in is printed as it puts it; keys and
 * values of YAML reach as far as they did. Edits that are meant to change the structure
 * (`restructures`) are held to less: no letter is lost or moved, no mark comes out.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Item } from "../model/issue.js";
import { findFrontMatter } from "../read/find-front-matter.js";
import { type YamlShape, yamlShape } from "../read/yaml-shape.js";
import { type EditMap, mapEdits } from "./edit-map.js";
import { BLANK, itemSigns, type Sign } from "./item-signs.js";
import { type ItemWords, itemWords, lettersOf } from "./item-words.js";

/** A file as it was read. */
export interface FileReading {
  readonly path: string;
  readonly text: string;
  /** undefined for a file that is all YAML */
  readonly item: Item | undefined;
}

export interface Mending {
  readonly before: FileReading;
  readonly after: FileReading;
  /** what makes the one text the other */
  readonly edits: readonly TextEdit[];
  readonly restructures: boolean;
}

export function keepsMeaning(mending: Mending): boolean {
  const { before, after, edits, restructures } = mending;
  if ((before.item === undefined) !== (after.item === undefined)) return false;
  const heads = [headOf(before), headOf(after)] as const;
  if (heads[1].faults > heads[0].faults) return false;
  if (restructures) {
    return before.item === undefined ? hasSameValues(mending, heads) : keepsLetters(mending, heads);
  }
  const map = mapEdits(edits);
  const signs = [signsOf(before), signsOf(after)] as const;
  return hasSameShape(heads, map) && hasSameSigns(signs, map) && showsAll(mending, { signs, map });
}

/** Of the text before, and of the one after. */
type Both<T> = readonly [T, T];

function headOf({ path, text, item }: FileReading): YamlShape {
  if (item === undefined) return yamlShape({ path, text, start: 0, end: text.length, rule: "" });
  const { yaml, fault } = findFrontMatter(text, path);
  if (yaml === undefined) return { parts: [], faults: 0 };
  const shape = yamlShape({ path, text, ...yaml, rule: "" });
  return fault === undefined ? shape : { ...shape, faults: shape.faults + 1 };
}

const signsOf = ({ item, text }: FileReading): readonly Sign[] =>
  item === undefined ? [] : itemSigns(item, text);

function hasSameShape([head, newHead]: Both<YamlShape>, { forth }: EditMap): boolean {
  const leadsTo = (from: number, to: number) => forth(from, "before") === to || forth(from, "behind") === to;
  return (
    head.parts.length === newHead.parts.length &&
    head.parts.every((part, index) => {
      const other = newHead.parts[index];
      if (typeof part === "string" || typeof other !== "object") return part === other;
      return leadsTo(part.start, other.start) && leadsTo(part.end, other.end);
    })
  );
}

/** Entries may have changed places, but each is there as it was written. */
function hasSameValues({ before, after }: Mending, [head, newHead]: Both<YamlShape>): boolean {
  const valuesOf = ({ parts }: YamlShape, { text }: FileReading) =>
    parts.map((part) => (typeof part === "string" ? part : text.slice(part.start, part.end))).sort();
  const values = valuesOf(head, before);
  const newValues = valuesOf(newHead, after);
  return values.length === newValues.length && values.every((value, index) => value === newValues[index]);
}

function hasSameSigns([signs, newSigns]: Both<readonly Sign[]>, { back, isTaken }: EditMap): boolean {
  const kept = reduce(signs, (unit) => (isTaken(unit) ? undefined : unit));
  const newKept = reduce(newSigns, back);
  return kept.length === newKept.length && kept.every((sign, index) => sign === newKept[index]);
}

/** The signs at the places asked for; a mark that has nothing left in it is gone, and two bolds that meet are one. */
function reduce(signs: readonly Sign[], placeOf: (unit: number) => number | undefined): readonly Sign[] {
  const kept: Sign[] = [];
  for (const sign of signs) {
    const last = kept.at(-1);
    if (typeof sign === "number") {
      const place = placeOf(sign);
      if (place !== undefined) kept.push(place);
    } else if (sign.startsWith("/") && last === sign.slice(1)) kept.pop();
    else if (MERGES.has(sign) && last === `/${sign}`) kept.pop();
    else kept.push(sign);
  }
  return kept;
}

/** Two stretches of bold side by side are one to the eye. */
const MERGES: ReadonlySet<string> = new Set(["strong", "emphasis", "strikethrough"]);

interface Signs {
  readonly signs: Both<readonly Sign[]>;
  readonly map: EditMap;
}

/** What is put into the body is all printed, save a backslash that keeps a mark from being one. */
function showsAll({ after, edits }: Mending, { signs: [, signs], map }: Signs): boolean {
  const { item, text } = after;
  if (item === undefined) return true;
  const printed = new Set(signs);
  return edits.every((edit) => {
    const start = map.forth(edit.span.start, "before");
    if (start < item.body.start) return true;
    const units = Array.from({ length: edit.text.length }, (_, index) => start + index);
    return units.every(
      (at) => BLANK.test(text.charAt(at)) || printed.has(at) || isEscaped(text, at, printed),
    );
  });
}

/** An escaped mark is printed for its backslash, and stands where that does. */
const isEscaped = (text: string, at: number, printed: ReadonlySet<Sign>): boolean =>
  text.charAt(at) === "\\" || (text.charAt(at - 1) === "\\" && printed.has(at - 1));

/** Letters of the head and the body, in order; where they stand is what the edits are about. */
function keepsLetters({ before, after }: Mending, heads: Both<YamlShape>): boolean {
  const words = wordsOf(before, heads[0]);
  const newWords = wordsOf(after, heads[1]);
  const isPrintedAnew = ([mark, count]: readonly [string, number]) => count > (words.marks.get(mark) ?? 0);
  return words.letters === newWords.letters && ![...newWords.marks].some(isPrintedAnew);
}

function wordsOf({ item, text }: FileReading, { parts }: YamlShape): ItemWords {
  const head = parts.map((part) => (typeof part === "string" ? "" : text.slice(part.start, part.end)));
  const body = item === undefined ? { letters: "", marks: new Map() } : itemWords(item, text);
  return { letters: lettersOf(head.join("")) + body.letters, marks: body.marks };
}
