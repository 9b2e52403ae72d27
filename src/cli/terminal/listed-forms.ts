/** The forms of an edition as the help lists them. */
import type { Language } from "../../diagnostics/language.js";
import { EDITIONS, type EditionName } from "../../editions/edition-table.js";

/** The first is the default, edition-table.ts. */
export function listedForms(name: EditionName, language: Language): string {
  const forms = Object.entries(EDITIONS[name].forms);
  const isDefault = (index: number) => index === 0;
  return language === "zh"
    ? forms.map(([form, { zh }], at) => `${form} ${zh}${isDefault(at) ? "（默认）" : ""}`).join("，")
    : forms.map(([form, { en }], at) => `${form}, ${en}${isDefault(at) ? " (default)" : ""}`).join("; ");
}
