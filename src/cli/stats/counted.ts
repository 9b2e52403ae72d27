/** What `bulletin stats` read and counted, handed on to what makes a file of it. */
import type { CalendarDate } from "../../model/calendar-date.js";
import type { House } from "../../model/house.js";
import type { AdoptedItem, ReceivedItem } from "../../stats/counted-item.js";
import type { Statistics } from "../../stats/statistics.js";

export type StatsFormat = "table" | "csv" | "json" | "xlsx" | "html" | "docx" | "pdf";

/** What the archive and its register hold, before a period is chosen. */
export interface Records {
  readonly house: House;
  /** workspace path of the bulletin's folder */
  readonly root: string;
  readonly issueDates: readonly CalendarDate[];
  readonly adopted: readonly AdoptedItem[];
  /** titles of all that was printed, as they are compared (model/title-key.ts); those of secret issues too */
  readonly titles: ReadonlySet<string>;
  /** paths of all that was read */
  readonly sources: ReadonlySet<string>;
  readonly received: readonly ReceivedItem[] | undefined;
}

export interface Counted {
  readonly records: Records;
  readonly statistics: Statistics;
  readonly soFar: Statistics | undefined;
  /** under the notice and the letters */
  readonly date: CalendarDate;
}
