/** The words of the house's dictionary are written as it says. Source: bulletin.yaml, lint.words.replace. */
import { HAN } from "../../han/copy-class.js";
import { type CopyLine, copyFinding, isInBookTitle } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const HOUSE = houseWith(`lint:
  words:
    replace:
      科普日活動: 科普日活动
      科技小苑: 科技小院
      市科协: 示例市科协
      APP: 应用程序
`);

export const wordReplace: TextRule = {
  id: "word/replace",
  scope: "text",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "词语按本刊词表的写法（lint.words.replace）。",
    en: "Words are written as in the bulletin's dictionary (lint.words.replace).",
  },
  why: {
    zh: "名称、术语各单位写法不一，本刊选定一种，全刊一致，便于检索。书名号里的照原文，不检查。",
    en: "Units write names and terms in different ways; the bulletin settles on one. Titles in 《》 are quoted as they are and not checked.",
  },
  examples: [
    textExample({
      name: { zh: "词表中的错误写法", en: "A word that the dictionary knows to be wrong" },
      house: HOUSE,
      text: "科技小苑里，师生筹备科普日活動。",
      at: [1, 11],
      fixed: "科技小院里，师生筹备科普日活动。",
    }),
    textExample({
      name: { zh: "正确写法里含有错误写法", en: "The right word holds the wrong one" },
      house: HOUSE,
      text: "示例市科协发布通知，市科协机关随后部署。",
      at: [11],
      fixed: "示例市科协发布通知，示例市科协机关随后部署。",
    }),
    textExample({
      name: { zh: "英文单词里的字母，书名号里的原文", en: "Letters inside a word, a title in 《》" },
      house: HOUSE,
      text: "团队介绍APPLE项目，出版《科技小苑手册》，网址为https://example.org/APP。",
    }),
    textExample({
      name: {
        zh: "另一个名称的一段、一个字的词：只建议",
        en: "Part of another name, a word of one character: suggested",
      },
      house: houseWith("lint:\n  words:\n    replace: {市科协: 示例市科协, 帐: 账}\n"),
      text: "滨河市科协来访，记帐后搭起帐篷。",
      at: [3, 10, 14],
      fixed: "滨河市科协来访，记帐后搭起帐篷。",
      suggested: "滨河示例市科协来访，记账后搭起账篷。",
    }),
    textExample({ name: { zh: "没有词表", en: "No dictionary" }, text: "科技小苑里，师生筹备科普日。" }),
  ],
  *check(line, { dictionary: { replacements } }) {
    for (const { start, end, word, value: right } of replacements.find(line.text)) {
      if (right === undefined || isInBookTitle(line, start)) continue;
      // Where the right word is itself a wrong one, which is meant only the house can say.
      const isSettled = replacements.find(right).every(({ value }) => value === undefined);
      const isCertain = isSettled && !mayBePart(line, { start, end, right });
      const isSuggested = isSettled && !isCertain;
      yield copyFinding(line, {
        start,
        end,
        message: {
          zh: `“${word}”，本刊词表写作“${right}”。`,
          en: `The bulletin's dictionary has “${right}”, not “${word}”.`,
        },
        help: isSuggested
          ? {
              zh: `改为“${right}”；若是另一个词语的一部分，可以不改。`,
              en: `Write “${right}”, unless it is part of another word.`,
            }
          : { zh: `改为“${right}”。`, en: `Write “${right}”.` },
        ...(isCertain && { replacement: right }),
        ...(isSuggested && { suggestion: right }),
      });
    }
  },
};

/**
 * May the characters belong to another word? One ideograph may (帐 in 帐篷), and so may a name that the right
 * word only makes longer, where Han stand on that side: 滨河|市科协 is not 示例市科协.
 */
function mayBePart(
  { text, classes }: CopyLine,
  { start, end, right }: { readonly start: number; readonly end: number; readonly right: string },
): boolean {
  const word = text.slice(start, end);
  if (word.length === 1 && classes[start] === HAN) return true;
  if (right === word || !right.includes(word)) return false;
  const isLongerInFront = !right.startsWith(word);
  const isLongerBehind = !right.endsWith(word);
  return (isLongerInFront && classes[start - 1] === HAN) || (isLongerBehind && classes[end] === HAN);
}
