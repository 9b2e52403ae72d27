/**
 * Findings for a person at a terminal: place, severity, rule, what is wrong, the line with the
 * place marked, and what to do. Which are shown, and in which order, is fold-findings.ts's; the
 * closing lines are print-summary.ts's. Marks stand under full-width characters as wide as these
 * are (display-width.ts).
 */
import type { Span } from "../model/located.js";
import type { Diagnostic, Severity, Sources } from "./diagnostic.js";
import { displayWidth } from "./display-width.js";
import { excerptOf } from "./excerpt.js";
import { type FindingGroup, foldFindings, unfoldedFindings } from "./fold-findings.js";
import type { Language } from "./language.js";
import { indexLines, type LineIndex, lineText, positionAt } from "./line-index.js";
import { printSummary } from "./print-summary.js";
import { printable } from "./printable.js";
import { shownSuggestions } from "./show-suggestion.js";
import type { SilencingComment, SilencingComments } from "./silencing-comment.js";
import type { Hidden } from "./summary.js";
import { wrapText } from "./wrap-text.js";

export type Style = "error" | "warning" | "info" | "place" | "strong" | "quiet";

/** Colours a piece of text, or gives it back as it is. */
export type Paint = (style: Style, text: string) => string;

export interface PrettyOptions {
  readonly language: Language;
  readonly paint: Paint;
  /** list every finding, not three of a rule at most */
  readonly verbose?: boolean;
  /** columns at which sentences are broken; without it they are left to the terminal */
  readonly width?: number | undefined;
  /** what the caller left out, for the closing lines */
  readonly hidden?: Hidden;
}

/** Of those that the command lists one by one. */
export interface PrettyOptionsOfCommand extends PrettyOptions {
  /** the comments that silence findings, where they are to be offered */
  readonly silencing?: SilencingComments | undefined;
}

const SEVERITY_WORDS: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { error: "错误", warning: "警告", info: "提示" },
  en: { error: "error", warning: "warning", info: "info" },
};

/** @returns the findings and what closes the report, ended by a line end */
export function printPretty(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: PrettyOptions,
): string {
  return [...printPrettyPieces(diagnostics, sources, options)].join("");
}

/** @returns the same in pieces of whole lines, a group each */
export function* printPrettyPieces(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: PrettyOptionsOfCommand,
): Generator<string> {
  const { language, width, hidden = {} } = options;
  const groups = options.verbose === true ? unfoldedFindings(diagnostics) : foldFindings(diagnostics);
  const folded = groups.reduce((sum, group) => sum + group.folded.length, 0);
  const summary = printSummary(diagnostics, { language, folded, hidden, width });
  for (const block of printGroups(groups, sources, options)) yield `${block}\n`;
  yield `${summary}\n`;
}

/** @returns a block a group, each ended by a line end */
export function* printGroups(
  groups: readonly FindingGroup[],
  sources: Sources,
  options: PrettyOptionsOfCommand,
): Generator<string> {
  const indices = new Map<string, LineIndex>();
  const indexOf = (path: string): LineIndex => {
    const known = indices.get(path);
    if (known !== undefined) return known;
    const made = indexLines(sources.get(path) ?? "");
    indices.set(path, made);
    return made;
  };
  for (const group of groups) yield printGroup(group, { ...options, sources, indexOf });
}

interface Printing extends PrettyOptionsOfCommand {
  readonly sources: Sources;
  readonly indexOf: (path: string) => LineIndex;
}

/** The first in full; of the others that differ in their place alone, the place; the rest counted. */
function printGroup({ shown, folded }: FindingGroup, printing: Printing): string {
  const [first, ...others] = shown;
  if (first === undefined) return "";
  const count = shown.length + folded.length;
  const blocks = others.map((other) =>
    isToldBy(first, other) ? printBrief(other, first, printing) : `\n${printOne(other, printing)}`,
  );
  const rest = folded.length > 0 ? [printFolded(folded, printing)] : [];
  return [printOne(first, printing, count), ...blocks, ...rest].join("");
}

