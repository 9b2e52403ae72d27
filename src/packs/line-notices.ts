/** What is said of a row of a word list that cannot be meant. */
import type { Message } from "../diagnostics/diagnostic.js";
import { type CalendarDate, isoDate } from "../model/calendar-date.js";
import type { PackLine } from "../model/pack.js";
import { columnName, KIND_LIST, nearestKind } from "./columns.js";

export type Words = readonly [Message, Message];

export const NO_WRONG = {
  message: { zh: "这一行没有写错误写法。", en: "This line does not say what is wrong." },
  help: { zh: "请填写，或删去这一行。", en: "Fill it in, or delete the line." },
} as const;

export const tooShort = (word: string): Words => [
  {
    zh: `错误写法“${word}”只有一个字，会对上许多不相干的词。`,
    en: `“${word}” has only one character and would be found in many other words.`,
  },
  { zh: "请写出整个词。", en: "Give the whole word." },
];

export const nothingToDo = (word: string): Words => [
  {
    zh: `“${word}”没有写正确写法，也没有说明。`,
    en: `For “${word}” there is neither a right form nor a note.`,
  },
  { zh: "请填写其中一栏。", en: "Fill in one of the two." },
];

export function unknownKind(word: string): Words {
  const nearest = nearestKind(word);
  return [
    { zh: `没有“${word}”这个类别。`, en: `There is no kind “${word}”.` },
    nearest === undefined
      ? { zh: `可以写：${KIND_LIST.zh}。`, en: `It can be: ${KIND_LIST.en}.` }
      : { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` },
  ];
}

export const noDay = (text: string): Words => [
  { zh: `“${text}”不是日期。`, en: `“${text}” is not a date.` },
  { zh: "请写成 2023-03-16 的样子。", en: "Write it like 2023-03-16." },
];

export const wrongWayRound = (from: CalendarDate, until: CalendarDate): Words => [
  {
    zh: `截止日期 ${isoDate(until)} 早于起始日期 ${isoDate(from)}。`,
    en: `The last day, ${isoDate(until)}, is before the first day, ${isoDate(from)}.`,
  },
  { zh: "请核对这两个日期。", en: "Check the two dates." },
];

export const noSwitch = (text: string): Words => [
  { zh: `“自动改正”一栏写的是“${text}”。`, en: `The column “fix” says “${text}”.` },
  { zh: "请写“是”或“否”。", en: "Write yes or no." },
];

export const nothingToWrite = (word: string): Words => [
  {
    zh: `“${word}”要自动改正，但没有写正确写法。`,
    en: `“${word}” is to be fixed, but there is no right form.`,
  },
  { zh: "请填写正确写法，或把“自动改正”改为“否”。", en: "Fill in the right form, or set “fix” to no." },
];

export const twice = (line: PackLine, other: PackLine): Words => [
  {
    zh: `“${line.wrong}”在第 ${other.line} 行已写作“${other.right ?? "不用"}”，与这里不同。`,
    en: `“${line.wrong}” is given otherwise in line ${other.line} (${other.right ?? "not to be used"}).`,
  },
  { zh: "请只留一行，或写明各自的起止日期。", en: "Keep one line, or give each its dates." },
];

export const more = (left: number): { readonly message: Message; readonly help: Message } => ({
  message: {
    zh: `这个词包另有 ${left} 处问题，没有列出。`,
    en: `This word list has ${left} more faults that are not listed.`,
  },
  help: {
    zh: `请先核对“${columnName("wrong")}”等各栏是否对齐。`,
    en: "First check that the columns are in line with their headings.",
  },
});

export const tooLong = (length: number, longest: number): Words => [
  {
    zh: `这个词有 ${length} 个字，超过了 ${longest} 个。`,
    en: `This word has ${length} characters, more than ${longest}.`,
  },
  {
    zh: "请写词语本身，解释写在“说明”一栏。",
    en: "Give the word itself; explanations go into the column “note”.",
  },
];
