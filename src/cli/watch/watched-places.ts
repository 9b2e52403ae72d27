/**
 * What `bulletin build --watch` keeps an eye on: the issues' folders, and what they are made of besides. Links are
 * watched as links and never gone through, for they may lead round or to half of the disk; what a build read through
 * one is watched where it lies. A place that goes is waited for: what tells of changes is blind to it when it comes
 * back (another branch is checked out, a share is mounted again), and is begun anew then.
 */
import { basename, join, resolve, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type FSWatcher, watch } from "chokidar";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { fileAt } from "../../disk/file-facts.js";
import { realPlace } from "../../disk/stay-inside.js";
import type { MadeOf } from "../../outcomes/fingerprint.js";
import { folderOf } from "../../read/workspace.js";
import { type Clock, SYSTEM_CLOCK } from "./clock.js";
import { isIgnored, isSource, type Places } from "./watched-names.js";

/** A watch takes hold a moment after it is said to be ready; this much later it surely has. */
const HOLD_MILLISECONDS = 200;
/** By then all that was there when the watch began has been met. */
const MEET_MILLISECONDS = 1000;
/** So often places are looked for that went. */
const LOOK_MILLISECONDS = 500;

export interface WatchOptions {
  /** told of each source that came, went or changed, by the name it was given with */
  readonly note: (path: string) => void;
  readonly clock?: Pick<Clock, "every">;
}

