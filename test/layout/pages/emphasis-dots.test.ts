/** 着重号: what gets a dot under it, and where the dots stand. */
import { expect, it } from "vitest";
import { elementNode } from "../../../src/layout/element-node.js";
import { paintLine } from "../../../src/layout/pages/paint-line.js";
import { plainSpan } from "../../../src/layout/paragraph/cell.js";
import { collectText } from "../../../src/layout/paragraph/collect-cells.js";
import { composeParagraph } from "../../../src/layout/paragraph/compose-paragraph.js";
import { inventedStyle } from "../invented-face.js";

/** @returns the middles of the dots, in em */
function dotsUnder(text: string): readonly number[] {
  const span = { ...plainSpan(inventedStyle(), elementNode("P", undefined)), dotted: true };
  const [line] = composeParagraph(collectText(text, span), {
    measure: 200,
    indent: 0,
    align: "left",
    hang: false,
  });
  if (line === undefined) throw new Error("no line");
  const dots = paintLine(line, 0, 0).flatMap((mark) =>
    mark.kind === "glyphs" && !mark.isText ? [mark] : [],
  );
  return dots.flatMap(({ x, glyphs }) => glyphs.dx.map((dx) => Math.round((x + dx) * 10 + 22.5) / 100));
}

it.each([
  ["under each Han, none under marks", "甲，乙", [0.5, 2.5]],
  ["under letters and digits, none under their spaces", "AB 1", [0.25, 0.75, 1.5]],
  ["none under signs", "甲%", [0.5]],
])("%s", (_, text, middles) => {
  expect(dotsUnder(text)).toEqual(middles);
});
