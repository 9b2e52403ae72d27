/** Items to other places: by a step of the keyboard, by a drop. */
import { describe, expect, it } from "vitest";
import { dropItem, placeItem, stepItem } from "../../src/preview/move-item.js";
import { sectionsOf } from "./example-state.js";

const SECTIONS = sectionsOf({ 要闻: ["a", "b"], 动态: ["c"], 简讯: [] });

const after = (path: string, place: ReturnType<typeof stepItem>) =>
  place &&
  Object.fromEntries(
    placeItem(SECTIONS, path, place).map(({ name, items }) => [name, items.map((each) => each.path)]),
  );

describe("a step", () => {
  it.each([
    ["down within its section", "a", 1, { 要闻: ["b", "a"], 动态: ["c"], 简讯: [] }],
    ["up within its section", "b", -1, { 要闻: ["b", "a"], 动态: ["c"], 简讯: [] }],
    ["down into the next section, at its head", "b", 1, { 要闻: ["a"], 动态: ["b", "c"], 简讯: [] }],
    ["up into the section before, at its foot", "c", -1, { 要闻: ["a", "b", "c"], 动态: [], 简讯: [] }],
    ["into a section that is empty", "c", 1, { 要闻: ["a", "b"], 动态: [], 简讯: ["c"] }],
    ["no further up", "a", -1, undefined],
    ["of what is not there", "x", 1, undefined],
  ] as const)("%s", (_, path, step, expected) => {
    expect(after(path, stepItem(SECTIONS, path, step))).toEqual(expected);
  });
});

describe("a drop", () => {
  it.each([
    ["behind its neighbour", "a", { section: "要闻", index: 2 }, { 要闻: ["b", "a"], 动态: ["c"], 简讯: [] }],
    ["before its neighbour", "b", { section: "要闻", index: 0 }, { 要闻: ["b", "a"], 动态: ["c"], 简讯: [] }],
    ["into another section", "a", { section: "动态", index: 1 }, { 要闻: ["b"], 动态: ["c", "a"], 简讯: [] }],
    ["before itself changes nothing", "a", { section: "要闻", index: 0 }, undefined],
    ["behind itself changes nothing", "a", { section: "要闻", index: 1 }, undefined],
  ] as const)("%s", (_, path, gap, expected) => {
    expect(after(path, dropItem(SECTIONS, path, gap))).toEqual(expected);
  });
});
