/**
 * A registered unit in brackets of its own, where it closes a paragraph that is not the last, is
 * an attribution in the wrong place. Source: the genre's own form, （单位） at the end of the item.
 */
import { spanInPassage } from "../../model/passage.js";
import type { ItemRule } from "../rule.js";

const HOUSE = `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
units: [示例区科协, 示例市科协]
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`;

export const attributionMisplaced: ItemRule = {
  id: "attribution/misplaced",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "（供稿单位）写在最后一段末尾，不写在别的段落末尾。",
    en: "The unit in brackets stands at the end of the last paragraph, not of another.",
  },
  why: {
    zh: "署名落在中间，后面的文字就像是另一篇；通常是补写一段时忘了把署名移到后面。",
    en: "What follows the name looks like another item; most often a paragraph was added and the name not moved behind it.",
  },
  examples: [
    {
      name: { zh: "署名后面还有一段", en: "A paragraph behind the name" },
      files: {
        "bulletin.yaml": HOUSE,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，科普志愿者走进社区。（示例区科协）

下一步，活动将走进更多社区。
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:5:17"],
    },
    {
      name: { zh: "句中的括注", en: "A unit in brackets amid a sentence" },
      files: {
        "bulletin.yaml": HOUSE,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，主办方（示例区科协）组织志愿者走进社区。

下一步，活动将走进更多社区。
`,
      },
      show: "items/02.md",
      findings: [],
    },
    {
      name: { zh: "括号里不是名录中的单位", en: "Brackets that hold no registered unit" },
      files: {
        "bulletin.yaml": HOUSE,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，科普志愿者走进社区。（图为活动现场）

下一步，活动将走进更多社区。（示例区科协）
`,
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check(item, { house, factsOf }) {
    if (house.units.length === 0) return;
    const names = new Set(
      house.units.flatMap((unit) => [unit.name.value, ...unit.aliases.map((alias) => alias.value)]),
    );
    const paragraphs = factsOf(item).passages.filter((passage) => passage.kind === "paragraph");
    for (const passage of paragraphs.slice(0, -1)) {
      // Behind a final mark, or alone in the paragraph: elsewhere brackets explain a word.
      const match = /(?:^|[。！？!?”’])\s*([（(]([^（）()\n]{2,40})[）)])\s*$/u.exec(passage.text);
      const [, brackets = "", name = ""] = match ?? [];
      if (match === null || !names.has(name.trim())) continue;
      const start = match.index + match[0].indexOf(brackets);
      yield {
        span: spanInPassage(passage, start, start + brackets.length),
        message: {
          zh: `署名“${brackets}”不在全文末尾，后面还有正文。`,
          en: `The name “${brackets}” is not at the end of the item; text follows it.`,
        },
        help: {
          zh: "移到最后一段末尾；若后面是另一篇稿件，请拆成两个文件。",
          en: "Move it behind the last paragraph; if what follows is another item, split the file.",
        },
      };
    }
  },
};