/** Errors and choices are reported one by one; what `--fix` mends, or is mended alike, need not be. */
const isToldBy = (first: Diagnostic, other: Diagnostic): boolean =>
  other.severity !== "error" &&
  other.suggestions === undefined &&
  (other.fix !== undefined || other.help?.zh === first.help?.zh);

function printBrief(
  { message, span }: Diagnostic,
  first: Diagnostic,
  { indexOf, language, paint, width }: Printing,
): string {
  const index = indexOf(span.path);
  const place = printPlace(span, index);
  const words = message.zh === first.message.zh ? excerptOf(index.text, span) : message[language];
  const used = displayWidth(place) + 4;
  return `  ${paint("place", place)}  ${wrapText(printable(words), { width, used, indent: 4 })}`
    .trimEnd()
    .concat("\n");
}

/** Places named of those that are only counted. */
const PLACES_NAMED = 4;

function printFolded(folded: readonly Diagnostic[], { indexOf, language, paint, width }: Printing): string {
  const words = FOLDED_WORDS[language];
  const places = folded.slice(0, PLACES_NAMED).map(({ span }, at) => {
    const place = printPlace(span, indexOf(span.path));
    const before = folded[at - 1]?.span.path;
    if (before === undefined) return place;
    // Once a file: behind its first place the others have line and column alone.
    return before === span.path
      ? words.inFile + place.slice(printable(span.path).length + 1)
      : words.nextFile + place;
  });
  const more = folded.length > PLACES_NAMED ? words.more : "";
  const line = `${words.rest(folded.length)}${places.join("")}${more}`;
  return `  ${paint("quiet", wrapText(line, { width, indent: 4, used: 2 }))}\n`;
}

const FOLDED_WORDS = {
  zh: {
    all: (count: number) => `共 ${count} 处`,
    rest: (count: number) => `另有 ${count} 处：`,
    inFile: "、",
    nextFile: "，",
    more: " 等",
  },
  en: {
    all: (count: number) => `${count} in all`,
    rest: (count: number) => `${count} more: `,
    inFile: ", ",
    nextFile: "; ",
    more: " …",
  },
} as const;

/** @param count how many findings the block stands for */
function printOne(
  diagnostic: Diagnostic,
  { indexOf, sources, language, paint, width, silencing }: Printing,
  count = 1,
): string {
  const { severity, rule, message, help, related, fix, span } = diagnostic;
  const say = (text: string, used = 2) => wrapText(printable(text), { width, used, indent: used });
  const place = printPlace(span, indexOf(span.path));
  const all = count > 1 ? `  ${paint("strong", FOLDED_WORDS[language].all(count))}` : "";
  const lines = [
    `${paint("place", place)}  ${paint(severity, SEVERITY_WORDS[language][severity])}  ${paint("quiet", rule)}${all}`,
    `  ${paint("strong", say(message[language]))}`,
    ...printFrame(span, indexOf(span.path), { severity, paint, width }),
  ];
  if (help !== undefined) lines.push(`  ${paint("info", "→")} ${say(help[language], 4)}`);
  for (const other of related ?? []) {
    const otherPlace = printPlace(other.span, indexOf(other.span.path));
    lines.push(`  ${paint("quiet", `${otherPlace}  ${printable(other.message[language])}`)}`);
  }
  if (fix !== undefined) {
    lines.push(`  ${paint("quiet", language === "zh" ? "可用 --fix 自动改正" : "can be fixed with --fix")}`);
  }
  const suggested = shownSuggestions(diagnostic, sources, language);
  lines.push(
    ...suggested.map((words) => `  ${paint("quiet", wrapText(words, { width, used: 2, indent: 4 }))}`),
  );
  const comment = silencing?.(diagnostic);
  // Not wrapped: it is there to be copied.
  if (comment !== undefined) lines.push(`  ${paint("quiet", SILENCING_WORDS[language](comment))}`);
  return `${lines.join("\n")}\n`;
}

