/**
 * The process in which draws are run: fuzz.judge.ts starts it, tells it which, and ends it where it hangs. Tells
 * its parent at which draw it is, what was wrong with which, and at the end what each kind took.
 */
import { type Draw, drawOf, type Kind } from "./draws.js";
import { faultsOf } from "./judge-draw.js";

/** What the parent says first. */
export interface Task {
  readonly seed: number;
  readonly from: number;
  /** the number behind the last */
  readonly to: number;
  /** an empty folder, the only one that may be written in */
  readonly scratch: string;
}

/** What the parent is told. */
export type Told =
  | { readonly kind: "at"; readonly draw: number }
  | { readonly kind: "fault"; readonly draw: number; readonly of: Kind; readonly words: string }
  | { readonly kind: "done"; readonly tallies: Readonly<Record<string, Tally>>; readonly peakMib: number };

/** What the draws of a kind took, in milliseconds. */
export interface Tally {
  draws: number;
  all: number;
  slowest: number;
  slowestDraw: number;
}

const tell = (told: Told): void => void process.send?.(told);

process.once("message", (task: Task) => void run(task));
process.on("unhandledRejection", (reason) => {
  throw reason;
});

async function run({ seed, from, to, scratch }: Task): Promise<void> {
  const tallies: Record<string, Tally> = {};
  for (let number = from; number < to; number += 1) {
    tell({ kind: "at", draw: number });
    const draw = drawOf(seed, number);
    const started = performance.now();
    for (const words of await judged(draw, scratch))
      tell({ kind: "fault", draw: number, of: draw.kind, words });
    const took = performance.now() - started;
    tallies[draw.kind] ??= { draws: 0, all: 0, slowest: 0, slowestDraw: number };
    const tally = tallies[draw.kind];
    if (tally === undefined) continue;
    tally.draws += 1;
    tally.all += took;
    if (took > tally.slowest) {
      tally.slowest = took;
      tally.slowestDraw = number;
    }
  }
  tell({ kind: "done", tallies, peakMib: Math.ceil(process.resourceUsage().maxRSS / 1024) });
  process.disconnect?.();
}

async function judged(draw: Draw, scratch: string): Promise<readonly string[]> {
  try {
    return await faultsOf(draw, scratch);
  } catch (fault) {
    return [fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)];
  }
}
