/**
 * A signature that closes a paragraph which is not the last is in the wrong place: one that names a
 * registered unit, or the one of `source`. Source: the genre's own form, （单位） at the end of the item.
 */
import { findSignature } from "../../han/typed-signature.js";
import { type Passage, spanInPassage } from "../../model/passage.js";
import { registeredUnits } from "../../model/register.js";
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
    en: "The unit in brackets stands at the end of the last paragraph, and of no other.",
  },
  why: {
    zh: "署名落在中间，后面的文字就像是另一篇；通常是补写一段时忘了把署名移到后面。",
    en: "Text after the unit's name looks like another item; most often a paragraph was added and the name was not moved to the end.",
  },
  examples: [
    {
      name: { zh: "署名后面还有一段", en: "A paragraph after the name" },
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
      name: { zh: "句中的括注", en: "A unit in brackets inside a sentence" },
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
    {
      name: { zh: "获奖名单，一人一段", en: "A list of winners, a paragraph each" },
      files: {
        "bulletin.yaml": HOUSE,
        "items/02.md": `---
title: 示例区科协公布征文获奖名单
---

3月11日，征文获奖名单公布：

方砚秋　示例区科协

陶镕　示例区科协

奖品将于4月寄出。（示例区科协）
`,
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check(item, { house, factsOf }) {
    const units = registeredUnits(house.units);
    const source = item.attribution?.writtenIn === "body" ? undefined : item.attribution?.value;
    const paragraphs = factsOf(item).passages.filter((passage) => passage.kind === "paragraph");
    for (const [index, passage] of paragraphs.slice(0, -1).entries()) {
      // A paragraph of its own amid the text may be a list of units.
      const found = findSignature(passage.text, { units, source, followsFinished: units.length > 0 });
      if (found?.unit === undefined || !found.isSure || !KNOWN.has(found.evidence)) continue;
      const isWhole = found.start === 0 && found.people.length > 0;
      if (isWhole && [paragraphs[index - 1], paragraphs[index + 1]].some(isOfList)) continue;
      const typed = passage.text.slice(found.start, found.end);
      yield {
        span: spanInPassage(passage, found.start, found.end),
        message: {
          zh: `署名“${typed}”不在全文末尾，后面还有正文。`,
          en: `The name “${typed}” is not at the end of the item; text follows it.`,
        },
        help: {
          zh: "请移到最后一段末尾；若后面是另一篇稿件，请拆成两个文件。",
          en: "Move it to the end of the last paragraph; if what follows is another item, split the file.",
        },
      };
    }
  },
};

/** Names of those who won or took part, a paragraph each: 方砚秋　示例区科协. */
const isOfList = (passage: Passage | undefined): boolean =>
  passage !== undefined && passage.text.length <= LONGEST_OF_LIST && !/[。！？：]/.test(passage.text);
const LONGEST_OF_LIST = 30;

/** A name alone may be explained there, and who signs with 供稿 may have sent in several pieces. */
const KNOWN: ReadonlySet<string> = new Set(["source", "register"]);
