/** What counting sees of a printed item and of a row of the register: plain facts, with where they stand. */
import type { CalendarDate } from "../model/calendar-date.js";
import type { Issue } from "../model/issue.js";
import type { Span } from "../model/located.js";

/** An item that an issue prints. */
export interface AdoptedItem {
  /** workspace path of its file */
  readonly path: string;
  readonly title: string;
  readonly section: string;
  /** day of issue */
  readonly date: CalendarDate;
  readonly issue: IssueName;
  /** （…） as it is printed; empty where no unit signs */
  readonly signed: string;
  readonly levels: readonly string[];
  /** of the attribution, or of the title where there is none */
  readonly span: Span;
}

export interface IssueName {
  readonly year: number;
  /** 增刊; empty for a regular issue */
  readonly series: string;
  readonly number: number;
}

/** A submission as the register of what came in has it. */
export interface ReceivedItem {
  readonly date: CalendarDate;
  readonly signed: string;
  readonly title: string;
  /** as the register says it: 采用, 待定, or what the editors write */
  readonly decision: string;
  /** why it was not taken, where the register has a column for it */
  readonly reason: string;
  /** path of the item that was made of it, from the bulletin's folder; empty where none was */
  readonly item: string;
  /** columns `level` or 采用层级 of the editors' own */
  readonly levels: readonly string[];
  readonly span: Span;
}

/** In place of the title of an item that a secret issue prints: letters and tables go further than the issue does. */
const WITHHELD = "（涉密，题目略）";

/** @returns the items that an issue prints, in the order of the issue */
export function adoptedItems(issue: Issue): readonly AdoptedItem[] {
  const isSecret = issue.marks.secrecy !== undefined;
  return issue.sections.flatMap(({ name, items }) =>
    items.map(({ path, title, attribution, levels = [], listed }) => ({
      path,
      title: isSecret ? WITHHELD : title.map(({ value }) => value).join(""),
      section: name.value,
      date: issue.date.value,
      issue: {
        year: issue.year.value,
        series: issue.series?.value ?? "",
        number: issue.number.value,
      },
      signed: attribution?.value ?? "",
      levels: levels.map(({ value }) => value),
      span: attribution?.span ?? title[0]?.span ?? listed,
    })),
  );
}
