/** What was received and printed in a period, counted by unit, section and month. Made by count-items.ts; plain data. */
import type { CalendarDate } from "../model/calendar-date.js";
import type { PointsLaw } from "../model/points-law.js";
import type { AdoptedItem } from "./counted-item.js";

export interface Period {
  /** both counted */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** YYYY-MM */
export type Month = string;

export interface Statistics {
  readonly period: Period;
  /** those that print something or nothing, of the period */
  readonly issues: number;
  readonly adopted: number;
  /** undefined where there is no register of what came in */
  readonly received: number | undefined;
  /** those of the house's register, those with none too, by points or, where the house gives none, by what was printed */
  readonly units: readonly UnitCount[];
  /** who signs and is in no register, or any unit where the house has none; never dropped */
  readonly others: readonly UnitCount[];
  /** printed without a unit */
  readonly unsigned: number;
  readonly sections: readonly SectionCount[];
  /** every month of the period in which the bulletin was kept (kept-months.ts), in order */
  readonly months: readonly MonthCount[];
  readonly law: PointsLaw;
  /** true where the house has a law of points */
  readonly hasPoints: boolean;
  /** why there are no points though the house speaks of them */
  readonly noPoints: NoPoints | undefined;
  /** of several bulletins counted together, how many */
  readonly bulletins: number;
  readonly items: readonly CountedItem[];
}

/** The law could not be read as a whole, or several bulletins have each another. */
export type NoPoints = "unread" | "several";

export interface UnitCount {
  /** 1 for the most; equal ones share it, and the next is counted on behind them: 1, 2, 2, 4. Undefined where nobody has anything */
  readonly rank: number | undefined;
  readonly name: string;
  /** a joint item counts as the house's law says, so that these may be parts */
  readonly adopted: number;
  readonly received: number | undefined;
  /** printed of what was received, as a share of one; undefined where nothing was */
  readonly rate: number | undefined;
  readonly points: number;
  /** of `points`, what the quota gave */
  readonly quotaPoints: number;
  /** items that the quota misses, in all months */
  readonly missing: number;
  readonly bySection: ReadonlyMap<string, number>;
  readonly byMonth: ReadonlyMap<Month, { readonly adopted: number; readonly received: number }>;
}

export interface SectionCount {
  readonly name: string;
  readonly adopted: number;
}

export interface MonthCount {
  readonly month: Month;
  readonly issues: number;
  readonly adopted: number;
  readonly received: number | undefined;
}

/** A printed item with what it gave to each of its units. */
export interface CountedItem
  extends Pick<AdoptedItem, "bulletinName" | "path" | "title" | "section" | "date" | "issue" | "span"> {
  readonly levels: readonly string[];
  readonly units: readonly string[];
  /** for each unit, after the law of joint items */
  readonly points: number;
}
