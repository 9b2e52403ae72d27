/** A title is short enough to be read at one glance. Source: the genre; 36 characters fill two lines of 二号. */
import { countPrinted } from "../../model/passage.js";
import { type ItemRule, numberOption } from "../rule.js";

/** More lines are refused where the title is read (item/front-matter). */
const MOST_LINES = 3;

export const itemTitleLength: ItemRule = {
  id: "item/title-length",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  options: { max: 36, "max-lines": 2 },
  summary: {
    zh: "标题不超过 36 个字、两行（max、max-lines）。",
    en: "A title has at most 36 characters and two lines (max, max-lines).",
  },
  why: {
    zh: "读者先看标题。标题排成三行，既占版面，在目录里也看不出重点。",
    en: "Readers look at titles first. One of three lines takes up space and hides the point in the contents.",
  },
  forUnit: {
    ask: {
      zh: "请缩短：留下谁做了什么，机构用简称，届次、地点放到正文。",
      en: "Please shorten it: keep who did what, use short names, and move ordinals and places to the text.",
    },
  },
  examples: [
    {
      name: { zh: "标题太长", en: "A title that is too long" },
      files: {
        "items/01.md": `---
title: 示例市科学技术协会联合示例区科学技术协会在示例市科学技术馆隆重举办第十届全市青少年科技创新成果展示活动
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:2:8"],
    },
    {
      name: { zh: "三行标题", en: "A title of three lines" },
      files: {
        "items/01.md": `---
title: |
  示例市科协举办
  学术交流会暨
  青年学者论坛
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:3:3"],
    },
    {
      name: { zh: "两行，共 36 个字以内", en: "Two lines within 36 characters" },
      files: {
        "items/01.md": `---
title: |
  示例市科协举办学术交流会
  百余名青年学者参加
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, context) {
    const first = item.title[0];
    const last = item.title.at(-1);
    if (first === undefined || last === undefined) return;
    const max = numberOption(context, "max");
    const maxLines = numberOption(context, "max-lines");
    const length = item.title.reduce((total, line) => total + countPrinted(line.value), 0);
    const span = { path: first.span.path, start: first.span.start, end: last.span.end };
    if (length > max) {
      yield {
        span,
        message: {
          zh: `标题有 ${length} 个字，超过 ${max} 个字，不便一眼看清。`,
          en: `The title has ${length} characters, more than ${max}; it cannot be taken in at a glance.`,
        },
        help: {
          zh: "请留下谁做了什么，机构用简称，届次、地点放到正文。",
          en: "Keep who did what; use short names, and leave ordinals and places to the text.",
        },
      };
    } else if (item.title.length > maxLines && item.title.length <= MOST_LINES) {
      yield {
        span,
        message: {
          zh: `标题分成了 ${item.title.length} 行，一般不超过 ${maxLines} 行。`,
          en: `The title has ${item.title.length} lines; it should have at most ${maxLines}.`,
        },
        help: { zh: "请缩短标题，或减少断行。", en: "Shorten it, or use fewer line breaks." },
      };
    }
  },
};
