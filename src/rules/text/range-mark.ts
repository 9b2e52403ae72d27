/**
 * The ends of dates, times and places are joined by —, those of quantities by ～. Source:
 * GB/T 15834-2011, 4.13.3 (一字线: 时间、地域等相关项目的起止; 浪纹线: 数值范围的起止). GB/T 15835-2011, 5.1.3
 * lets quantities have either mark, so — is left to them unless the house wants ～ alone.
 */
import { ASCII_MARK, MIDDLE_MARK, OTHER, setOfClasses } from "../../han/copy-class.js";
import type { Range } from "../../han/find-ranges.js";
import { hanPattern } from "../../han/han-pattern.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const LINE = "—";
const WAVE = "～";

export const textRangeMark: TextRule = {
  id: "text/range-mark",
  scope: "text",
  looksFor: setOfClasses(MIDDLE_MARK, ASCII_MARK, OTHER),
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  options: { quantities: "either" },
  summary: {
    zh: "日期、时间、地点的起止用一字线“—”，数值范围用浪纹线“～”，也可用“—”（quantities: wave 时只用“～”）。",
    en: "Ranges of dates, times and places are joined by —, quantities by ～ or — (with quantities: wave only by ～).",
  },
  why: {
    zh: "连字符“-”太短，容易看成负号或编号的一部分；标准规定起止用一字线，数值范围用浪纹线或一字线。",
    en: "A hyphen is too short and looks like a minus sign or part of a code. The standards prescribe — for ranges of time and place, and ～ or — for quantities.",
  },
  source: "GB/T 15834-2011, 4.13; GB/T 15835-2011, 5.1.3",
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
      text: "每组10-15人，3-5年内见效，印发50-60册，种植20-30亩，用时2~3小时。",
      at: [5, 11, 22, 31, 39],
      fixed: "每组10～15人，3～5年内见效，印发50～60册，种植20～30亩，用时2～3小时。",
    }),
    textExample({
      name: { zh: "一列范围", en: "A list of ranges" },
      text: "讲座将于10-11点、14-15点举行，每组3-5、7-9名，利率3%-5%、7%-9%，阵风8-10级、11-12级。",
      at: [7, 14, 24, 28, 36, 42, 49, 56],
      fixed: "讲座将于10—11点、14—15点举行，每组3～5、7～9名，利率3%～5%、7%～9%，阵风8～10级、11～12级。",
    }),
    textExample({
      name: {
        zh: "序数、年代、季度、年级，到节日为止的",
        en: "Ordinals, decades, quarters, school grades, days up to a feast",
      },
      text: "学习第3-5章和第五-八课，20世纪80-90年代，1-3季度，小学1-3年级，3月底-4月初，12月-春节开放。",
      at: [5, 11, 21, 28, 36, 44, 52],
      fixed: "学习第3～5章和第五～八课，20世纪80—90年代，1—3季度，小学1～3年级，3月底—4月初，12月—春节开放。",
    }),
    textExample({
      name: { zh: "数量的一字线，由本刊选用", en: "A — between quantities, as the house has it" },
      house: houseWith("lint:\n  rules:\n    text/range-mark: [warn, {quantities: wave}]\n"),
      text: "气温下降8—12℃，增长3%—5%。",
      at: [6, 15],
      fixed: "气温下降8～12℃，增长3%～5%。",
    }),
    textExample({
      name: {
        zh: "也可能是月和日、卷次、复合词的，只建议",
        en: "Suggested where it may be a month and a day, volumes, a compound",
      },
      text: "活动于3-11日举办，《示例丛书》1-3册出版，见第12-15页，北京-上海高铁沿线的科技馆联合行动。",
      at: [5, 19, 29, 36],
      fixed: "活动于3-11日举办，《示例丛书》1-3册出版，见第12-15页，北京-上海高铁沿线的科技馆联合行动。",
      suggested:
        "活动于3—11日举办，《示例丛书》1～3册出版，见第12～15页，北京—上海高铁沿线的科技馆联合行动。",
    }),
    textExample({
      name: { zh: "标准号、产品型号、电话和编号", en: "Standards, products, telephone numbers, codes" },
      text: "执行GB/T 15834-2011和ISO 9001-2015，C919-100与WZ-10参展，热线010-5555 0100，编号2026-03-16，比分3-5、7-9，提出3-5点建议，第12-15条规定，示例路3-5号。",
    }),
    textExample({
      name: {
        zh: "比分、负数、复合词和对的写法",
        en: "Scores, negative numbers, compounds, and what is right",
      },
      text: "以3-2取胜，气温-5℃，秦岭-淮河一线，2024—2026年招收10～15人，下降8—12℃，3～5年内完成，1-2年级参加，表2-3项目、图4-5人物和3-5人工智能展品。",
    }),
  ],
  *check(line, { options }) {
    if (!/[-－–—―~～〜−]/.test(line.text)) return;
    for (const range of line.ranges) {
      const fault = rangeFault(line, range, options.quantities !== "wave");
      if (fault !== undefined) yield fault;
    }
    yield* places(line);
  },
};

function rangeFault(line: CopyLine, range: Range, isLineAllowed: boolean): Finding | undefined {
  const mark = range.mark.trim();
  const wanted = range.kind !== "quantity" || (isLineAllowed && mark === LINE) ? LINE : WAVE;
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
    ...(isCertain(line, range) ? { replacement: wanted } : { suggestion: wanted }),
  });
}

const COPIES =
  /(?:印[发制刷]|发放|分发|赠送?|捐赠?|购[买置]?|订[购阅]?|借阅?|[各约达共超近]|每.{1,4})[^，。；]{0,6}$/;
const LAST_MONTH = 12;
/** Volumes by their numbers; 第3-5节 may be the fifth section of chapter three, 3-5楼 a floor of a house. */
const MAY_BE_NUMBERED = /[册楼]$|[\d一二三四五六七八九十] ?[节页题排行]$/;

/** 3-11日 may be the third month's eleventh day, and 1-3册 three volumes by their numbers. */
function isCertain({ text }: CopyLine, { kind, left, right, start }: Range): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  if (kind === "quantity")
    return !MAY_BE_NUMBERED.test(right) || (right.endsWith("册") && COPIES.test(before));
  const isBareDay = /^\d{1,2}$/.test(left) && /日$/.test(right) && !/月/.test(right);
  return !isBareDay || Number(left) > LAST_MONTH || /月 ?$/.test(before);
}

const isCertainDate = ({ left, right, kind }: Range): boolean =>
  kind === "date" && (/\d{4}/.test(left) || /月/.test(left) || /月/.test(right));

/** Between Han a hyphen may form a compound (秦岭-淮河); only a line of traffic surely has two ends. */
const PLACES = hanPattern(
  String.raw`([\p{Script=Han}])([-－–~～])(?=\p{Script=Han}{2,4}(?:段|航线|航班|铁路|高铁|公路|高速|列车|专列|城际))`,
  "g",
);

function* places(line: CopyLine): Iterable<Finding> {
  for (const match of line.text.matchAll(PLACES.for(line.text))) {
    const start = match.index + (match[1]?.length ?? 1);
    yield copyFinding(line, {
      start,
      end: start + 1,
      message: {
        zh: `两地之间用了“${match[2]}”。`,
        en: `Two places are joined by “${match[2]}”.`,
      },
      help: {
        zh: "若是起点和终点，改为“—”；若是复合词，可以不改。",
        en: "Write — between a start and an end point; leave it in a compound word.",
      },
      suggestion: LINE,
    });
  }
}
