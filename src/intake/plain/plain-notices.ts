/** What is said of texts and pages: the encoding they were read by, and what of a page is not taken. */

import type { ManuscriptBlock, Notice } from "../manuscript.js";
import { paragraphsOf } from "../manuscript-text.js";
import { tableOfTabs } from "../no-story-notices.js";
import type { DecodedText } from "./decode-text.js";

const NAMES: Readonly<Record<DecodedText["encoding"], string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  gb18030: "GB18030",
  big5: "Big5",
  hz: "HZ",
  "utf-7": "UTF-7",
  "iso-2022-jp": "ISO-2022-JP",
  "iso-2022-cn": "ISO-2022-CN",
};

/** @returns nothing for sound UTF-8 */
export function encodingNotices({
  encoding,
  unreadable,
  mayBeBig5,
}: Omit<DecodedText, "text">): readonly Notice[] {
  const name = NAMES[encoding];
  if (mayBeBig5) {
    return [
      {
        rule: "import/encoding",
        severity: "warning",
        message: {
          zh: `文字按 ${name} 编码读取，但也可能是港台常用的 Big5 编码。`,
          en: `The text was read as ${name}; it may be Big5, which is used in Taiwan and Hong Kong.`,
        },
        help: {
          zh: "如果看到乱码，请对方用记事本另存一份，编码选 UTF-8，或改发 Word 文档。",
          en: "If it looks garbled, ask for it in UTF-8 or for a Word document.",
        },
        place: undefined,
      },
    ];
  }
  if (unreadable > 0) {
    return [
      {
        rule: "import/encoding",
        severity: "warning",
        message: {
          zh: `文字按 ${name} 读取，有 ${unreadable} 处字节读不出来，显示为“\ufffd”。`,
          en: `The text was read as ${name}; ${unreadable} places cannot be read and show as “\ufffd”.`,
        },
        help: {
          zh: "请对照原文改正这些字，或请对方改发 Word 文档。",
          en: "Mend them by the original, or ask for a Word document.",
        },
        place: undefined,
      },
    ];
  }
  if (encoding === "utf-8") return [];
  return [
    {
      rule: "import/encoding",
      severity: "info",
      message: { zh: `文字按 ${name} 编码读取。`, en: `The text was read as ${name}.` },
      help: {
        zh: "如果看到乱码，请用记事本另存一份，编码选 UTF-8。",
        en: "If it looks garbled, save it again from the editor with the encoding UTF-8.",
      },
      place: undefined,
    },
  ];
}

export const pictureElsewhere = (address: string, place: number): Notice => ({
  rule: "import/picture-refused",
  severity: "warning",
  message: {
    zh: `图片“${address}”不在稿件里，没有下载。`,
    en: `The picture “${address}” is not in the submission and was not fetched.`,
  },
  help: {
    zh: "请对方把图片作为附件发来。",
    en: "Ask for the picture as an attachment.",
  },
  place,
});

/** Marks of the site and the like */
export const picturesOfFrame = (count: number): Notice => ({
  rule: "import/left-out",
  severity: "info",
  message: {
    zh: `网页的页眉、导航等处有${count}张图片，不是文章的，没有导入。`,
    en: `The page has ${count} picture(s) in its header, menus and the like, which are not the article's and were left out.`,
  },
  place: undefined,
});

export const hiddenText = (words: string, place: number): Notice => ({
  rule: "import/hidden-text",
  severity: "warning",
  message: {
    zh: `隐藏的文字没有导入：“${words}”。`,
    en: `Hidden text was left out: “${words}”.`,
  },
  help: {
    zh: "如果这些字要用，请在原文里取消隐藏。",
    en: "If it is wanted, make it visible in the original.",
  },
  place,
});

const LOST: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  svg: { zh: "图形", en: "A drawing" },
  canvas: { zh: "图形", en: "A drawing" },
  math: { zh: "公式", en: "A formula" },
  video: { zh: "视频", en: "A film" },
  audio: { zh: "录音", en: "A recording" },
  iframe: { zh: "嵌入的网页", en: "An embedded page" },
  object: { zh: "嵌入的对象", en: "An embedded object" },
  embed: { zh: "嵌入的对象", en: "An embedded object" },
};

/** @returns undefined for elements without which nothing is lost to the reader */
export function lostElement(tag: string, place: number): Notice | undefined {
  const words = LOST[tag];
  if (words === undefined) return undefined;
  return {
    rule: "import/lost-object",
    severity: "warning",
    message: { zh: `${words.zh}没有导入。`, en: `${words.en} was not taken in.` },
    help: {
      zh: "如果要用，请截图后作为图片插入。",
      en: "If it is wanted, put it in as a picture.",
    },
    place,
  };
}

/** @param blocks those of a typed text: each of its tables was made of lines divided by tabs */
export const typedTables = (blocks: readonly ManuscriptBlock[]): readonly Notice[] =>
  blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const [first] = paragraphsOf([block]);
    return [tableOfTabs(block.rows.length, first?.place)];
  });
