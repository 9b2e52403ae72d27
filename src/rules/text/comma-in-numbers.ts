/**
 * Two neighbouring numerals that give an approximate number have no 、: 三四十人. With 、 they are two
 * numbers cut short: 三、四年级. Source: GB/T 15834-2011, 4.5.3; GB/T 15835-2011, 5.2.1.
 */
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const NUMERALS = "一二三四五六七八九";
const PAIR =
  /([一二两三四五六七八九])、([二三四五六七八九])(?=[十百千万][^、]|[个名位人天场次岁家](?![、级类]))/g;

export const textCommaInNumbers: TextRule = {
  id: "text/comma-in-numbers",
  scope: "text",
  signs: "二三四五六七八九",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "相邻两个数字连用表示概数，中间不用顿号：三四十人。",
    en: "Two adjacent numerals that give an approximate number have no 、 between them: 三四十人.",
  },
  why: {
    zh: "“三四十人”是大约三四十，“三、四年级”是三年级和四年级；加不加顿号意思不同。",
    en: "三四十人 means some thirty or forty people, 三、四年级 means the third and the fourth grade: the mark changes the meaning.",
  },
  source: "GB/T 15834-2011, 4.5.3; GB/T 15835-2011, 5.2.1",
  examples: [
    textExample({
      name: { zh: "概数中间有顿号", en: "A 、 in an approximate number" },
      text: "现场来了三、四十人，等了两、三个小时。",
      at: [6, 14],
    }),
    textExample({
      name: { zh: "缩略的并列", en: "Two numbers cut short" },
      text: "三、四年级学生参加，第一、二、三名获奖，二、三等奖各五名。",
    }),
    textExample({
      name: { zh: "小标题的编号", en: "Numbers of headings" },
      text: "一、二十余项成果亮相。二、三个平台启用。",
    }),
  ],
  *check(line) {
    for (const { 0: found, 1: small = "", 2: great = "", index } of line.text.matchAll(PAIR)) {
      const isNeighbour = NUMERALS.indexOf(great) === NUMERALS.indexOf(small === "两" ? "二" : small) + 1;
      // Behind a full stop or at the start it numbers a heading; behind 第 or 、 it lists.
      if (
        !isNeighbour ||
        index === 0 ||
        /[第、。；：\n（一二三四五六七八九十百千万]/.test(line.text.charAt(index - 1))
      )
        continue;
      yield copyFinding(line, {
        start: index + 1,
        end: index + 2,
        message: {
          zh: `“${found}”如果表示概数，中间不用顿号。`,
          en: `If “${found}” is an approximate number, it should not contain 、.`,
        },
        help: {
          zh: `概数写作“${small}${great}……”；确指两个数时，保留顿号。`,
          en: `Write ${small}${great}… for an approximate number; keep the mark if two numbers are meant.`,
        },
      });
    }
  },
};
