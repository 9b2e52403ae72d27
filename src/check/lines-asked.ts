/**
 * About which lines a text rule is asked. Most rules look for signs that few lines hold: one pass over a line tells for all
 * of them together, where each would run a pattern of its own over it in vain. What a rule declares is held to by
 * test/rules/looks-for.test.ts.
 */
import type { CopyLine } from "../rules/copy-line.js";
import type { TextRule } from "../rules/rule.js";

/** Given the lines of an item, says for each rule about which of them it may have something to say. */
export type LinesAsked = (lines: readonly CopyLine[]) => (rule: TextRule) => readonly CopyLine[];

/** No line that is kept is empty: each holds some class. */
const ANY_CLASS = -1;
const NONE: readonly never[] = [];
/** Signs of so many rules are held by one number. */
const BITS = 32;
/** All values of a UTF-16 unit. */
const UNITS = 0x10000;

/** @param rules of others the signs are not minded */
export function linesAsked(rules: readonly TextRule[]): LinesAsked {
  const choosy = rules.filter(({ signs }) => signs !== undefined);
  const placeOf = new Map(
    choosy.map((rule, index) => [rule, { table: index >> 5, bit: 1 << (index % BITS) }]),
  );
  const tables = Array.from({ length: Math.ceil(choosy.length / BITS) }, () => new Int32Array(UNITS));
  for (const [{ signs = "" }, { table, bit }] of placeOf) addSigns(tables[table], signs, bit);
  return (lines) => {
    const held = tables.map((table) => lines.map(({ text }) => bitsIn(text, table)));
    const heldByAny = held.map((bits) => bits.reduce((all, own) => all | own, 0));
    const classesOfAll = lines.reduce((all, { classSet }) => all | classSet, 0);
    return (rule) => {
      const { looksFor = ANY_CLASS, mentions } = rule;
      const place = placeOf.get(rule);
      if ((classesOfAll & looksFor) === 0) return NONE;
      if (place !== undefined && ((heldByAny[place.table] ?? 0) & place.bit) === 0) return NONE;
      if (looksFor === ANY_CLASS && mentions === undefined && place === undefined) return lines;
      const bits = place && held[place.table];
      return lines.filter(
        ({ classSet, text }, index) =>
          (classSet & looksFor) !== 0 &&
          (place === undefined || ((bits?.[index] ?? 0) & place.bit) !== 0) &&
          mentions?.test(text) !== false,
      );
    };
  };
}

function bitsIn(text: string, table: Int32Array): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= table[text.charCodeAt(at)] ?? 0;
  return bits;
}

/** As between the brackets of a pattern: single units, and `-` between two for all from one to the other. */
function addSigns(table: Int32Array | undefined, signs: string, bit: number): void {
  if (table === undefined) return;
  for (let at = 0; at < signs.length; at += 1) {
    const first = signs.charCodeAt(at);
    const isRange = signs[at + 1] === "-" && at + 2 < signs.length;
    if (isRange) at += 2;
    for (let unit = first; unit <= signs.charCodeAt(at); unit += 1) table[unit] = (table[unit] ?? 0) | bit;
  }
}
