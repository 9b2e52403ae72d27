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
const DASHES = /-{2,}|－{2,}|[─━]+|[—―]+|–/g;
/** What no name of a place begins with: behind one line a clause goes on. */
const CLAUSE =
  /^(?:这[是些个就种]|那[是些个就]|就是|也就是|也是|即[为是]|而是|不是|不仅|更是|正是|我们|他们|她们|它们|因为|所以|需要|一[个种名位项群支所座场份家])/;

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
      name: { zh: "分句之间只有半个，或两边空格", en: "Half a dash between clauses, spaces on both sides" },
      text: "科普是公益事业—这是共识。活动的主角 -- 孩子们来了。他—一名教师—也在场。",
      at: [8, 19, 30, 35],
      fixed: "科普是公益事业——这是共识。活动的主角——孩子们来了。他——一名教师——也在场。",
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
    let opened = -1;
    for (const { 0: dash, index: start } of line.text.matchAll(DASHES)) {
      const end = start + dash.length;
      const closes = closesRemark(line, opened, start);
      if (dash === "——" || !(closes || isDash(line, start, end))) continue;
      if (dash === "—") opened = closes ? -1 : start;
      const isSpaced = isBetweenSpaces(line, start, end);
      yield copyFinding(line, {
        start: isSpaced ? start - 1 : start,
        end: isSpaced ? end + 1 : end,
        message: { zh: `破折号写成了“${dash}”。`, en: `A dash is written “${dash}”.` },
        help: { zh: "改为“——”。", en: "Write ——." },
        replacement: "——",
      });
    }
  },
};

/** 他—一名教师—来了: the second half of a remark whose first half was told */
const closesRemark = ({ classes, text }: CopyLine, opened: number, at: number): boolean =>
  opened >= 0 &&
  text[at] === "—" &&
  classes[at - 1] === HAN &&
  classes[at + 1] === HAN &&
  !/[。！？；]/.test(text.slice(opened, at));

/** -- between spaces between Han */
const isBetweenSpaces = (
  { classes, text }: Pick<CopyLine, "classes" | "text">,
  start: number,
  end: number,
): boolean =>
  end - start > 1 &&
  /^[-－─━]/.test(text.charAt(start)) &&
  classes[start - 1] === SPACE &&
  classes[end] === SPACE &&
  isWide(classes[start - 2]) &&
  isWide(classes[end + 1]);

function isDash({ classes, text }: CopyLine, start: number, end: number): boolean {
  const before = classes[start - 1];
  const after = classes[end];
  const isLineStart = before === undefined || before === LINE_END;
  const first = text.charAt(start);
  if (end - start > 1 || first === "─" || first === "━") {
    return (
      ((isWide(before) || isLineStart) && isWide(after)) || isBetweenSpaces({ classes, text }, start, end)
    );
  }
  if (first !== "—" && first !== "–") return false;
  if (before === HAN && after === HAN) return CLAUSE.test(text.slice(end, end + 3));
  if (first === "–") return false;
  if (isLineStart) return after === HAN || after === OPENING;
  if (before === SPACE || after === SPACE || !isWide(before) || !isWide(after)) return false;
  // “甲”—“乙” may be the two ends of something; ”—这 and ，— are not.
  if (before === FULL_MARK || after === FULL_MARK) return true;
  return before === CLOSING && after === HAN;
}
