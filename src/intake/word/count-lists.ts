/**
 * Numbers of lists, counted through the document as Word does (ISO/IEC 29500-1, 17.9): 一、 （一） 1.1 ●.
 * Paragraphs are to be given in the order of the text; those that are not seen are not to be given.
 */
import type { ParagraphNumber } from "../manuscript.js";
import type { ListDefinition, ListLevel } from "./list-definitions.js";
import { formatNumber } from "./number-formats.js";
import { plainBullet } from "./symbol-fonts.js";

export type CountLists = (list: string, level: number) => ParagraphNumber | undefined;

/** @param definitionOf by w:numId */
export function countLists(definitionOf: (list: string) => ListDefinition | undefined): CountLists {
  /** by key of the list; each level's last number */
  const counts = new Map<string, (number | undefined)[]>();
  const used = new Set<string>();

  return (list, level) => {
    const definition = definitionOf(list);
    const here = definition?.levels[level];
    if (definition === undefined || here === undefined) return undefined;
    const count = counts.get(definition.key) ?? [];
    counts.set(definition.key, count);
    if (!used.has(list)) {
      used.add(list);
      for (const at of definition.starts.keys()) count[at] = undefined;
    }
    const before = count[level];
    count[level] = before === undefined ? firstOf(definition, level) : before + 1;
    for (let deeper = level + 1; deeper < definition.levels.length; deeper += 1) {
      const after = definition.levels[deeper]?.restartsAfter;
      if (after === undefined || (after > 0 && level < after)) count[deeper] = undefined;
    }
    const isBullet = here.format === "bullet";
    const text = isBullet ? plainBullet(here.text, here.run.latinFace) : fill(definition, here, count);
    return { text, level, list: definition.key, isBullet };
  };
}

const firstOf = ({ starts, levels }: ListDefinition, level: number): number =>
  starts.get(level) ?? levels[level]?.start ?? 1;

function fill(definition: ListDefinition, here: ListLevel, count: readonly (number | undefined)[]): string {
  return here.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const level = definition.levels[index];
    if (level === undefined || level.format === "bullet") return "";
    const value = count[index] ?? firstOf(definition, index);
    // Word leaves what is written with digits as it is: 01 stays.
    const isLegal = here.isLegal && !/^(?:none|decimalZero)$/.test(level.format);
    return isLegal ? String(value) : writeNumber(value, level);
  });
}

function writeNumber(value: number, { format, customFormat }: ListLevel): string {
  if (format !== "custom") return formatNumber(value, format) ?? String(value);
  // `001, 002, 003, ...`: as wide as its first number.
  const width = /^0*\d/.exec((customFormat ?? "").trim())?.[0].length ?? 1;
  return String(value).padStart(Math.min(width, 8), "0");
}
