/**
 * A line of a word list that a house has switched on (bulletin.yaml, lint.packs): a form that is not to be written,
 * the one that is, since when and until when that holds, and who says so. packs/ reads them; rules/word/pack.ts judges.
 */
import type { CalendarDate } from "./calendar-date.js";
import type { Span } from "./located.js";

/** What a line speaks of: a rule looks at its surroundings accordingly. */
export type PackKind = "wording" | "body" | "country" | "place" | "post" | "unit" | "short-name";

export interface PackLine {
  /** as `lint.packs` names the list */
  readonly pack: string;
  /** line of a text, row of a sheet, from 1 */
  readonly line: number;
  readonly wrong: string;
  /** undefined where the note says what to do */
  readonly right: string | undefined;
  readonly kind: PackKind;
  readonly note: string | undefined;
  /** who says so */
  readonly source: string | undefined;
  /** first and last day on which it holds */
  readonly from: CalendarDate | undefined;
  readonly until: CalendarDate | undefined;
  /** longer words in which the wrong one is right */
  readonly except: readonly string[];
  /** true where the house has said that nothing else can be meant */
  readonly isFixed: boolean;
  /** where it stands; undefined in a list of the package */
  readonly span: Span | undefined;
}