export interface Watch {
  /** settles where the system watches no more */
  readonly exhausted: Promise<EnvironmentError>;
  /** settles when the watch has begun */
  readonly ready: Promise<void>;
  /** What was changed since the watch was asked for is reported a moment later, whether or not it was seen. */
  readonly hold: () => void;
  /** From now on what an issue was made of is watched, too. */
  readonly add: (madeOf: MadeOf) => void;
  /** From now on these are the folders of the issues. */
  readonly keep: (folders: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

/** @param folders of the issues, absolute */
export function watchPlaces(first: readonly string[], { note, clock = SYSTEM_CLOCK }: WatchOptions): Watch {
  let folders = first;
  /** where each place really lies, undefined while it is gone, by the name it is known by */
  const places = new Map(folders.flatMap(withHouses).map((name) => [name, realOf(name)] as const));
  const fontFolders = new Set<string>();
  /** places that the watch may have lost hold of; true where their going was noted */
  const lost = new Map<string, boolean>();
  const named = (path: string): string => {
    for (const [name, real = name] of places) {
      if (path === real) return name;
      if (path.startsWith(`${real}${sep}`)) return join(name, path.slice(real.length));
    }
    return path;
  };
  const lookOf = (): Places => ({
    folders: folders.map((folder) => places.get(folder) ?? folder),
    elsewhere: new Set([...places].map(([name, real]) => real ?? name)),
    fontFolders,
  });
  const open = (): { readonly watcher: FSWatcher; readonly ready: Promise<void> } => {
    const look = lookOf();
    const watcher = watch([...look.elsewhere], {
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      ignored: (path) => isIgnored(path, current),
    });
    current = look;
    const begun = Date.now();
    watcher.on("all", (event, path, facts) => {
      // Links that were there before are reported as new ones.
      const isMet = facts?.isSymbolicLink() === true && facts.ctimeMs < begun;
      if (isMet && Date.now() - begun < MEET_MILLISECONDS) return;
      const name = named(path);
      if (places.has(name) && /^unlink/.test(event)) lost.set(name, true);
      if (isSource(path)) note(name);
    });
    watcher.on("raw", (event, itself, details) => {
      const path = watchedPathOf(details);
      const name = named(path);
      // Moved or removed; of a file that is saved by renaming as much is said, and the watch goes on.
      if (event === "rename" && itself === basename(path) && folders.includes(name) && !lost.has(name))
        lost.set(name, false);
    });
    watcher.on("error", (fault) => {
      const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
      if (EXHAUSTED.has(code)) fail(cannotWatch(code));
    });
    return { watcher, ready: new Promise((settle) => watcher.once("ready", settle)) };
  };
  let fail: (fault: EnvironmentError) => void = () => undefined;
  const exhausted = new Promise<EnvironmentError>((settle) => {
    fail = settle;
  });
  let current = lookOf();
  let since = Date.now();
  let isClosed = false;
  let opened = open();
  let looking: Promise<void> = Promise.resolve();

  const openAnew = async (back: readonly string[]) => {
    since = Date.now();
    await opened.watcher.close();
    if (isClosed) return;
    opened = open();
    await opened.ready;
    await wait(HOLD_MILLISECONDS, undefined, { ref: false });
    if (isClosed) return;
    for (const path of changedSince(since, opened.watcher)) note(named(path));
    for (const name of back) note(name);
  };
  const look = async (): Promise<void> => {
    const back: string[] = [];
    for (const [name, before] of places) {
      const real = realOf(name);
      places.set(name, real);
      if (real === undefined) {
        if (before !== undefined && lost.get(name) !== true) note(name);
        lost.delete(name);
      } else if (real !== before || lost.delete(name)) back.push(name);
    }
    if (back.length > 0) await openAnew(back);
  };
  const stopLooking = clock.every(LOOK_MILLISECONDS, () => {
    looking = looking.then(() => (isClosed ? undefined : look()));
  });

  const notePast = (moment: () => number) => {
    const { watcher } = opened;
    setTimeout(() => {
      if (!isClosed) for (const path of changedSince(moment(), watcher)) note(named(path));
    }, HOLD_MILLISECONDS).unref();
  };

  return {
    exhausted,
    ready: opened.ready,
    hold: () => notePast(() => since),
    add({ files, fontFolders: fonts }) {
      for (const folder of fonts) fontFolders.add(realOf(resolve(folder)) ?? resolve(folder));
      const names = [
        ...files.map((path) => resolve(/(^|\/)template\.yaml$/.test(path) ? folderOf(path) : path)),
        ...fonts.map((folder) => resolve(folder)),
      ];
      const fresh = names.filter((name) => !places.has(name) && !isWatchedIn(name, current));
      for (const name of fresh) places.set(name, realOf(name));
      current = lookOf();
      const found = fresh.flatMap((name) => places.get(name) ?? []);
      if (found.length > 0) opened.watcher.add(found);
    },
    keep(next) {
      for (const gone of folders.filter((folder) => !next.includes(folder))) {
        places.delete(gone);
        lost.delete(gone);
      }
      const fresh = next.filter((folder) => !folders.includes(folder)).flatMap(withHouses);
      folders = next;
      const found = fresh.filter((name) => !places.has(name)).map((name) => [name, realOf(name)] as const);
      for (const [name, real] of found) places.set(name, real);
      current = lookOf();
      const moment = Date.now();
      opened.watcher.add(found.flatMap(([, real]) => real ?? []));
      notePast(() => moment);
    },
    async close() {
      isClosed = true;
      stopLooking();
      await opened.watcher.close();
    },
  };
}

/** An issue's folder, and where its house rules may lie. */
const withHouses = (folder: string): readonly string[] => [
  folder,
  resolve(folder, "../bulletin.yaml"),
  resolve(folder, "../../bulletin.yaml"),
];

/** With the system's own marks between folders, as what is watched is reported. */
function realOf(path: string): string | undefined {
  const real = realPlace(path);
  return real === undefined ? undefined : resolve(real);
}

/** @returns true for a file that really lies in the folder of an issue, and is seen there */
const isWatchedIn = (name: string, { folders }: Places): boolean => {
  const real = realOf(name);
  return real === undefined || folders.some((folder) => real.startsWith(`${folder}${sep}`));
};

/** @returns the sources written after a moment, whether or not their watch saw it */
function changedSince(moment: number, watcher: FSWatcher): string[] {
  return Object.entries(watcher.getWatched()).flatMap(([folder, names]) =>
    names
      .map((name) => join(folder, name))
      .filter((path) => isSource(path) && (fileAt(path)?.mtimeMs ?? 0) > moment),
  );
}

const watchedPathOf = (details: unknown): string =>
  typeof details === "object" && details !== null && "watchedPath" in details
    ? String(details.watchedPath)
    : "";

/** No more watches, no more open files. */
const EXHAUSTED = new Set(["ENOSPC", "EMFILE", "ENFILE"]);

const cannotWatch = (code: string) =>
  new EnvironmentError(
    {
      zh: `需要监视的文件太多，超出了系统的限制（${code}），--watch 已停止。`,
      en: `There are more files to watch than the system allows (${code}); --watch has stopped.`,
    },
    {
      zh: "请只对一期使用 --watch，把无关的文件移出它的文件夹，或关闭其他监视文件的程序。",
      en: "Watch a single issue, move unrelated files out of its folder, or close other programs that watch files.",
    },
  );
