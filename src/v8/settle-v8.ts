/**
 * What V8 is asked for before anything else runs. Most runs take less than half a second, and V8 is made for pages that
 * stay open: on two cores, what it does beside a short run is taken from the run. Long runs lose no
 * time by it, and some megabytes (docs/performance.md).
 */
import { clearFlag, setFlag, testedNode } from "./v8-flags.js";

/**
 * Functions compiled for speed, in the background: a build of eight pages is over before that has paid. That of Node 20 is
 * told by bytes of bytecode that ran, of 67,584 by itself; later ones by calls, of 400 and 3,000.
 */
const BUDGET_BYTES = 400_000;
const CALLS_BEFORE_MAGLEV = 4000;
const CALLS_BEFORE_TURBOFAN = 12_000;

/**
 * Regular expressions: V8 compiles each when it first runs, tidies up what it compiled, and compiles it for the machine
 * when it runs again. A build has some four hundred, and most run a few times.
 */
const PATTERN_RUNS = 20;

/** By how much the young generation grows at a time: fewer, longer looks for garbage. */
export const YOUNG_GROWTH = 8;

/** V8 reads these anew wherever it asks for them. What it keeps of compiled code holds under the same flags alone. */
export function settleV8(): void {
  const node = testedNode();
  if (node === undefined) return;
  if (node === 20) {
    setFlag("interrupt-budget", BUDGET_BYTES);
  } else {
    setFlag("invocation-count-for-maglev", CALLS_BEFORE_MAGLEV);
    setFlag("invocation-count-for-turbofan", CALLS_BEFORE_TURBOFAN);
  }
  setFlag("regexp-tier-up-ticks", PATTERN_RUNS);
  clearFlag("regexp-peephole-optimization");
  setFlag("semi-space-growth-factor", YOUNG_GROWTH);
  // Old garbage is looked for in small steps, so that no page stands still: nobody sees one of ours do so.
  clearFlag("incremental-marking");
  // What was compiled is kept to the end, to be kept for the next run.
  clearFlag("flush-bytecode");
}
