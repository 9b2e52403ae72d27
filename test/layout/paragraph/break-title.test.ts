/** Titles of more than one line. `|` shows where they are broken; one em is ten points. */
import { describe, expect, it } from "vitest";
import { elementNode } from "../../../src/layout/element-node.js";
import { breakEntry, breakTitle, type TitleMeasure } from "../../../src/layout/paragraph/break-title.js";
import { plainSpan } from "../../../src/layout/paragraph/cell.js";
import { collectText } from "../../../src/layout/paragraph/collect-cells.js";
import { EM, inventedStyle } from "../invented-face.js";

function broken(
  title: string,
  measure: number,
  options: Pick<TitleMeasure, "lines" | "admits"> = {},
): { readonly title: string; readonly faults: readonly string[] } {
  const text = collectText(title, plainSpan(inventedStyle(), elementNode("H3", undefined)));
  const place = { path: "items/01.md", start: 0, end: title.length };
  const { text: set, faults } = breakTitle(text, { measure: measure * EM, place, ...options });
  const { cells, breaksAfter } = set;
  const shown = cells.map((cell, index) => (breaksAfter.has(index) ? `${cell.text}|` : cell.text)).join("");
  return { title: shown, faults: faults.map(({ kind }) => kind) };
}

const CASES: readonly (readonly [law: string, title: string, measure: number])[] = [
  ["a title that fits is not broken", "示例市科协召开工作会议", 24.57],
  ["in front of 在 and verbs of holding", "示例市科协第十届委员会第三次全体会议|在科学会堂隆重召开", 24.57],
  ["behind 暨", "“启明”青年科技人才托举项目立项评审会暨|导师聘任仪式成功举办", 24.57],
  ["balanced, not a full line and a remnant", "示例市青年科技人才托举工程|项目立项评审会顺利举办", 22],
  ["not inside 《》", "示例市科协|发布《示例市公民科学素质建设报告》", 18],
  [
    "not inside 《》 even where that costs a line more",
    "“启明”青年科技人才托举工程立项评审会暨|《示例市科普条例》宣传贯彻工作会议|在科学会堂隆重召开",
    24.57,
  ],
  ["not inside “”", "市科协举办“科技点亮生活”|主题科普日系列活动", 18],
  ["behind a meeting, not 科技|工作者", "澜川市科协召开全市科技工作者座谈会|共商新年发展大计", 24.57],
  ["no first line of a fifth of the next", "鹿鸣区科协联合教育局|举办第三十届青少年科技创新大赛", 20],
  [
    "in front of 会见, not inside the name that follows",
    "示例市科协党组书记方某|会见国际科学理事会主席彼得·格卢克曼",
    24.57,
  ],
  ["not inside the name of a project", "示例市科技工作者之家|举办年度青年人才托举工程培训班", 22],
  [
    "behind the name of a body, though 理事 is a word",
    "《科普条例》国际科学理事会|青年人才托举工程立项评审会在京召开",
    24.57,
  ],
  ["nor inside that of a body", "示例市科技馆当选|全国自然科学博物馆学会理事会成员", 22],
  ["in front of an ordinal", "鹿鸣区青少年宫连续三年承办|第三十届青少年科技创新大赛", 20],
  ["in front of 暨 rather than on a line more", "示例市科协工作会议|暨科普条例座谈会", 9],
  [
    "four lines where three would part a word",
    "岚汐Smart City建设专项|工作领导小组办公室与|各成员单位联合|信息快报（内部版）",
    12,
  ],
  ["words that the dictionary cuts in pieces", "学习贯彻中华人民共和国公共|文化服务保障法座谈会", 13],
  ["a number stays with its unit and what it counts", "示例区科协|为全区120所中小学配送科普图书", 18],
];

describe("titles", () => {
  it.each(CASES)("%s", (_, title, measure) => {
    expect(broken(title.replaceAll("|", ""), measure)).toEqual({ title, faults: [] });
  });

  it("takes three lines where two do not hold it", () => {
    const { title } = broken(
      "示例市科学技术协会第十届委员会第三次全体会议暨全市科协系统工作会议在市科学会堂召开",
      16,
    );
    expect(title.split("|").length).toBe(3);
  });

  it("tells of a title that can only be broken inside a word", () => {
    expect(broken("pneumonoultramicroscopicsilicovolcanoconiosis", 13)).toEqual({
      title: "pneumonoultramicroscopi|csilicovolcanoconiosis",
      faults: ["title-parts-word"],
    });
  });

  it.each([
    ["inside 《》", "示例市科协发布《示例市公民科学素质建设报告》", [8, 20]],
    ["inside a word", "示例市科协举办科学素质大讲堂示范活动", [9, 9]],
  ] as const)("is not broken where only a break %s is admitted", (_, title, [from, to]) => {
    const admits = ([end = 0]: readonly number[]) => end >= from && end <= to;
    expect(broken(title, 17, { lines: 2, admits })).toEqual({ title, faults: [] });
    expect(broken(title, 17, { lines: 2 }).title).toContain("|");
  });

  it("tells of a last line of one character", () => {
    const told = { title: "supercalifragilistic|甲", faults: ["short-title-end"] };
    expect(broken("supercalifragilistic甲", 10)).toEqual(told);
  });
});

const ENTRIES: readonly (readonly [law: string, entry: string, measure: number])[] = [
  ["an entry that fits is not broken", "示例市科协召开工作会议", 24],
  ["full lines that end at a word", "示例市科协组织召开全市科普场馆服务能力|提升行动推进会议", 20],
  ["an ordinal stays with its noun", "示例市科协召开全市科普工作推进会暨|第一季度调度会", 19],
  ["no last line of two characters", "示例市科协组织召开全市科普工作|推进会议", 18],
];

describe("entries of the contents", () => {
  it.each(ENTRIES)("%s", (_, entry, measure) => {
    const text = collectText(
      entry.replaceAll("|", ""),
      plainSpan(inventedStyle(), elementNode("TOCI", undefined)),
    );
    const { cells, breaksAfter } = breakEntry(text, measure * EM);
    expect(cells.map((cell, index) => cell.text + (breaksAfter.has(index) ? "|" : "")).join("")).toBe(entry);
  });

  it("leaves a word that is wider than the measure to the line breaker", () => {
    const span = plainSpan(inventedStyle(), elementNode("TOCI", undefined));
    expect(breakEntry(collectText("甲supercalifragilistic", span), 5 * EM).breaksAfter.size).toBe(0);
  });
});
