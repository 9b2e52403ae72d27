/**
 * A dash is —— and takes the places of two characters. Source: GB/T 15834-2011, 4.10. A single —
 * joins the ends of a range (4.13) and is judged there; here it counts only where no range can be:
 * beside a mark, or at the start of a subtitle.
 */
import {
  ASCII_MARK,
  CLOSING,
  FULL_MARK,
  HAN,
  isWide,
  LINE_END,
  MIDDLE_MARK,
  OPENING,
  OTHER,
  SPACE,
  setOfClasses,
} from "../../han/copy-class.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** Hyphens, full-width hyphens, lines of box drawing (they look alike), and dashes of any length. */
const DASHES = /-{2,}|－{2,}|[─━]+|[—―]+/g;

export const textDash: TextRule = {
  id: "text/dash",
  scope: "text",
  looksFor: setOfClasses(MIDDLE_MARK, ASCII_MARK, OTHER),
  severity: "warning",
  fixable: true,
  structural: false,
  summary: { zh: "破折号写作“——”，占两个字。", en: "A dash is written ——, two characters wide." },
  why: {
    zh: "两个连字符、一条短线或制表线都不是破折号，排出来长短不一，行末会断开。",
    en: "Two hyphens, half a dash or a line of box drawing have other lengths and break apart at line ends.",
  },
  source: "GB/T 15834-2011, 4.10",
  examples: [
    textExample({
      name: { zh: "两个连字符", en: "Two hyphens" },
      text: "活动的主角--孩子们来了。",
      at: [6],
      fixed: "活动的主角——孩子们来了。",
    }),
    textExample({
      name: { zh: "半个破折号、制表线", en: "Half a dash, a line of box drawing" },
      text: "他谈到“做中学”—这是办展的初衷，也谈到一个难题──经费。",
      at: [9, 25],
      fixed: "他谈到“做中学”——这是办展的初衷，也谈到一个难题——经费。",
    }),
    textExample({
      name: { zh: "起止和连接用的一字线", en: "A line that joins the ends of a range" },
      text: "2024—2026年，“北京—上海”线路开通，3月1日—5日试行。",
    }),
    textExample({
      name: { zh: "命令的选项和编号", en: "Options of commands, codes" },
      text: "运行时加--help可看说明，编号KX--01。",
    }),
  ],
  *check(line) {
    for (const { 0: dash, index: start } of line.text.matchAll(DASHES)) {
      const end = start + dash.length;
      if (dash === "——" || !isDash(line, start, end)) continue;
      yield copyFinding(line, {
        start,
        end,
        message: { zh: `破折号写成了“${dash}”。`, en: `A dash is written “${dash}”.` },
        help: { zh: "改为“——”。", en: "Write ——." },
        replacement: "——",
      });
    }
  },
};

function isDash({ classes, text }: CopyLine, start: number, end: number): boolean {
  const before = classes[start - 1];
  const after = classes[end];
  const isLineStart = before === undefined || before === LINE_END;
  const first = text.charAt(start);
  if (end - start > 1 || first === "─" || first === "━") {
    return (isWide(before) || isLineStart) && isWide(after);
  }
  if (first !== "—") return false;
  if (isLineStart) return after === HAN || after === OPENING;
  if (before === SPACE || after === SPACE || !isWide(before) || !isWide(after)) return false;
  // “甲”—“乙” may be the two ends of something; ”—这 and ，— are not.
  if (before === FULL_MARK || after === FULL_MARK) return true;
  return before === CLOSING && after === HAN;
}
