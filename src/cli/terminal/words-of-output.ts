/** What the command line says of how much it prints, and examples of the commands that stand in no other list. */
import type { Language } from "../../diagnostics/language.js";

const ZH = {
  verbose: "列出每一处问题（平时同一规则只列前 3 处）",
  buildQuiet: "只报告错误和写出的文件",
  statistics: "只统计各规则报了多少处、能自动改正多少处",
  newIssueExamples: `
示例：
  bulletin new issue                        接着最近一期
  bulletin new issue -n 5 -d 2026-04-01     指定期号和日期`,
  newItemExamples: `
示例：
  bulletin new item "示例区科协举办科普展"
  bulletin new item "示例区科协举办科普展" -s 基层动态 --source 示例区科协 -i issues/2026-03`,
  rulesExamples: `
示例：
  bulletin rules                            列出全部规则
  bulletin rules --json > rules.json        供程序读取`,
};

const EN: typeof ZH = {
  verbose: "list every finding (otherwise three of a rule)",
  buildQuiet: "report errors alone, and the files written",
  statistics: "print how often each rule spoke and how much can be mended, nothing else",
  newIssueExamples: `
Examples:
  bulletin new issue                        the one behind the latest
  bulletin new issue -n 5 -d 2026-04-01     with a number and a date`,
  newItemExamples: `
Examples:
  bulletin new item "示例区科协举办科普展"
  bulletin new item "示例区科协举办科普展" -s 基层动态 --source 示例区科协 -i issues/2026-03`,
  rulesExamples: `
Examples:
  bulletin rules                            list all rules
  bulletin rules --json > rules.json        for programs`,
};

export const OUTPUT_WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };
