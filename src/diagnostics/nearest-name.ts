/**
 * «Did you mean»: the name in a list that a mistyped one most likely stands for. Used for keys,
 * sections, files, units and rules. Distances are Levenshtein's, counted in UTF-16 units.
 */
import { distance } from "fastest-levenshtein";

/** More names than any house has; what a hostile file holds beyond them is not compared. */
const MOST_NAMES = 2000;
/** Names longer than this are not compared: the distance costs their product. */
const LONGEST_NAME = 200;

/**
 * @param candidates names that would have been right; a tie goes to the first
 * @returns the nearest one where it is near enough to be meant, else undefined
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = normalise(name);
  if (wanted.length === 0 || wanted.length > LONGEST_NAME) return undefined;
  let nearest: string | undefined;
  let least = tolerance(wanted) + 1;
  let compared = 0;
  for (const candidate of candidates) {
    compared += 1;
    if (compared > MOST_NAMES) break;
    if (candidate.length > LONGEST_NAME || Math.abs(candidate.length - wanted.length) >= least) continue;
    const steps = distance(wanted, normalise(candidate));
    if (steps < least) {
      nearest = candidate;
      least = steps;
    }
  }
  return nearest;
}

/** @returns whether two names are one but for capitals, widths, spaces, hyphens and low lines */
export const isSameName = (one: string, other: string): boolean => letters(one) === letters(other);

/** @returns whether one character more, less or other makes one name of another */
export const isOneSlip = (one: string, other: string): boolean =>
  Math.max(one.length, other.length) <= LONGEST_NAME && distance(normalise(one), normalise(other)) <= 1;

const letters = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");

/** A third of the name may differ; in two characters, one. */
const tolerance = (name: string): number => Math.max(1, Math.ceil(name.length / 3));

const normalise = (name: string): string => name.trim().toLowerCase().replaceAll("_", "-");
