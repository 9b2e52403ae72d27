/**
 * A dash is —— and takes the places of two characters. Source: GB/T 15834-2011, 4.10. A single — joins the
 * ends of a range and the parts of a compound name (4.13: 学院—系（部）—教研室): here it counts only where
 * neither can be, beside a mark, in front of words that begin a clause, at the start of a subtitle. Two
 * hyphens between Han may stand for either mark, so the dash is only suggested.
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
import { isQuotedAlone } from "../../han/half-width-notation.js";
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
  alsoSeverity: "info",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: { zh: "破折号写作“——”，占两个字。", en: "A dash is written ——, two characters wide." },
  why: {
    zh: "两个连字符、一条短线或制表线都不是破折号，排出来长短不一，还会在行末断开。",
    en: "Two hyphens, half a dash or box-drawing lines have different lengths and break apart at line ends.",
  },
  source: "GB/T 15834-2011, 4.10",
  examples: [
    textExample({
      name: {
        zh: "半个破折号、制表线、逗号后的两个连字符",
        en: "Half a dash, box-drawing lines, hyphens after a comma",
      },
      text: "他谈到“做中学”—这是办展的初衷，也谈到一个难题──经费，--这才是关键。",
      at: [9, 25, 30],
      fixed: "他谈到“做中学”——这是办展的初衷，也谈到一个难题——经费，——这才是关键。",
    }),
    textExample({
      name: { zh: "分句之间只有半个", en: "Half a dash between clauses" },
      text: "科普是公益事业—这是共识。",
      at: [8],
      fixed: "科普是公益事业——这是共识。",
    }),
    textExample({
      name: {
        zh: "也可能是起止或连接的，只建议",
        en: "Suggested where it may join a range or a name",
      },
      text: "活动的主角--孩子们来了，另一个主角 -- 老师也来了。他—一名教师—也在场。",
      at: [6, 19, 30, 35],
      fixed: "活动的主角--孩子们来了，另一个主角 -- 老师也来了。他—一名教师—也在场。",
      suggested: "活动的主角——孩子们来了，另一个主角——老师也来了。他——一名教师——也在场。",
    }),
    textExample({
      name: { zh: "起止和连接用的一字线", en: "A line that joins the ends of a range" },
      text: "2024—2026年，“北京—上海”线路开通，3月1日—5日试行。",
    }),
    textExample({
      name: { zh: "连接名称各部分的一字线、表示没有的一字线", en: "Lines in compound names, or for nothing" },
      text: "建立学院—系（部）—教研室三级机制，形成“县”—“乡”—“村”网络。电话：—，邮箱：—。",
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
      const verdict = closes ? "likely" : judgeDash(line, start, end);
      if (dash === "——" || verdict === "none" || isInRange(line, start)) continue;
      if (isQuotedAlone(line.text, start, end)) continue;
      if (dash === "—") opened = closes ? -1 : start;
      const isSpaced = isBetweenSpaces(line, start, end);
      const isCertain = verdict === "certain";
      const finding = copyFinding(line, {
        start: isSpaced ? start - 1 : start,
        end: isSpaced ? end + 1 : end,
        message: { zh: `破折号写成了“${dash}”。`, en: `A dash has been typed as “${dash}”.` },
        help: isCertain
          ? { zh: "改为“——”。", en: "Write ——." }
          : dash === "—"
            ? {
                zh: "若是破折号，改为“——”；若表示起止或连接，就不用改。",
                en: "Write —— for a dash; leave it as it is if it joins a range or a name.",
              }
            : {
                zh: "若是破折号，改为“——”；若表示起止或连接，改为“—”。",
                en: "Write —— for a dash, or — if it joins a range or a name.",
              },
        ...(isCertain ? { replacement: "——" } : { suggestion: "——" }),
      });
      // Between the names of two teams a hyphen was meant to be a line.
      yield isCertain ? finding : { ...finding, severity: "info" };
    }
  },
};

const isInRange = ({ ranges }: CopyLine, at: number): boolean =>
  ranges.some(({ markStart, markEnd }) => markStart <= at && at < markEnd);

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

type Verdict = "certain" | "likely" | "none";

/** A longer line is to be written on, or divides. */
const LONGEST = 4;

function judgeDash(line: CopyLine, start: number, end: number): Verdict {
  const { classes, text } = line;
  const before = classes[start - 1];
  const after = classes[end];
  const length = end - start;
  const first = text.charAt(start);
  const isLineStart = before === undefined || before === LINE_END;
  if (length > LONGEST) return "none";
  if (isBetweenSpaces(line, start, end))
    return CLAUSE.test(text.slice(end + 1, end + 5)) ? "certain" : "likely";
  if (length === 1 && first !== "─" && first !== "━") return judgeHalf(line, start);
  if (!(isWide(before) || isLineStart) || !isWide(after)) return "none";
  // Two lines of box drawing look like a dash and like nothing else.
  if (length === 2 && /[─━―]/.test(first)) return "certain";
  return isBesideClause(line, start, end) ? "certain" : "likely";
}

/** A single — or –, which also joins. */
function judgeHalf(line: CopyLine, at: number): Verdict {
  const { classes, text } = line;
  const before = classes[at - 1];
  const after = classes[at + 1];
  const mark = text.charAt(at);
  if (mark !== "—" && mark !== "–") return "none";
  if (before === undefined) return mark === "—" && (after === HAN || after === OPENING) ? "certain" : "none";
  if (!isWide(before) || !isWide(after)) return "none";
  // 电话：—，: there is none.
  if (before === FULL_MARK && after !== HAN && after !== OPENING) return "none";
  if (isBesideClause(line, at, at + 1)) return isAlone(line, at) ? "certain" : "likely";
  return mark === "—" && (before === FULL_MARK || after === FULL_MARK) ? "likely" : "none";
}

/** ，—这 or 事业—这是: in front of a clause, or behind a mark that ends one. */
const isBesideClause = ({ classes, text }: CopyLine, start: number, end: number): boolean =>
  classes[start - 1] === FULL_MARK
    ? /[，。；！？]/.test(text.charAt(start - 1)) && classes[end] !== FULL_MARK
    : (classes[start - 1] === HAN || classes[start - 1] === CLOSING) && CLAUSE.test(text.slice(end, end + 4));

/** No other half dash in the clause: two of them may join a name, or enclose a remark. */
function isAlone({ text }: CopyLine, at: number): boolean {
  const before = /[^，。；：！？]*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
  const behind = /^[^，。；：！？]*/.exec(text.slice(at + 1, at + 41))?.[0] ?? "";
  return !/[—–]/.test(before + behind);
}
