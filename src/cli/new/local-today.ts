/** The clock, read for new files alone: nothing that is compiled ever sees it. */
import type { CalendarDate } from "../../model/calendar-date.js";

export function localToday(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
