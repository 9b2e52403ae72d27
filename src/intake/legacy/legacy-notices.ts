/** What is said of Word 97–2003 documents, of which the text alone is taken. */
import type { Notice } from "../manuscript.js";

const AS_DOCX = {
  zh: "用 Word 或 WPS 打开它，另存为 .docx 再导入，可以保留表格和图片。",
  en: "Open it in Word or WPS, save it as .docx and bring that in: tables and pictures are kept then.",
};

export function textOnly(
  name: string,
  { pictures, numbered }: { readonly pictures: number; readonly numbered: number },
): Notice {
  const lost = [
    ...(numbered > 0
      ? [
          {
            zh: `${numbered} 段的自动编号没有导入`,
            en: `the automatic numbers of ${numbered} paragraphs were not`,
          },
        ]
      : []),
    ...(pictures > 0
      ? [{ zh: `${pictures} 个图片或图形没有导入`, en: `${pictures} pictures or drawings were not` }]
      : []),
  ];
  return {
    rule: "import/text-only",
    severity: "warning",
    message: {
      zh: `“${name}”是旧格式（.doc、.wps），只取了文字${lost.map(({ zh }) => `，${zh}`).join("")}。`,
      en: `“${name}” is of the old format (.doc, .wps); its text alone was taken${lost.map(({ en }) => `, ${en}`).join("")}.`,
    },
    help: AS_DOCX,
    place: undefined,
  };
}

export const comments = (count: number): Notice => ({
  rule: "import/comment",
  severity: "warning",
  message: {
    zh: `此稿有 ${count} 条批注，没有导入。`,
    en: `This manuscript has ${count} comments, which were left out.`,
  },
  help: { zh: "请打开原文查看批注。", en: "Read them in the original." },
  place: undefined,
});
