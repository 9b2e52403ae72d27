/** Words that the house does not print. Source: bulletin.yaml, lint.words.forbidden. */
import { isInBookTitle, spanInLine } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const HOUSE = houseWith(`lint:
  words:
    forbidden:
      - 圆满成功
      - word: 一流
        reason: 不用绝对化的评价
        instead: 先进
        except: [一流课程, 一流学科]
`);

export const wordForbidden: TextRule = {
  id: "word/forbidden",
  scope: "text",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "不出现本刊的禁用词（lint.words.forbidden）。",
    en: "Words forbidden by the bulletin are not used (lint.words.forbidden).",
  },
  why: {
    zh: "禁用词由本刊自己规定，可以写明理由、改法和例外。书名号里的照原文，不检查。",
    en: "Each bulletin lists its own, with reasons, replacements and exceptions. Titles in 《》 are quoted as they are and not checked.",
  },
  examples: [
    textExample({
      name: { zh: "词表中的禁用词", en: "Forbidden words" },
      house: HOUSE,
      text: "活动取得圆满成功，建成一流展厅。",
      at: [5, 12],
    }),
    textExample({
      name: { zh: "例外的词，书名号里的原文", en: "Exceptions, a title in 《》" },
      house: HOUSE,
      text: "该校三门课程入选一流课程，两个学科入选一流学科，主编《一流实验室建设》。",
    }),
    textExample({
      name: { zh: "没有词表", en: "No dictionary" },
      text: "活动取得圆满成功。",
    }),
  ],
  *check(line, { dictionary: { forbidden } }) {
    for (const { start, end, value } of forbidden.find(line.text)) {
      if (value === undefined || isInBookTitle(line, start)) continue;
      const { word, reason, instead } = value;
      yield {
        span: spanInLine(line, start, end),
        message: {
          zh: `“${word.value}”是本刊的禁用词${reason === undefined ? "" : `：${reason.value}`}。`,
          en: `“${word.value}” is a word that this bulletin does not use${reason === undefined ? "" : ` (${reason.value})`}.`,
        },
        help:
          instead === undefined
            ? { zh: "请换一种说法，或删去。", en: "Put it another way, or leave it out." }
            : { zh: `改用“${instead.value}”。`, en: `Write “${instead.value}”.` },
        related: [{ span: word.span, message: { zh: "词表里的规定", en: "The entry in the dictionary" } }],
      };
    }
  },
};
