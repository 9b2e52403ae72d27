/**
 * What brackets and quotation marks are called (GB/T 15834-2011, 4.8 to 4.10, 4.15). A message names them in words: set
 * in quotation marks themselves, they cannot be told apart.
 */

export interface MarkName {
  readonly zh: string;
  readonly en: string;
}

const PAIRS: readonly (readonly [marks: string, zh: string, en: string])[] = [
  ["“”", "双引号", "double quotation mark"],
  ["‘’", "单引号", "single quotation mark"],
  ["《》", "书名号", "book-title mark"],
  ["〈〉", "单书名号", "single book-title mark"],
  ["（）", "括号", "bracket"],
  ["【】", "方头括号", "lenticular bracket"],
  ["〖〗", "空心方头括号", "white lenticular bracket"],
  ["〔〕", "六角括号", "tortoise-shell bracket"],
  ["［］", "方括号", "square bracket"],
  ["「」", "直角引号", "corner bracket"],
  ["『』", "双直角引号", "double corner bracket"],
];

const NAMES: ReadonlyMap<string, MarkName> = new Map(
  PAIRS.flatMap(([[left = "", right = ""], zh, en]): (readonly [string, MarkName])[] => [
    [left, { zh: `左${zh}`, en: `left ${en}` }],
    [right, { zh: `右${zh}`, en: `right ${en}` }],
  ]),
);

/** @returns 左双引号, left double quotation mark; the mark itself where it is none of these */
export const nameOfMark = (mark: string): MarkName => NAMES.get(mark) ?? { zh: `“${mark}”`, en: `“${mark}”` };
