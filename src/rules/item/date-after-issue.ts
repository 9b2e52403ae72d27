/** No item is dated later than the issue. Source: FORMATS, item (`date`). */
import { chineseDate, compareDates, isoDate, NO_DATE } from "../../model/calendar-date.js";
import type { ItemRule } from "../rule.js";

export const itemDateAfterIssue: ItemRule = {
  id: "item/date-after-issue",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "稿件日期不晚于本期的印发日期。",
    en: "No item is dated later than the issue.",
  },
  why: {
    zh: "印发时尚未发生的事，不能写成已经发生；多半是年份或月份写错了。",
    en: "What has not happened by the date of issue cannot be reported; most often a month or year is mistyped.",
  },
  examples: [
    {
      name: { zh: "稿件晚于印发日期", en: "An item dated after the issue" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
date: 2026-06-10
---

3月10日，学术交流会举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:3:7"],
    },
    {
      name: { zh: "印发当天的稿件", en: "An item of the day of issue" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
date: 2026-03-16
---

3月16日，学术交流会举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check({ date }, { issue }) {
    if (date === undefined || issue === undefined || issue.date.value === NO_DATE) return;
    if (compareDates(date.value, issue.date.value) <= 0) return;
    yield {
      span: date.span,
      message: {
        zh: `稿件日期${chineseDate(date.value)}晚于本期印发日期${chineseDate(issue.date.value)}。`,
        en: `The item is dated ${isoDate(date.value)}, later than the date of issue, ${isoDate(issue.date.value)}.`,
      },
      help: { zh: "请核对两处日期。", en: "Check both dates." },
      related: [{ span: issue.date.span, message: { zh: "印发日期", en: "The date of issue" } }],
    };
  },
};
