/** What `bulletin stats` read and counted, handed on to what makes a file of it. */
import type { CalendarDate } from "../../model/calendar-date.js";
import type { House, Unit } from "../../model/house.js";
import type { PointsLaw } from "../../model/points-law.js";
import type { AdoptedItem, ReceivedItem } from "../../stats/counted-item.js";
import type { NoPoints, Statistics } from "../../stats/statistics.js";

export type StatsFormat = "table" | "csv" | "json" | "xlsx" | "html" | "docx" | "pdf";

/** What the archive and its registers hold, before a period is chosen. */
export interface Records {
  /** of the first bulletin, whose look the notice has */
  readonly house: House;
  /** workspace path of its folder */
  readonly root: string;
  /** names of the bulletins, each once */
  readonly bulletins: readonly string[];
  /** folders of bulletins that are counted together */
  readonly roots: readonly string[];
  readonly units: readonly Unit[];
  readonly sections: readonly string[];
  readonly points: PointsLaw | undefined;
  readonly noPoints: NoPoints | undefined;
  readonly issueDates: readonly CalendarDate[];
  readonly adopted: readonly AdoptedItem[];
  /** all that was printed, in issues too that are not counted; of secret issues as well */
  readonly printed: readonly AdoptedItem[];
  /** false where a bulletin has issues that were not counted */
  readonly isWholeArchive: boolean;
  /** paths of all that was read */
  readonly sources: ReadonlySet<string>;
  /** without the titles of what is secret */
  readonly received: readonly ReceivedItem[] | undefined;
}

export interface Counted {
  readonly records: Records;
  readonly statistics: Statistics;
  readonly soFar: Statistics | undefined;
  /** under the notice and the letters */
  readonly date: CalendarDate;
}
