/** Where lines end. Each case names the law it shows; widths are invented (invented-face.ts). */
import { describe, expect, it } from "vitest";
import { linesOf, rightOf, setLines } from "../invented-face.js";

interface BreakCase {
  readonly law: string;
  readonly text: string;
  /** in em */
  readonly measure: number;
  readonly lines: readonly string[];
  readonly indent?: number;
  readonly hang?: boolean;
}

const CASES: readonly BreakCase[] = [
  {
    law: "Han may part anywhere: a line takes as many as it holds (clreq, 行的组成)",
    text: "甲乙丙丁戊己庚辛壬癸子丑",
    measure: 5,
    lines: ["甲乙丙丁戊", "己庚辛壬癸", "子丑"],
  },
  {
    law: "the first line is indented by two em (GB/T 9704, 7.3.3)",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯",
    measure: 6,
    indent: 20,
    lines: ["甲乙丙丁", "戊己庚辛壬癸", "子丑寅卯"],
  },
  {
    law: "先挤进: a stop that fits in half its width is admitted, its empty half given up",
    text: "甲乙丙丁，戊己庚辛壬。癸子丑寅",
    measure: 9.5,
    lines: ["甲乙丙丁，戊己庚辛", "壬。癸子丑寅"],
  },
  {
    law: "先挤进: the mark at the line's end and a pause inside give up half an em each",
    text: "甲乙，丙丁戊己庚辛。壬癸子丑寅卯",
    measure: 9,
    lines: ["甲乙，丙丁戊己庚辛。", "壬癸子丑寅卯"],
  },
  {
    law: "后推出: with nothing to give up, the character before the mark goes down with it",
    text: "甲乙丙丁戊己庚辛壬癸。子丑寅卯辰",
    measure: 10,
    lines: ["甲乙丙丁戊己庚辛壬", "癸。子丑寅卯辰"],
  },
  {
    law: "ordinary characters are never squeezed in: the room of two pauses stays unused",
    text: "甲，乙，丙丁戊己庚辛壬癸",
    measure: 7,
    lines: ["甲，乙，丙丁戊", "己庚辛壬癸"],
  },
  {
    law: "… but where that spares the next line its holes",
    text: "甲，乙，丙，丁戊己庚辛壬癸子丑寅卯辰巳午ABCDEFGH申酉戌亥",
    measure: 12,
    lines: ["甲，乙，丙，丁戊己庚辛壬癸", "子丑寅卯辰巳午ABCDEFGH", "申酉戌亥"],
  },
  {
    law: "避头: no line starts with 、",
    text: "甲乙丙丁戊己、庚辛壬癸",
    measure: 6,
    lines: ["甲乙丙丁戊", "己、庚辛壬癸"],
  },
  {
    law: "避头: no line starts with two marks either: 。”",
    text: "甲乙丙丁戊己庚辛“壬癸。”子丑寅卯",
    measure: 11,
    lines: ["甲乙丙丁戊己庚辛“壬", "癸。”子丑寅卯"],
  },
  {
    law: "避尾: no line ends with an opening mark",
    text: "甲乙丙丁戊己庚辛壬《癸子》丑寅卯辰",
    measure: 10,
    lines: ["甲乙丙丁戊己庚辛壬", "《癸子》丑寅卯辰"],
  },
  {
    law: "避头: · stays behind the first part of a name (GB/T 15834, 4.14)",
    text: "甲乙丙丁戊己庚辛彼得·格卢克曼",
    measure: 10,
    lines: ["甲乙丙丁戊己庚辛彼", "得·格卢克曼"],
  },
  {
    law: "………… is one mark of four characters, never parted (GB/T 15834, 5.1.5)",
    text: "甲乙丙丁戊己庚辛…………壬癸子丑",
    measure: 10,
    lines: ["甲乙丙丁戊己庚辛", "…………壬癸子丑"],
  },
  {
    law: "a document's number goes whole to the next line: 〔2026〕12号",
    text: "甲乙丙丁戊己庚辛云科协〔2026〕12号壬癸",
    measure: 14,
    lines: ["甲乙丙丁戊己庚辛云科协", "〔2026〕12号壬癸"],
  },
  {
    law: "a short title in 《》 is kept whole where the gaps can bear it",
    text: "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛《农书》壬癸",
    measure: 20,
    lines: ["甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛", "《农书》壬癸"],
  },
  {
    law: "a range is kept whole where the gaps can bear it",
    text: "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚20%～30%庚辛壬癸",
    measure: 19.5,
    lines: ["甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚", "20%～30%庚辛壬癸"],
  },
  {
    law: "else it parts behind its connector, never in front of it",
    text: "甲乙丙丁戊己20%～30%庚辛壬癸",
    measure: 9,
    lines: ["甲乙丙丁戊己20%～", "30%庚辛壬癸"],
  },
  {
    law: "—— is one unit of two em (GB/T 15834, 5.1.5)",
    text: "甲乙丙丁戊己庚辛壬——戊己庚辛",
    measure: 10,
    lines: ["甲乙丙丁戊己庚辛壬", "——戊己庚辛"],
  },
  {
    law: "…… is one unit of two em",
    text: "甲乙丙丁戊己庚辛壬……己庚辛",
    measure: 10,
    lines: ["甲乙丙丁戊己庚辛壬", "……己庚辛"],
  },
  {
    law: "a single — may not start a line",
    text: "甲乙丙丁戊己庚辛壬癸—己庚辛",
    measure: 10,
    lines: ["甲乙丙丁戊己庚辛壬", "癸—己庚辛"],
  },
  {
    law: "a solidus parts nothing and ends no line (GB/T 15834, 5.1.9)",
    text: "甲乙丙丁戊己庚辛壬/己庚辛壬",
    measure: 9.5,
    lines: ["甲乙丙丁戊己庚辛", "壬/己庚辛壬"],
  },
  {
    law: "孤字不成行: a last line of one character is pulled up where marks can give way",
    text: "甲，乙、丙，丁戊己庚。",
    measure: 9.5,
    lines: ["甲，乙、丙，丁戊己庚。"],
  },
  {
    law: "孤字不成行: else one more character is pushed down",
    text: "甲乙丙丁戊己庚辛壬癸子。",
    measure: 10,
    lines: ["甲乙丙丁戊己庚辛壬", "癸子。"],
  },
  {
    law: "Latin words are not parted",
    text: "甲乙丙丁戊己庚辛STEM丁戊己庚",
    measure: 9,
    lines: ["甲乙丙丁戊己庚辛", "STEM丁戊己庚"],
  },
  {
    law: "a word space at a line's end is dropped",
    text: "AB CD EF GH",
    measure: 2.5,
    lines: ["AB CD", "EF GH"],
  },
  {
    law: "a hyphen ends a line inside a compound, it does not start one",
    text: "state-of-the-art",
    measure: 5,
    lines: ["state-of-", "the-art"],
  },
  {
    law: "the space of a slogan is one em, and vanishes at a line's end",
    text: "甲乙丙丁 戊己庚辛",
    measure: 4.5,
    lines: ["甲乙丙丁", "戊己庚辛"],
  },
  {
    law: "a hard break ends a line at its natural width",
    text: "甲乙丙\n丁戊己庚辛",
    measure: 5,
    lines: ["甲乙丙", "丁戊己庚辛"],
  },
  {
    law: "悬挂: with hanging, a stop stands outside the line",
    text: "甲乙丙丁戊己庚辛壬癸。子丑寅卯辰",
    measure: 10,
    hang: true,
    lines: ["甲乙丙丁戊己庚辛壬癸。", "子丑寅卯辰"],
  },
  {
    law: "悬挂: never two marks",
    text: "甲乙丙丁戊己庚辛壬癸。”子丑寅卯辰",
    measure: 10,
    hang: true,
    lines: ["甲乙丙丁戊己庚辛壬", "癸。”子丑寅卯辰"],
  },
  {
    law: "a word wider than the line is parted rather than let out of it",
    text: "abcdefghijklmnopqrst",
    measure: 5,
    lines: ["abcdefghij", "klmnopqrst"],
  },
  {
    law: "a currency sign does not end a line",
    text: "甲乙丙丁戊己庚辛￥1200己庚辛",
    measure: 9,
    lines: ["甲乙丙丁戊己庚辛", "￥1200己庚辛"],
  },
  {
    law: "a URL parts in front of its dots, not behind a solidus where it can be helped",
    text: "甲乙丙丁https://example.org/abcd戊己庚辛",
    measure: 12,
    lines: ["甲乙丙丁https://example", ".org/abcd戊己庚辛"],
  },
  {
    law: "a mail address is kept whole where the gaps can bear it",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯hotline@example.org戊己庚辛",
    measure: 15,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯", "hotline@example.org戊己庚辛"],
  },
  {
    law: "else it parts behind its @",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯hotline@example.org戊己庚辛",
    measure: 20,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯hotline@", "example.org戊己庚辛"],
  },
  {
    law: "in front of its dots, where the line would else be full of holes",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯questions@office.example.org戊己庚辛",
    measure: 24,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯questions@office", ".example.org戊己庚辛"],
  },
  {
    law: "a number is kept with its classifier where the gaps can bear it",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯1,280人次戊己庚辛",
    measure: 15.5,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯", "1,280人次戊己庚辛"],
  },
  {
    law: "else they part, the digits never",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯1,280人次戊己庚辛",
    measure: 17,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯1,280", "人次戊己庚辛"],
  },
  {
    law: "years and ordinals never part from their numbers",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯第2026届戊己庚辛",
    measure: 17.5,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯", "第2026届戊己庚辛"],
  },
  {
    law: "a telephone number stays whole where no gap grows by more than a fifth of an em",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯010-8461 2345戊己庚辛",
    measure: 16.4,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯", "010-8461 2345戊己庚辛"],
  },
  {
    law: "else it parts behind its area code, nowhere else",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯010-8461 2345戊己庚辛",
    measure: 20,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯010-", "8461 2345戊己庚辛"],
  },
  {
    law: "a long code stays whole where the gaps can bear it",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉KJ-2026-0118戊己庚辛",
    measure: 22,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉", "KJ-2026-0118戊己庚辛"],
  },
  {
    law: "else it parts behind a hyphen, its numbers never",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯KJ-2026-0118戊己庚辛",
    measure: 16,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯KJ-", "2026-0118戊己庚辛"],
  },
  {
    law: "a date in figures never parts",
    text: "甲乙丙丁戊己庚辛壬癸子丑寅卯2026-03-31戊己庚辛",
    measure: 18,
    lines: ["甲乙丙丁戊己庚辛壬癸子丑寅卯", "2026-03-31戊己庚辛"],
  },
  {
    law: "a word is squeezed in where its line would else be full of holes",
    text: "甲，乙，丙，丁，戊己庚辛壬癸laboratory子丑寅卯辰巳午未",
    measure: 18.5,
    lines: ["甲，乙，丙，丁，戊己庚辛壬癸laboratory", "子丑寅卯辰巳午未"],
  },
];

