/** A map with `from` and `until`, the first and the last day on which it holds: they may not be the wrong way round. */
import { type CalendarDate, compareDates, isoDate } from "../../model/calendar-date.js";
import type { Located } from "../../model/located.js";
import { type Field, type Fields, type FieldType, field, type RecordValue, reportInvalid } from "./field.js";
import { record } from "./record-field.js";
import { date } from "./scalar-fields.js";

/** @param words what begins and ends, in Chinese and English */
export const datedFields = (words: {
  readonly from: { readonly zh: string; readonly en: string };
  readonly until: { readonly zh: string; readonly en: string };
}) =>
  ({
    from: field(date(), { zh: ["起始日期", words.from.zh], en: ["From", words.from.en] }),
    until: field(date(), { zh: ["截止日期", words.until.zh], en: ["Until", words.until.en] }),
  }) as const;

type Dated = Fields & {
  readonly from: Field<Located<CalendarDate>>;
  readonly until: Field<Located<CalendarDate>>;
};

export function datedRecord<F extends Dated>(fields: F): FieldType<RecordValue<F>> {
  const plain = record(fields);
  return {
    ...plain,
    read(node, reader) {
      const value = plain.read(node, reader);
      // The two keys are of every such map.
      const dates = value?.values as Partial<Record<"from" | "until", Located<CalendarDate>>> | undefined;
      const { from, until } = dates ?? {};
      if (from !== undefined && until !== undefined && compareDates(from.value, until.value) > 0) {
        const [first, last] = [isoDate(from.value), isoDate(until.value)];
        reportInvalid(reader, {
          span: until.span,
          message: {
            zh: `截止日期 ${last} 早于起始日期 ${first}。`,
            en: `The last day, ${last}, is before the first day, ${first}.`,
          },
          help: { zh: "请核对这两个日期。", en: "Check the two dates." },
        });
        return undefined;
      }
      return value;
    },
  };
}
