/** What the command line says of how much it prints, and examples of the commands that stand in no other list. */
import type { Language } from "../../diagnostics/language.js";

const ZH = {
  verbose: "列出每一处问题（平时同一规则只列前 3 处）",
  buildQuiet: "只报告错误和写出的文件",
  statistics: "只统计各规则报了多少处、能自动改正多少处",
  series: "刊别，如增刊、专刊，单独编号",
  newIssueExamples: `
示例：
  bulletin new issue                        接着最近一期
  bulletin new issue -n 5 -d 2026-04-01     指定期号和日期
  bulletin new issue --series 增刊          增刊，在增刊内编号`,
  newItemExamples: `
示例：
  bulletin new item "示例区科协举办科普展"
  bulletin new item "示例区科协举办科普展" -s 基层动态 --source 示例区科协 -i issues/2026-03
  bulletin new item --from 来稿/报送.docx -s 基层动态 -i issues/2026-03`,
  rulesExamples: `
示例：
  bulletin rules                            列出全部规则
  bulletin rules --json > rules.json        供程序读取`,
};

const EN: typeof ZH = {
  verbose: "list every finding (by default, only 3 of each rule)",
  buildQuiet: "report only errors and the files written",
  statistics: "print only how many findings each rule has and how many of them can be fixed",
  series: "a series such as 增刊 or 专刊, counted by itself",
  newIssueExamples: `
Examples:
  bulletin new issue                        the one after the latest
  bulletin new issue -n 5 -d 2026-04-01     with a number and a date
  bulletin new issue --series 增刊          a supplement, counted among the supplements`,
  newItemExamples: `
Examples:
  bulletin new item "示例区科协举办科普展"
  bulletin new item "示例区科协举办科普展" -s 基层动态 --source 示例区科协 -i issues/2026-03
  bulletin new item --from 来稿/报送.docx -s 基层动态 -i issues/2026-03`,
  rulesExamples: `
Examples:
  bulletin rules                            list all rules
  bulletin rules --json > rules.json        for programs`,
};

export const OUTPUT_WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };
