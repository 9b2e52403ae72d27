/**
 * Findings as a letter: short text that an editor sends back to the unit that wrote an item. Grouped by
 * file; each place with the words around it, since the unit has a document and no line numbers; no rule ids.
 */
import type { Span } from "../model/located.js";
import type { Diagnostic, Sources } from "./diagnostic.js";
import type { Language } from "./language.js";
import { findPlaces } from "./places.js";
import { printable } from "./printable.js";
import { shownSuggestions } from "./show-suggestion.js";

/** Characters shown around a place, and of the place itself. */
const AROUND = 10;
const LONGEST_SHOWN = 24;

export function printUnitReport(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): string {
  const placeOf = findPlaces(sources);
  const words = WORDS[language];
  const byPath = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = byPath.get(diagnostic.span.path);
    if (known === undefined) byPath.set(diagnostic.span.path, [diagnostic]);
    else known.push(diagnostic);
  }
  if (byPath.size === 0) return `${words.nothing}\n`;
  const files = [...byPath].map(([path, found]) => {
    const must = found.filter(({ severity }) => severity !== "info").length;
    const entries = found.map((diagnostic, index) => {
      const { line } = placeOf(diagnostic.span).start;
      const help =
        diagnostic.help === undefined ? "" : `\n   ${words.how}${printable(diagnostic.help[language])}`;
      const suggested = shownSuggestions(diagnostic, sources, language).map((line) => `\n   ${line}`);
      const hint = diagnostic.severity === "info" ? words.hint : "";
      const shown = excerpt(diagnostic.span, sources.get(path) ?? "");
      const quoted = shown === "" ? "" : `${words.colon}${shown}`;
      return `${index + 1}. ${words.line(line)}${quoted}\n   ${words.what}${hint}${printable(diagnostic.message[language])}${help}${suggested.join("")}\n`;
    });
    return `${words.head(printable(path), must, found.length - must)}\n\n${entries.join("")}`;
  });
  return `${files.join("\n")}\n${words.end}\n`;
}

/** The place in its line, 【】 around it; empty where it is a whole line, or nothing but white space. */
function excerpt({ start, end }: Span, text: string): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", start);
  const lineEnd = next < 0 ? text.length : next;
  const from = wholeCharacter(text, Math.max(lineStart, start - AROUND));
  const until = wholeCharacter(text, Math.min(end, lineEnd, start + LONGEST_SHOWN));
  const to = wholeCharacter(text, Math.min(lineEnd, until + AROUND));
  if (text.slice(lineStart, lineEnd).trim() === "") return "";
  const parts = [
    from > lineStart ? "…" : "",
    text.slice(from, start),
    "【",
    text.slice(start, until),
    until < Math.min(end, lineEnd) ? "…" : "",
    "】",
    text.slice(until, to),
    to < lineEnd ? "…" : "",
  ];
  return printable(parts.join("").replaceAll("\r", ""));
}

/** @returns the offset, moved out of a surrogate pair */
const wholeCharacter = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;

const WORDS = {
  zh: {
    nothing: "未发现需要修改的地方。",
    head: (path: string, must: number, hints: number) =>
      `稿件 ${path}：${[must > 0 ? `${must} 处请修改` : "", hints > 0 ? `${hints} 处供参考` : ""].filter((part) => part !== "").join("，")}。`,
    line: (line: number) => `第 ${line} 行`,
    colon: "：",
    what: "问题：",
    hint: "（供参考）",
    how: "改法：",
    end: "行号为稿件文件中的行号，【】标出所指的文字。请改好后再报。",
  },
  en: {
    nothing: "There is nothing to change.",
    head: (path: string, must: number, hints: number) =>
      `Item ${path}: ${[must > 0 ? `${must} to change` : "", hints > 0 ? `${hints} to consider` : ""].filter((part) => part !== "").join(", ")}.`,
    line: (line: number) => `Line ${line}`,
    colon: ": ",
    what: "What: ",
    hint: "(to consider) ",
    how: "Remedy: ",
    end: "Lines are those of the item's file; 【】 marks the words meant. Please send it in again once mended.",
  },
} as const;
