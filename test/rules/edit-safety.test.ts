/**
 * Edits beside markup, through a text rule as it is: what may go without loosening bold, making a list or a
 * link of text, and what stays although it is told. Each line is a body and what --fix leaves.
 */
import "../with-parser.js";
import { describe, expect, it } from "vitest";
import { fix } from "../../src/fix.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const PATH = "items/01.md";
const HEAD = "---\ntitle: 示例市科协举办学术交流会\n---\n\n";

async function mended(body: string): Promise<string> {
  const workspace = memoryWorkspace({ [PATH]: HEAD + body });
  const { changes, refused } = await fix({ kind: "submission", path: PATH }, workspace);
  expect(refused).toEqual([]);
  return (changes.get(PATH)?.after ?? HEAD + body).slice(HEAD.length);
}

describe("beside emphasis", () => {
  it.each([
    ["a blank behind bold", "**抓落实** ，会议要求。", "**抓落实**，会议要求。"],
    ["a blank before bold", "会议要求， **抓落实**。", "会议要求，**抓落实**。"],
    ["two stretches of bold", "**一是强。** **二是抓。**", "**一是强。二是抓。**"],
    ["three stretches, one after another", "**一。** **二。** **三。**", "**一。二。三。**"],
    ["strokes and italics likewise", "~~一。~~ ~~二。~~和*三。* *四。*", "~~一。二。~~和*三。四。*"],
    ["bold beside italics: the blank stays", "**一。** *二。*会议。", "**一。** *二。*会议。"],
    ["bold inside a quotation", "会议“ **抓落实** ”要求。", "会议“**抓落实**”要求。"],
  ])("%s", async (_, body, expected) => {
    expect(await mended(body)).toBe(expected);
  });

  it.each([
    ["a mark that was left over, and would be closed", "*三。 *。会议强调*三月。"],
    ["a mark inside bold that is still open", "~~会议 ~~、 ~~三~~，~~会议~~。"],
    ["marks of several lengths", "**一、*\t“会议”*"],
  ])("%s stays as it is", async (_, body) => {
    expect(await mended(body)).toBe(body);
  });
});

describe("what would be read as something else", () => {
  it.each([
    ["the mark of a note at a line's start", "甲乙。\n\n　[^2]: 丙丁。", "甲乙。\n\n　[^2]: 丙丁。"],
    ["a break at a line's end", "`代码`  &nbsp;\n（会议）。", "`代码`  &nbsp;\n（会议）。"],
    ["digits that would count a list", "　２０２６.", "２０２６."],
  ])("%s stays", async (_, body, expected) => {
    expect(await mended(body)).toBe(expected);
  });
});