/** Where the comment goes: pasted behind a value of YAML without a space, or behind a table's row, it would be text. */
const SILENCING_PLACES: Readonly<
  Record<SilencingComment["place"], Readonly<Record<Language, (line: number) => string>>>
> = {
  above: {
    zh: (line) => `在第 ${line} 行上面加一行`,
    en: (line) => `put above line ${line}`,
  },
  end: {
    zh: (line) => `在第 ${line} 行末尾加`,
    en: (line) => `put at the end of line ${line}`,
  },
  "yaml-end": {
    zh: (line) => `在第 ${line} 行末尾空一格，加`,
    en: (line) => `put at the end of line ${line}, after a space`,
  },
  "last-cell": {
    zh: (line) => `在第 ${line} 行最后一个竖线前面加`,
    en: (line) => `put before the last bar of line ${line}`,
  },
};

const SILENCING_WORDS = {
  zh: ({ line, place, edit }: SilencingComment) =>
    `不必改的，${SILENCING_PLACES[place].zh(line)}：${edit.text.trim()}`,
  en: ({ line, place, edit }: SilencingComment) =>
    `to keep it as it is, ${SILENCING_PLACES[place].en(line)}: ${edit.text.trim()}`,
} as const;

function printPlace(span: Span, index: LineIndex): string {
  const { line, column } = positionAt(index, span.start);
  return `${printable(span.path)}:${line}:${column}`;
}

function printFrame(
  span: Span,
  index: LineIndex,
  { severity, paint, width }: Pick<Printing, "paint" | "width"> & { readonly severity: Severity },
): string[] {
  if (index.text === "") return [];
  const { line, column } = positionAt(index, span.start);
  const characters = charactersOf(index, line);
  const end = positionAt(index, span.end);
  const last = end.line === line ? end.column - 1 : characters.length;
  const from = column - 1;
  const gutter = String(line);
  const columns = width === undefined ? WIDEST_FRAME : width - gutter.length - FRAME_MARGIN;
  const window = findWindow(characters, { from, to: Math.max(last, from + 1), columns });
  const shown = characters.slice(window.from, window.to).map(printable);
  const lead = window.from > 0 ? "…" : "";
  const tail = window.to < characters.length ? "…" : "";
  const before = displayWidth(lead + shown.slice(0, from - window.from).join(""));
  const marked = displayWidth(shown.slice(from - window.from, last - window.from).join(""));
  const blank = " ".repeat(gutter.length);
  return [
    `  ${paint("quiet", `${gutter} │`)} ${lead}${shown.join("")}${tail}`,
    `  ${paint("quiet", `${blank} │`)} ${" ".repeat(before)}${paint(severity, "^".repeat(Math.max(1, marked)))}`,
  ];
}

/** Columns of context shown before and behind the place in a long line. */
const CONTEXT_COLUMNS = 36;
/** The context, and twice as much of the place itself. */
const WIDEST_FRAME = 4 * CONTEXT_COLUMNS;
/** Indent, stroke and blanks of the gutter, `…` on both sides, a full-width character cut by either end. */
const FRAME_MARGIN = 10;

/** The part of a long line that is shown: the place and some columns on both sides. */
function findWindow(
  characters: readonly string[],
  { from, to, columns }: { readonly from: number; readonly to: number; readonly columns: number },
): { readonly from: number; readonly to: number } {
  const columnsOf = (at: number) => displayWidth(characters[at] ?? "");
  let end = from;
  let marked = 0;
  for (; end < to && marked < columns / 2; end += 1) marked += columnsOf(end);
  const context = Math.min(CONTEXT_COLUMNS, (columns - marked) / 2);
  let start = from;
  for (let taken = 0; start > 0 && taken < context; start -= 1) taken += columnsOf(start - 1);
  for (let taken = 0; end < characters.length && taken < context; end += 1) taken += columnsOf(end);
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
