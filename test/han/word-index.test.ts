/** Many words at once: the longest of those that begin at one place, whole where they are Latin. */
import { describe, expect, it } from "vitest";
import { indexWords } from "../../src/han/word-index.js";

const found = (words: readonly string[], text: string): readonly string[] =>
  [...indexWords(words.map((word) => [word, word] as const)).find(text)].map(
    ({ start, end, value }) => `${start}-${end} ${value}`,
  );

describe("indexWords", () => {
  it.each([
    ["the longest word at a place", ["科协", "科协机关"], "市科协机关", ["1-5 科协机关"]],
    ["the first of two that overlap", ["市科", "科协"], "市科协", ["0-2 市科"]],
    ["one behind the other", ["科协"], "科协科协", ["0-2 科协", "2-4 科协"]],
    ["a shorter one where the longer breaks off", ["科协", "科协机关"], "科协机构", ["0-2 科协"]],
    ["a Latin word as a whole", ["APP"], "APP、APPLE、CAPP、用APP看", ["0-3 APP", "16-19 APP"]],
    [
      "a Latin word inside no other, whatever stands beside it",
      ["AP"],
      "AP0、AP9、APA、APZ、APa、APz、0AP、zAP",
      [],
    ],
    [
      "a Latin word between signs that are no letters",
      ["AP"],
      "/AP:、@AP[、`AP{",
      ["1-3 AP", "6-8 AP", "11-13 AP"],
    ],
    ["a word of one character", ["甲"], "甲乙、丙甲", ["0-1 甲", "4-5 甲"]],
    ["characters outside the plane", ["𠮷野"], "𠮷野", ["0-3 𠮷野"]],
    ["nothing in nothing", [], "科协", []],
    ["no empty word, none without end", ["", "长".repeat(65)], "长".repeat(70), []],
  ] as const)("finds %s", (_, words, text, expected) => {
    expect(found(words, text)).toEqual(expected);
  });

  it("says where there is nothing to look for", () => {
    expect(indexWords([]).isEmpty).toBe(true);
    expect(indexWords([["甲", 1]]).isEmpty).toBe(false);
  });

  it("walks no farther than its longest word, however alike text and words are", () => {
    const index = indexWords(
      Array.from({ length: 60 }, (_, at) => [`${"甲".repeat(at + 1)}乙`, at] as const),
    );
    // Half a million characters, each the beginning of every word: quadratic would be hours.
    expect([...index.find("甲".repeat(500_000))]).toEqual([]);
  });
});
