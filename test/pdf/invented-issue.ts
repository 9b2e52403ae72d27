/** An issue with just enough in it to give a document its metadata. */
import type { PaintedEditionInput } from "../../src/editions/edition.js";
import type { Layout } from "../../src/layout/layout.js";
import type { Assets, CheckedIssue } from "../../src/model/issue.js";
import { NO_MARKS } from "../../src/model/issue-marks.js";
import type { Located } from "../../src/model/located.js";
import type { Template } from "../../src/model/template.js";

const located = <T>(value: T): Located<T> => ({ value, span: { path: "issue.yaml", start: 0, end: 0 } });

export interface InventedOptions {
  readonly layout: Layout;
  readonly name?: string;
  readonly assets?: Assets;
}

/** @returns an input whose issue holds only what the PDF edition asks it: names, numbers, date */
export function inventedInput({
  layout,
  name = "示例科协信息",
  assets = new Map(),
}: InventedOptions): PaintedEditionInput {
  const issue = {
    year: located(2026),
    number: located(3),
    total: undefined,
    date: located({ year: 2026, month: 3, day: 16 }),
    sections: [],
    marks: NO_MARKS,
    editorial: undefined,
    distribution: undefined,
    house: {
      bulletin: { name: located(name), publisher: located("示例市科学技术协会"), language: located("zh-CN") },
      contact: { label: undefined, email: undefined, phone: undefined },
    },
  };
  return {
    issue: issue as unknown as CheckedIssue,
    template: {} as Template,
    assets,
    timestamp: new Date("2026-03-16T00:00:00Z"),
    layout,
  };
}
