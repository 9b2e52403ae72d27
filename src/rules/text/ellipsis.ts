/**
 * An ellipsis is six dots in the places of two characters, and 等 does not follow it. Source:
 * GB/T 15834-2011, 4.11 (its form; six dots, twelve where whole paragraphs are left out).
 */
import { DIGIT, isWide, LETTER } from "../../han/copy-class.js";
import { isMention } from "../../han/half-width-notation.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** A row of several kinds (……。。。) is one ellipsis. */
const DOTS = /(?:\.{3,}|。{3,}|．{3,}|[…⋯])+/g;

export const textEllipsis: TextRule = {
  id: "text/ellipsis",
  scope: "text",
  severity: "warning",
  fixable: true,
  structural: false,
  summary: {
    zh: "省略号写作“……”，后面不再用“等”。",
    en: "An ellipsis is written …… and is not followed by 等.",
  },
  why: {
    zh: "省略号占两个字的位置，六个点；“……”和“等”都表示列举未完，用一个就够。",
    en: "An ellipsis is two characters wide and has six dots. Both …… and 等 show that a list is incomplete: one of them is enough.",
  },
  source: "GB/T 15834-2011, 4.11",
  examples: [
    textExample({
      name: { zh: "三个点、三个句号、半个省略号", en: "Three dots, three full stops, half an ellipsis" },
      text: "孩子们问：“为什么...”他们看星星。。。数星星…",
      at: [10, 19, 25],
      fixed: "孩子们问：“为什么……”他们看星星……数星星……",
    }),
    textExample({
      name: { zh: "省略号后面又打了点：是一个省略号", en: "Dots after an ellipsis: one ellipsis" },
      text: "他们看星星……。。。数星星...……真高兴。",
      at: [6, 14],
      fixed: "他们看星星……数星星……真高兴。",
    }),
    textExample({
      name: { zh: "省略号后又用“等”", en: "等 after an ellipsis" },
      text: "展出飞机、火箭、卫星……等模型。",
      at: [11],
      fixed: "展出飞机、火箭、卫星……等模型。",
    }),
    textExample({
      name: { zh: "六个点和十二个点", en: "Six dots, and twelve" },
      text: "孩子们看得入了迷……\n\n…………",
    }),
    textExample({
      name: {
        zh: "数列中的三个点、目录的引导点、留空和说到符号本身",
        en: "Dots of a sequence, leaders, blanks, dots that are spoken of",
      },
      text: "取第一项、第二项、…、第九项。\n\n总则.........3\n\n姓名.............\n\n输入...可展开参数。",
    }),
    textExample({
      name: { zh: "英文和程序里的三个点", en: "Three dots in English and between numbers" },
      text: "口号是Keep going...and going，编号为1...10。",
    }),
    textExample({
      name: { zh: "数列里的省略号", en: "Of a sequence of numbers" },
      text: "数列1,2,3,…收敛。",
    }),
  ],
  *check(line) {
    for (const { 0: dots, index: start } of line.text.matchAll(DOTS)) {
      const end = start + dots.length;
      const isRight = dots === "……" || dots === "…………";
      if (!isRight && isChineseEllipsis(line, start, end)) yield wrongForm(line, start, end);
      const isBehind =
        line.text[end] === "等" &&
        !/^等(?:到|待|级|于|号|一下|等[看我你他她吧再就])/.test(line.text.slice(end, end + 3));
      const isInFront = LIST_CLOSED.test(line.text.slice(Math.max(0, start - 32), start));
      if (isRight && (isBehind || isInFront)) {
        yield copyFinding(line, {
          start: isBehind ? start : start - 1,
          end: isBehind ? end + 1 : end,
          message: {
            zh: "“……”和“等”都表示列举未完，重复了。",
            en: "Both …… and 等 show that the list is incomplete; one of them is enough.",
          },
          help: { zh: "请留下其中一个。", en: "Keep one of them." },
        });
      }
    }
  },
};

/** 教师、学生等…… closes a list twice; 再等…… waits. */
const LIST_CLOSED = /、[^，。；：！？、…\n]{1,16}等$/;
/** Longer rows lead to a page number, or are to be filled in. */
const LONGEST = 6;

function isChineseEllipsis({ classes, text }: CopyLine, start: number, end: number): boolean {
  const before = classes[start - 1];
  const after = classes[end];
  if (end - start > LONGEST || (before === DIGIT && after === DIGIT)) return false;
  // 总则...3 leads to a page number.
  if (after === DIGIT && /^\d{1,3}(?:$|\n)/.test(text.slice(end, end + 4))) return false;
  if (before === LETTER || after === LETTER) return false;
  // 1,2,3,…收敛
  if (end - start === 1 && /[\w)],$|[=+−×<>] ?$/.test(text.slice(Math.max(0, start - 2), start)))
    return false;
  // a1，…，an: a sequence has three dots.
  if (end - start === 1 && /[，、,]/.test(text.charAt(start - 1)) && /[，、,]/.test(text.charAt(end)))
    return false;
  if (isMention(text, start, end)) return false;
  return isWide(before) || isWide(after);
}

function wrongForm(line: CopyLine, start: number, end: number): Finding {
  const dots = line.text.slice(start, end);
  return copyFinding(line, {
    start,
    end,
    message: { zh: `省略号写成了“${dots}”。`, en: `An ellipsis has been typed as “${dots}”.` },
    help: { zh: "改为“……”（六个点，占两个字）。", en: "Write …… (six dots, two characters wide)." },
    replacement: "……",
  });
}
