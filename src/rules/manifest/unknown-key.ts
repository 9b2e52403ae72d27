/** A key that no format page knows. Source: FORMATS; an ignored key is a wish that silently fails. */
import type { DocumentedRule } from "../rule.js";

export const manifestUnknownKey: DocumentedRule = {
  id: "manifest/unknown-key",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: true,
  hasSuggestions: true,
  structural: true,
  summary: {
    zh: "清单和办刊规定里的键都是有效的键。",
    en: "The manifest and the house rules contain only known keys.",
  },
  why: {
    zh: "写错的键如果不指出，里面的内容就会丢失，例如把 sections 写成 section，整期就是空的。",
    en: "If a mistyped key were ignored, its contents would be lost: with section for sections, the issue would be empty.",
  },
  examples: [
    {
      name: { zh: "键写成大写", en: "A key in capitals" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
Total: 128
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:4:1"],
      fixed: `year: 2026
number: 3
date: 2026-03-16
total: 128
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
    },
    {
      name: {
        zh: "稿件的键写进了期次清单：告诉该写在哪里",
        en: "A key of items in the manifest: where it belongs is said",
      },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
summary: 本期要点
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:4:1"],
    },
    {
      name: {
        zh: "键写错一个字母：像哪个键，由编辑定",
        en: "A key with one letter wrong: which one was meant is the editor's to say",
      },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
totl: 128
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:4:1"],
      fixed: `year: 2026
number: 3
date: 2026-03-16
totl: 128
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      suggested: `year: 2026
number: 3
date: 2026-03-16
total: 128
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
    },
    {
      name: { zh: "清单里可以写办刊规定的键", en: "A manifest may hold keys of the house rules" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
template: jianbao
`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
};
