/** A line of a house's own word list can be meant. Source: bulletin.yaml, lint.packs; packs/read-lines.ts reads them. */
import type { DocumentedRule } from "../rule.js";
import { houseWith } from "../text-example.js";

const HOUSE = houseWith("lint:\n  packs: [./packs/ours.csv]\n");

export const wordPackLine: DocumentedRule = {
  id: "word/pack-line",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "自己的词包（lint.packs）每一行都写得明白。",
    en: "Every line of the bulletin's own word lists (lint.packs) can be understood.",
  },
  why: {
    zh: "词包里写错的一行不起作用：要查的词没有查，编辑却以为查过了。",
    en: "A faulty line has no effect: its word is not checked, while the editor believes that it is.",
  },
  examples: [
    {
      name: { zh: "没有正确写法，类别、日期写错", en: "No right form, a wrong kind, a wrong date" },
      files: {
        "bulletin.yaml": HOUSE,
        "packs/ours.csv": `错误写法,正确写法,类别,说明,依据,起始日期,截止日期
科技小苑,,用语,,,,
示例市数据中心,示例市数据局,机购,,,,
示例市信息中心,示例市信息局,机构,,,2026-02-30,
示例市档案馆,示例市档案局,机构,,,2026-03-01,2026-01-01
院,院落,用语,,,,
`,
      },
      show: "packs/ours.csv",
      findings: [
        "packs/ours.csv:2:1",
        "packs/ours.csv:3:16",
        "packs/ours.csv:4:21",
        "packs/ours.csv:5:31",
        "packs/ours.csv:6:1",
      ],
    },
    {
      name: { zh: "没有写各栏的名称", en: "The columns are not named" },
      files: { "bulletin.yaml": HOUSE, "packs/ours.csv": "科技小苑,科技小院\n" },
      show: "packs/ours.csv",
      findings: ["packs/ours.csv:1:1"],
    },
    {
      name: { zh: "写得明白的词包，另有自己的一栏", en: "A sound list, with a column of one's own" },
      files: {
        "bulletin.yaml": HOUSE,
        "packs/ours.csv": `wrong,right,source,登记人
科技小苑,科技小院,本刊体例,方砚秋
`,
      },
      show: "packs/ours.csv",
      findings: [],
    },
  ],
};
