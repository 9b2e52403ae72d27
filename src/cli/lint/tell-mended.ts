/** What `lint --fix` says of its mending: what it would not do, and how much it did. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";

/** How much was mended. */
export interface Mended {
  readonly findings: number;
  readonly files: number;
}

/** A fault of a rule, which the findings told here are to help to find. */
export function leftOut(refused: readonly Diagnostic[], language: Language): string {
  const rules = [...new Set(refused.map(({ rule }) => rule))].join(", ");
  return language === "zh"
    ? `有 ${refused.length} 处没有自动改正（${rules}）：自动改正会打乱稿件，请手工修改。\n`
    : `${refused.length} ${refused.length === 1 ? "place was" : "places were"} not fixed (${rules}) because that would have damaged the text. Please correct them by hand.\n`;
}

export interface MendedReport extends Mended {
  /** findings that remain */
  readonly left: number;
  /** nothing was written: it says what would be */
  readonly isTrial: boolean;
  readonly language: Language;
}

/** @returns a line; none where nothing was to be mended */
export function printMended({ findings, files, left, isTrial, language }: MendedReport): string {
  if (findings === 0) return "";
  if (language === "zh") {
    const rest = left === 0 ? "没有问题了" : `还有 ${left} 处`;
    return isTrial
      ? `可以改正 ${files} 个文件里的 ${findings} 处，改后${rest}；没有写入任何文件。\n`
      : `改正了 ${files} 个文件里的 ${findings} 处，${rest}。\n`;
  }
  const what = `${counted(findings, "finding")} in ${counted(files, "file")}`;
  const rest = left === 0 ? "none" : String(left);
  return isTrial
    ? `${what} would be fixed, ${rest} would be left; nothing was written.\n`
    : `Fixed ${what}; ${rest} left.\n`;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
