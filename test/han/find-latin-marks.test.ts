/** Marks that two scripts share. The Latin ones are shown as L, the Chinese ones as C. */
import { describe, expect, it } from "vitest";
import { findLatinMarks } from "../../src/han/find-latin-marks.js";

const CASES: readonly (readonly [text: string, shown: string])[] = [
  ["他说“好”。", "他说C好C。"],
  ["他说“Hello”。", "他说CHelloC。"],
  ["“STEM教育”开始了", "CSTEM教育C开始了"],
  ["“AI”成为热点", "CAIC成为热点"],
  ["the “test” of it", "the LtestL of it"],
  ["“test” and more", "LtestL and more"],
  ["“test”", "LtestL"],
  ["it’s", "itLs"],
  ["彼得’s", "彼得Cs"],
  ["the “‘inner’ one” here", "the LLinnerL oneL here"],
  ["a “测试” b", "a C测试C b"],
  ["A—B", "ALB"],
  ["甲—B", "甲CB"],
  ["A——B", "ACCB"],
  ["wait…", "waitL"],
  ["等等……", "等等CC"],
  ["彼得·格卢克曼", "彼得C格卢克曼"],
  ["2024—2026年", "2024C2026年"],
  ["第“一", "第C一"],
];

describe("shared marks", () => {
  it.each(CASES)("%s", (text, shown) => {
    const latin = findLatinMarks(text);
    const drawn = [...text].map((mark, at) => (/[‘’“”—…·]/.test(mark) ? (latin.has(at) ? "L" : "C") : mark));
    expect(drawn.join("")).toBe(shown);
  });
});
