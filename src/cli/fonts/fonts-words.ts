/** What `bulletin fonts` says, in both languages. */
import type { Language } from "../../diagnostics/language.js";
import type { EmbeddingRight } from "../../fonts/face.js";

const ZH = {
  summary: "列出各处用的是哪一种字体、哪个文件",
  description:
    "列出一期 PDF 各处实际用的字体：文件、版本、能否嵌入，以及本期有哪些汉字它没有。--lock 把这些文件记在 bulletin.yaml 旁边的 fonts.lock 里，以后用了别的文件，编译时会提醒。",
  paths: "issue.yaml，或它所在的文件夹（默认当前文件夹）",
  json: "在标准输出打印一份 JSON 结果",
  lock: "把字体文件的版本和摘要记到 fonts.lock",
  system: "也用本机已装的字体",
  noSystem: "不用本机已装的字体",
  examples: `
示例：
  bulletin fonts                        看当前文件夹里的一期用了什么字体
  bulletin fonts --system-fonts         也在本机已装的字体里找
  bulletin fonts --lock                 记下这些字体文件
  bulletin fonts --json                 供程序读取`,
  shipped: "程序自带",
  latin: "西文和数字",
  weight: (weight: number) => `字重 ${weight}`,
  asked: (families: readonly string[]) => `要的是 ${families.join("、")}`,
  lacks: (count: number, characters: string) => `本期用到而它没有的汉字 ${count} 个：${characters}`,
  locked: (path: string) => `字体已记在 ${path}`,
  and: "、",
  embedding: {
    installable: "可以嵌入",
    editable: "可以嵌入（可编辑）",
    preview: "可以嵌入（供预览和打印）",
    whole: "只许整个嵌入",
    restricted: "不许嵌入",
    bitmaps: "只许嵌入点阵",
  } satisfies Record<EmbeddingRight, string>,
};

const EN: typeof ZH = {
  summary: "list which font and which file each part is set in",
  description:
    "Lists the fonts that the PDF of an issue is set in: file, version, whether it may be embedded, and which Han characters of the issue it lacks. --lock keeps these files in fonts.lock beside bulletin.yaml; a build with other files says so.",
  paths: "issue.yaml, or the folder that holds it (default: this one)",
  json: "print one JSON document on standard output",
  lock: "keep version and digest of the font files in fonts.lock",
  system: "use the fonts installed on this computer, too",
  noSystem: "do not use the fonts installed on this computer",
  examples: `
Examples:
  bulletin fonts                        the fonts of the issue in this folder
  bulletin fonts --system-fonts         look among the fonts installed here, too
  bulletin fonts --lock                 keep these font files
  bulletin fonts --json                 for programs to read`,
  shipped: "comes with the program",
  latin: "Latin letters and digits",
  weight: (weight) => `weight ${weight}`,
  asked: (families) => `asked for: ${families.join(", ")}`,
  lacks: (count, characters) =>
    `lacks ${count} Han ${count === 1 ? "character" : "characters"} of this issue: ${characters}`,
  locked: (path) => `The fonts are kept in ${path}`,
  and: ", ",
  embedding: {
    installable: "may be embedded",
    editable: "may be embedded (editable)",
    preview: "may be embedded (for preview and print)",
    whole: "may be embedded as a whole only",
    restricted: "may not be embedded",
    bitmaps: "bitmaps alone may be embedded",
  },
};

export const FONTS_WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };
