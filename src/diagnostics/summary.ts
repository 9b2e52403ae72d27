/** How many findings of each severity there are: counted once, told by every reporter. */
import type { Diagnostic } from "./diagnostic.js";
import type { Language } from "./language.js";

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
}

export function summarise(diagnostics: readonly Diagnostic[]): Summary {
  const count = (test: (diagnostic: Diagnostic) => boolean) => diagnostics.filter(test).length;
  return {
    errors: count(({ severity }) => severity === "error"),
    warnings: count(({ severity }) => severity === "warning"),
    infos: count(({ severity }) => severity === "info"),
    fixable: count(({ fix }) => fix !== undefined),
  };
}

export function summaryLine(diagnostics: readonly Diagnostic[], language: Language): string {
  const { errors, warnings, infos, fixable } = summarise(diagnostics);
  if (language === "zh") {
    if (diagnostics.length === 0) return "没有发现问题。";
    const mend = fixable > 0 ? `其中 ${fixable} 处可用 bulletin lint --fix 自动改正。` : "";
    return `共 ${errors} 个错误，${warnings} 个警告，${infos} 条提示。${mend}`;
  }
  if (diagnostics.length === 0) return "No findings.";
  const plural = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const counts = `${plural(errors, "error")}, ${plural(warnings, "warning")}, ${infos} info.`;
  return fixable > 0 ? `${counts} ${fixable} can be mended by bulletin lint --fix.` : counts;
}
