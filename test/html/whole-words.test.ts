/** What is kept on one line: `‹…›` marks it. */
import { expect, it } from "vitest";
import type { Child } from "../../src/editions/html/element.js";
import { type MarkedStretch, markStretches } from "../../src/editions/html/mark-stretches.js";
import { breakableAddress, wholeUnits, wholeWords } from "../../src/editions/html/whole-words.js";

it.each([
  "新一代‹YF-300›水质传感器",
  "支持‹NB-IoT›和‹Wi-Fi›",
  "按‹GB/T› ‹9704-2012›排印",
  "电话‹010-5555› 0100",
  // a range of Chinese marks breaks as the browser will
  "5月1日—5日",
  // longer than a narrow screen bears
  "state-of-the-art-methods",
  "-一-",
  "字",
  "",
])("%s", (marked) => {
  expect(markedBy(wholeWords, marked)).toBe(marked);
});

it.each(["‹2026年›工作会议", "‹12场›科普活动", "新一代‹YF-300›水质传感器", "第三次代表大会"])(
  "in titles: %s",
  (marked) => {
    expect(markedBy(wholeUnits, marked)).toBe(marked);
  },
);

it.each([
  "‹news›‹@example›‹.org›",
  "‹https://example›‹.org/›‹a›‹_b/›‹c?›‹x=›‹1›‹&›‹y=›‹2›",
  "‹https://example›‹.org/›",
  "‹a›",
  // too long for a telephone's line
  `‹https://example›‹.org/›${"a".repeat(40)}‹.html›`,
])("the parts of an address: %s", (marked) => {
  expect(markedOf(breakableAddress(withoutMarks(marked)))).toBe(marked);
});

it("takes time in proportion to the text", () => {
  expect(wholeWords("a-".repeat(100_000))).toHaveLength(0);
  expect(wholeWords(`${"a".repeat(200_000)}-`)).toHaveLength(0);
  expect(wholeWords("a-b ".repeat(50_000))).toHaveLength(50_000);
  expect(markStretches("a-b ".repeat(50_000), wholeWords("a-b ".repeat(50_000)))).toHaveLength(100_000);
  expect(breakableAddress("a.".repeat(50_000))).toHaveLength(50_001);
});

const withoutMarks = (marked: string): string => marked.replace(/[‹›]/g, "");

const markedBy = (find: (text: string) => readonly MarkedStretch[], marked: string): string => {
  const text = withoutMarks(marked);
  return markedOf(markStretches(text, find(text)));
};

const markedOf = (children: readonly Child[]): string =>
  children
    .map((child) => {
      if (typeof child === "string") return child;
      if (child.type !== "element") return "";
      const [only] = child.children;
      return `‹${only?.type === "text" ? only.value : ""}›`;
    })
    .join("");
