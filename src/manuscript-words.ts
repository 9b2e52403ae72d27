/**
 * Findings of the rules put for whoever holds a Word file or a mail: what speaks of our own markup makes no sense there.
 * Which rules are not told at all, which help is another, and how pictures are called that have no file yet.
 */
import type { Diagnostic, Message } from "./diagnostics/diagnostic.js";

/** Rules that are not told of a file that came. */
const UNTOLD: ReadonlySet<string> = new Set([
  // Written by the editor once the item is imported; what is missing is told by import/title-missing and unit-missing.
  "image/alt-missing",
  "item/front-matter",
  "attribution/missing",
  // Done by the import: it converts, scales, and takes out what pictures tell of their making.
  "image/private-data",
  "image/size",
  "image/unsupported-format",
  // Marks of Markdown are plain characters in Word, and the import writes them so that they are printed as they are.
  "image/attribute",
  "image/mistyped",
  "image/width",
  "item/accidental-markup",
  "item/mistyped-emphasis",
  "item/mistyped-heading",
  "item/mistyped-markup",
  "item/raw-html",
  "item/unresolved-reference",
  "item/unsupported-markup",
  "link/mistyped",
  "suppression/unknown-rule",
  "suppression/unused",
  "text/hard-wrap",
]);

const AS_TABLE: Message = {
  zh: "若是表格，请在原稿里做成表格（插入—表格）；若不是，请改用标点分开。",
  en: "If it is a table, make it one in the original (Insert, Table); if not, part the words by punctuation.",
};

const HELP: Readonly<Record<string, Message>> = {
  "item/mistyped-table": AS_TABLE,
  "item/pasted-table": AS_TABLE,
  "attribution/repeated": {
    zh: "请核对供稿单位，只留一处。",
    en: "Check which unit it is, and leave its name in one place.",
  },
};

/** How a heading is made where there is no Markdown. */
const HEADINGS: readonly (readonly [string, string])[] = [
  ["请另起一行，写作“## 小标题”", "请单独成段并加粗"],
  ["请写作“## 小标题”", "请单独成段并加粗"],
  ["put it on a line of its own as “## …”", "make it a bold paragraph of its own"],
  ["write it as “## …”", "make it a bold paragraph of its own"],
];

const withHeadings = (text: string): string =>
  HEADINGS.reduce((words, [ours, theirs]) => words.replaceAll(ours, theirs), text);

type Words = Pick<Diagnostic, "rule" | "severity" | "message" | "help">;

export interface ManuscriptNames {
  /** what the item is called in memory, and the file that it came from */
  readonly item: string;
  readonly file: string;
  /** files as the import would call them, in the order of the text */
  readonly pictures: readonly string[];
}

/** @returns undefined where nothing is told */
export function wordsForManuscript(
  { rule, severity, message, help }: Words,
  { item, file, pictures }: ManuscriptNames,
): Words | undefined {
  if (UNTOLD.has(rule)) return undefined;
  const ofFile = (text: string): string => text.replaceAll(`“${item}”`, `“${file}”`);
  const named = (words: Message): Message => ({
    zh: ofFile(withNames(words.zh, pictures, (number) => `第${number}张图`)),
    en: ofFile(withNames(words.en, pictures, (number) => `picture ${number}`)),
  });
  const own = help === undefined ? undefined : { zh: withHeadings(help.zh), en: withHeadings(help.en) };
  const other = HELP[rule] ?? own;
  return { rule, severity, message: named(message), ...(other !== undefined && { help: named(other) }) };
}

const withNames = (text: string, pictures: readonly string[], nameOf: (number: number) => string): string =>
  pictures.reduce((words, path, index) => words.replaceAll(path, nameOf(index + 1)), text);
