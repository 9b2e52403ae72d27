/** Which line of print a click means. */
import { expect, it } from "vitest";
import { nearestPlace } from "../../src/preview/nearest-place.js";

const place = (line: number, y: number, width = 400) => ({
  ...{ x: 100, y, width, height: 18 },
  ...{ path: "items/1.md", line, column: 1 },
});

const PLACES = [place(1, 100), place(2, 129), place(3, 129, 20)];

it.each([
  ["on a line", 300, 110, 1],
  ["between two lines, nearer to the lower", 300, 125, 2],
  ["beside the end of a line", 508, 105, 1],
  ["on two places, of which one is smaller", 110, 135, 3],
  ["far from all", 300, 400, undefined],
])("a click %s", (_, x, y, line) => {
  expect(nearestPlace(PLACES, x, y, 14)?.line).toBe(line);
});

it("means nothing on a page without text of the issue", () => {
  expect(nearestPlace([], 1, 1, 14)).toBeUndefined();
});
