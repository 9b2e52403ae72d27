/**
 * The values of the authors' files that the fixed words of furniture.ts are put together of: as they are printed, in the
 * order in which they stand in their line, with their places. The pages know by them what they show.
 */
import { type CalendarDate, chineseDate } from "./calendar-date.js";
import type { Issue } from "./issue.js";
import type { Located, Span } from "./located.js";

/** A value as it is printed, and where its author wrote it. */
export interface PlacedValue {
  readonly value: string;
  readonly span: Span;
  /** source offset of each UTF-16 unit of `value`; absent where it is written so, or as a whole otherwise */
  readonly offsets?: readonly number[];
  /** true where it is printed otherwise than written, as a date is */
  readonly isRestated?: boolean;
}

/** 2026年第3期　总第128期 */
export function issueLineValues({ year, series, number, total }: Issue): readonly PlacedValue[] {
  return [year, series, number, total].flatMap((part) =>
    part === undefined ? [] : [{ value: String(part.value), span: part.span }],
  );
}

/** 2026年3月16日 */
export function dateValue({ value, span }: Located<CalendarDate>): PlacedValue {
  return { value: chineseDate(value), span, isRestated: true };
}

/** Who publishes it: over the text only where the house says so, in the imprint else the bulletin's name. */
export function publisherValue({ house: { bulletin } }: Issue): PlacedValue {
  return bulletin.publisher ?? bulletin.name;
}

/** Names of a line of recipients; lines without any are not printed. */
export function recipientValues({ distribution }: Issue): readonly (readonly PlacedValue[])[] {
  const lines = [distribution?.report, distribution?.send, distribution?.issue];
  return lines.flatMap((names = []) => (names.length === 0 ? [] : [names]));
}

/** 责任编辑, 审核, 签发 */
export function editorValues({ editorial }: Issue): readonly PlacedValue[] {
  return [editorial?.editor, editorial?.reviewer, editorial?.approver].flatMap((name) => name ?? []);
}

/** （共印200份） */
export function copiesValues({ distribution }: Issue): readonly PlacedValue[] {
  const copies = distribution?.copies;
  return copies === undefined ? [] : [{ value: String(copies.value), span: copies.span }];
}
