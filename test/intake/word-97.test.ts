/**
 * Word 97–2003 documents and .wps: one that LibreOffice wrote (data/lecture.doc, of lecture.fodt) and ones made by
 * hand. word-extractor, which knows nothing of ours, reads the same characters.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import WordExtractor from "word-extractor";
import { manuscriptText } from "../../src/intake/manuscript-text.js";
import { readSubmissionFile } from "../../src/intake/read-submission-file.js";
import { word97 } from "./ole-made.js";
import { printSubmission } from "./print-submission.js";

const source = { path: "来稿/旧.doc", name: "旧.doc" };
const LECTURE = new Uint8Array(readFileSync("test/intake/data/lecture.doc"));
const textOnly = (more = "") =>
  `! import/text-only warning: “旧.doc”是旧格式（.doc、.wps），只取了文字${more}。`;

describe("a document of LibreOffice", () => {
  it("keeps its paragraphs, cells, notes and boxes, and tells what is lost", async () => {
    expect(printSubmission(await readSubmissionFile(LECTURE, source))).toEqual([
      "word-97 来稿/旧.doc",
      "1 <center, 22pt, bold> {b 科普讲座进社区}",
      "2 <indent 32> 3月5日，云岭区科协举办讲座{footnotes1}，八十人参加，{i 反响}热烈，面积20m{^ 2}。⏎换行之后→制表。",
      "3 <h2> 一、情况",
      "table",
      "| 4 单位 | 5 人数 | 6 备注 |",
      "| 7 甲镇 | 8 | 9 一行 / 10 两段 |",
      "11 见网址。",
      "12 <indent 0> 打扫",
      "13 <indent 0> 慰问",
      "14 框外的话",
      "15 <end> （云岭区科协）",
      "16 <text-box> 框里的话",
      "note footnotes1",
      "1 <indent -17> 由镇科协协办。",
      textOnly("，2 段的自动编号没有导入"),
      "! import/revision warning: 此稿有未处理的修订：1处插入、1处删除。这里按“全部接受”读取。",
      "! import/comment warning: 此稿有 1 条批注，没有导入。",
      "! import/hidden-text warning 2: 第2段有设为“隐藏”的文字共4个字，没有读入：“内部备注”。",
    ]);
  });

  it("has the words that a second reader finds", async () => {
    const { manuscripts } = await readSubmissionFile(LECTURE, source);
    const [manuscript] = manuscripts;
    const other = await new WordExtractor().extract(Buffer.from(LECTURE));
    const body =
      manuscript?.blocks.filter((block) => block.kind === "table" || block.region === "body") ?? [];
    const words = (text: string) => text.replace(/[\s\u2028]/g, "");
    // The second reader prints what is hidden.
    expect(words(manuscriptText({ blocks: body }).text)).toBe(
      words(other.getBody({ filterUnicode: false })).replace("内部备注", ""),
    );
  });
});

describe("a document made by hand", () => {
  it.each([
    ["paragraphs", word97("甲\r乙\r"), ["word-97 来稿/旧.doc", "1 甲", "2 乙", textOnly()]],
    [
      "cells and rows without formats",
      word97("甲\u0007乙\u0007文\r"),
      ["word-97 来稿/旧.doc", "table", "| 1 甲 | 2 乙 |", "3 文", textOnly()],
    ],
    [
      "fields in fields",
      word97("前\u0013HYPERLINK \u0013A\u0014b\u0015\u0014网址\u0015后\r"),
      ["word-97 来稿/旧.doc", "1 前网址后", textOnly()],
    ],
    [
      "a field without an end",
      word97("前\u0013PAGE后\r尾\r"),
      ["word-97 来稿/旧.doc", "1 前", "2", textOnly()],
    ],
    [
      "a piece of one byte each, with the marks of Windows-1252",
      word97("\u9241\u0d73", { claimed: 4, pieces: [[0x40000800, 4]] }),
      ["word-97 来稿/旧.doc", "1 A’s", textOnly()],
    ],
    [
      "pieces of the text",
      word97("甲乙丙\r", {
        pieces: [
          [0x402, 2],
          [0x400, 1],
          [0x406, 1],
        ],
      }),
      ["word-97 来稿/旧.doc", "1 乙丙甲", textOnly()],
    ],
    [
      "special marks",
      word97("a\u001eb\u001fc\u000bd\u0001e\r"),
      ["word-97 来稿/旧.doc", "1 a\u2011bc⏎de", textOnly("，1 个图片或图形没有导入")],
    ],
    [
      "a text that is cut",
      word97("甲\r乙", { claimed: 1_000_000 }),
      ["word-97 来稿/旧.doc", "1 甲", "2 乙", textOnly()],
    ],
    ["a password", word97("甲\r", { flags: 0x100 }), ["! import/unreadable error: “旧.doc”有密码，打不开。"]],
    [
      "Word 95",
      word97("甲\r", { magic: 0xa5dc }),
      ["! import/unreadable error: “旧.doc”是 Word 95 或更早版本的文档，读不了。"],
    ],
    [
      "no text in it",
      word97("\r"),
      ["word-97 来稿/旧.doc", "1", textOnly(), "! import/empty error: “旧.doc”里没有能读到的文字和图片。"],
    ],
  ])("%s", async (_, bytes, expected) => {
    expect(printSubmission(await readSubmissionFile(bytes, source))).toEqual(expected);
  });
});
