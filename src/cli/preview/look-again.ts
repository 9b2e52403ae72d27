/**
 * What the watch may miss: a save before it has taken hold on a busy machine, or on a share that tells of no changes.
 * The files of the last build are looked at twice a second, which costs next to nothing.
 */
import { statSync } from "node:fs";
import { type Clock, SYSTEM_CLOCK } from "../watch/clock.js";

const LOOK_MS = 500;

export interface SecondLook {
  /** A build begins: what its files look like now is what it is made of. */
  readonly begin: () => void;
  /** @param files that the build read, absolute */
  readonly end: (files: readonly string[]) => void;
  readonly close: () => void;
}

export interface SecondLookOptions {
  readonly clock?: Pick<Clock, "every">;
  /** what a file looks like at this moment */
  readonly stampOf?: (path: string) => string;
}

/** @param note told of a file that is no longer as it was when the last build began */
export function lookAgain(
  note: (path: string) => void,
  { clock = SYSTEM_CLOCK, stampOf = stampOnDisk }: SecondLookOptions = {},
): SecondLook {
  let known = new Map<string, string>();
  const stop = clock.every(LOOK_MS, () => {
    for (const [path, stamp] of known) {
      const now = stampOf(path);
      if (now === stamp) continue;
      known.set(path, now);
      note(path);
    }
  });
  return {
    begin() {
      known = new Map([...known.keys()].map((path) => [path, stampOf(path)]));
    },
    end(files) {
      // What an issue that cannot be read was made of is waited for.
      if (files.length > 0) known = new Map(files.map((path) => [path, known.get(path) ?? stampOf(path)]));
    },
    close: stop,
  };
}

function stampOnDisk(path: string): string {
  try {
    const { ino, size, mtimeNs } = statSync(path, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch {
    return "";
  }
}
