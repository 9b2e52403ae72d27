/**
 * Pictures that are printed narrower than their authors ask. Of pictures side by side with widths in per cent the rule
 * image/row-width tells, before any page is composed.
 */
import { type PictureRoom, type PictureSize, roomInRow, wantedWidth } from "../../model/picture-size.js";
import type { Figure } from "../../model/text.js";
import { mmFromPoints } from "../../model/units.js";
import type { Fault } from "../fault.js";

/** Less is not seen, and comes from rounding. */
const LEAST_DIFFERENCE = 1;

/** @param sizes as they are printed at the most */
export function narrowFaults(
  figures: readonly Figure[],
  sizes: readonly PictureSize[],
  room: PictureRoom,
): readonly Fault[] {
  const isAlone = figures.length === 1;
  const measure = isAlone ? room.measure : roomInRow(figures.length, room);
  return figures.flatMap(({ width, destination }, index): Fault[] => {
    if (width === undefined || (!isAlone && width.unit === "percent")) return [];
    const asked = wantedWidth(width, measure);
    const printed = sizes[index]?.width ?? asked;
    if (asked - printed < LEAST_DIFFERENCE) return [];
    const isTooHigh = isAlone && asked <= measure;
    const { span } = destination;
    return [
      {
        kind: "picture-narrowed",
        askedMm: mmFromPoints(asked),
        printedMm: mmFromPoints(printed),
        isTooHigh,
        span,
      },
    ];
  });
}
