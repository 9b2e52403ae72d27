/** A value of the wrong type, out of range, or a day that does not exist. Source: FORMATS. */
import type { DocumentedRule } from "../rule.js";

export const manifestInvalidValue: DocumentedRule = {
  id: "manifest/invalid-value",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: true,
  hasSuggestions: true,
  structural: true,
  summary: {
    zh: "每个值的类型和范围都正确，日期真实存在。",
    en: "Every value is of the right type and within range, and every date exists.",
  },
  why: {
    zh: "期号、日期印在报头上，错了就是整期的错；2 月 30 日这样的日期，只能回头问编辑。",
    en: "The number and the date are printed in the masthead, and an error there affects the whole issue; what 30 February was meant to be, only the editor knows.",
  },
  examples: [
    {
      name: { zh: "日期不存在", en: "A date that does not exist" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-02-30
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:3:7"],
    },
    {
      name: { zh: "期号小于 1", en: "A number below 1" },
      files: {
        "issue.yaml": `year: 2026
number: 0
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:2:9"],
    },
    {
      name: {
        zh: "期号写成第3期、日期写成年月日",
        en: "A number in words around it, a date in Chinese",
      },
      files: {
        "issue.yaml": `year: 2026年
number: 第３期
date: 2026年3月16日
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:1:7", "issue.yaml:2:9", "issue.yaml:3:7"],
      fixed: `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
    },
    {
      name: {
        zh: "增刊和期号写在一起：分成两行，注释不动",
        en: "A supplement's name and number in one value become two lines; the comment stays",
      },
      files: {
        "issue.yaml": `year: 2026
number: 增刊1 # 与第5期同日印发
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:2:9"],
      fixed: `year: 2026
series: 增刊
number: 1 # 与第5期同日印发
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
    },
    {
      name: {
        zh: "期号里还有别的字：不改，改了就丢了",
        en: "A number that says more is left alone, so that nothing is lost",
      },
      files: {
        "issue.yaml": `year: 2026
number: 3上
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:2:9"],
      fixed: `year: 2026
number: 3上
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
    },
    {
      name: { zh: "版式改动里的颜色写成了字", en: "A colour in words among what differs from the template" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
look:
  colors: {accent: 深红}
`,
      },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:10:20"],
    },
    {
      name: {
        zh: "颜色没有加引号，“#”以后成了注释；尺寸带了单位",
        en: "A colour without quotes, which is a comment from “#” on; a measure with its unit",
      },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
look:
  colors:
    accent: #A00000
  masthead:
    max-size-pt: 54磅
`,
      },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:11:5", "bulletin.yaml:13:18"],
      suggested: `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
look:
  colors:
    accent: "#A00000"
  masthead:
    max-size-pt: 54磅
`,
    },
    {
      name: { zh: "级别写错一个字母", en: "A severity with one letter wrong" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
lint:
  rules:
    item/vague-date: of
`,
      },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:11:22"],
      suggested: `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
lint:
  rules:
    item/vague-date: off
`,
    },
    {
      name: { zh: "加引号的日期", en: "A date in quotes" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: "2026-03-16"
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
};
