/**
 * In which order other weights stand in for one that a family lacks.
 * @see CSS Fonts Module Level 4, 5.2 (matching font styles, item 4 on font-weight)
 */

const WEIGHTS = [100, 200, 300, 400, 500, 600, 700, 800, 900];

/** @returns all weights, the one asked for first */
export function weightsByNearness(asked: number): readonly number[] {
  const lighter = WEIGHTS.filter((weight) => weight < asked).reverse();
  const heavier = WEIGHTS.filter((weight) => weight > asked);
  if (asked > 500) return [asked, ...heavier, ...lighter];
  if (asked < 400) return [asked, ...lighter, ...heavier];
  const upToMedium = heavier.filter((weight) => weight <= 500);
  return [asked, ...upToMedium, ...lighter, ...heavier.filter((weight) => weight > 500)];
}
