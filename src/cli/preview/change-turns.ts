/**
 * Changes are made one after the other, each of what came of the one before: behind one that has written, the next waits
 * for the build. Whoever else writes to the bulletin, another preview or an import, is waited for, too.
 */
import { findHouse, findRoot } from "../../read/find-house.js";
import { folderOf, type Workspace } from "../../read/workspace.js";
import { inTheirTurn, whileHeld } from "../import/hold-import.js";
import type { Follower } from "../watch/follow-changes.js";

export interface ChangeTurns {
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** @throws EnvironmentError where somebody else goes on writing */
  readonly whileAlone: <T>(write: () => T) => Promise<T>;
  /** Of each change the files are told to whoever builds. */
  readonly tellWritten: (paths: Iterable<string>) => void;
  readonly follow: (follower: Pick<Follower, "note">) => void;
  /** @param build what was written before it begins is in it */
  readonly building: (build: () => Promise<void>) => Promise<void>;
}

export function changeTurns(manifest: string, workspace: Workspace): ChangeTurns {
  let note: (path: string) => void = () => undefined;
  /** told when what they wait for has been built */
  let waiting: (() => void)[] = [];
  let built: Promise<void> = Promise.resolve();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    inTurn(work) {
      const done = turn.then(work);
      turn = done.catch(() => undefined).then(() => built);
      return done;
    },
    whileAlone: (write) => inTheirTurn(async () => whileHeld(rootOf(manifest, workspace), Date.now(), write)),
    tellWritten(paths) {
      for (const path of paths) {
        built = new Promise((settle) => waiting.push(settle));
        note(path);
      }
    },
    follow(follower) {
      note = follower.note;
    },
    async building(build) {
      const served = waiting;
      waiting = [];
      try {
        await build();
      } finally {
        for (const settle of served) settle();
      }
    },
  };
}

function rootOf(manifest: string, workspace: Workspace): string {
  const folder = folderOf(manifest);
  return findRoot(folder, findHouse(folder, workspace), workspace);
}
