/** The days by which something that holds from a day until another is judged. */
import { type CalendarDate, isWithin, NO_DATE } from "../model/calendar-date.js";
import type { Term } from "../model/house.js";
import type { Issue, Item } from "../model/issue.js";

interface Dated {
  readonly issue: Issue | undefined;
  readonly item: Item;
}

/** @returns the day of the issue; of a submission alone its own, where it has one */
export function dayOf({ issue, item }: Dated): CalendarDate | undefined {
  const day = issue?.date.value ?? item.date?.value;
  return day === NO_DATE ? undefined : day;
}

/** @returns the day of the issue and that of the item, which tells of an earlier one; those that are known */
export function daysOf({ issue, item }: Dated): readonly CalendarDate[] {
  return [issue?.date.value, item.date?.value].flatMap((day) =>
    day === undefined || day === NO_DATE ? [] : [day],
  );
}

/** Without a day everything may hold. */
export const holdsOn = (term: Term, days: readonly CalendarDate[]): boolean =>
  days.length === 0 || days.some((day) => isWithin(day, term));
