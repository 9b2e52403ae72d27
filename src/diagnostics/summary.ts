/** How many findings of each severity there are: counted once, told by every reporter. */
import type { Diagnostic } from "./diagnostic.js";
import type { Language } from "./language.js";

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** findings that --fix mends */
  readonly fixable: number;
  /** findings that it does not mend, for which something is suggested */
  readonly suggested: number;
}

export function summarise(diagnostics: readonly Diagnostic[]): Summary {
  const count = (test: (diagnostic: Diagnostic) => boolean) => diagnostics.filter(test).length;
  return {
    errors: count(({ severity }) => severity === "error"),
    warnings: count(({ severity }) => severity === "warning"),
    infos: count(({ severity }) => severity === "info"),
    fixable: count(({ fix }) => fix !== undefined),
    suggested: count(({ fix, suggestions = [] }) => fix === undefined && suggestions.length > 0),
  };
}

export function summaryLine(diagnostics: readonly Diagnostic[], language: Language): string {
  const { errors, warnings, infos, fixable, suggested } = summarise(diagnostics);
  if (language === "zh") {
    if (diagnostics.length === 0) return "没有发现问题。";
    const mend = fixable > 0 ? `其中 ${fixable} 处可用 bulletin lint --fix 自动改正。` : "";
    const choose =
      suggested > 0 ? `有 ${suggested} 处给出了改法，请您决定；都照办可加 --fix-suggestions。` : "";
    return `共 ${errors} 个错误，${warnings} 个警告，${infos} 条提示。${mend}${choose}`;
  }
  if (diagnostics.length === 0) return "No findings.";
  const plural = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const counts = `${plural(errors, "error")}, ${plural(warnings, "warning")}, ${infos} info.`;
  const mend = fixable > 0 ? ` ${fixable} can be mended by bulletin lint --fix.` : "";
  const choose =
    suggested > 0 ? ` ${suggested} have a suggestion for you to judge (--fix-suggestions takes them).` : "";
  return `${counts}${mend}${choose}`;
}
