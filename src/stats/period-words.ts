/** What a period is called: 2026年, 2026年第一季度, 2026年3月, or from one day to another. */
import type { Message } from "../diagnostics/diagnostic.js";
import { chineseDate, isoDate } from "../model/calendar-date.js";
import type { Period } from "./statistics.js";

export interface PeriodWords {
  readonly name: Message;
  /** as what comes again and again counts itself: the second quarter is 2, a year is 1 */
  readonly ordinal: number;
  /** 全年, 本季度, 本月, 此间 */
  readonly here: Message;
}

export function periodWords({ from, to }: Period): PeriodWords {
  const lastDay = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
  const isWhole = from.day === 1 && to.day === lastDay && from.year === to.year;
  const months = to.month - from.month + 1;
  const { year } = from;
  if (isWhole && months === 12)
    return {
      name: { zh: `${year}年`, en: String(year) },
      ordinal: 1,
      here: { zh: "全年", en: "In the year" },
    };
  if (isWhole && months === 6 && from.month % 6 === 1) {
    const half = to.month / 6;
    const [zh, en] = half === 1 ? ["上半年", "first half"] : ["下半年", "second half"];
    return {
      name: { zh: `${year}年${zh}`, en: `${en} of ${year}` },
      ordinal: half,
      here: { zh, en: "In this half-year" },
    };
  }
  if (isWhole && months === 3 && from.month % 3 === 1) {
    const quarter = to.month / 3;
    return {
      name: { zh: `${year}年第${"一二三四".charAt(quarter - 1)}季度`, en: `${year} Q${quarter}` },
      ordinal: quarter,
      here: { zh: "本季度", en: "In this quarter" },
    };
  }
  if (isWhole && months === 1)
    return {
      name: { zh: `${year}年${from.month}月`, en: isoDate(from).slice(0, 7) },
      ordinal: from.month,
      here: { zh: "本月", en: "In this month" },
    };
  return {
    name: { zh: `${chineseDate(from)}至${chineseDate(to)}`, en: `${isoDate(from)} to ${isoDate(to)}` },
    ordinal: 1,
    here: { zh: "此间", en: "In this period" },
  };
}