describe("line ends", () => {
  it.each(CASES.map((entry) => [entry.law, entry] as const))(
    "%s",
    (_, { text, measure, indent, hang, lines }) => {
      expect(linesOf(text, measure, { indent: indent ?? 0, hang: hang ?? false })).toEqual(lines);
    },
  );
});

const PROSE =
  "10月9日，示例市副市长会见国际科学理事会主席彼得·格卢克曼、首席执行官等，双方就“科技合作”“人才交流”等方面交换意见。" +
  "全年举办活动12场，参加人数达2800余人次，同比增长3.5%；详见《示例市科普工作条例（试行）》——这是第26届活动的依据……" +
  "论坛以“科技逐梦未来 创新赋能成长”为主题，AI、5G与STEM教育（含编程）受到关注，地址为https://example.org/a/b?c=1。";

describe("every measure", () => {
  const measures = Array.from({ length: 40 }, (_, index) => 12 + index * 0.5);

  it.each(measures)("keeps the laws at %f em", (measure) => {
    for (const line of linesOf(PROSE, measure)) {
      expect(line).not.toMatch(/^[。．，、；：！？%‰℃）〕］｝〉》」』】〗”’·～\-/]/u);
      expect(line).not.toMatch(/[（〔［｛〈《「『【〖“‘￥]$/u);
      expect(line).not.toMatch(/^(?:日|月|届|%)/u);
    }
  });

  it.each(measures)("fills its full lines to a hundredth of a point at %f em", (measure) => {
    for (const line of setLines(PROSE, measure)) {
      if (!line.final) expect(Math.abs(line.right - measure * 10)).toBeLessThan(0.01);
    }
  });

  it("loses and adds no character", () => {
    for (const measure of measures) {
      const text = setLines(PROSE, measure).flatMap((line) =>
        line.cells.slice(line.start, line.textEnd).map((cell) => cell.text),
      );
      expect(text.join("")).toBe(PROSE);
    }
  });
});

describe("size", () => {
  it("breaks a word of 100 kB in linear time, every line filled", () => {
    const lines = setLines("x".repeat(100_000), 28);
    expect(lines.length).toBeGreaterThanOrEqual(100_000 / 56);
    expect(rightOf(lines[0])).toBe(28);
    expect(Math.max(...lines.map((line) => line.excess))).toBe(0);
  });

  it("breaks a row of 10 000 stops, though none may start a line", () => {
    const lines = setLines("。".repeat(10_000), 28);
    expect(Math.max(...lines.map((line) => line.excess))).toBe(0);
  });

  it("sets a paragraph of 100 kB of Han", () => {
    expect(setLines("汉，".repeat(50_000), 28).length).toBeGreaterThan(3000);
  });
});
