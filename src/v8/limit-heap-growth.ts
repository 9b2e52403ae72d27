/**
 * How far the heap may grow before V8 looks for garbage again. By itself V8 lets it grow to three
 * times what was alive: a long issue would take half as much memory again, of things that nobody
 * needs any longer. Over many short ones the more frequent looking costs a fifth more CPU time,
 * and none of them needs it; docs/performance.md has both.
 */
import { spareCores } from "./spare-cores.js";
import { setFlag, testedNode } from "./v8-flags.js";

/** From here on an issue is a long one, some 250 pages. */
const LONG_CHARACTERS = 120_000;

/** By how much of what is alive, in per cent; 0 leaves it to V8. */
const GROWTH_OF_LONG = 80;

export const isLong = (characters: number): boolean => characters >= LONG_CHARACTERS;

let growth = 0;

/** V8 reads these flags anew at each collection, so that they may be set in a running process. */
export function limitHeapGrowth(characters: number, isInTwo: boolean): void {
  const isLongIssue = isLong(characters);
  if (isLongIssue && isInTwo) spareCores();
  const wanted = isLongIssue ? GROWTH_OF_LONG : 0;
  if (wanted === growth) return;
  growth = wanted;
  setFlag("heap-growing-percent", wanted);
  // From Node 24 on the young generation is given more room than before: it stays as large as it is.
  if ((testedNode() ?? 0) >= 24) setFlag("semi-space-growth-factor", isLongIssue ? 1 : 2);
}
