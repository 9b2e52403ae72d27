/** Which item is the one that is read, of several on a page. */
import { expect, it } from "vitest";
import { currentItem } from "../../src/preview/current-item.js";

const ITEMS = [
  { path: "a", title: "甲", page: 2 },
  { path: "b", title: "乙", page: 2 },
  { path: "c", title: "丙", page: 2 },
  { path: "d", title: "丁", page: 4 },
  { path: "unprinted", title: "戊" },
];

it.each([
  ["none before the first begins", 1, undefined, undefined],
  ["the first that begins on the page", 2, undefined, "a"],
  ["the one that was pointed to, of those on the page", 2, "b", "b"],
  ["the last that begins on the page, when it was pointed to", 2, "c", "c"],
  ["the one that goes on over a page where none begins", 3, undefined, "c"],
  ["the one that goes on, though another was pointed to before", 3, "a", "c"],
  ["the first that begins, though one goes on above it", 4, undefined, "d"],
  ["the one that goes on, when it was pointed to", 4, "c", "c"],
  ["none that is not printed", 2, "unprinted", "a"],
] as const)("%s", (_, page, pointed, path) => {
  expect(currentItem(ITEMS, page, pointed)?.path).toBe(path);
});
