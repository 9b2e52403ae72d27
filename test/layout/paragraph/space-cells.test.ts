/** What stands between characters: closed-up marks, automatic spaces, and the order in which gaps give and take. */
import { describe, expect, it } from "vitest";
import { linesOf, placesOf, rightOf, setLines } from "../invented-face.js";

interface SpaceCase {
  readonly law: string;
  readonly text: string;
  /** left edge of each cell and the right edge of the last, in em */
  readonly places: readonly number[];
}

/** Lines set at their natural width. */
const NATURAL: readonly SpaceCase[] = [
  { law: "Han stand solid, one em each", text: "甲乙丙", places: [0, 1, 2, 3] },
  { law: "one mark between Han keeps its em", text: "甲，乙", places: [0, 1, 2, 3] },
  {
    law: "closing before opening: two em become one and a half",
    text: "甲》（乙",
    places: [0, 1, 1.5, 2.5, 3.5],
  },
  { law: "pause before opening", text: "甲，“乙", places: [0, 1, 1.5, 2.5, 3.5] },
  { law: "stop before closing", text: "甲。”乙", places: [0, 1, 1.5, 2.5, 3.5] },
  { law: "opening before opening: the second moves up", text: "甲“《乙", places: [0, 1, 1.5, 2.5, 3.5] },
  { law: "three marks close up twice", text: "甲。”（乙", places: [0, 1, 1.5, 2, 3, 4] },
  { law: "colon before opening", text: "甲：“乙", places: [0, 1, 1.5, 2.5, 3.5] },
  { law: "？！ take one character together", text: "甲？！乙", places: [0, 1, 1.5, 2, 3] },
  { law: "so do ！！, before a closing mark, too", text: "甲！！”乙", places: [0, 1, 1.5, 2, 3, 4] },
  { law: "three take two", text: "甲！！！乙", places: [0, 1, 1.5, 2, 3, 4] },
  { law: "⸺ takes two em, ⸻ three", text: "甲⸺乙⸻丙", places: [0, 1, 3, 4, 7, 8] },
  {
    law: "the space between Korean words is a word space",
    text: "한국 단어",
    places: [0, 1, 2, 2.25, 3.25, 4.25],
  },
  { law: "opening before closing has nothing to give up: （）", text: "（）甲", places: [0, 1, 2, 3] },
  { law: "a quarter of an em between Han and Latin", text: "甲AB乙", places: [0, 1.25, 1.75, 2.5, 3.5] },
  { law: "and between Han and digits", text: "第3期", places: [0, 1.25, 2, 3] },
  { law: "a percent sign belongs to its number", text: "增3%的", places: [0, 1.25, 1.75, 2.5, 3.5] },
  { law: "none in front of the dot of a file's ending", text: "甲.AB乙", places: [0, 1, 1.5, 2, 2.75, 3.75] },
  {
    law: "C++ and C# are words alike",
    text: "用C++编C#程",
    places: [0, 1.25, 1.75, 2.25, 3, 4.25, 4.75, 5.5, 6.5],
  },
  {
    law: "a sign alone among Han asks for no space",
    text: "*甲*乙@丙|丁",
    places: [0, 0.5, 1.5, 2, 3, 3.5, 4.5, 5, 6],
  },
  {
    law: "nor do half-width brackets and quotes",
    text: '(甲)"乙"丙',
    places: [0, 0.5, 1.5, 2, 2.5, 3.5, 4, 5],
  },
  { law: "brackets around a Latin word belong to it", text: "甲(A)乙", places: [0, 1.25, 1.75, 2.25, 3, 4] },
  { law: "none between a mark and Latin", text: "，A。", places: [0, 1, 1.5, 2.5] },
  { law: "none at the edges of a line", text: "A甲B", places: [0, 0.75, 2, 2.5] },
  { law: "a space written between Latin words is a word space", text: "A B", places: [0, 0.5, 0.75, 1.25] },
  { law: "the space of a slogan is one em", text: "甲 乙", places: [0, 1, 2, 3] },
  { law: "· takes half an em (GB/T 15834, 4.14)", text: "甲·乙", places: [0, 1, 1.5, 2.5] },
  { law: "—— takes two em in one unit", text: "甲——乙", places: [0, 1, 3, 4] },
  { law: "…… takes two em", text: "甲……乙", places: [0, 1, 3, 4] },
  { law: "quotes among Han are full-width", text: "甲“A”乙", places: [0, 1, 2, 2.5, 3.5, 4.5] },
  {
    law: "quotes in Latin text are Latin, as wide as their ink asks",
    text: "A “B” C",
    places: [0, 0.5, 0.75, 1.22, 1.72, 2.19, 2.44, 2.94],
  },
  { law: "an apostrophe is Latin", text: "A’B甲", places: [0, 0.5, 0.97, 1.72, 2.72] },
  { law: "Latin letters are kerned: AV", text: "AV", places: [0, 0.4, 0.9] },
  { law: "a full-width mark beside a digit brings its own room", text: "3、4", places: [0, 0.5, 1.5, 2] },
  { law: "the sign of a number belongs to it", text: "温-5度", places: [0, 1.25, 1.75, 2.5, 3.5] },
  {
    law: "a hyphen behind a number with its unit is no sign",
    text: "1日-2日",
    places: [0, 0.75, 1.75, 2.25, 3, 4],
  },
  { law: "～ takes an em and asks for no space", text: "20～30", places: [0, 0.5, 1, 2, 2.5, 3] },
];

