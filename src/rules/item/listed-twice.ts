/** One file is one item of the issue. Source: FORMATS, manifest. */

import type { Item } from "../../model/issue.js";
import { shownPath } from "../../model/shown-path.js";
import type { IssueRule } from "../rule.js";

export const itemListedTwice: IssueRule = {
  id: "item/listed-twice",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "一个稿件文件在本期清单里只列一次。",
    en: "An item file is listed only once in the manifest.",
  },
  why: {
    zh: "列两次就会印两遍，目录、书签和脚注编号也会混乱。",
    en: "Listed twice, it is printed twice, and contents, bookmarks and note numbers are confused.",
  },
  examples: [
    {
      name: { zh: "一篇列在两个栏目下", en: "One file under two sections" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md, items/01.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:8:26"],
    },
    {
      name: { zh: "两种写法指向同一个文件", en: "Two spellings of one path" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md, ./items/../items/01.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:8:26"],
    },
    {
      name: { zh: "每篇列一次", en: "Every file once" },
      files: {},
      show: "issue.yaml",
      findings: [],
    },
  ],
  *check(issue) {
    const seen = new Map<string, Item>();
    for (const item of issue.sections.flatMap((section) => section.items)) {
      const first = seen.get(item.path);
      if (first === undefined) {
        seen.set(item.path, item);
        continue;
      }
      yield {
        span: item.listed,
        message: {
          zh: `“${shownPath(item.path, issue.folder)}”已经列过一次，再列就会印两遍。`,
          en: `“${shownPath(item.path, issue.folder)}” is already listed; it would be printed twice.`,
        },
        help: {
          zh: "请留下应在的栏目，删去另一处。",
          en: "Keep it where it belongs and delete the other entry.",
        },
        related: [{ span: first.listed, message: { zh: "第一次在这里", en: "First listed here" } }],
      };
    }
  },
};
