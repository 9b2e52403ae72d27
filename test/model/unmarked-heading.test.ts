/** Which paragraphs are headings that were typed as paragraphs: by themselves, and in a row. */
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/model/text.js";
import { isUnmarkedHeading } from "../../src/model/unmarked-heading.js";

const span = { path: "items/01.md", start: 0, end: 0 };
const paragraph = (value: string): Block => ({
  kind: "paragraph",
  span,
  children: [{ kind: "text", value, span }],
});
const TEXT = "会议传达了文件精神，部署了重点任务。";

const isHeading = (...values: readonly string[]): boolean => isUnmarkedHeading(values.map(paragraph), 0);

describe("a short paragraph with a number and no final mark", () => {
  it.each([
    "一、基本情况",
    "十二、保障措施",
    "（一）加强组织领导",
    "(二)完善机制",
    "1．突出重点",
    "2.突出重点",
    "3、突出重点",
    "（4）突出重点",
    "第一部分　总体要求",
    "第3章 附则",
    "①启动阶段",
    "一、参加人员：",
    "二、“十五五”规划编制",
  ])("%s stays with the text behind it", (heading) => {
    expect(isHeading(heading, TEXT)).toBe(true);
  });

  it.each([
    ["a sentence", "一、会议传达了文件精神。"],
    ["a quoted sentence", "（一）他说：“要抓好落实！”"],
    ["an item of a list", "1．组织动员；"],
    ["no number", "基本情况"],
    ["a decimal", "1.5万人次参加"],
    ["a year", "2026.3月活动安排"],
    ["a number with its unit", "12场活动"],
    ["a day", "一日之计"],
    ["a long paragraph", `一、${"全市各级科协组织开展科学普及活动".repeat(4)}`],
  ])("but not %s", (_, words) => {
    expect(isHeading(words, TEXT)).toBe(false);
  });

  it("is none in a row of its kind, which is a list", () => {
    expect(isHeading("1．甲单位", "2．乙单位", "3．丙单位")).toBe(false);
    expect(isHeading("一、基本情况", "（一）参加人员", TEXT)).toBe(true);
    expect(isHeading("一、基本情况", "二、会议认为，要抓好落实。")).toBe(true);
  });

  it("is none at the end of the text", () => {
    expect(isHeading("一、基本情况")).toBe(false);
  });

  it("is read through its markup", () => {
    const strong: Block = {
      kind: "paragraph",
      span,
      children: [{ kind: "strong", span, children: [{ kind: "text", value: "一、基本情况", span }] }],
    };
    expect(isUnmarkedHeading([strong, paragraph(TEXT)], 0)).toBe(true);
    expect(isUnmarkedHeading([{ kind: "thematic-break", span }, paragraph(TEXT)], 0)).toBe(false);
  });
});