describe("natural spaces", () => {
  it.each(NATURAL.map((entry) => [entry.law, entry] as const))("%s", (_, { text, places }) => {
    const [line] = setLines(text, 100);
    expect([...placesOf(line), rightOf(line)]).toEqual(places);
  });
});

describe("what is not seen takes no room", () => {
  const UNSEEN = [
    0xad, 0x34f, 0x61c, 0x115f, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x202a, 0x202e,
    0x2060, 0x2065, 0x2069, 0x206f, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff8, 0x1d173, 0xe0001, 0xe0020,
    0xe0100,
  ].map((codePoint) => String.fromCodePoint(codePoint));

  it.each([
    ["between Han", "甲", "乙"],
    ["in a Latin word", "AB", "CD"],
    ["between Han and Latin", "甲", "AB"],
    ["between Latin and Han", "AB", "甲"],
    ["beside a mark", "甲，", "乙"],
    ["between marks that close up", "甲。", "“乙"],
    ["at the beginning", "", "甲乙"],
    ["at the end", "甲乙", ""],
  ])("%s", (_, before, behind) => {
    const [plain] = setLines(before + behind, 100);
    for (const unseen of UNSEEN) {
      const [line] = setLines(`${before}${unseen}${behind}`, 100);
      const code = unseen.codePointAt(0)?.toString(16);
      expect([code, ...placesOf(line), rightOf(line)]).toEqual([code, ...placesOf(plain), rightOf(plain)]);
      expect(line?.cells.map((cell) => cell.text).join("")).toBe(`${before}${unseen}${behind}`);
    }
  });

  it("allows a line's end behind a zero-width space, forbids it at a word joiner", () => {
    expect(linesOf("ABCDEFGH\u200bABCDEFGH", 5, { align: "left" })).toEqual(["ABCDEFGH\u200b", "ABCDEFGH"]);
    expect(linesOf("甲乙丙丁\u2060戊", 4.5)[0]).toBe("甲乙丙");
    expect(linesOf("甲乙丙丁戊", 4.5)[0]).toBe("甲乙丙丁");
  });
});

interface JustifyCase extends SpaceCase {
  readonly measure: number;
}

/** First lines of paragraphs that go on. */
const JUSTIFIED: readonly JustifyCase[] = [
  {
    law: "what a line lacks is shared by all gaps between Han",
    text: "甲乙丙丁戊己庚辛STEMSTEM丁戊己",
    measure: 8.7,
    places: [0, 1.1, 2.2, 3.3, 4.4, 5.5, 6.6, 7.7, 8.7],
  },
  {
    law: "automatic spaces grow to a third of an em, then together with the Han gaps",
    text: "甲A乙丙丁STEM戊己庚",
    measure: 5.5,
    places: [0, 1.417, 2.333, 3.417, 4.5, 5.5],
  },
  {
    law: "word spaces grow first",
    text: "A B甲乙丙ABCDEFGHIJ丁戊己庚",
    measure: 5.05,
    places: [0, 0.5, 1, 1.906, 2.978, 4.05, 5.05],
  },
  {
    law: "compression: the mark at the end gives up its half first",
    text: "甲乙丙丁戊，己庚辛壬癸子",
    measure: 5.5,
    places: [0, 1, 2, 3, 4, 5, 5.5],
  },
  {
    law: "compression: brackets give before pauses",
    text: "甲（乙）丙，丁戊。己庚辛壬癸子",
    measure: 8.25,
    places: [0, 0.875, 1.875, 2.875, 3.75, 4.75, 5.75, 6.75, 7.75, 8.25],
  },
  {
    law: "compression: then pauses, each by the same amount",
    text: "甲，乙，丙丁。己庚辛壬癸子丑",
    measure: 6,
    places: [0, 1, 1.75, 2.75, 3.5, 4.5, 5.5, 6],
  },
  {
    law: "compression: then automatic spaces, to an eighth of an em",
    text: "甲A乙丙丁。己庚辛壬癸子丑",
    measure: 5.25,
    places: [0, 1.125, 1.75, 2.75, 3.75, 4.75, 5.25],
  },
];

