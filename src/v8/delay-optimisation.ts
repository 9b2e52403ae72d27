/**
 * When V8 begins to compile for speed. That of Node 20 does so after 132 KB of bytecode, finds its guesses
 * wrong, and does much of it again: a quarter of a build's processor time. Asked to wait until a function has
 * run three times as long it loses nothing on long runs. Node 22 and later have a compiler in between and gain
 * nothing, so they keep their default.
 */
import { clearFlag, setFlag, testedNode } from "./v8-flags.js";

const BUDGET_BYTES = 400_000;

/**
 * Regular expressions: V8 compiles each when it first runs, tidies up what it compiled, and compiles it for the machine
 * when it runs again. A build has some four hundred, large ones, and most run a few times. Node 22 and later keep their
 * default here as well: they would compile anew what they keep of earlier runs, for it holds under the same flags alone.
 */
const PATTERN_RUNS = 20;

/**
 * V8 reads the first anew for each function; only patterns made later wait. Not for the shortest runs: node:v8 itself
 * takes a millisecond to load.
 */
export function delayOptimisation(): void {
  if (testedNode() !== 20) return;
  setFlag("interrupt-budget", BUDGET_BYTES);
  setFlag("regexp-tier-up-ticks", PATTERN_RUNS);
  clearFlag("regexp-peephole-optimization");
}
