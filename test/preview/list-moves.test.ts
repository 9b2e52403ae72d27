/** Where arrows lead in a list. */
import { expect, it } from "vitest";
import { moveInList } from "../../src/preview/list-moves.js";

it.each([
  ["ArrowDown", 0, 3, 1],
  ["ArrowDown", 2, 3, 2],
  ["ArrowUp", 0, 3, 0],
  ["k", 2, 3, 1],
  ["Home", 2, 3, 0],
  ["End", 0, 3, 2],
  ["ArrowDown", -1, 3, 0],
  ["ArrowDown", 0, 0, undefined],
  ["Enter", 1, 3, undefined],
])("%s from %i of %i leads to %s", (key, index, length, expected) => {
  expect(moveInList(key, index, length)).toBe(expected);
});
