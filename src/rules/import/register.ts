/** Rows of the register of what came in, where `bulletin stats` counts them. Made by the counting. */
import type { DocumentedRule } from "../rule.js";

const HEAD = "id,received,unit,title,file,sha256,decision,issue,item";

export const importRegister: DocumentedRule = {
  id: "import/register",
  scope: "documented",
  madeBy: "stats",
  severity: "error",
  alsoSeverity: "warning",
  fixable: false,
  structural: true,
  summary: {
    zh: "来稿登记簿（register.csv）的每一行都能统计：有列名，日期读得出，写了单位。",
    en: "Every row of the register (register.csv) can be counted: its columns are named, its day can be read, a unit is named.",
  },
  why: {
    zh: "统计是要通报的。漏掉一行，单位的名次就可能不对；日期写成 3/9/2026 的，分不清是三月还是九月，不能替编辑去猜。",
    en: "What is counted is published. A row left out may change a unit's rank, and 3/9/2026 may be a day in March or in September, which is not guessed.",
  },
  examples: [
    {
      name: { zh: "日期读不出，没有写单位", en: "A day that cannot be read, a unit that is missing" },
      files: {
        "register.csv": `${HEAD}
S1,3/9/2026,示例区科协,示例区科协举办科普展,,,待定,,
S2,2026-03-10,,示例市举办学术交流会,,,待定,,
`,
      },
      show: "register.csv",
      findings: ["register.csv:2:4", "register.csv:3:15"],
    },
    {
      name: { zh: "缺少列名", en: "Columns without their names" },
      files: { "register.csv": "收稿日期,标题\n2026-03-09,示例区科协举办科普展\n" },
      show: "register.csv",
      findings: ["register.csv:1:1"],
    },
    {
      name: { zh: "表格软件另存过的登记簿", en: "A register saved again by a spreadsheet" },
      files: {
        "register.csv": `${HEAD},原因
S1,2026/3/9,示例区科协,示例区科协举办科普展,,,未采用,,,内容重复
`,
      },
      show: "register.csv",
      findings: [],
    },
  ],
};
