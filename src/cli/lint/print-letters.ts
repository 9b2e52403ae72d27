/**
 * `lint -f report`: the letters to the units as the report, and beside it, on standard error, what
 * the editor should know that is in none of them.
 */
import type { Diagnostic, Sources } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printUnitReport } from "../../diagnostics/print-unit-report.js";
import type { SubmittedItem } from "../../intake/draft/submitted-item.js";
import { unitReport } from "../../unit-report.js";

export interface LetterGround {
  readonly sources: Sources;
  readonly submitted: readonly SubmittedItem[];
}

export async function printLetters(
  diagnostics: readonly Diagnostic[],
  { sources, submitted }: LetterGround,
  language: Language,
): Promise<string> {
  const { letters, unasked, inHouse } = await unitReport(diagnostics, sources, submitted);
  const words = WORDS[language];
  if (unasked > 0) process.stderr.write(`${words.unasked(unasked)}\n`);
  if (inHouse > 0) process.stderr.write(`${words.inHouse(inHouse)}\n`);
  return printUnitReport(letters, language);
}

const WORDS = {
  zh: {
    unasked: (count: number) => `另有 ${count} 篇稿件，问题由编辑改正即可，没有写信。`,
    inHouse: (count: number) => `另有 ${count} 个编刊方面的问题没有写进信里，请运行 bulletin lint 查看。`,
  },
  en: {
    unasked: (count: number) =>
      `${count} ${count === 1 ? "item needs" : "items need"} only corrections that the editor makes; no letter was written.`,
    inHouse: (count: number) =>
      `${count} ${count === 1 ? "finding is" : "findings are"} about the bulletin itself and not part of any letter; bulletin lint shows ${count === 1 ? "it" : "them"}.`,
  },
} as const;
