/** An item's date is within the period that the issue covers. Source: FORMATS, manifest (`period`). */
import { chineseDate, compareDates, isoDate } from "../../model/calendar-date.js";
import type { ItemRule } from "../rule.js";

const MANIFEST = `year: 2026
number: 3
date: 2026-03-16
period: {from: 2026-03-01, to: 2026-03-15}
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`;

export const itemDateOutsidePeriod: ItemRule = {
  id: "item/date-outside-period",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "稿件日期在本期的报道时段之内。",
    en: "An item's date is within the period that the issue covers.",
  },
  why: {
    zh: "时段之外的稿件，或是旧闻，或是排错了期。",
    en: "An item from outside the period is old news, or belongs to another issue.",
  },
  examples: [
    {
      name: { zh: "时段之前的稿件", en: "An item from before the period" },
      files: {
        "issue.yaml": MANIFEST,
        "items/01.md": `---
title: 示例市科协举办学术交流会
date: 2026-02-27
---

2月27日，学术交流会举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:3:7"],
    },
    {
      name: { zh: "时段的第一天和最后一天", en: "The first and the last day of the period" },
      files: {
        "issue.yaml": MANIFEST,
        "items/01.md": `---
title: 示例市科协举办学术交流会
date: 2026-03-01
---

3月1日，学术交流会举办。
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
date: 2026-03-15
---

3月15日，科普志愿者走进社区。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check({ date }, { issue }) {
    const period = issue?.period;
    if (date === undefined || period === undefined) return;
    const { from, to } = period.value;
    if (compareDates(date.value, from) >= 0 && compareDates(date.value, to) <= 0) return;
    yield {
      span: date.span,
      message: {
        zh: `稿件日期是${chineseDate(date.value)}，不在本期报道的${chineseDate(from)}至${chineseDate(to)}之内。`,
        en: `The item is dated ${isoDate(date.value)}, outside the period from ${isoDate(from)} to ${isoDate(to)}.`,
      },
      help: {
        zh: "请核对日期；确属旧闻，请移到别期或去掉。",
        en: "Check the date; if it is right, the item belongs to another issue.",
      },
      related: [{ span: period.span, message: { zh: "本期时段", en: "The period" } }],
    };
  },
};
