/** What is said of a word list that cannot be read as a whole. */
import type { Message } from "../diagnostics/diagnostic.js";
import type { Refusal } from "../intake/word/refused-package.js";

export interface PackProblem {
  readonly message: Message;
  readonly help: Message;
}

export const unknown = (
  name: string,
  nearest: string | undefined,
  names: readonly string[],
): PackProblem => ({
  message: { zh: `没有“${name}”这个词包。`, en: `There is no word list “${name}”.` },
  help:
    nearest === undefined
      ? {
          zh: `程序自带的词包有：${names.join("、")}；自己的词包请写路径，如“./packs/ours.csv”。`,
          en: `The package has: ${names.join(", ")}; give the path of your own, such as “./packs/ours.csv”.`,
        }
      : { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` },
});

export const tooMany = (count: number, most: number): PackProblem => ({
  message: {
    zh: `启用了 ${count} 个词包，从这一个起没有读。`,
    en: `There are ${count} word lists; they were not read from this one on.`,
  },
  help: { zh: `最多启用 ${most} 个，请合并。`, en: `There can be ${most}; put some of them together.` },
});

export const outside = (name: string, reason: Message): PackProblem => ({
  message: {
    zh: `不能使用词包“${name}”：${reason.zh}。`,
    en: `The word list “${name}” cannot be used: ${reason.en}.`,
  },
  help: {
    zh: "请把它放在简报的文件夹里，路径从本文件所在文件夹算起。",
    en: "Put it into the bulletin's folder; the path is relative to the folder of this file.",
  },
});

export const missing = (name: string, nearest: string | undefined): PackProblem => ({
  message: { zh: `找不到词包“${name}”。`, en: `The word list “${name}” does not exist.` },
  help:
    nearest === undefined
      ? { zh: "路径从本文件所在文件夹算起。", en: "The path is relative to the folder of this file." }
      : { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` },
});

export const unreadable = (name: string): PackProblem => ({
  message: { zh: `词包“${name}”打不开。`, en: `The word list “${name}” cannot be opened.` },
  help: {
    zh: "请确认它是一个文件，并且有读取的权限。",
    en: "Make sure that it is a file and that you have permission to read it.",
  },
});

export const tooLarge = (name: string, size: number, most: number): PackProblem => ({
  message: {
    zh: `词包“${name}”有 ${inKib(size)} KiB，超过了 ${inKib(most)} KiB。`,
    en: `The word list “${name}” has ${inKib(size)} KiB, more than ${inKib(most)} KiB.`,
  },
  help: { zh: "请拆成几个词包。", en: "Split it into several lists." },
});

const inKib = (bytes: number): number => Math.ceil(bytes / 1024);

export const noText = (name: string): PackProblem => ({
  message: {
    zh: `词包“${name}”既不是文字，也不是 .xlsx 表格。`,
    en: `The word list “${name}” is neither text nor an .xlsx sheet.`,
  },
  help: SAVE_AS,
});

export const oldSheet = (name: string): PackProblem => ({
  message: {
    zh: `词包“${name}”是旧式的 .xls 表格，或者加了密码。`,
    en: `The word list “${name}” is a sheet of the old kind (.xls), or locked by a password.`,
  },
  help: SAVE_AS,
});

export const unreadableCharacters = (name: string, count: number): PackProblem => ({
  message: {
    zh: `词包“${name}”里有 ${count} 个字读不出来。`,
    en: `${count} ${count === 1 ? "character" : "characters"} of the word list “${name}” cannot be read.`,
  },
  help: {
    zh: "请另存为 UTF-8 编码的 CSV。",
    en: "Save it as CSV in UTF-8.",
  },
});

const SAVE_AS: Message = {
  zh: "请另存为 .xlsx，或 UTF-8 编码的 CSV，不加密码。",
  en: "Save it as .xlsx, or as CSV in UTF-8, without a password.",
};

export function refusedSheet(name: string, refusal: Refusal): PackProblem {
  const because = WHY[refusal.kind];
  return {
    message: {
      zh: `词包“${name}”不能读取：${because.zh}。`,
      en: `The word list “${name}” cannot be read: ${because.en}.`,
    },
    help: SAVE_AS,
  };
}

const WHY: Readonly<Record<Refusal["kind"], Message>> = {
  damaged: { zh: "文件损坏了", en: "the file is damaged" },
  locked: { zh: "加了密码", en: "it is locked by a password" },
  "too-big": { zh: "内容太多", en: "it holds too much" },
  hostile: { zh: "文件结构不正常", en: "its structure is not that of a sheet" },
  "not-word": { zh: "不是 .xlsx 表格，或者没有工作表", en: "it is not an .xlsx workbook, or has no sheet" },
};
