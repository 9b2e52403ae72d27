/** Anchors: from titles, readable, unique, the same in every build. */
import { expect, it } from "vitest";
import { anchorsOf } from "../../src/editions/html/anchors.js";
import { issue, item, section } from "./sample-issue.js";

const anchorsOfTitles = (...titles: string[]) => {
  const items = titles.map((title) => item(title.split("|")));
  const anchors = anchorsOf(issue([section("栏目", ...items)]));
  return items.map(anchors.ofItem);
};

it.each([
  ["示例区科协举办科普展", "item-示例区科协举办科普展"],
  ["“科技之春”——2026年 科普展！", "item-科技之春-2026年-科普展"],
  ["AI 与 R&D", "item-ai-与-r-d"],
  ["第一行|第二行", "item-第一行第二行"],
  ["", "item-untitled"],
  ["！？", "item-untitled"],
  ["\u202E\u200B甲\u2066", "item-甲"],
  ["\uD800甲", "item-甲"],
  ["é", "item-é".normalize("NFC")],
  ["字".repeat(100), `item-${"字".repeat(40)}`],
  ["𠮷".repeat(100), `item-${"𠮷".repeat(40)}`],
])("%j → %s", (title, anchor) => {
  expect(anchorsOfTitles(title)).toEqual([anchor]);
});

it("numbers the second and later bearers of a title", () => {
  expect(anchorsOfTitles("甲", "乙", "甲", "甲 2", "甲")).toEqual([
    "item-甲",
    "item-乙",
    "item-甲-2",
    "item-甲-2-2",
    "item-甲-3",
  ]);
});

it("does not change an item's anchor when another is added", () => {
  expect(anchorsOfTitles("新", "甲").at(-1)).toBe(anchorsOfTitles("甲").at(-1));
});

it("keeps sections and items apart", () => {
  const sections = [section("甲", item("甲")), section("甲", item("乙"))];
  const anchors = anchorsOf(issue(sections));
  expect(sections.map(anchors.ofSection)).toEqual(["section-甲", "section-甲-2"]);
});

it("gives a hundred thousand equal titles their names in linear time", () => {
  expect(new Set(anchorsOfTitles(...Array.from({ length: 100_000 }, () => "甲"))).size).toBe(100_000);
});
