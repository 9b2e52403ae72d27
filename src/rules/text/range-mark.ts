/**
 * The ends of dates, times and places are joined by —, those of quantities by ～. Source:
 * GB/T 15834-2011, 4.13.3 (一字线: 时间、地域等相关项目的起止; 浪纹线: 数值范围的起止).
 */
import { ASCII_MARK, MIDDLE_MARK, OTHER, setOfClasses } from "../../han/copy-class.js";
import type { Range } from "../../han/find-ranges.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const LINE = "—";
const WAVE = "～";

export const textRangeMark: TextRule = {
  id: "text/range-mark",
  scope: "text",
  looksFor: setOfClasses(MIDDLE_MARK, ASCII_MARK, OTHER),
  severity: "warning",
  fixable: true,
  structural: false,
  summary: {
    zh: "日期、时间、地点的起止用一字线“—”，数值范围用浪纹线“～”。",
    en: "Dates, times and places are joined by —, quantities by ～.",
  },
  why: {
    zh: "连字符“-”太短，容易看作负号或编号的一部分；标准规定起止用一字线，数值范围用浪纹线。",
    en: "A hyphen is short and reads as a minus or as part of a code. The standard gives — to spans of time and place and ～ to amounts.",
  },
  source: "GB/T 15834-2011, 4.13",
  examples: [
    textExample({
      name: { zh: "日期和年份", en: "Days and years" },
      text: "10 月 11 日-12 日举办，规划期为2024-2026年，2025-2026学年启动。",
      at: [10, 26, 37],
      fixed: "10 月 11 日—12 日举办，规划期为2024—2026年，2025—2026学年启动。",
    }),
    textExample({
      name: { zh: "时刻、星期和月份", en: "Times of day, weekdays, months" },
      text: "3-5月的周一-周五，9:00-11:30开放。",
      at: [2, 8, 16],
      fixed: "3—5月的周一—周五，9:00—11:30开放。",
    }),
    textExample({
      name: { zh: "数量", en: "Quantities" },
      text: "每组10-15人，误差1.5%—2.5%，用时2~3小时。",
      at: [5, 16, 25],
      fixed: "每组10～15人，误差1.5%～2.5%，用时2～3小时。",
    }),
    textExample({
      name: { zh: "地点", en: "Places" },
      text: "北京-上海高铁沿线的科技馆联合行动。",
      at: [3],
      fixed: "北京—上海高铁沿线的科技馆联合行动。",
    }),
    textExample({
      name: { zh: "标准号、产品型号、电话和编号", en: "Standards, products, telephone numbers, codes" },
      text: "执行GB/T 15834-2011和ISO 9001-2015，C919-100与WZ-10参展，热线010-5555 0100，编号2026-03-16。",
    }),
    textExample({
      name: {
        zh: "比分、负数、复合词和对的写法",
        en: "Scores, negative numbers, compounds, and what is right",
      },
      text: "以3-2取胜，气温-5℃，秦岭-淮河一线，2024—2026年招收10～15人，3～5年内完成，1-2年级参加。",
    }),
  ],
  *check(line) {
    if (!/[-－–—―~～〜−]/.test(line.text)) return;
    for (const range of line.ranges) {
      const fault = rangeFault(line, range);
      if (fault !== undefined) yield fault;
    }
    yield* places(line);
  },
};

function rangeFault(line: CopyLine, range: Range): Finding | undefined {
  const mark = range.mark.trim();
  const wanted = range.kind === "quantity" ? WAVE : LINE;
  if (mark === wanted && range.mark === wanted) return undefined;
  // 9～11时 and 8～10日 are met as amounts of time; a year, a month or a weekday is none.
  if (mark === WAVE && range.kind !== "quantity" && !isCertainDate(range)) return undefined;
  // − is the sign of subtraction; ― and 〜 are text/lookalike's, and judged here once they are mended.
  if (mark === "−" || mark === "―" || mark === "〜") return undefined;
  const words =
    range.kind === "quantity"
      ? { zh: "数值范围", en: "quantities are joined by ～" }
      : { zh: range.kind === "time" ? "时间的起止" : "日期的起止", en: "dates and times are joined by —" };
  return copyFinding(line, {
    start: range.markStart,
    end: range.markEnd,
    message: {
      zh: `“${range.left}${range.mark}${range.right}”是${words.zh}，中间用了“${mark}”。`,
      en: `“${range.left}${range.mark}${range.right}” is joined by “${mark}”; ${words.en}.`,
    },
    help: { zh: `改为“${wanted}”。`, en: `Write ${wanted}.` },
    replacement: wanted,
  });
}

const isCertainDate = ({ left, right, kind }: Range): boolean =>
  kind === "date" && (/\d{4}/.test(left) || /月/.test(left) || /月/.test(right));

/** Between Han a hyphen may form a compound (秦岭-淮河); only a line of traffic surely has two ends. */
const PLACES =
  /([\p{Script=Han}])([-－–~～])(?=\p{Script=Han}{2,4}(?:段|航线|航班|铁路|高铁|公路|高速|列车|专列|城际))/gu;

function* places(line: CopyLine): Iterable<Finding> {
  for (const match of line.text.matchAll(PLACES)) {
    const start = match.index + (match[1]?.length ?? 1);
    yield copyFinding(line, {
      start,
      end: start + 1,
      message: {
        zh: `两地之间用了“${match[2]}”。`,
        en: `Two places are joined by “${match[2]}”.`,
      },
      help: { zh: "改为“—”。", en: "Write —." },
      replacement: LINE,
    });
  }
}
