/**
 * How far the heap may grow before V8 looks for garbage again. By itself V8 lets it grow to three
 * times what was alive: a long issue would take half as much memory again, of things that nobody
 * needs any longer. Over many short ones the more frequent looking costs a fifth more CPU time,
 * and none of them needs it; docs/performance.md has both.
 */
import { setFlagsFromString } from "node:v8";

/** From here on an issue is a long one, some 250 pages. */
const LONG_CHARACTERS = 120_000;

/** By how much of what is alive, in per cent; 0 leaves it to V8. */
const GROWTH_OF_LONG = 40;

/** The last release of Node whose V8 is known to have the flag; an unknown one would be told on standard error. */
const NEWEST_NODE = 24;

let growth = 0;

/** V8 reads this flag anew at each collection, so that it may be set in a running process. */
export function makeRoom(characters: number): void {
  const wanted = characters < LONG_CHARACTERS ? 0 : GROWTH_OF_LONG;
  if (wanted === growth || Number.parseInt(process.versions.node, 10) > NEWEST_NODE) return;
  growth = wanted;
  setFlagsFromString(`--heap-growing-percent=${wanted}`);
}
