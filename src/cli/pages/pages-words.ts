/** What `bulletin pages` says of itself and of what it wrote, in both languages. */
import type { Language } from "../../diagnostics/language.js";

const ZH = {
  summary: "把每一页写成一个 SVG 图形文件",
  description:
    "排好版面，每页写成一个 SVG 文件，和 PDF 的版面一样：可以放大，文字可以查找和复制，不用装字体。文件名是“这一期的名字-页码”，如 example-2026-03-001.svg。检查方法和退出码与 bulletin build 相同。",
  out: "写到这个文件夹（默认：输出文件夹里的 pages）",
  pages: "只写这些页，如 1,3-5；8- 是从第 8 页到最后",
  badPages: "请写页码，用逗号隔开，如 1,3-5；8- 是从第 8 页到最后。",
  lineNumbers: "在页边印行号，只用于送审、征求意见的稿子",
  stale: (path: string, pages: number) => `${path} 是以前写的：这一期现在只有 ${pages} 页，不用的话请删去。`,
  examples: `
示例：
  bulletin pages                          当前文件夹里的这一期，每页一个文件
  bulletin pages --pages 1,3-5 -o 版样    只要第 1 页和第 3 至 5 页，写到“版样”
  bulletin pages --draft 征求意见稿       编成征求意见稿`,
};

const EN: typeof ZH = {
  summary: "write each page as an SVG image",
  description:
    "Lays the pages out and writes each as an SVG file that looks like the page of the PDF: it can be enlarged, its text can be searched and copied, and it needs no fonts installed. A file is called by the issue and the number of the page, such as example-2026-03-001.svg. Checks and exit codes are those of bulletin build.",
  out: "write to this folder (default: pages in the output folder)",
  pages: "write these pages alone, such as 1,3-5; 8- is from page 8 to the last",
  badPages: "Give page numbers with commas between, such as 1,3-5; 8- is from page 8 to the last.",
  lineNumbers: "number the lines in the margin; for drafts alone",
  stale: (path: string, pages: number) =>
    `${path} was written earlier: the issue now has ${pages === 1 ? "1 page" : `${pages} pages`}. Delete it if it is not needed.`,
  examples: `
Examples:
  bulletin pages                           the issue in this folder, a file for each page
  bulletin pages --pages 1,3-5 -o proofs   page 1 and pages 3 to 5 alone, to the folder proofs
  bulletin pages --draft 征求意见稿        as a draft for comments`,
};

export const PAGES_WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };
