/**
 * A picture that is mistyped is no picture to Markdown: its source would be printed among the words. Spaces and
 * brackets in a file's name are none such (read/markdown/loose-picture.ts).
 * Source: CommonMark 0.31, 6.4.
 */
import { OBJECT_MARK, setOfClasses } from "../../han/copy-class.js";
import { mistypedFinding } from "../mistyped-finding.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const imageMistyped: TextRule = {
  id: "image/mistyped",
  scope: "text",
  looksFor: setOfClasses(OBJECT_MARK),
  severity: "error",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "图片写成 ![说明](路径)，符号用半角。",
    en: "Pictures are written ![description](path), with half-width marks.",
  },
  why: {
    zh: "用了全角括号或少一个括号，图片就不会出现，印出来的是这行代码。",
    en: "With a full-width bracket, or one left out, the code is printed instead of the picture.",
  },
  source: "CommonMark 0.31, 6.4",
  examples: [
    textExample({
      name: { zh: "全角括号、反斜杠", en: "Full-width brackets, backslashes" },
      text: "！[会场全景]（..\\images\\会场.png）",
      at: [1],
      fixed: "![会场全景](../images/会场.png)",
    }),
    textExample({
      name: {
        zh: "题注用了弯引号，题注里有直引号",
        en: "A caption in curly quotes, straight quotes in a caption",
      },
      text: '![会场](../images/wide.png “会场全景”)\n\n![展厅](../images/wide.png "孩子们在"科学之夜"现场")',
      at: [1, "7:1"],
      fixed: '![会场](../images/wide.png "会场全景")\n\n![展厅](../images/wide.png "孩子们在“科学之夜”现场")',
    }),
    textExample({
      name: { zh: "少了右括号，供选择", en: "No closing bracket: suggested" },
      text: "![会场全景](../images/wide.png",
      at: [1],
      suggested: "![会场全景](../images/wide.png)",
    }),
    textExample({
      name: { zh: "笔记软件的写法，供选择", en: "As programs for notes write it: suggested" },
      text: "![[../images/会场 全景.png|会场全景]]",
      at: [1],
      suggested: "![会场全景](<../images/会场 全景.png>)",
    }),
    textExample({
      name: { zh: "看不出是哪个文件，只指出", en: "No such file: reported, not fixed" },
      text: "![会场全景](会场 全景)",
      at: [1],
      fixed: "![会场全景](会场 全景)",
    }),
    textExample({
      name: {
        zh: "写对的图片、感叹号后面的括号",
        en: "A picture written correctly, brackets after an exclamation mark",
      },
      text: "3月10日，示例市科协举办活动。\n\n![会场全景](<../images/wide.png>)\n\n太好了！【通知】（见附件）",
    }),
    textExample({
      name: { zh: "文件名里有空格、括号和反斜杠", en: "Spaces, brackets and backslashes in the file's name" },
      text: "![会场全景](../images/会场 全景 (1).png)\n\n![会场一角](..\\images\\会场（二）.png)",
    }),
    textExample({
      name: { zh: "要印出来的代码", en: "Source that shall be printed" },
      text: "图片写成`![说明](路径 名)`，也可以写\\![说明](路径 名)。",
    }),
  ],
  *check(line) {
    for (const picture of line.mistyped) {
      if (picture.kind !== "picture") continue;
      // There no picture may stand.
      const isRefused = line.kind === "cell" || line.kind === "heading";
      yield mistypedFinding(isRefused ? { ...picture, right: undefined } : picture, {
        message: {
          zh: `“${picture.written}”没有识别为图片，会原样印出来。`,
          en: `“${picture.written}” is not recognised as a picture and would be printed as it stands.`,
        },
        otherwise: {
          zh: "图片请写作 ![说明](路径)，符号用半角，路径写到“.jpg”或“.png”为止。",
          en: "Write ![description](path) with half-width marks; the path ends in .jpg or .png.",
        },
      });
    }
  },
};
