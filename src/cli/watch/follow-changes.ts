/**
 * From changes of files to builds. A save is seldom one step: a file is emptied and then written, or
 * another one is renamed over it. The watch (watch-issues.ts) tells of the first step; the files
 * themselves tell when there is no other. Changes that come together make one build, and so do all
 * those that come while one is going on. A change out of the blue is built at once; what follows
 * close upon a build (an editor that saves at every pause, a folder that is copied in) waits until
 * it is quiet, so that a run of saves makes two or three builds and not one each.
 */
import { statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileAt } from "../../disk/file-facts.js";

/** A file that stays as it is for so long is written whole: the steps of a save follow within a millisecond or two. */
const REST_MILLISECONDS = 5;
/** So much quiet ends a run of saves: more than there is between two saves of an editor that saves by itself. */
const QUIET_MILLISECONDS = 150;
/** A change that comes so soon behind a build may be one of a run. */
const RUN_MILLISECONDS = 300;
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

/** Clock and disk, as far as following needs them. */
export interface FollowerSurroundings {
  /** milliseconds from some moment on */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** what a file looks like at this moment: the same as long as nothing happens to it */
  readonly stampOf: (path: string) => string;
  readonly isEmpty: (path: string) => boolean;
}

const DISK_AND_CLOCK: FollowerSurroundings = {
  now: () => performance.now(),
  wait: (milliseconds) => wait(milliseconds, undefined, { ref: false }),
  stampOf(path) {
    try {
      const { ino, size, mtimeNs } = statSync(path, { bigint: true });
      return `${path} ${ino} ${size} ${mtimeNs}`;
    } catch {
      return path;
    }
  },
  isEmpty: (path) => fileAt(path)?.size === 0,
};

/**
 * @param build begins at once, and again behind changes, with the files that changed; two never run
 * beside each other
 */
export function followChanges(
  build: (changed: ReadonlySet<string>) => Promise<void>,
  surroundings: FollowerSurroundings = DISK_AND_CLOCK,
): Follower & { readonly first: Promise<void> } {
  const first = build(new Set());
  let running = first;
  let changed = new Set<string>();
  let isEnded = false;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let lastNote = Number.NEGATIVE_INFINITY;
  const note = (path: string) => {
    const isFirst = changed.size === 0;
    lastNote = surroundings.now();
    changed.add(path);
    // The first one sees to the build, which those that follow join.
    if (isFirst) void buildAtRest();
  };
  const buildAtRest = async () => {
    await running;
    const isRun = surroundings.now() - lastEnd < RUN_MILLISECONDS;
    const quiet = isRun ? QUIET_MILLISECONDS : REST_MILLISECONDS;
    const stamps = await untilAtRest(changed, { quiet, surroundings, since: lastNote });
    if (isEnded) return;
    const built = changed;
    changed = new Set();
    running = build(built);
    await running;
    lastEnd = surroundings.now();
    await surroundings.wait(AGAIN_MILLISECONDS);
    if (!isEnded && stampsOf(built, surroundings) !== stamps) for (const path of built) note(path);
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

interface Rest {
  /** milliseconds for which nothing may happen */
  readonly quiet: number;
  /** when something was last known to happen */
  readonly since: number;
  readonly surroundings: FollowerSurroundings;
}

/**
 * @param paths files that are changing; others may join them meanwhile
 * @returns what they look like once nothing has happened to them for so long
 */
async function untilAtRest(paths: ReadonlySet<string>, rest: Rest): Promise<string> {
  const { quiet, surroundings } = rest;
  const { now, wait: waitFor, isEmpty } = surroundings;
  const started = now();
  let stamps = stampsOf(paths, surroundings);
  let { since } = rest;
  for (;;) {
    await waitFor(REST_MILLISECONDS);
    const seen = stampsOf(paths, surroundings);
    const moment = now();
    if (seen !== stamps) since = moment;
    stamps = seen;
    const patience = [...paths].some(isEmpty) ? EMPTY_MILLISECONDS : 0;
    const isQuiet = moment - since >= quiet && moment - started >= patience;
    if (isQuiet || moment - started >= LONGEST_MILLISECONDS) return stamps;
  }
}

const stampsOf = (paths: Iterable<string>, { stampOf }: FollowerSurroundings): string =>
  [...paths].map(stampOf).join("\n");
