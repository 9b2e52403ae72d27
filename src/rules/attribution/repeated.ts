/**
 * The unit is written once: in the front matter, or typed at the end of the body. Source: FORMATS,
 * item (an attribution already typed is recognised, not doubled).
 */
import type { House } from "../../model/house.js";
import type { Item } from "../../model/issue.js";
import { type Passage, spanInPassage } from "../../model/passage.js";
import type { Finding, ItemRule } from "../rule.js";

export const attributionRepeated: ItemRule = {
  id: "attribution/repeated",
  scope: "item",
  severity: "warning",
  fixable: true,
  structural: false,
  summary: {
    zh: "供稿单位只写一处，不在 source 和正文末尾各写一遍。",
    en: "The unit is written once, not both in source and at the end of the body.",
  },
  why: {
    zh: "印出来只会有一个，但稿件里写了两处，改单位名称时容易只改一处。",
    en: "It is printed once either way, but of two copies only one gets corrected when the name changes.",
  },
  examples: [
    {
      name: { zh: "两处都写了", en: "Written in both places" },
      files: {
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
source: 示例区科协
---

3月11日，科普志愿者走进社区，为居民讲解急救知识。（示例区科协）
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:6:27"],
      fixed: `---
title: 示例区科协开展科普进社区活动
source: 示例区科协
---

3月11日，科普志愿者走进社区，为居民讲解急救知识。
`,
    },
    {
      name: { zh: "两处写的单位不一样", en: "Two different units" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
units: [示例区科协, 示例市科协]
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
source: 示例区科协
---

3月11日，科普志愿者走进社区。（示例市科协）
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:6:17"],
    },
    {
      name: { zh: "只在正文末尾写", en: "Only at the end of the body" },
      files: {
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，科普志愿者走进社区，为居民讲解急救知识。（示例区科协）
`,
      },
      show: "items/02.md",
      findings: [],
    },
    {
      name: { zh: "正文中的括注不是署名", en: "The same unit in brackets amid the text" },
      files: {
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
source: 示例区科协
---

3月11日，主办单位（示例区科协）组织志愿者走进社区。
`,
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check(item, { factsOf, house, sources }) {
    const { attribution, path } = item;
    if (attribution?.writtenIn === "front-matter") {
      yield* anotherUnit(item, { passages: factsOf(item).passages, house });
    }
    if (attribution?.writtenIn !== "both" || attribution.typed === undefined) return;
    const text = sources.get(path) ?? "";
    // The white space that set the brackets off goes with them, the end of the line stays.
    const before = text.slice(0, attribution.typed.start);
    const start = before.trimEnd().length;
    const said = text.slice(attribution.typed.start, attribution.typed.end);
    yield {
      span: attribution.typed,
      message: {
        zh: `正文末尾的“${said}”与 source 重复，印出来只留一处。`,
        en: `“${said}” repeats what source says; only one is printed.`,
      },
      help: { zh: "删去正文末尾的一处。", en: "Delete the one at the end of the body." },
      // A name beside the unit stands nowhere else.
      ...(saysNoMore(said, attribution.value) && {
        fix: [{ span: { path, start, end: attribution.typed.end }, text: "" }],
      }),
    };
  },
};

function saysNoMore(typed: string, unit: string): boolean {
  const letters = (words: string) => words.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
  return /^(?:供稿|来稿|报送|投稿|来源)?$/.test(letters(typed).replace(letters(unit), ""));
}

/** A registered unit at the end that is not the one of `source`: both would be printed. */
function* anotherUnit(
  { attribution }: Item,
  { passages, house }: { readonly passages: readonly Passage[]; readonly house: House },
): Iterable<Finding> {
  const last = passages.findLast((passage) => passage.kind === "paragraph");
  const match = last === undefined ? null : /[（(]([^（）()\n]{2,40})[）)]\s*$/u.exec(last.text);
  const typed = match?.[1] ?? "";
  const isUnit = house.units.some(
    ({ name, aliases }) => name.value === typed || aliases.some(({ value }) => value === typed),
  );
  if (last === undefined || match === null || !isUnit || attribution === undefined) return;
  yield {
    span: spanInPassage(last, match.index, match.index + typed.length + 2),
    message: {
      zh: `正文末尾署“${typed}”，source 写的是“${attribution.value}”，两个都会印出来。`,
      en: `The body is signed “${typed}”, but source says “${attribution.value}”; both would be printed.`,
    },
    help: {
      zh: "核对供稿单位，只留一处；联合供稿写成 source: 甲、乙。",
      en: "Find out which is right and keep one; two units together are written source: A、B.",
    },
  };
}
