/** The keys of `points` in bulletin.yaml, and their values to the law of the model. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { DEFAULT_POINTS, type PointsLaw } from "../model/points-law.js";
import { dictionary } from "./fields/collection-fields.js";
import { type Field, type Fields, field, type RecordValue } from "./fields/field.js";
import { decimal, integer } from "./fields/number-field.js";
import { record } from "./fields/record-field.js";
import { choice } from "./fields/scalar-fields.js";
import type { YamlDocument } from "./yaml-document.js";

/** More than any house gives for one item. */
const MOST_POINTS = 1000;
const points = () => decimal({ min: -MOST_POINTS, max: MOST_POINTS });
const MOST_A_MONTH = 1000;

export const pointsField = field(
  record({
    base: field(
      points(),
      { zh: ["基本分", "采用一篇记几分。"], en: ["Base", "Points for a printed item."] },
      { fallback: DEFAULT_POINTS.base },
    ),
    sections: field(dictionary(points()), {
      zh: ["栏目分", "栏目: 分数；代替基本分。"],
      en: ["By section", "section: points, in place of the base."],
    }),
    levels: field(dictionary(points()), {
      zh: ["层级分", "采用层级: 加几分；层级写在稿件的 level 里。"],
      en: ["By level", "level: points on top; the level is written in the item's own key of that name."],
    }),
    joint: field(
      choice("each", "split"),
      {
        zh: ["联合署名", "几个单位联合署名的，各记全分（each），或平分（split）。"],
        en: ["Joint items", "Of an item that several units sign, each is given all, or an equal part."],
      },
      { fallback: DEFAULT_POINTS.joint },
    ),
    quota: field(
      record({
        "per-month": field(
          integer({ min: 1, max: MOST_A_MONTH }),
          {
            zh: ["每月任务", "每个单位每月几篇。"],
            en: ["Per month", "How many items each unit owes a month."],
          },
          { required: true },
        ),
        missed: field(
          points(),
          {
            zh: ["少一篇", "每少一篇记几分，如 -1。"],
            en: ["Missed", "Points for each item that is missing, such as -1."],
          },
          { fallback: 0 },
        ),
        of: field(
          choice("adopted", "received"),
          {
            zh: ["按什么算", "按采用的篇数（adopted）还是报送的篇数（received）；后者要有 register.csv。"],
            en: ["Of", "Counted by printed items, or by those received, which needs register.csv."],
          },
          { fallback: "adopted" },
        ),
      }),
      { zh: ["任务数", "每月的报送任务。"], en: ["Quota", "What each unit owes a month."] },
    ),
  }),
  {
    zh: ["计分", "bulletin stats 怎样给供稿单位计分。"],
    en: ["Points", "How `bulletin stats` counts points for the units."],
  },
);

export type PointsValue = typeof pointsField extends Field<infer T> ? T : never;

interface WithPoints {
  readonly diagnostics: readonly Diagnostic[];
  readonly document: YamlDocument | undefined;
  readonly record:
    | (Pick<RecordValue<Fields>, "keys" | "told"> & {
        readonly values: { readonly points?: PointsValue | undefined };
      })
    | undefined;
}

/** @returns true where house rules hold points that were not understood, or cannot be read so far: by the rest alone points would be wrong */
export function hasUnreadPoints({ record, document, diagnostics }: WithPoints): boolean {
  if (record === undefined || document?.brokenFrom !== undefined || record.told.has("points")) return true;
  const key = record.keys.get("points");
  if (key === undefined) return false;
  const later = [...record.keys.values()].map(({ start }) => start).filter((start) => start > key.start);
  const end = record.values.points?.span.end ?? Math.min(...later, Number.POSITIVE_INFINITY);
  return diagnostics.some(
    ({ severity, span }) =>
      severity === "error" && span.path === key.path && key.start <= span.start && span.start < end,
  );
}

export function pointsLawOf({ values }: PointsValue): PointsLaw {
  const numbers = (given: typeof values.sections): ReadonlyMap<string, number> =>
    new Map([...(given ?? [])].map(([name, { value }]) => [name, value.value]));
  const quota = values.quota?.values;
  const perMonth = quota?.["per-month"]?.value;
  return {
    base: values.base?.value ?? DEFAULT_POINTS.base,
    sections: numbers(values.sections),
    levels: numbers(values.levels),
    sectionNames: [...(values.sections ?? [])].map(([, { key }]) => key),
    joint: values.joint?.value ?? DEFAULT_POINTS.joint,
    quota:
      perMonth === undefined
        ? undefined
        : { perMonth, missed: quota?.missed?.value ?? 0, of: quota?.of?.value ?? "adopted" },
  };
}
