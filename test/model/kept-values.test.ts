/** What is kept from one round to the next: given again under the very same circumstances, let go where it is not asked for. */
import { expect, test } from "vitest";
import { keepNothing, keptValues } from "../../src/model/kept-values.js";
import { isSameData, latestSame } from "../../src/model/same-data.js";

const counted = () => {
  let made = 0;
  return () => {
    made += 1;
    return made;
  };
};

test("a value is kept as long as key and circumstances are the very same", () => {
  const kept = keptValues<string, number>();
  const make = counted();
  const house = { name: "青岚" };
  const first = kept.open();
  expect(first("a", [house, 1], make)).toBe(1);
  expect(first("a", [house, 1], make)).toBe(1);
  const second = kept.open();
  expect(second("a", [house, 1], make)).toBe(1);
  expect(second("a", [{ name: "青岚" }, 1], make)).toBe(2);
  expect(second("a", [house], make)).toBe(3);
});

test("what a round did not ask for is let go", () => {
  const kept = keptValues<string, number>();
  const make = counted();
  kept.open()("a", [], make);
  kept.open()("b", [], make);
  expect(kept.open()("a", [], make)).toBe(3);
});

test("where nothing is kept all is made", () => {
  const make = counted();
  expect([keepNothing("a", [], make), keepNothing("a", [], make)]).toEqual([1, 2]);
});

const bytes = new Uint8Array([1]);
const print = () => "";

test.each<[string, unknown, unknown, boolean]>([
  ["records", { a: [1, { b: undefined }] }, { a: [1, { b: undefined }] }, true],
  ["a field more", { a: 1 }, { a: 1, b: undefined }, false],
  ["a field of another name", { a: undefined }, { b: undefined }, false],
  ["lists in another order", [1, 2], [2, 1], false],
  ["a longer list", [1], [1, 2], false],
  ["maps", new Map([["a", [1]]]), new Map([["a", [1]]]), true],
  [
    "maps in another order",
    new Map([
      ["a", 1],
      ["b", 2],
    ]),
    new Map([
      ["b", 2],
      ["a", 1],
    ]),
    false,
  ],
  ["sets", new Set(["a"]), new Set(["b"]), false],
  ["a list and a record", [], {}, false],
  ["null and a record", null, {}, false],
  ["the same bytes", { bytes }, { bytes }, true],
  ["equal bytes", bytes, new Uint8Array([1]), false],
  ["the same function", { print }, { print }, true],
  ["another function", { print }, { print: () => "" }, false],
  ["dates", new Date(0), new Date(0), false],
])("%s", (_, a, b, isSame) => {
  expect(isSameData(a, b)).toBe(isSame);
  expect(isSameData(b, a)).toBe(isSame);
});

test("the object before is given again where the new one says the same", () => {
  const same = latestSame<{ readonly name: string }>();
  const first = same({ name: "青岚" });
  expect(same({ name: "青岚" })).toBe(first);
  const other = same({ name: "云湖" });
  expect(other).toEqual({ name: "云湖" });
  expect(same({ name: "云湖" })).toBe(other);
});
