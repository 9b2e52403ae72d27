/**
 * V8's own threads, beside two of ours. They compile hot functions while ours run on, and help to look for garbage while ours
 * wait: of a long build in two threads on two cores V8's took 3.1 of 7.1 s of CPU time, and ours waited for a core. So less is
 * compiled for speed, and each thread looks for what is new and dead by itself; settle-v8.ts has asked for more of the kind.
 */
import { setFlag, switchFlag, testedNode } from "./v8-flags.js";

/** Node 20, by the bytecode that a function has run: half as much again as settle-v8.ts asks for. */
const BUDGET_BYTES = 1_200_000;
/** Node 22 and later, by how often a function has run, which is 3,000 by itself: their quick compiler serves till then. */
const RUNS = 20_000;
/** Bytecode of others that goes into one function, 920 by itself: a third takes less than half of the time. */
const INLINED_BYTES = 300;

let isSpared = false;

/** Stays as it was last asked for. */
export function spareCores(): void {
  if (isSpared) return;
  isSpared = true;
  if (testedNode() === 20) setFlag("interrupt-budget", BUDGET_BYTES);
  else setFlag("invocation-count-for-turbofan", RUNS);
  setFlag("max-inlined-bytecode-size-cumulative", INLINED_BYTES);
  switchFlag("parallel-scavenge", false);
}
