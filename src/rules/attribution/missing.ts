/** Where a section asks for it, every item names the unit that sent it. Source: sections, `attribution: required`. */
import type { TypedSignature } from "../../model/issue.js";
import type { Span } from "../../model/located.js";
import { type Passage, spanInPassage } from "../../model/passage.js";
import type { Finding, IssueRule } from "../rule.js";

export const attributionMissing: IssueRule = {
  id: "attribution/missing",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "要求署名的栏目，每篇稿件都要有供稿单位。",
    en: "In sections that require an attribution, every item names the unit that sent it.",
  },
  why: {
    zh: "供稿单位印在稿件末尾，既是文责，也是各单位报送数量的依据；漏印了，就无法统计，也无法核实。",
    en: "The unit printed at the end is responsible for the item and is credited with it; if it is missing, facts cannot be checked and the item is not counted.",
  },
  forUnit: {
    what: {
      zh: "没有写供稿单位，而这个栏目的稿件要署名。",
      en: "The unit is not named, although items in this section carry an attribution.",
    },
    ask: { zh: "请告知供稿单位的名称。", en: "Please tell us the name of the unit." },
    isAboutItem: true,
  },
  examples: [
    {
      name: { zh: "没有供稿单位", en: "No unit given" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
    attribution: required
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，示例区科协组织科普志愿者走进社区。
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:2:8"],
    },
    {
      name: { zh: "只署了人名", en: "Only a person" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
    attribution: required
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，示例区科协组织科普志愿者走进社区。（张三）
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:5:24"],
    },
    {
      name: { zh: "“报送”后面是收件的单位", en: "Whom it was sent to, and not who sent it" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
    attribution: required
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，示例区科协组织科普志愿者走进社区。

报送：区委办、区政府办
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:2:8"],
    },
    {
      name: { zh: "末尾的括号看不出是不是单位", en: "Brackets at the end that may be a unit or not" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
    attribution: required
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，示例区科协组织科普志愿者走进社区。（示例之星）
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:5:24"],
    },
    {
      name: { zh: "倡议书有落款", en: "An appeal that a unit signs" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
    attribution: required
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/02.md": `---
title: 致全区科技工作者的倡议书
signed: {by: 示例区科协, date: 2026-03-10}
---

让我们一起走进社区，把科学讲给更多的人听。
`,
      },
      show: "items/02.md",
      findings: [],
    },
    {
      name: { zh: "署名写在正文末尾也算", en: "A unit typed at the end of the body counts" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
    attribution: required
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，示例区科协组织科普志愿者走进社区。（示例区科协）
`,
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check(issue, { house, factsOf }) {
    const asking = new Set(
      house.sections
        .filter((section) => section.attribution === "required")
        .map((section) => section.name.value),
    );
    for (const { name, items } of issue.sections) {
      if (!asking.has(name.value)) continue;
      for (const item of items) {
        if (item.attribution !== undefined && item.attribution.value !== "") continue;
        // A letter or an appeal names its unit as the signature.
        if (item.signed !== undefined) continue;
        const { signature } = item;
        if (signature?.state === "persons-only") {
          yield onlyPersons(name.value, signature);
          continue;
        }
        const brackets = bracketsAtEnd(factsOf(item).passages);
        if (brackets !== undefined) {
          yield noUnit(name.value, brackets);
          continue;
        }
        yield {
          span: item.title[0]?.span ?? item.frontMatter,
          message: {
            zh: `“${name.value}”的稿件要署供稿单位，这篇没有。`,
            en: `Items in “${name.value}” must name the unit that sent them; this one does not.`,
          },
          help: {
            zh: "请在文件开头的 source: 后面写上单位名称（没有这一行的，请补上），它会印在文末的括号里。",
            en: "Write the unit's name behind source: in the front matter (add that line where there is none); it is printed in brackets at the end.",
          },
        };
      }
    }
  },
};

/** （张三） */
const onlyPersons = (section: string, { people, span }: TypedSignature): Finding => ({
  span,
  message: {
    zh: `“${section}”的稿件要署供稿单位，末尾的“${people.join("、")}”是人名。`,
    en: `Items in “${section}” must name the unit that sent them; “${people.join("、")}” at the end names a person.`,
  },
  help: {
    zh: "请在文件开头的 source: 后面写上单位名称（没有这一行的，请补上）；供稿人写进 submitter。",
    en: "Write the unit's name behind source: in the front matter (add that line where there is none); the author goes under submitter.",
  },
});

interface Brackets {
  readonly words: string;
  readonly span: Span;
}

/** （云岭之星）, behind a sentence: a unit perhaps, but of a name that tells nothing. */
function bracketsAtEnd(passages: readonly Passage[]): Brackets | undefined {
  const last = passages.findLast(({ kind }) => kind === "paragraph");
  const match =
    last === undefined
      ? null
      : /[。！？”](?<words>[（(][\p{Script=Han}A-Za-z0-9“”]{3,20}[）)])\s*$/u.exec(last.text);
  const words = match?.groups?.words;
  if (last === undefined || match === null || words === undefined || REMARK.test(words)) return undefined;
  const start = match.index + 1;
  return { words, span: spanInPassage(last, start, start + words.length) };
}

/** What brackets at the end of a text say when they sign nothing. */
const REMARK = /^.(?:见|详见|参见|图|文|表|注|附|共|完|全文|待续|未完|节选|如|据|第|各|全)|[图略完摄]）?$/u;

const noUnit = (section: string, { words, span }: Brackets): Finding => ({
  span,
  message: {
    zh: `“${section}”的稿件要署供稿单位；末尾的“${words}”无法判断是否为单位。`,
    en: `Items in “${section}” must name the unit that sent them; it is unclear whether “${words}” is a unit.`,
  },
  help: {
    zh: "若是单位，请在文件开头写 source: 单位名称，或把它列入 bulletin.yaml 的 units。",
    en: "If it is a unit, write source: and its name in the front matter, or list it under units in bulletin.yaml.",
  },
});
