/** No two items have one title, in an issue or over the issues of a folder. Source: the genre. */
import { titleOnOneLine } from "../../model/furniture.js";
import type { Item } from "../../model/issue.js";
import { shownPath } from "../../model/shown-path.js";
import { titleKey, titleKeyOf } from "../../model/title-key.js";
import type { IssueRule } from "../rule.js";

export const itemTitleRepeated: IssueRule = {
  id: "item/title-repeated",
  scope: "issue",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "标题不与本期其他稿件或往期稿件重复。",
    en: "No title is the same as another in this issue or in an earlier one.",
  },
  why: {
    zh: "标题相同，目录里就分不清两篇；与往期重复，多半是同一件事登了两次。",
    en: "Two items with the same title cannot be told apart in the contents; a title from an earlier issue usually means that the news has been printed before.",
  },
  examples: [
    {
      name: { zh: "本期两篇标题相同", en: "Two items of one title" },
      files: {
        "items/02.md": `---
title: 示例市科协 举办学术交流会
---

3月11日，第二场学术交流会举办。
`,
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

3月10日，第一场学术交流会举办。
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:2:8"],
    },
    {
      name: { zh: "标题相近，但写明了场次", en: "Titles that differ in what matters" },
      files: {
        "items/02.md": `---
title: 示例市科协举办第二场学术交流会
---

3月11日，第二场学术交流会举办。
`,
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check(issue) {
    const seen = new Map<string, Item>();
    const earlier = new Map(
      issue.surroundings.earlierTitles.map(({ path, title }) => [titleKey(title), path]),
    );
    for (const item of issue.sections.flatMap((section) => section.items)) {
      const key = titleKeyOf(item);
      const line = item.title[0];
      if (line === undefined || key === "") continue;
      const first = seen.get(key);
      const before = earlier.get(key);
      if (first === undefined) seen.set(key, item);
      if (first?.path === item.path || (first === undefined && before === undefined)) continue;
      const where = shownPath(first?.path ?? before ?? "", issue.folder);
      yield {
        span: line.span,
        message: {
          zh: `标题“${titleOnOneLine(item)}”与${first === undefined ? "往期" : "本期"}“${where}”的标题相同。`,
          en: `The title “${titleOnOneLine(item)}” is the same as that of ${where} in ${first === undefined ? "an earlier" : "this"} issue.`,
        },
        help: {
          zh: "请核对是否重复刊登；若是不同的事，请在标题里写出区别。",
          en: "Check whether the news is printed twice; if not, make the titles different.",
        },
        ...(first?.title[0] === undefined
          ? {}
          : {
              related: [{ span: first.title[0].span, message: { zh: "另一篇在这里", en: "The other one" } }],
            }),
      };
    }
  },
};
