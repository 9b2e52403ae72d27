/** A strip that a page may not hold, in slices that keep together as long as one does. */
import type { Part, Strip } from "./strip.js";

/**
 * Cuts a strip at these distances from its top. The slices keep together, and look like the whole, as
 * long as one page holds them all. A part goes to the slice in which its base line or its top stands.
 */
export function sliceStrip(strip: Strip, cuts: readonly number[]): readonly Strip[] {
  const tops = [0, ...cuts];
  const parts = tops.map((): Part[] => []);
  for (const part of strip.parts) {
    const index = Math.max(
      0,
      tops.findLastIndex((top) => placeOf(part) > top - 1e-6),
    );
    parts[index]?.push(raisePart(part, tops[index] ?? 0));
  }
  return tops.map((top, index) => {
    const isLast = index === tops.length - 1;
    const height = (tops[index + 1] ?? strip.height) - top;
    const slice = { height, parts: parts[index] ?? [], keep: !isLast || strip.keep };
    const unnumbered = strip.unnumbered === true ? { unnumbered: true } : {};
    return index === 0
      ? { ...strip, ...slice }
      : { ...slice, ...unnumbered, before: 0, snap: false, notes: [] };
  });
}

function placeOf(part: Part): number {
  if (part.kind === "line") return part.baseline;
  return part.kind === "element" || part.kind === "destination" ? 0 : part.y;
}

function raisePart(part: Part, by: number): Part {
  if (part.kind === "line") return { ...part, baseline: part.baseline - by };
  return part.kind === "element" || part.kind === "destination" ? part : { ...part, y: part.y - by };
}
