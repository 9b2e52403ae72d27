/**
 * The unit is written once: in the front matter, or typed at the end of the body. Source: FORMATS,
 * item (an attribution already typed is recognised, not doubled).
 */
import type { Suggestion, TextEdit } from "../../diagnostics/diagnostic.js";
import type { Item, TypedSignature } from "../../model/issue.js";
import type { Span } from "../../model/located.js";
import type { Finding, ItemRule } from "../rule.js";
import { submitterEdits } from "../submitter-edits.js";

export const attributionRepeated: ItemRule = {
  id: "attribution/repeated",
  scope: "item",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "供稿单位只写一处，不在 source 和正文末尾各写一遍。",
    en: "The unit is given once, not both in source and at the end of the body.",
  },
  why: {
    zh: "印出来只会有一个，但稿件里写了两处，改单位名称时容易只改一处。",
    en: "It is printed only once, but where the name is written twice, a later correction easily misses one of them.",
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
      suggested: `---
title: 示例区科协开展科普进社区活动
source: 示例区科协
---

3月11日，科普志愿者走进社区。
`,
    },
    {
      name: { zh: "正文末尾还写了供稿人", en: "The typed one names a person, too" },
      files: {
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
source: 示例区科协
---

3月11日，科普志愿者走进社区，为居民讲解急救知识。（示例区科协 张三 供稿）
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:6:27"],
      fixed: `---
title: 示例区科协开展科普进社区活动
source: 示例区科协
submitter:
  name: 张三
---

3月11日，科普志愿者走进社区，为居民讲解急救知识。
`,
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
      name: { zh: "正文中的括注不是署名", en: "The same unit in brackets inside the text" },
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
  *check(item, { sources }) {
    const { attribution, signature, path } = item;
    const source = sources.get(path) ?? "";
    if (signature === undefined || attribution === undefined) return;
    const typed = source.slice(signature.span.start, signature.span.end).replaceAll(/\s*[\r\n]+\s*/g, " ");
    const removal = removalOf(signature.span, source);
    if (attribution.writtenIn === "both") yield repeated(item, { typed, removal, source, signature });
    else if (signature.state === "another-unit" || signature.state === "doubtful")
      yield printedTwice(attribution.value, { typed, removal, signature });
  },
};

interface Typed {
  /** the signature as typed, on one line */
  readonly typed: string;
  readonly removal: TextEdit;
  readonly signature: TypedSignature;
}

function repeated(
  item: Item,
  { typed, removal, source, signature }: Typed & { readonly source: string },
): Finding {
  // What the signature says beside the unit is kept, or it stays.
  const kept = submitterEdits(item, { people: signature.people, source });
  const isLost = kept === undefined || signature.others.length > 0;
  const edits = [...(kept ?? []), removal];
  const unprinted = [...signature.people, ...signature.others].join("、");
  const help =
    signature.people.length > 0
      ? {
          zh: "请删去正文末尾的一处，人名写进 submitter。",
          en: "Delete the one at the end of the body; put the person's name under submitter.",
        }
      : { zh: "请删去正文末尾的一处。", en: "Delete the one at the end of the body." };
  return {
    span: signature.span,
    message: {
      zh: `正文末尾的“${typed}”与 source 重复，印出来只留一处${unprinted === "" ? "" : `，“${unprinted}”不付印`}。`,
      en: `“${typed}” repeats what source says; only one is printed${unprinted === "" ? "" : `, and “${unprinted}” is not`}.`,
    },
    help,
    ...(isLost ? { suggestions: [{ message: help, edits }] } : { fix: edits }),
  };
}

/** The typed words stay in the text, and the unit of `source` is printed behind them. */
function printedTwice(unit: string, { typed, removal, signature }: Typed): Finding {
  const isOther = signature.state === "another-unit";
  const help = isOther
    ? {
        zh: "请核对供稿单位，只留一处；联合供稿写成 source: 甲、乙。",
        en: "Check which one is right and keep it; for two units together write source: A、B.",
      }
    : {
        zh: "若是署名，请删去正文末尾的一处。",
        en: "If it is the attribution, delete the one at the end of the body.",
      };
  const suggestions: readonly Suggestion[] = [
    {
      message: { zh: "请删去正文末尾的一处。", en: "Delete the one at the end of the body." },
      edits: [removal],
    },
  ];
  return {
    span: signature.span,
    message: isOther
      ? {
          zh: `正文末尾署“${signature.unit}”，source 写的是“${unit}”，两个都会印出来。`,
          en: `The body ends with “${signature.unit}”, but source says “${unit}”; both would be printed.`,
        }
      : {
          zh: `正文末尾的“${typed}”像是署名，source 又写了“${unit}”，两个都会印出来。`,
          en: `“${typed}” at the end looks like the attribution, and source says “${unit}”; both would be printed.`,
        },
    help,
    suggestions,
  };
}

/** The white space that set the signature off goes with it, the end of the line stays. */
function removalOf(span: Span, source: string): TextEdit {
  return { span: { ...span, start: source.slice(0, span.start).trimEnd().length }, text: "" };
}
