/** What is said of an edition that there is none of, as people name it in their own words: word, 网页, pfd. */
import type { Language } from "../../diagnostics/language.js";
import { nearestName } from "../../diagnostics/nearest-name.js";
import { EDITION_NAMES, EDITIONS } from "../../editions/edition-table.js";

export function unknownEdition(name: string, language: Language): string {
  const called = EDITION_NAMES.find((known) => EDITIONS[known].alsoCalled.includes(name.toLowerCase()));
  const meant = called ?? nearestName(name, EDITION_NAMES);
  return language === "zh"
    ? `没有“${name}”这种版本，${meant === undefined ? "" : `是否想写 ${meant}？`}可选 ${EDITION_NAMES.join("、")}（用逗号分隔）。`
    : `There is no edition “${name}”.${meant === undefined ? "" : ` Did you mean ${meant}?`} Choose from ${EDITION_NAMES.join(", ")}, separated by commas.`;
}
