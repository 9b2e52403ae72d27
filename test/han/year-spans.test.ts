/** Two years in front of 百年 span a time: no amount is told by them. */
import { expect, it } from "vitest";
import { findRanges } from "../../src/han/find-ranges.js";

it.each(["建党百年（1921-2021百年历程）", "1919-2019百年回望"])("no quantity in %s", (text) => {
  expect(findRanges(text).filter(({ kind }) => kind === "quantity")).toEqual([]);
});
