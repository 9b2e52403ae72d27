/**
 * The website's folder on this disk: files are written whole, those that are the same are not touched, what nobody of us
 * wrote is never replaced, and what no longer belongs is taken away where it still is what we wrote.
 */
import { createHash } from "node:crypto";
import { rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { entryAt } from "../../disk/file-facts.js";
import { makeFolder } from "../../disk/make-folder.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { refuseWayOut } from "../../disk/stay-inside.js";
import { writeFiles } from "../../disk/write-files.js";
import type { SiteFile } from "../../site/site-facts.js";
import { isOwnPath, JOURNAL_FILE, noteInJournal, RECORD_FILE } from "./site-record.js";
import { foreignFile } from "./site-trouble.js";

/** No page or picture of ours is as large. */
const MOST_BYTES = 256 * 1024 * 1024;
const ANOTHER_FOLDER = { zh: "也可用 --out 换一个文件夹", en: "choose another folder with --out" };

export interface SiteFolder {
  /** @throws EnvironmentError where somebody else's file stands in the place of one */
  readonly put: (files: readonly SiteFile[]) => void;
  /** says of files of an earlier run that they belong to the website still; @returns false where one is not as it was written */
  readonly keep: (paths: readonly string[]) => boolean;
  /** text of a file of ours that is as we wrote it */
  readonly read: (path: string) => string | undefined;
  /** takes away what was ours and was neither put nor kept; @returns paths of what was changed by somebody, and stays */
  readonly sweep: () => readonly string[];
  readonly end: (record: Uint8Array) => void;
  readonly files: ReadonlyMap<string, string>;
  readonly counts: () => { readonly written: number; readonly untouched: number; readonly removed: number };
}

/** @param before files of earlier runs with their digests */
export function siteFolder(out: string, before: ReadonlyMap<string, string>): SiteFolder {
  const files = new Map<string, string>();
  const safe = new Set<string>();
  const written = new Set<string>();
  let removed = 0;

  const placeOf = (path: string): string => {
    if (!isOwnPath(path)) throw new Error(`“${path}” is no path of a website`);
    const place = join(out, path);
    const folder = dirname(place);
    if (!safe.has(folder)) {
      makeFolder(out);
      refuseWayOut(place, out);
      safe.add(folder);
    }
    return place;
  };

  const digestAt = (path: string): string | undefined => {
    const content = readRegularFile(join(out, path), { maxBytes: MOST_BYTES, followsLinks: false });
    return content.state === "found" ? digestOf(content.bytes) : undefined;
  };

  return {
    put(given) {
      const changed = given.flatMap(({ path, bytes }) => {
        const place = placeOf(path);
        const digest = digestOf(bytes);
        const is = digestAt(path);
        const isKnown = files.has(path);
        files.set(path, digest);
        if (is === digest) return [];
        if (!isKnown && !before.has(path) && entryAt(place) !== undefined) throw foreignFile(place);
        return [{ path: place, bytes, own: [path, digest] as const }];
      });
      if (changed.length === 0) return;
      noteInJournal(
        out,
        changed.map(({ own }) => own),
      );
      writeFiles(changed, { elsewhere: ANOTHER_FOLDER, flushes: false });
      for (const { own } of changed) written.add(own[0]);
    },
    keep(paths) {
      const known = paths.map((path) => [path, before.get(path)] as const);
      if (
        !known.every(
          ([path, digest]) => digest !== undefined && (files.get(path) ?? digestAt(path)) === digest,
        )
      )
        return false;
      for (const [path, digest = ""] of known) files.set(path, digest);
      return true;
    },
    read(path) {
      const digest = files.get(path) ?? before.get(path);
      const content = readRegularFile(join(out, path), { maxBytes: MOST_BYTES, followsLinks: false });
      if (digest === undefined || content.state !== "found" || digestOf(content.bytes) !== digest)
        return undefined;
      return content.bytes.toString("utf8");
    },
    sweep() {
      const left: string[] = [];
      for (const [path, digest] of before) {
        if (files.has(path)) continue;
        const place = placeOfOld(out, path);
        if (place === undefined) continue;
        if (!digest.split(" ").includes(digestAt(path) ?? "")) {
          left.push(place);
          continue;
        }
        rmSync(place, { force: true });
        removed += 1;
        removeEmptyFolders(dirname(place), out);
      }
      return left;
    },
    end(record) {
      const place = join(out, RECORD_FILE);
      const content = readRegularFile(place, { maxBytes: MOST_BYTES, followsLinks: false });
      const isSame = content.state === "found" && content.bytes.equals(record);
      if (!isSame) writeFiles([{ path: place, bytes: record }], { elsewhere: ANOTHER_FOLDER });
      rmSync(join(out, JOURNAL_FILE), { force: true });
    },
    files,
    counts: () => ({ written: written.size, untouched: files.size - written.size, removed }),
  };
}

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64url");

/** @returns undefined where nothing is there, or a link on the way leads out of the folder: that is none of ours */
function placeOfOld(out: string, path: string): string | undefined {
  const place = join(out, path);
  if (entryAt(place) === undefined) return undefined;
  try {
    refuseWayOut(place, out);
    return place;
  } catch {
    return undefined;
  }
}

function removeEmptyFolders(folder: string, out: string): void {
  for (let place = folder; place !== out && place.startsWith(out); place = dirname(place)) {
    try {
      rmdirSync(place);
    } catch {
      // Something is left in it.
      return;
    }
  }
}
