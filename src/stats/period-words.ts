/** What a period is called: 2026年, 2026年第一季度, 2026年3月, or from one day to another. */
import type { Message } from "../diagnostics/diagnostic.js";
import { isoDate } from "../model/calendar-date.js";
import type { Period } from "./statistics.js";

export interface PeriodWords {
  readonly name: Message;
  /** what its notices are counted by, so that no two periods have the same */
  readonly series: NoticeSeries;
  /** 全年, 本季度, 本月, 此间 */
  readonly here: Message;
}

/**
 * Year, series and number as an issue has them: 2026年季度通报第2期, 2026年度通报第1期. A period of its own kind, which no
 * house counts, is its own series: 2026年1月5日至3月15日通报第1期.
 */
export interface NoticeSeries {
  readonly year: number;
  readonly name: string;
  readonly number: number;
  /** as part of a file's name */
  readonly slug: string;
}

export function periodWords({ from, to }: Period): PeriodWords {
  const lastDay = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
  const isWhole = from.day === 1 && to.day === lastDay && from.year === to.year;
  const months = to.month - from.month + 1;
  const { year } = from;
  if (isWhole && months === 12)
    return {
      name: { zh: `${year}年`, en: String(year) },
      // Behind the year: 2026年度通报.
      series: { year, name: "度通报", number: 1, slug: `${year}` },
      here: { zh: "全年", en: "In the year" },
    };
  if (isWhole && months === 6 && from.month % 6 === 1) {
    const half = to.month / 6;
    const [zh, en] = half === 1 ? ["上半年", "first half"] : ["下半年", "second half"];
    return {
      name: { zh: `${year}年${zh}`, en: `${en} of ${year}` },
      series: { year, name: "半年通报", number: half, slug: `${year}-h${half}` },
      here: { zh, en: "In this half-year" },
    };
  }
  if (isWhole && months === 3 && from.month % 3 === 1) {
    const quarter = to.month / 3;
    return {
      name: { zh: `${year}年第${"一二三四".charAt(quarter - 1)}季度`, en: `${year} Q${quarter}` },
      series: { year, name: "季度通报", number: quarter, slug: `${year}-q${quarter}` },
      here: { zh: "本季度", en: "In this quarter" },
    };
  }
  if (isWhole && months === 1)
    return {
      name: { zh: `${year}年${from.month}月`, en: isoDate(from).slice(0, 7) },
      series: { year, name: "月度通报", number: from.month, slug: isoDate(from).slice(0, 7) },
      here: { zh: "本月", en: "In this month" },
    };
  return otherPeriod({ from, to }, lastDay);
}

/** In whole years or months where it is made of them: 2025年至2026年, 2026年1月至5月, 2026年1月5日至3月15日. */
function otherPeriod({ from, to }: Period, lastDay: number): PeriodWords {
  const { year } = from;
  const isMonths = from.day === 1 && to.day === lastDay;
  const isYears = isMonths && from.month === 1 && to.month === 12;
  const dayOf = ({ month, day }: Period["from"]): string =>
    isYears ? "" : isMonths ? `${month}月` : `${month}月${day}日`;
  const end = `${to.year === year ? "" : `${to.year}年`}${dayOf(to)}`;
  const span = isoDate(from) === isoDate(to) ? dayOf(from) : `${dayOf(from)}至${end}`;
  return {
    name: {
      zh: `${year}年${span}`,
      en: isoDate(from) === isoDate(to) ? isoDate(from) : `${isoDate(from)} to ${isoDate(to)}`,
    },
    series: { year, name: `${span}通报`, number: 1, slug: `${isoDate(from)}-${isoDate(to)}` },
    here: { zh: "此间", en: "In this period" },
  };
}
