/**
 * What V8 is asked for before the work of a command begins. Most runs take less than half a second, and V8 is made for
 * pages that stay open: on two cores, what it does beside a short run is taken from the run. Long runs lose no time by it,
 * and some megabytes (docs/performance.md).
 *
 * Not before what is needed has been loaded: compiled code, that of Node's own modules too, holds under the very same
 * flags. A thread that begins after the first flag is asked for takes 22 ms longer to begin.
 *
 * Of how V8 looks for garbage only what it asks for at the beginning of each look: another thread may be at it, and with
 * `incremental-marking` turned off meanwhile V8 ends the process.
 */
import { setFlag, switchFlag, testedNode } from "./v8-flags.js";

/** How much there is to do: a short run is over before functions that were compiled for speed have paid for that. */
export type RunLength = "short" | "long";

/**
 * Settles V8, once: the first that asks decides.
 * @param delays tells a thread that has been begun; true where it is too early: whoever asks does so again
 */
export type Settle = (run: RunLength, delays?: (run: RunLength) => boolean) => void;

/** A flag, what it is set to, and what it is by itself. */
type Setting = readonly [name: string, ours: number | boolean, own: number | boolean];

/** Functions compiled for speed, in the background: not at all. */
const NEVER: readonly Setting[] = [
  ["opt", false, true],
  ["maglev", false, true],
];
/** Later: Node 20 counts bytes of bytecode that ran, later ones calls. */
const LATER_BY_BYTES: readonly Setting[] = [["interrupt-budget", 800_000, 67_584]];
const LATER_BY_CALLS: readonly Setting[] = [["invocation-count-for-maglev", 12_000, 400]];

/** In Node 20 maglev is off, in 22 it depends on the release, and what `opt` is cannot be taken back. */
const OPTIMISING: Readonly<Record<number, Readonly<Record<RunLength, readonly Setting[]>>>> = {
  20: { short: NEVER.slice(0, 1), long: LATER_BY_BYTES },
  22: { short: LATER_BY_CALLS, long: LATER_BY_CALLS },
  24: { short: NEVER, long: LATER_BY_CALLS },
  26: { short: NEVER, long: LATER_BY_CALLS },
};

/**
 * V8 compiles a pattern when it first runs, tidies that up, and compiles it for the machine when it runs again. A build has
 * some four hundred, and most run a few times.
 */
const PATTERNS: readonly Setting[] = [
  ["regexp-tier-up-ticks", 20, 1],
  ["regexp-peephole-optimization", false, true],
];

/**
 * When V8 looks for garbage in a short run, and with how many threads. It looks through the whole heap when what lives has
 * grown by some eight megabytes, less what it keeps free for what is new: with little of that, and nothing looked for
 * before the very end of it, a short run is over before. And other threads that help look for garbage wait for a core, and
 * with them the thread whose garbage it is. Together a tenth of the time of eight pages.
 */
const GARBAGE_OF_SHORT: readonly Setting[] = [
  ["parallel-scavenge", false, true],
  ["semi-space-growth-factor", 1, 2],
  ["incremental-marking-hard-trigger", 100, 0],
];

/** V8 reads all of these anew wherever it asks for them. */
export function settleV8(run: RunLength): void {
  const optimising = OPTIMISING[testedNode() ?? 0];
  if (optimising === undefined) return;
  const garbage = run === "short" ? GARBAGE_OF_SHORT : [];
  for (const [name, ours] of [...optimising[run], ...PATTERNS, ...garbage]) ask(name, ours);
}

/**
 * Takes back whatever was asked for, by any thread, at the end of a run: code that is compiled by now is then kept as that of
 * a run which begins. What a long issue has asked for besides is taken back in part.
 */
export function unsettleV8(): void {
  const optimising = OPTIMISING[testedNode() ?? 0];
  if (optimising === undefined) return;
  const all = [...optimising.short, ...optimising.long, ...PATTERNS, ...GARBAGE_OF_SHORT];
  for (const [name, , own] of all) ask(name, own);
}

function ask(name: string, value: number | boolean): void {
  if (typeof value === "number") setFlag(name, value);
  else switchFlag(name, value);
}
