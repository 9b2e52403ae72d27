/**
 * The website's folder on this disk: what is new is staged (site-stage.ts), what is the same is not touched, what nobody
 * of us wrote is never replaced, and what no longer belongs is taken away where it still is what we wrote.
 */
import { dirname, join } from "node:path";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { entryAt } from "../../disk/file-facts.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { refuseWayOut } from "../../disk/stay-inside.js";
import { sameNameKey } from "../../read/file-names.js";
import type { SiteFile } from "../../site/site-facts.js";
import { isOwnPath, RECORD_FILE } from "./site-record.js";
import { digestAt, digestOf, MOST_BYTES, placeOfOld, type Removal, type SiteStage } from "./site-stage.js";
import { foreignFile, linkedOut } from "./site-trouble.js";

export interface SiteFolder {
  /** @throws EnvironmentError where somebody else's file stands in the place of one */
  readonly put: (files: readonly SiteFile[]) => void;
  /** says of files of an earlier run that they belong to the website still; @returns false where one is not as it was written */
  readonly keep: (paths: readonly string[]) => boolean;
  /** the same of files that cannot be made again, whatever has become of them */
  readonly leave: (paths: readonly string[]) => void;
  /** whether it was put, and not kept */
  readonly isNew: (path: string) => boolean;
  /** text of a file of ours that is as we wrote it */
  readonly read: (path: string) => string | undefined;
  /** makes it all so; of pages that somebody has changed and that are ours still, those that are named go as well; @returns what stays of it */
  readonly commit: (
    record: (files: ReadonlyMap<string, string>) => Uint8Array,
    isTakenAway: (path: string) => boolean,
  ) => readonly string[];
  readonly changes: () => SiteChanges;
}

/** Paths of what a run did to the website. */
export interface SiteChanges {
  readonly files: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
}

/** @param before files of earlier runs with their digests */
export function siteFolder(
  out: string,
  { before, stage }: { readonly before: ReadonlyMap<string, string>; readonly stage: SiteStage },
): SiteFolder {
  const files = new Map<string, string>();
  const staged = new Map<string, string>();
  const made = new Set<string>();
  const safe = new Set<string>();
  const oldNames = new Map([...before.keys()].map((path) => [sameNameKey(path), path]));
  const removed = new Set<string>();

  const placeOf = (path: string): string => {
    if (!isOwnPath(path)) throw new Error(`“${path}” is no path of a website`);
    const place = join(out, path);
    const folder = dirname(place);
    if (!safe.has(folder)) {
      refuseLink(place, out);
      safe.add(folder);
    }
    return place;
  };

  /** Of an earlier run, under this name or, where a system takes two for one, under one that it takes for it. */
  const isOurs = (path: string, place: string): boolean => {
    if (before.has(path)) return true;
    const alike = oldNames.get(sameNameKey(path));
    if (alike === undefined) return false;
    const [one, other] = [entryAt(place), entryAt(join(out, alike))];
    return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
  };

  const isAsWritten = (path: string): boolean => before.get(path) === digestAt(join(out, path));

  return {
    put(given) {
      for (const { path, bytes } of given) {
        const place = placeOf(path);
        const digest = digestOf(bytes);
        if (files.get(path) === digest) continue;
        made.add(path);
        files.set(path, digest);
        if (digestAt(place) === digest && (before.has(path) || !oldNames.has(sameNameKey(path)))) {
          if (staged.delete(path)) stage.drop(path);
          continue;
        }
        if (entryAt(place) !== undefined && !isOurs(path, place)) throw foreignFile(place);
        stage.put(path, bytes);
        staged.set(path, digest);
      }
    },
    keep(paths) {
      const isWhole = paths.every((path) => {
        const digest = before.get(path);
        return digest !== undefined && (files.get(path) ?? digestAt(join(out, path))) === digest;
      });
      if (isWhole) for (const path of paths) files.set(path, before.get(path) ?? "");
      return isWhole;
    },
    leave(paths) {
      for (const path of paths) {
        const digest = before.get(path);
        if (digest !== undefined && !files.has(path)) files.set(path, digest);
      }
    },
    isNew: (path) => made.has(path),
    read(path) {
      const digest = files.get(path) ?? before.get(path);
      const place = staged.has(path) ? stage.placeOf(path) : join(out, path);
      const content = readRegularFile(place, { maxBytes: MOST_BYTES, followsLinks: false });
      if (digest === undefined || content.state !== "found" || digestOf(content.bytes) !== digest)
        return undefined;
      return content.bytes.toString("utf8");
    },
    commit(recordOf, isTakenAway) {
      const newNames = new Set([...files.keys()].map(sameNameKey));
      const present = [...before.keys()].filter(
        (path) => !files.has(path) && placeOfOld(out, path) !== undefined,
      );
      const gone = present.filter(
        (path) => isAsWritten(path) || (isTakenAway(path) && showsOurs(join(out, path))),
      );
      const isGone = new Set(gone);
      const stays = present.filter((path) => !isGone.has(path));
      const removals = gone.map((path): Removal => [path, digestAt(join(out, path)) ?? ""]);
      for (const path of gone) removed.add(path);
      // What somebody has changed stays on record: it is named again, and goes with its issue.
      const changed = stays.filter((path) => showsOurs(join(out, path)));
      const record = recordOf(
        new Map([...files, ...changed.map((path) => [path, before.get(path) ?? ""] as const)]),
      );
      const isSame = digestAt(join(out, RECORD_FILE)) === digestOf(record);
      if (isSame && staged.size === 0 && removals.length === 0) return stays;
      stage.put(RECORD_FILE, record);
      const isInTheWay = ([path]: Removal) => newNames.has(sameNameKey(path));
      stage.commit({
        before: removals.filter(isInTheWay),
        moves: new Map([...staged, [RECORD_FILE, digestOf(record)]]),
        behind: removals.filter((removal) => !isInTheWay(removal)),
      });
      return stays;
    },
    changes: () => ({ files: new Set(files.keys()), written: new Set(staged.keys()), removed }),
  };
}

function refuseLink(place: string, out: string): void {
  try {
    refuseWayOut(place, out);
  } catch (fault) {
    if (!(fault instanceof EnvironmentError)) throw fault;
    throw linkedOut(dirname(place));
  }
}

/** Changed or not, a page of ours says so in its head; pictures are named after their content. */
export function showsOurs(place: string): boolean {
  const content = readRegularFile(place, { maxBytes: MOST_BYTES, followsLinks: false });
  if (content.state !== "found") return false;
  return !place.endsWith(".html") || content.bytes.includes('<meta name="generator" content="bulletin');
}
