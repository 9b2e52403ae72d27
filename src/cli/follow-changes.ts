/**
 * From changes of files to builds. A save is seldom one step: a file is emptied and then written, or
 * another one is renamed over it. The watch (watch-issues.ts) tells of the first step; the files
 * themselves tell when there is no other. Changes that come together make one build, and so do all
 * those that come while one is going on.
 */
import { statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** A file that stays as it is for so long is written whole: the steps of a save follow within a millisecond or two. */
const REST_MILLISECONDS = 5;
/** An empty file is most likely about to be written; on a share that may take this long. */
const EMPTY_MILLISECONDS = 100;
/** Of a file that never rests the state of the moment is taken. */
const LONGEST_MILLISECONDS = 1000;
/**
 * chokidar says nothing of a file for 50 ms behind what it said last, and what happens then goes unsaid:
 * this much later the files are looked at once more.
 */
const AGAIN_MILLISECONDS = 60;

export interface Follower {
  /** @param path a file that came, went or changed */
  readonly note: (path: string) => void;
  /** Lets the build that is going on come to its end; none begins behind it. */
  readonly end: () => Promise<void>;
}

/** @param build begins at once, and again behind changes; two never run beside each other */
export function followChanges(build: () => Promise<void>): Follower & { readonly first: Promise<void> } {
  const first = build();
  let running = first;
  let changed = new Set<string>();
  let isEnded = false;
  const note = (path: string) => {
    const isFirst = changed.size === 0;
    changed.add(path);
    // The first one sees to the build, which those that follow join.
    if (isFirst) void buildAtRest();
  };
  const buildAtRest = async () => {
    await running;
    const stamps = await untilAtRest(changed);
    if (isEnded) return;
    const built = changed;
    changed = new Set();
    running = build();
    await Promise.all([running, wait(AGAIN_MILLISECONDS, undefined, { ref: false })]);
    if (!isEnded && stampsOf(built) !== stamps) for (const path of built) note(path);
  };
  return {
    first,
    note,
    end() {
      isEnded = true;
      return running;
    },
  };
}

/** What files look like at one moment: the same as long as nothing happens to them. */
type Stamps = string;

/** @param paths files that are changing; others may join them meanwhile */
async function untilAtRest(paths: ReadonlySet<string>): Promise<Stamps> {
  const started = performance.now();
  let before = stampsOf(paths);
  for (;;) {
    await wait(REST_MILLISECONDS);
    const now = stampsOf(paths);
    const waited = performance.now() - started;
    const patience = [...paths].some(isEmpty) ? EMPTY_MILLISECONDS : 0;
    if ((now === before && waited >= patience) || waited >= LONGEST_MILLISECONDS) return now;
    before = now;
  }
}

const stampsOf = (paths: Iterable<string>): Stamps => [...paths].map(stampOf).join("\n");

function stampOf(path: string): string {
  const facts = statSync(path, { bigint: true, throwIfNoEntry: false });
  return facts === undefined ? path : `${path} ${facts.ino} ${facts.size} ${facts.mtimeNs}`;
}

const isEmpty = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.size === 0;
