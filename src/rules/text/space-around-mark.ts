/**
 * No space stands beside a full-width mark: the mark holds its own. Source: GB/T 15834-2011, 5.1. In
 * titles, headlines, slogans and cells a space outside quotation marks may part two phrases and is left; so
 * are blanks to be filled in, tabs, and what stands behind an article's number or a dateline.
 */
import {
  CLOSING,
  DIGIT,
  FULL_MARK,
  isWide,
  LETTER,
  MIDDLE_MARK,
  OPENING,
  POSTFIX,
  SPACE,
  setOfClasses,
} from "../../han/copy-class.js";
import { nameOfMark } from "../../han/mark-names.js";
import { isBehindLabel, isHeadline } from "../../han/typed-pauses.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const textSpaceAroundMark: TextRule = {
  id: "text/space-around-mark",
  scope: "text",
  looksFor: setOfClasses(SPACE),
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: { zh: "全角标点前后不打空格。", en: "There is no space next to a full-width mark." },
  why: {
    zh: "全角标点自带半个字的空，再打空格就空得太多，行首行末也会多出空格。",
    en: "A full-width mark already includes some space; another one leaves a wide gap, and shows at line ends.",
  },
  source: "GB/T 15834-2011, 5.1",
  examples: [
    textExample({
      name: { zh: "逗号、括号、破折号旁的空格", en: "Spaces beside a comma, a bracket, a dash" },
      text: "会议围绕城市更新 ， 设置（ 主旨报告 ）等环节 —— 共三场。",
      at: [9, 11, 15, 20, 25, 28],
      fixed: "会议围绕城市更新，设置（主旨报告）等环节——共三场。",
    }),
    textExample({
      name: { zh: "引号、书名号之间的空格", en: "Spaces between quotations and titles" },
      text: "发布《甲规划》 《乙方案》。",
      at: [8],
      fixed: "发布《甲规划》《乙方案》。",
    }),
    textExample({
      name: { zh: "括号里的数字、百分号后的空格", en: "Spaces inside brackets beside a number, after %" },
      text: "共三场（ 3天 ），满意率98% 。",
      at: [5, 8, 17],
      fixed: "共三场（3天），满意率98%。",
    }),
    textExample({
      name: {
        zh: "两处加粗之间的空格：加粗接成一处",
        en: "A space between two stretches of bold, which become one",
      },
      text: "强调**抓落实** **。** 与会人员参观。**一是强组织。** **二是抓队伍。**",
      at: [10, 16, 34],
      fixed: "强调**抓落实。**与会人员参观。**一是强组织。二是抓队伍。**",
    }),
    textExample({
      name: {
        zh: "引号外的空格也可能表示停顿：只建议",
        en: "Outside quotation marks it may be a pause: suggested",
      },
      text: "市科协举办 “科普之春”活动，发布《甲规划》 全面部署工作。",
      at: [6, 23],
      fixed: "市科协举办 “科普之春”活动，发布《甲规划》 全面部署工作。",
      suggested: "市科协举办“科普之春”活动，发布《甲规划》全面部署工作。",
    }),
    textExample({
      name: { zh: "条文、电头、填空和标题式短句", en: "Articles, datelines, blanks, headlines" },
      text: "第三条 《示例规划》由科协解释。\n\n第（ ）题，姓名：    ，单位：    。\n\n“科普之春”启动 “学术之夏”预热",
    }),
    textExample({
      name: { zh: "引号里的英文和网址", en: "English in quotation marks, addresses" },
      text: "主题为“Science” and “Society”，网址： https://example.org/a 。",
    }),
    {
      name: { zh: "标题和口号里的停顿", en: "Pauses in titles and slogans" },
      files: {
        "items/01.md": `---
title: “科普之春”启动 “学术之夏”预热
---

活动以“走进《示例读本》 感受科学之美”为主题。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(line) {
    const { classes } = line;
    for (let at = 1; at < classes.length; at += 1) {
      if (classes[at] !== SPACE) continue;
      const start = at;
      while (classes[at + 1] === SPACE) at += 1;
      const end = at + 1;
      if (end >= classes.length) continue;
      const verdict = judgeSpace(line, start, end);
      if (verdict === "right") continue;
      const mark = nameOfMark(markBeside(line, start, end));
      yield copyFinding(line, {
        start,
        end,
        message: { zh: `${mark.zh}旁有空格。`, en: `There is a space next to the ${mark.en}.` },
        help:
          verdict === "needless"
            ? { zh: "请删去空格。", en: "Delete it." }
            : {
                zh: "请删去空格；若表示停顿，请改用逗号或顿号。",
                en: "Delete it; if it marks a pause, write ， or 、 instead.",
              },
        ...(verdict === "needless" ? { replacement: "" } : { suggestion: "" }),
      });
    }
  },
};

/** @returns the mark that the space touches: behind it, else in front of it */
function markBeside({ text, classes }: CopyLine, start: number, end: number): string {
  if (isLongMark(text, end)) return text.slice(end, end + 2);
  if (isLongMark(text, start - 2)) return text.slice(start - 2, start);
  const kind = classes[end];
  return text.charAt(kind === FULL_MARK || kind === OPENING || kind === CLOSING ? end : start - 1);
}

function judgeSpace(line: CopyLine, start: number, end: number): "needless" | "likely" | "right" {
  const { text, classes } = line;
  const before = classes[start - 1];
  const after = classes[end];
  // A tab parts the columns of a table.
  if (text.slice(start, end).includes("\t") || isBlank(line, start, end) || isBehindLabel(text, start))
    return "right";
  const isInside = before === OPENING || after === CLOSING;
  if (before === FULL_MARK || after === FULL_MARK || isInside) {
    if (!isPlain(before) || !isPlain(after)) return "right";
    return isBeforeSignature(text, start, end) ? "likely" : "needless";
  }
  const isOutside = before === CLOSING || after === OPENING;
  const isDash = isLongMark(text, start - 2) || isLongMark(text, end);
  if (!isOutside && !isDash) return "right";
  if (mayPause(line, start) || !isJoined(before) || !isJoined(after)) return "right";
  const areBoth = before === CLOSING && after === OPENING;
  const isBracket = text.charAt(end) === "（" || text.charAt(start - 1) === "）";
  return isDash || areBoth || isBracket ? "needless" : "likely";
}

/** 特此通知。 示例市科协: what hangs behind the last full stop may be a line of its own. */
const isBeforeSignature = (text: string, start: number, end: number): boolean =>
  /[。！？]/.test(text.charAt(start - 1)) &&
  /^\p{Script=Han}[^，。；：！？]{1,20}$/u.test(text.slice(end, end + 24));

/** （ ） and ：    ， are to be filled in; ， ， is one mark typed twice. */
function isBlank({ text, classes }: CopyLine, start: number, end: number): boolean {
  const after = classes[end];
  if (classes[start - 1] === OPENING) return after === CLOSING;
  if (classes[start - 1] !== FULL_MARK || (after !== FULL_MARK && after !== CLOSING)) return false;
  const isTwice = end - start < 3 && /[，。；]/.test(text.charAt(end)) && text[start - 1] === text[end];
  const isBeforeText = end + 1 === classes.length || isPlain(classes[end + 1]);
  return !(isTwice && isPlain(classes[start - 2]) && isBeforeText);
}

/** Beside an address or code a space may be needed to end it; Latin words keep theirs. */
const isPlain = (kind: number | undefined): boolean =>
  isWide(kind) || kind === DIGIT || kind === LETTER || kind === POSTFIX;

const isJoined = (kind: number | undefined): boolean =>
  isWide(kind) || kind === undefined || kind === MIDDLE_MARK;

const isLongMark = (text: string, at: number): boolean =>
  /^(?:——|……)/.test(text.slice(Math.max(0, at), at + 2));

const mayPause = ({ kind, quoted, text }: CopyLine, at: number): boolean =>
  quoted[at] === 1 ||
  isHeadline(text) ||
  kind === "title" ||
  kind === "heading" ||
  kind === "caption" ||
  kind === "attachment" ||
  kind === "cell";
