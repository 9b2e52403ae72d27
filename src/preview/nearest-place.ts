/** Which piece of the source a point on the page means. */
import type { PagePlace } from "./protocol.js";

/**
 * The place at a point, else the nearest within `reach`; of several that cover it the smallest.
 * @param x, y, reach in points
 */
export function nearestPlace(
  places: readonly PagePlace[],
  x: number,
  y: number,
  reach: number,
): PagePlace | undefined {
  const [nearest] = places
    .map((place) => ({ place, distance: distanceTo(place, x, y), size: place.width * place.height }))
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance || a.size - b.size);
  return nearest?.place;
}

const distanceTo = (place: PagePlace, x: number, y: number): number =>
  Math.hypot(beyond(x, place.x, place.width), beyond(y, place.y, place.height));

/** How far outside of a stretch; 0 within. */
const beyond = (at: number, start: number, length: number): number =>
  Math.max(0, start - at, at - start - length);
