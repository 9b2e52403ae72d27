/** Every item file beside the listed ones is listed too. Source: FORMATS, a bulletin's folder. */

import type { Issue, Section } from "../../model/issue.js";
import { shownPath } from "../../model/shown-path.js";
import type { IssueRule } from "../rule.js";

export const manifestUnlistedItem: IssueRule = {
  id: "manifest/unlisted-item",
  scope: "issue",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "稿件文件夹里的每篇稿件都列在本期清单里。",
    en: "Every item file in the folder of items is listed in the manifest.",
  },
  why: {
    zh: "稿件放进了文件夹却没有列入清单，就不会印出来，别处也不会提醒。",
    en: "An item in the folder that is not listed is not printed, and nothing else would point this out.",
  },
  examples: [
    {
      name: { zh: "忘了登记的稿件", en: "An item that nobody listed" },
      files: {
        "items/03.md": `---
title: 示例县科协举办科技下乡活动
---

3月12日，农业专家走进青石镇。
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:7:11"],
    },
    {
      name: { zh: "还没有列出一篇", en: "Nothing is listed yet" },
      files: {
        "issue.yaml": `bulletin: {name: 示例工作简报, publisher: 示例单位办公室}
contact: {email: submissions@example.org}
number: 1
date: 2026-03-16
sections: [{name: 工作动态, items: []}]
`,
        "items/03.md": `---
title: 示例县科协举办科技下乡活动
---

3月12日，农业专家走进青石镇。
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:5:19", "issue.yaml:5:19", "issue.yaml:5:19"],
    },
    {
      name: { zh: "不是稿件的文件", en: "Files that are not items" },
      files: { "items/说明.txt": "稿件放在这里。\n", "notes/备忘.md": "下期再议。\n" },
      show: "issue.yaml",
      findings: [],
    },
  ],
  *check(issue) {
    const sections = sectionsByFolder(issue);
    for (const path of issue.surroundings.unlistedItems) {
      const section = sections.get(folderOf(path)) ?? issue.sections.at(-1);
      const shown = shownPath(path, issue.folder);
      yield {
        span: section?.name.span ?? issue.number.span,
        message: {
          zh: `“${shown}”在稿件文件夹里，却没有列进任何栏目，不会印出来。`,
          en: `“${shown}” is in the folder of items, but no section lists it, so it is not printed.`,
        },
        help: {
          zh: "请列进应在栏目的 items，或移出这个文件夹。",
          en: "List it under items of its section, or move it out of the folder.",
        },
      };
    }
  },
};

/** A file without a place in the manifest is shown at the last section that has items of its folder. */
function sectionsByFolder(issue: Issue): ReadonlyMap<string, Section> {
  return new Map(
    issue.sections.flatMap((section) => section.items.map((item) => [folderOf(item.path), section] as const)),
  );
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
