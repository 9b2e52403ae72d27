/**
 * What a line costs, in one currency: a line whose gaps all grow by so much. Breaks that cost something
 * (segment-paragraph.ts) are priced by the gaps that they may spare, so that a unit parts only where its line
 * would else be that loose.
 */
import { type Growth, MOST_GROWTH } from "./grow-gaps.js";

/**
 * A stretched line costs in proportion to its gaps up to a tenth of an em, so that what is short is not spread over
 * lines that could be solid; past that it grows with the square, and such a line counts.
 */
const COMFORTABLE_EM = 0.1;
const COST_COMFORTABLE = 20;
const COST_OVERSTRETCHED = 3000;
const COST_LOOSE = 60;
/** What it costs that word spaces and automatic spaces grow, which they do before the rest. */
const COST_SPACES = 4;
/** A line that ends before the edge, and by the square of the em it lacks. */
const COST_RAGGED = 3000;
const COST_MISSING = 300;
const TINY = 1e-6;

/** @returns the price of a line whose gaps between Han grow by so much, in em */
export function priceOfGaps(em: number): number {
  const ratio = em / COMFORTABLE_EM;
  const over = Math.max(0, ratio - 1);
  return (
    COST_COMFORTABLE * ratio +
    ratio * ratio +
    COST_OVERSTRETCHED * over * over +
    (over > TINY ? COST_LOOSE : 0)
  );
}

/** @param gaps how many grow alike */
export function priceOfGrowth(
  { wordShare, autoShare, each, missing }: Growth,
  em: number,
  gaps: number,
): number {
  const spaces = COST_SPACES * Math.max(wordShare, autoShare);
  if (missing <= TINY) return spaces + priceOfGaps(each / em);
  const lacking = (missing / em) ** 2;
  const filled = priceOfGaps(MOST_GROWTH) * (gaps > 0 ? 1 : Math.min(1, lacking));
  return spaces + filled + COST_RAGGED * Math.min(1, lacking) + COST_MISSING * lacking;
}

/** Text set ragged: a quarter of the measure that stays empty is as a tenth of an em to each gap. */
export const priceOfRaggedLine = (emptyShare: number): number =>
  priceOfGaps((COMFORTABLE_EM / 0.25) * emptyShare);
