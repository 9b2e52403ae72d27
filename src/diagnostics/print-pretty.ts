/**
 * Findings for a person at a terminal: place, severity, rule, what is wrong, the line with the
 * place marked, and what to do. Marks stand under full-width characters as wide as these are
 * (Unicode Standard Annex 11).
 */
import { eastAsianWidth } from "get-east-asian-width";
import type { Span } from "../model/located.js";
import type { Diagnostic, Severity, Sources } from "./diagnostic.js";
import type { Language } from "./language.js";
import { indexLines, type LineIndex, lineText, positionAt } from "./line-index.js";
import { printable } from "./printable.js";
import { shownSuggestions } from "./show-suggestion.js";
import { summaryLine } from "./summary.js";

export type Style = "error" | "warning" | "info" | "place" | "strong" | "quiet";

/** Colours a piece of text, or gives it back as it is. */
export type Paint = (style: Style, text: string) => string;

export interface PrettyOptions {
  readonly language: Language;
  readonly paint: Paint;
}

const SEVERITY_WORDS: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { error: "错误", warning: "警告", info: "提示" },
  en: { error: "error", warning: "warning", info: "info" },
};

/** Nobody reads more on a terminal; --format json has them all. */
const MOST_SHOWN = 1000;

/** Columns of context shown before and behind the place in a long line. */
const CONTEXT_COLUMNS = 36;

export function printPretty(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: PrettyOptions,
): string {
  const indices = new Map<string, LineIndex>();
  const indexOf = (path: string): LineIndex => {
    const known = indices.get(path);
    if (known !== undefined) return known;
    const made = indexLines(sources.get(path) ?? "");
    indices.set(path, made);
    return made;
  };
  const blocks = diagnostics.slice(0, MOST_SHOWN).map((diagnostic) => {
    const suggested = shownSuggestions(diagnostic, sources, options.language);
    return printOne(diagnostic, { indexOf, suggested }, options);
  });
  const rest = diagnostics.length - blocks.length;
  const more = rest > 0 ? [restLine(rest, options.language)] : [];
  return [...blocks, ...more, summaryLine(diagnostics, options.language)].join("\n").concat("\n");
}

interface Shown {
  readonly indexOf: (path: string) => LineIndex;
  readonly suggested: readonly string[];
}

function printOne(
  diagnostic: Diagnostic,
  { indexOf, suggested }: Shown,
  { language, paint }: PrettyOptions,
): string {
  const { severity, rule, message, help, related, fix, span } = diagnostic;
  const place = printPlace(span, indexOf(span.path));
  const lines = [
    `${paint("place", place)}  ${paint(severity, SEVERITY_WORDS[language][severity])}  ${paint("quiet", rule)}`,
    `  ${paint("strong", printable(message[language]))}`,
    ...printFrame(span, indexOf(span.path), severity, paint),
  ];
  if (help !== undefined) lines.push(`  ${paint("info", "→")} ${printable(help[language])}`);
  for (const other of related ?? []) {
    const otherPlace = printPlace(other.span, indexOf(other.span.path));
    lines.push(`  ${paint("quiet", `${otherPlace}  ${printable(other.message[language])}`)}`);
  }
  if (fix !== undefined) {
    lines.push(`  ${paint("quiet", language === "zh" ? "可用 --fix 自动改正" : "--fix can mend this")}`);
  }
  lines.push(...suggested.map((words) => `  ${paint("quiet", words)}`));
  return `${lines.join("\n")}\n`;
}

function printPlace(span: Span, index: LineIndex): string {
  const { line, column } = positionAt(index, span.start);
  return `${printable(span.path)}:${line}:${column}`;
}

function printFrame(span: Span, index: LineIndex, severity: Severity, paint: Paint): string[] {
  if (index.text === "") return [];
  const { line, column } = positionAt(index, span.start);
  const characters = charactersOf(index, line);
  const end = positionAt(index, span.end);
  const last = end.line === line ? end.column - 1 : characters.length;
  const from = column - 1;
  const window = findWindow(characters, from, Math.max(last, from + 1));
  const shown = characters.slice(window.from, window.to).map(printable);
  const lead = window.from > 0 ? "…" : "";
  const tail = window.to < characters.length ? "…" : "";
  const before = displayWidth(lead + shown.slice(0, from - window.from).join(""));
  const marked = displayWidth(shown.slice(from - window.from, last - window.from).join(""));
  const gutter = String(line);
  const blank = " ".repeat(gutter.length);
  return [
    `  ${paint("quiet", `${gutter} │`)} ${lead}${shown.join("")}${tail}`,
    `  ${paint("quiet", `${blank} │`)} ${" ".repeat(before)}${paint(severity, "^".repeat(Math.max(1, marked)))}`,
  ];
}

/** The part of a long line that is shown: the place and some columns on both sides. */
function findWindow(
  characters: readonly string[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  let start = from;
  for (let columns = 0; start > 0 && columns < CONTEXT_COLUMNS; start -= 1) {
    columns += displayWidth(characters[start - 1] ?? "");
  }
  let end = Math.min(to, from + 2 * CONTEXT_COLUMNS);
  for (let columns = 0; end < characters.length && columns < CONTEXT_COLUMNS; end += 1) {
    columns += displayWidth(characters[end] ?? "");
  }
  return { from: start, to: end };
}

/** The line taken apart last, by file: findings come in order, many to a line. */
const lastLines = new WeakMap<LineIndex, { readonly line: number; readonly characters: readonly string[] }>();

function charactersOf(index: LineIndex, line: number): readonly string[] {
  const last = lastLines.get(index);
  if (last?.line === line) return last.characters;
  const characters = [...lineText(index, line)];
  lastLines.set(index, { line, characters });
  return characters;
}

function restLine(count: number, language: Language): string {
  return language === "zh"
    ? `另有 ${count} 个问题没有列出，可用 --format json 查看全部。\n`
    : `${count} more findings are not shown; --format json has them all.\n`;
}

/** Columns that a text takes in a terminal; combining marks take none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}/u.test(character)) continue;
    width += eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: false });
  }
  return width;
}
