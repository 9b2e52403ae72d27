/** The order in which findings are shown, and which one is chosen after a change. */
import { describe, expect, it } from "vitest";
import {
  countFixable,
  followFinding,
  groupFindings,
  isInItem,
  listShown,
} from "../../src/preview/group-findings.js";
import { finding } from "./example-state.js";

const FOUND = [
  finding({ id: "e", severity: "error", path: "items/2.md", group: "座谈会召开", rule: "dates/impossible" }),
  finding({ id: "w1", isFixable: true }),
  finding({ id: "w2", path: "items/2.md", group: "座谈会召开", isFixable: true }),
  finding({ id: "w3", rule: "marks/comma", message: "应为“，”。" }),
  finding({ id: "w4", line: 9, isFixable: true }),
  finding({ id: "i", severity: "info", path: "items/2.md", group: "座谈会召开", rule: "layout/loose" }),
];

describe("groupFindings", () => {
  it("puts items with errors first, and within an item what is gravest, a rule together", () => {
    expect(
      groupFindings(FOUND).map(({ name, counts, rules }) => [name, counts, rules.map((each) => each.rule)]),
    ).toEqual([
      ["座谈会召开", { error: 1, warning: 1, info: 1 }, ["dates/impossible", "words/wrong", "layout/loose"]],
      ["科普大篷车进校园", { error: 0, warning: 3, info: 0 }, ["words/wrong", "marks/comma"]],
    ]);
  });

  it("lists findings as they stand under each other", () => {
    expect(listShown(groupFindings(FOUND)).map(({ id }) => id)).toEqual(["e", "w2", "i", "w1", "w4", "w3"]);
  });

  it("shows one severity alone where that is asked for", () => {
    expect(listShown(groupFindings(FOUND, "info")).map(({ id }) => id)).toEqual(["i"]);
    expect(groupFindings([], "all")).toEqual([]);
  });
});

it.each([
  ["items/1.md", true],
  ["/home/invented/2026-03/items/1.md", true],
  ["2026-03\\items\\1.md", true],
  ["other-items/1.md", false],
  ["items/11.md", false],
])("%s is the item items/1.md: %s", (path, expected) => {
  expect(isInItem(finding({ id: "a", path }), "items/1.md")).toBe(expected);
});

it("counts what «全部改» mends over the whole issue", () => {
  expect([...countFixable(FOUND)]).toEqual([["words/wrong", 3]]);
});

describe("followFinding", () => {
  const ids = (...list: string[]) => list.map((id) => finding({ id, message: `“${id}”` }));

  it.each([
    [
      "stays with a finding that has moved to another line",
      FOUND,
      "w4",
      FOUND.map((each) => ({ ...each, line: each.line + 3 })),
      "w4",
    ],
    [
      "follows a finding that was named anew",
      ids("a", "b"),
      "b",
      [finding({ id: "new", message: "“b”" })],
      "new",
    ],
    ["goes on to the one behind what was mended", ids("a", "b", "c"), "b", ids("a", "c"), "c"],
    ["goes to the last where the last was mended", ids("a", "b"), "b", ids("a"), "a"],
    ["goes on among findings that say the same", FOUND, "w1", FOUND.filter(({ id }) => id !== "w1"), "w2"],
    ["chooses none where none was chosen", FOUND, undefined, FOUND, undefined],
    ["chooses none where none is left", ids("a"), "a", [], undefined],
  ])("%s", (_, before, chosen, after, expected) => {
    expect(followFinding(before, chosen, after)).toBe(expected);
  });
});