describe("justified lines", () => {
  it.each(JUSTIFIED.map((entry) => [entry.law, entry] as const))("%s", (_, { text, measure, places }) => {
    const [line] = setLines(text, measure);
    expect([...placesOf(line), rightOf(line)]).toEqual(places);
  });

  it("no gap grows inside a number and its unit", () => {
    const [line] = setLines("甲乙丙丁280余人戊己STEMSTEM庚辛壬癸", 11);
    const x = placesOf(line);
    const gap = (from: number): number => (x[from + 1] ?? 0) - (x[from] ?? 0);
    expect(gap(7)).toBe(1);
    expect(gap(0)).toBeCloseTo(1.12, 1);
  });

  it("no gap grows inside a Latin word; a line that would need holes ends before the edge", () => {
    const [line] = setLines("甲乙https://example.org/expo/2026/甲乙丙丁戊己庚辛壬癸", 20);
    const x = placesOf(line);
    const gap = (from: number): number => (x[from + 1] ?? 0) - (x[from] ?? 0);
    expect(gap(5)).toBe(0.5);
    expect(gap(0)).toBeLessThan(1.25);
    expect(rightOf(line)).toBeLessThan(20);
    expect(line?.missing).toBeCloseTo(200 - 10 * rightOf(line), 1);
  });

  it("no gap grows between a word or a number and the pause behind it", () => {
    const [line] = setLines("甲乙72h、丙丁STEM，戊己15min、庚辛壬癸子丑ABCDEFGH戊己庚", 19.5);
    const x = placesOf(line);
    const text = line?.cells.map((cell) => cell.text).join("") ?? "";
    for (const pause of [4, 11, 19])
      expect([text[pause], (x[pause] ?? 0) - (x[pause - 1] ?? 0)]).toEqual([text[pause], 0.5]);
    expect((x[1] ?? 0) - (x[0] ?? 0)).toBeGreaterThan(1.02);
  });

  it("a mark at the end of a full line takes half an em (GB/T 15834-2011, 5.1.10)", () => {
    const [line] = setLines("甲乙丙丁戊己庚辛壬，癸子丑寅卯辰", 10);
    expect(placesOf(line).at(-1)).toBe(9.5);
    expect(placesOf(line).at(1)).toBe(1.056);
    expect(rightOf(line)).toBe(10);
  });

  it("an opening mark behind the indent gives up its left half", () => {
    const [line] = setLines("“甲乙丙”丁", 20, { indent: 20 });
    expect(placesOf(line)[0]).toBe(1.5);
    expect(placesOf(line)[1]).toBe(2.5);
  });

  it("an opening mark at the start of a later line keeps its em", () => {
    const [, second] = setLines("甲乙丙丁戊己庚辛壬《癸子》丑寅卯辰", 10);
    expect(placesOf(second).slice(0, 2)).toEqual([0, 1]);
  });

  it("a last line is left as it is", () => {
    expect(rightOf(setLines("甲乙丙丁戊己庚", 5)[1])).toBe(2);
  });

  it("centred and right lines share out or take all the slack", () => {
    expect(placesOf(setLines("甲乙", 10, { align: "center" })[0])).toEqual([4, 5]);
    expect(placesOf(setLines("甲乙", 10, { align: "right" })[0])).toEqual([8, 9]);
  });

  it("hanging puts the stop outside the measure", () => {
    const [line] = setLines("甲乙丙丁戊己庚辛壬癸。子丑寅卯辰", 10, { hang: true });
    expect(placesOf(line)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
