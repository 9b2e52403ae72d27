/**
 * What commander says of wrong usage, in the user's language. It speaks English alone; its few
 * messages are known by their shape, and one that is not known stays as it is. It repeats the words
 * of the command line, which may be names of files that somebody else has chosen.
 */
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";

/** @param text a message of commander, `error: unknown option '--foo'` */
export function translateUsageFault(text: string, language: Language): string {
  const [, problem = text, own = ""] = PARTS.exec(text) ?? [];
  const meant = meantCommand(problem);
  const remark = meant === undefined ? own : `(Did you mean ${meant}?)`;
  const said = `${printable(problem)}\n${printable(remark)}${remark === "" ? "" : "\n"}`;
  if (language === "en") return said;
  return SHAPES.reduce((told, [shape, words]) => told.replace(shape, words), said);
}

/** A message, and on a line of its own what may have been meant; all other line ends are somebody else's. */
const PARTS = /^(.*?)(?:\n(\(Did you mean .*\)))?\n?$/s;

/** What people call the commands who do not know their names; told as what was meant, never run. */
const COMMANDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["lint", ["检查", "校对", "审校", "check", "validate", "proofread"]],
  ["lint --fix", ["改正", "修正", "修复", "fix", "format"]],
  ["build", ["编译", "生成", "排版", "导出", "输出", "compile", "make", "render", "export", "generate"]],
  ["build --watch", ["监视", "watch"]],
  ["preview", ["预览", "serve", "start", "view"]],
  ["pages", ["页面", "版样", "分页", "图片", "svg", "page", "images"]],
  ["import", ["导入", "收稿", "来稿", "add", "convert"]],
  ["init", ["初始化", "新建", "create", "setup"]],
  ["new issue", ["新一期", "新建一期", "issue"]],
  ["new item", ["新稿", "新建稿件", "item"]],
  ["stats", ["统计", "通报", "计分", "statistics", "count", "report"]],
  ["site", ["网站", "建站", "website", "publish", "发布"]],
  ["undo", ["撤销", "改回", "还原", "恢复", "revert", "restore"]],
  ["rules", ["规则", "规则表"]],
  ["explain", ["说明", "解释", "why"]],
  ["fonts", ["字体", "font"]],
  ["schema", ["格式", "键"]],
  ["--help", ["帮助"]],
  ["--version", ["版本", "version"]],
]);

function meantCommand(problem: string): string | undefined {
  const [, name = ""] = /^error: unknown command '(.*)'/s.exec(problem) ?? [];
  return [...COMMANDS].find(([, others]) => others.includes(name.toLowerCase()))?.[0];
}

/** In order: what stands inside a message comes behind it. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/, "没有“$1”这个命令"],
  [/^error: unknown option '(.*)'/, "没有“$1”这个选项"],
  [/^error: missing required argument '(.*)'/, "缺少参数“$1”"],
  [/^error: required option '(.*)' not specified/, "还要写上选项“$1”"],
  [/^error: option '(.*)' argument missing/, "选项“$1”后面缺少内容"],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. ?/, "选项“$1”不能写“$2”。"],
  [/^error: option '(.*)' cannot be used with option '(.*)'/, "选项“$1”不能与“$2”同用"],
  [/^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\. ?/, "参数“$2”不能写“$1”。"],
  [
    /^error: too many arguments(?: for '(.*?)')?\. Expected (\d+) arguments? but got (\d+)/,
    "参数太多：最多 $2 个，给了 $3 个",
  ],
  [/Allowed choices are (.*)\./, "可用的有：$1。"],
  [/\(Did you mean one of (.*)\?\)/, "（是否想写其中之一：$1？）"],
  [/\(Did you mean (.*)\?\)/, "（是否想写“$1”？）"],
];
