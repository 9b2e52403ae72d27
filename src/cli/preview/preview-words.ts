/** What `bulletin preview` says of itself, in both languages. */
import type { Language } from "../../diagnostics/language.js";

const ZH = {
  summary: "在浏览器里预览一期，保存后自动更新",
  description:
    "在浏览器里打开一期：左边是稿件，中间是排好的版面，右边是检查出的问题，改动稿件保存后自动更新。可以在页面上改正问题、撤销、调整稿件顺序、修改期号日期，也可以把来稿拖进去导入。只在本机打开，别的电脑和网页都看不到。按 Ctrl+C 结束；页面关闭十分钟后自动结束。",
  path: "issue.yaml 或其文件夹；里面有几期时取最近的一期（默认当前文件夹）",
  port: "端口（默认由程序找一个空着的）",
  noOpen: "不打开浏览器，只打印地址",
  openWith: "用哪个编辑器打开稿件；其中的 {file}、{line} 换成文件和行号",
  draft: "按文稿预览，如送审稿、征求意见稿",
  examples: `
示例：
  bulletin preview                               预览当前文件夹里的一期
  bulletin preview issues/2026-03                预览指定的一期
  bulletin preview --no-open --port 8300         不打开浏览器，用固定的端口
  bulletin preview --open-with "code -g {file}:{line}"`,
};

const EN: typeof ZH = {
  summary: "preview an issue in the browser",
  description:
    "Opens an issue in the browser: its pages as they will be printed, what lint says beside them, and both again after every save. Findings can be fixed and undone there, items reordered, number and dates changed, and submissions dropped in to import them. It is open to this machine alone, and to no other page. Stop it with Ctrl+C; it ends by itself ten minutes after its page was closed.",
  path: "an issue.yaml or its folder; of several issues the newest (default: the current folder)",
  port: "port (default: a free one)",
  noOpen: "print the address and open no browser",
  openWith: "editor that opens files; {file} and {line} in it stand for file and line",
  draft: "preview it as a draft, under this name",
  examples: `
Examples:
  bulletin preview                               the issue in the current folder
  bulletin preview issues/2026-03                a certain issue
  bulletin preview --no-open --port 8300         open no browser, use a port of your choice
  bulletin preview --open-with "code -g {file}:{line}"`,
};

export const PREVIEW_WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };
