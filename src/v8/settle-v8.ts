/**
 * What V8 is asked for before the work of a command begins. Most runs take less than half a second, and V8 is made for
 * pages that stay open: on two cores, what it does beside a short run is taken from the run. Long runs lose no time by it,
 * and some megabytes (docs/performance.md).
 *
 * Not before what is needed has been loaded: compiled code, that of Node's own modules too, holds under the very same
 * flags. A thread that begins after the first flag is asked for takes 22 ms longer to begin.
 */
import { setFlag, switchFlag, testedNode } from "./v8-flags.js";

/** A flag, what it is set to, and what it is by itself. */
type Setting = readonly [name: string, ours: number | boolean, own: number | boolean];

/**
 * Functions compiled for speed, in the background: a build of eight pages is over before that has paid. Node 20 counts bytes
 * of bytecode that ran, later ones calls.
 */
const laterOn = (node: number): Setting =>
  node === 20 ? ["interrupt-budget", 800_000, 67_584] : ["invocation-count-for-maglev", 12_000, 400];

const SETTINGS: readonly Setting[] = [
  // V8 compiles a pattern when it first runs, tidies that up, and compiles it for the machine when it runs again. A build
  // has some four hundred, and most run a few times.
  ["regexp-tier-up-ticks", 20, 1],
  ["regexp-peephole-optimization", false, true],
  // Old garbage is looked for in small steps, so that no page stands still: nobody sees one of ours do so.
  ["incremental-marking", false, true],
  // What was compiled is kept to the end, to be kept for the next run.
  ["flush-bytecode", false, true],
];

function settings(): readonly Setting[] {
  const node = testedNode();
  return node === undefined ? [] : [laterOn(node), ...SETTINGS];
}

/** V8 reads all of these anew wherever it asks for them. */
export function settleV8(): void {
  for (const [name, ours] of settings()) ask(name, ours);
}

/** Takes it back, at the end of a run: code that is compiled by now is then kept as that of a run which begins. */
export function unsettleV8(): void {
  for (const [name, , own] of settings()) ask(name, own);
}

function ask(name: string, value: number | boolean): void {
  if (typeof value === "number") setFlag(name, value);
  else switchFlag(name, value);
}
