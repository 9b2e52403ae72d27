/** What `bulletin stats` says of itself, in both languages. */
import type { Language } from "../../diagnostics/language.js";

const ZH = {
  summary: "统计报送和采用：按单位、栏目、月份，可出通报",
  description:
    "读各期的稿件和来稿登记簿（register.csv），统计一段时间里报送、采用了多少，按 bulletin.yaml 的 points 计分。名录（units）里没有报送的单位也列出；不在名录里的名称另列，不会漏掉。不写统计期，就统计有期次的所有年份。不改动简报的文件。",
  paths: "简报的文件夹、放各期的文件夹或期次清单；默认为当前文件夹",
  from: "从哪一天起（含这一天），如 2026-01-01",
  to: "到哪一天止（含这一天）",
  year: "某一年，如 2026",
  quarter: "某一季度，如 2026Q1",
  by: "表格按什么统计",
  format: "输出的形式",
  out: "写进文件，形式看文件名的后缀；docx、pdf、xlsx 必须写",
  date: "通报落款的日期；默认为统计期的最后一天，没有过完的为最后一期的日期",
  letters: "给每个单位写一封反馈信（.eml 草稿），放进这个文件夹；不发送",
  examples: `
示例：
  bulletin stats --year 2026                             全年各单位的报送、采用和得分
  bulletin stats --quarter 2026Q1 --by month             一季度按月
  bulletin stats --year 2026 --format xlsx -o 统计.xlsx  表格
  bulletin stats --quarter 2026Q1 --format docx -o 一季度通报.docx
  bulletin stats --year 2026 --letters 反馈信            给各单位的反馈信草稿`,
};

const EN: typeof ZH = {
  summary: "count what was received and printed, by unit, section and month",
  description:
    "Reads the issues and the register of what came in (register.csv), counts what was received and printed in a period, and gives points by `points` of bulletin.yaml. Units of the register with nothing are listed too; names that no register knows stand apart and are never dropped. Without a period, all years that have issues are counted. No file of the bulletin is changed.",
  paths: "folder of the bulletin, folder with issues, or manifests; the current folder by default",
  from: "first day that counts, such as 2026-01-01",
  to: "last day that counts",
  year: "a year, such as 2026",
  quarter: "a quarter, such as 2026Q1",
  by: "what the table counts by",
  format: "form of the output",
  out: "write to a file, in the form that its ending says; needed for docx, pdf and xlsx",
  date: "day under the notice; by default the last of the period, or that of its last issue while it is not over",
  letters: "write a letter to each unit (.eml drafts) into this folder; nothing is sent",
  examples: `
Examples:
  bulletin stats --year 2026                              all units, with points
  bulletin stats --quarter 2026Q1 --by month              a quarter by month
  bulletin stats --year 2026 --format xlsx -o stats.xlsx  a spreadsheet
  bulletin stats --quarter 2026Q1 --format docx -o notice.docx
  bulletin stats --year 2026 --letters letters            drafts of letters to the units`,
};

export const STATS_WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };
