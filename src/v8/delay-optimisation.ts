/**
 * When V8 begins to compile for speed. That of Node 20 does so after 132 KB of bytecode, finds its guesses
 * wrong, and does much of it again: a quarter of a build's processor time. Asked to wait until a function has
 * run three times as long it loses nothing on long runs. Node 22 and later have a compiler in between and gain
 * nothing, so they keep their default.
 */
import { setFlag, testedNode } from "./v8-flags.js";

const BUDGET_BYTES = 400_000;

/** V8 reads this flag anew for each function. Not for the shortest runs: node:v8 itself takes 4 ms to load. */
export function delayOptimisation(): void {
  if (testedNode() === 20) setFlag("interrupt-budget", BUDGET_BYTES);
}
