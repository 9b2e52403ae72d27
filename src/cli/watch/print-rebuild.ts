/**
 * What a watch says of a build: one line with the time, the issue, its pages, how long it took and
 * what has become of the findings; then those findings alone that are new or say something else.
 */
import { type Comparison, compareFindings, type Findings } from "../../diagnostics/compare-findings.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { foldFindings, unfoldedFindings } from "../../diagnostics/fold-findings.js";
import type { Language } from "../../diagnostics/language.js";
import { type PrettyOptions, printGroups } from "../../diagnostics/print-pretty.js";
import { printable } from "../../diagnostics/printable.js";
import { summarise } from "../../diagnostics/summary.js";
import type { WrittenEdition } from "../../outcomes/remember-outcomes.js";

export interface Rebuild {
  /** by the clock on the wall, `14:03:27` */
  readonly time: string;
  /** the issue as people call it: its folder */
  readonly name: string;
  /** files whose change led to the build, by path */
  readonly changed: readonly string[];
  readonly before: Findings;
  readonly now: Findings;
  /** findings of now that are not spoken of (`--quiet`) */
  readonly hidden?: number;
  /** none where the issue was refused */
  readonly editions: readonly WrittenEdition[];
  readonly isRefused: boolean;
  readonly milliseconds: number;
}

/** @returns the line, and the blocks of findings; each ended by a line end */
export function printRebuild(
  rebuild: Rebuild,
  options: PrettyOptions,
): { readonly line: string; readonly findings: string } {
  const comparison = compareFindings(rebuild.before, rebuild.now);
  // A hint that counts characters says something else at each save.
  const altered = comparison.altered.filter(({ severity }) => severity !== "info");
  const told: ReadonlySet<Diagnostic> = new Set([...comparison.appeared, ...altered]);
  const inOrder = rebuild.now.diagnostics.filter((one) => told.has(one));
  const groups = options.verbose === true ? unfoldedFindings(inOrder) : foldFindings(inOrder);
  const blocks = [...printGroups(groups, rebuild.now.sources, options)];
  return {
    line: `${rebuild.time}  ${printLine(rebuild, comparison, options.language)}\n`,
    findings: blocks.length === 0 ? "" : `\n${blocks.join("\n")}\n`,
  };
}

function printLine(rebuild: Rebuild, comparison: Comparison, language: Language): string {
  const words = WORDS[language];
  const { name, editions, isRefused, milliseconds, now } = rebuild;
  const pages = editions.find((edition) => edition.pages !== undefined)?.pages;
  const facts = [
    ...(isRefused ? [words.stopping(summarise(now.diagnostics))] : []),
    ...(pages === undefined ? [] : [words.pages(pages)]),
    words.took(milliseconds),
  ].join(words.comma);
  const built = isRefused ? words.refused(printable(name)) : words.built(printable(name));
  const parts = [
    `${built}${words.colon}${facts}${printChanged(rebuild.changed, words)}`,
    printProgress(comparison, { left: now.diagnostics.length, hidden: rebuild.hidden ?? 0 }, words),
  ];
  return parts.filter((part) => part !== "").join(words.stop) + words.end;
}

/** Files named; of more than that the count. */
const FILES_NAMED = 2;

const printChanged = (changed: readonly string[], words: Words): string =>
  changed.length === 0 ? "" : words.because(namesOf(changed, words));

function namesOf(files: readonly string[], words: Words): string {
  const names = files.slice(0, FILES_NAMED).map(printable).join(words.and);
  return files.length > FILES_NAMED ? words.etc(names, files.length) : names;
}

/** @returns that a change of these files changed no issue */
export const printUnchanged = (changed: readonly string[], language: Language): string =>
  WORDS[language].unchanged(namesOf(changed, WORDS[language]));

/** @returns a line for each issue that came or went, by the names people call them */
export function printCome(
  { appeared, gone }: { readonly appeared: readonly string[]; readonly gone: readonly string[] },
  { time, language }: { readonly time: string; readonly language: Language },
): string {
  const words = WORDS[language];
  return [
    ...gone.map((name) => words.gone(printable(name))),
    ...appeared.map((name) => words.came(printable(name))),
  ]
    .map((line) => `${time}  ${line}\n`)
    .join("");
}

function printProgress(
  { appeared, mended }: Comparison,
  { left, hidden }: { readonly left: number; readonly hidden: number },
  words: Words,
): string {
  if (left === 0 && mended === 0) return "";
  if (left === 0 && hidden === 0) return words.allMended(mended);
  return [
    ...(appeared.length > 0 ? [words.appeared(appeared.length)] : []),
    ...(mended > 0 ? [words.mended(mended)] : []),
    ...(left > 0 ? [words.left(left)] : []),
    ...(hidden > 0 ? [words.hidden(hidden)] : []),
  ].join(words.comma);
}

type Words = (typeof WORDS)[Language];

const SECOND = 1000;

const WORDS = {
  zh: {
    built: (name: string) => `已重新编译 ${name}`,
    refused: (name: string) => `没有编译 ${name}`,
    stopping: ({ errors, warnings }: { readonly errors: number; readonly warnings: number }) =>
      errors > 0 ? `有 ${errors} 个错误` : `有 ${warnings} 个警告`,
    colon: "：",
    comma: "，",
    stop: "。",
    end: "。",
    and: "、",
    pages: (count: number) => `${count} 页`,
    took: (milliseconds: number) =>
      milliseconds < SECOND ? `用时 ${milliseconds} 毫秒` : `用时 ${(milliseconds / SECOND).toFixed(1)} 秒`,
    because: (files: string) => `（改了 ${files}）`,
    etc: (names: string, count: number) => `${names} 等 ${count} 个文件`,
    unchanged: (files: string) => `改了 ${files}，各期没有变化。`,
    appeared: (count: number) => `新增 ${count} 处`,
    mended: (count: number) => `改好 ${count} 处`,
    left: (count: number) => `还有 ${count} 处`,
    hidden: (count: number) => `另有 ${count} 处没有列出`,
    came: (name: string) => `新增了 ${name}，一起编译。`,
    gone: (name: string) => `${name} 已不在，不再编译。`,
    allMended: (count: number) => `改好 ${count} 处，没有问题了`,
  },
  en: {
    built: (name: string) => `rebuilt ${name}`,
    refused: (name: string) => `did not build ${name}`,
    stopping: ({ errors, warnings }: { readonly errors: number; readonly warnings: number }) => {
      const [count, word] = errors > 0 ? [errors, "error"] : [warnings, "warning"];
      return `${count} ${word}${count === 1 ? "" : "s"}`;
    },
    colon: ": ",
    comma: ", ",
    stop: ". ",
    end: ".",
    and: ", ",
    pages: (count: number) => (count === 1 ? "1 page" : `${count} pages`),
    took: (milliseconds: number) =>
      milliseconds < SECOND ? `${milliseconds} ms` : `${(milliseconds / SECOND).toFixed(1)} s`,
    because: (files: string) => ` (${files} changed)`,
    etc: (names: string, count: number) => `${names} and others, ${count} in all,`,
    unchanged: (files: string) => `${files} changed; the issues have not.`,
    appeared: (count: number) => `${count} new`,
    mended: (count: number) => `${count} fixed`,
    left: (count: number) => `${count} left`,
    hidden: (count: number) => `${count} not shown`,
    came: (name: string) => `${name} has been added and is built from now on.`,
    gone: (name: string) => `${name} is gone and is no longer built.`,
    allMended: (count: number) => `${count} fixed, none left`,
  },
} as const;
