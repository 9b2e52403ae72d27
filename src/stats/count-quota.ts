/** What a unit owes by the house's quota: in whole months of the period, of the unit, and of the bulletin (kept-months.ts). */
import { type CalendarDate, compareDates } from "../model/calendar-date.js";
import type { Unit } from "../model/house.js";
import type { Quota } from "../model/points-law.js";
import { monthOf } from "./kept-months.js";
import { isThereIn } from "./known-units.js";
import { add, NOTHING, type Share, share } from "./share.js";
import type { Month, Period } from "./statistics.js";

interface Owing {
  /** undefined for a name that no register knows: nothing is expected of it */
  readonly unit: Unit | undefined;
  readonly quota: Quota | undefined;
  readonly months: readonly CalendarDate[];
  readonly period: Period;
}

export interface Owed {
  readonly missing: Share;
  readonly quotaPoints: Share;
}

export function owedBy(
  byMonth: ReadonlyMap<Month, { readonly adopted: Share; readonly received: Share }>,
  { unit, quota, months, period }: Owing,
): Owed {
  if (quota === undefined || unit === undefined) return { missing: NOTHING, quotaPoints: NOTHING };
  let missing = NOTHING;
  const owed = share(quota.perMonth);
  for (const month of months) {
    if (!isWhole(month, period) || !isThereIn(unit, month)) continue;
    const sent = byMonth.get(monthOf(month))?.[quota.of] ?? NOTHING;
    if (sent < owed) missing = add(missing, (owed - sent) as Share);
  }
  return { missing, quotaPoints: Math.round(missing * quota.missed) as Share };
}

function isWhole({ year, month }: CalendarDate, { from, to }: Period): boolean {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return (
    compareDates(from, { year, month, day: 1 }) <= 0 && compareDates({ year, month, day: days }, to) <= 0
  );
}
