/** How large pictures are printed, alone and side by side, in a column 100 wide whose lines are 10 high. */
import { describe, expect, it } from "vitest";
import { type PictureRoom, pictureSize, rowSizes } from "../../src/model/picture-size.js";
import type { Figure, PictureWidth } from "../../src/model/text.js";

const ROOM: PictureRoom = {
  measure: 100,
  pitch: 10,
  gap: 4,
  style: { minDpi: 72, maxLines: 9, minScale: 0.7 },
};

const picture = (widthPx: number, heightPx: number, width?: PictureWidth) => ({
  image: { state: "found", path: "a.png", widthPx, heightPx } as Extract<Figure["image"], { state: "found" }>,
  width,
});
const percent = (value: number): PictureWidth => ({ unit: "percent", value });
const sizes = (row: ReturnType<typeof picture>[]) =>
  rowSizes(row, ROOM).map(({ width, height }) => [Math.round(width), Math.round(height)]);

describe("pictures side by side", () => {
  it.each([
    [
      "without widths, fill the column",
      [picture(400, 300), picture(300, 300)],
      [
        [55, 41],
        [41, 41],
      ],
    ],
    [
      "are no higher than a picture may be",
      [picture(100, 300), picture(100, 300)],
      [
        [30, 90],
        [30, 90],
      ],
    ],
    [
      "of which one has a width, are as high as that",
      [picture(400, 200, percent(50)), picture(200, 200)],
      [
        [48, 24],
        [24, 24],
      ],
    ],
    [
      "of which one has a width that leaves too little, fill the column",
      [picture(400, 200, percent(90)), picture(200, 200)],
      [
        [64, 32],
        [32, 32],
      ],
    ],
    [
      "all with widths, are as wide as these",
      [picture(400, 200, percent(30)), picture(200, 200, percent(60))],
      [
        [29, 14],
        [58, 58],
      ],
    ],
    [
      "with widths that come to more than the column, shrink together",
      [picture(200, 200, percent(70)), picture(200, 200, percent(70))],
      [
        [48, 48],
        [48, 48],
      ],
    ],
    ["that are one, are as one alone", [picture(60, 30)], [[60, 30]]],
  ])("%s", (_, row, expected) => {
    expect(sizes(row)).toEqual(expected);
  });

  it("one alone keeps its pixels, its width and the height of a picture", () => {
    expect(pictureSize(picture(60, 30), ROOM)).toEqual({ width: 60, height: 30 });
    expect(pictureSize(picture(60, 30, percent(80)), ROOM)).toEqual({ width: 80, height: 40 });
    expect(pictureSize(picture(600, 600), ROOM)).toEqual({ width: 90, height: 90 });
  });
});
