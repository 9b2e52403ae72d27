/** What `bulletin undo` says of itself, in both languages. */
import type { Language } from "../../diagnostics/language.js";

const ZH = {
  summary: "改回 lint --fix 和预览改过的文件",
  description:
    "把上一次 lint --fix 或在预览页面上改过的文件恢复原样；再运行一次，就再往前恢复一次。之后又改动过的文件不会被覆盖。",
  folder: "简报的文件夹（默认当前文件夹）",
  list: "列出可以改回的各次改正",
  dryRun: "只显示会改回什么，不改文件",
  force: "文件之后有改动也改回，现有的内容另留一份",
  examples: `
示例：
  bulletin undo                         改回上一次
  bulletin undo --list                  查看能改回哪几次
  bulletin undo --dry-run 我的简报      只看会改回什么`,
};

const EN: typeof ZH = {
  summary: "undo what lint --fix or the preview changed",
  description:
    "Restores the files that the last lint --fix, or the last change in the preview, changed; run again, it restores those of the run before. Files that have changed since are not overwritten.",
  folder: "folder of the bulletin (default: this one)",
  list: "list the runs that can be undone",
  dryRun: "print what would be done, change nothing",
  force: "also restore files that have changed since; their present contents are kept",
  examples: `
Examples:
  bulletin undo                         undo the last run
  bulletin undo --list                  see which runs can be undone
  bulletin undo --dry-run my-bulletin   only see what it would do`,
};

export const UNDO_WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };
