/**
 * Of items that are built alone: what lies in their folder and is of none of them. An item may have had another title
 * then, or have been taken out. It is named, not removed: a person may have put it there.
 */
import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { EDITION_NAMES, EDITIONS } from "../../editions/edition-table.js";
import type { WrittenEdition } from "../../outcomes/remember-outcomes.js";

const ENDINGS = EDITION_NAMES.map((name) => `.${EDITIONS[name].extension}`);
const MOST_NAMED = 10;

/** @param editions of items alone, all in one folder; @returns paths */
export function leftItems(editions: readonly WrittenEdition[]): readonly string[] {
  const [first] = editions;
  if (first === undefined) return [];
  const folder = dirname(first.path);
  const stems = new Set(editions.flatMap(({ item }) => (item === undefined ? [] : [item.stem])));
  const isOfThese = (name: string) => [...stems].some((stem) => /^[.-]/.test(tailOf(name, stem)));
  return namesIn(folder)
    .filter((name) => ENDINGS.some((ending) => name.endsWith(ending)) && !isOfThese(name))
    .sort()
    .map((name) => `${first.path.slice(0, -basename(first.path).length)}${name}`);
}

const tailOf = (name: string, stem: string): string => (name.startsWith(stem) ? name.slice(stem.length) : "");

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @returns lines for the terminal, empty where there is nothing to say */
export function printLeftItems(paths: readonly string[], language: Language): string {
  if (paths.length === 0) return "";
  const named = paths.slice(0, MOST_NAMED).map(printable);
  const more = paths.length - named.length;
  if (language === "zh") {
    const rest = more > 0 ? `等 ${paths.length} 个文件` : "";
    return `${named.join("、")}${rest} 不是这次编的稿件，可能后来改了标题或撤下了；不再要的请删去。\n`;
  }
  const rest = more > 0 ? ` and ${more} more` : "";
  return `${named.join(", ")}${rest}: of none of the items built now; their titles may have changed, or they were taken out. Delete what is not wanted.\n`;
}
