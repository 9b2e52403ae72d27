/**
 * Traces of text read in the wrong encoding: the replacement character, 锟斤拷 and 烫烫烫, UTF-8 read as
 * Latin-1 (ä¸­æ–‡). What stood there is lost and has to be looked up.
 */
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** The lead byte of an ideograph in UTF-8, then two more bytes, as Latin-1 or Windows-1252 show them. */
const DAMAGED =
  /\ufffd+|(?:锟斤拷?)+|烫烫烫+|屯屯屯+|(?:[\u00e3-\u00e9\u00ef][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2})+/g;

export const textReplacementCharacter: TextRule = {
  id: "text/replacement-character",
  scope: "text",
  signs: "\ufffd锟烫屯\u00e3-\u00e9\u00ef",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "没有乱码：“�”“锟斤拷”“ç®€æŠ¥”之类。",
    en: "No garbled text: �, 锟斤拷, ç®€æŠ¥ and the like.",
  },
  why: {
    zh: "文件曾按错误的编码打开再保存，原来的字已经丢失，只能对照原稿补上。",
    en: "The file was once opened in the wrong encoding and saved: the characters are lost and have to be restored from the original.",
  },
  forUnit: {
    what: {
      zh: "这里是乱码，原来的字已经丢失。",
      en: "The text here is garbled and the original characters are lost.",
    },
    ask: { zh: "请补上原文。", en: "Please send the original text." },
  },
  examples: [
    textExample({
      name: { zh: "替换字符", en: "The replacement character" },
      text: "示例市科\ufffd举办活动。",
      at: [5],
    }),
    textExample({
      name: { zh: "锟斤拷", en: "What the replacement character itself becomes when read as GBK" },
      text: "参会人员有锟斤拷锟斤拷等。",
      at: [6],
    }),
    textExample({
      name: { zh: "按西文编码读出的汉字", en: "Ideographs read as Latin" },
      text: "标题为ä¸­æ–‡的文件。",
      at: [4],
    }),
    textExample({
      name: { zh: "外文人名和词语", en: "Foreign names and words" },
      text: "与会者有José、François和Ångström研究所的代表，在Café«Été»交流。",
    }),
    textExample({
      name: { zh: "含这些字的普通词语", en: "Ordinary words with these characters" },
      text: "小心烫手，三斤拷贝纸，屯屯相连。",
    }),
  ],
  *check(line) {
    for (const { 0: found, index: start } of line.text.matchAll(DAMAGED)) {
      yield copyFinding(line, {
        start,
        end: start + found.length,
        message: {
          zh: `“${found}”是乱码，原来的字已经丢失。`,
          en: `“${found}” is garbled; the original characters are lost.`,
        },
        help: {
          zh: "请对照原稿补上；文件请用 UTF-8 编码保存。",
          en: "Restore the text from the original, and save the file as UTF-8.",
        },
      });
    }
  },
};
