/**
 * From the old website to the new one in one step that is taken whole. What is new is written into a folder beside the pages
 * first; once all of it is there, what is to be done is noted in a journal, done, and the journal taken away. A run that
 * is broken off before the journal has changed nothing; one that is broken off behind it is completed by the next. A
 * folder with the name of the process says that it is at work, so that two do not write one website at a time.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  ftruncateSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { entryAt } from "../../disk/file-facts.js";
import { makeFolder } from "../../disk/make-folder.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { refuseWayOut } from "../../disk/stay-inside.js";
import { removeQuietly, workerOf, workName } from "../../disk/temporary-files.js";
import { explainWriteFault } from "../../disk/write-fault.js";
import { writeFiles } from "../../disk/write-files.js";
import { isOwnPath, RECORD_FILE } from "./site-record.js";
import { anotherRun, halfReplaced } from "./site-trouble.js";

/** No page or picture of ours is as large. */
export const MOST_BYTES = 256 * 1024 * 1024;
const JOURNAL_FILE = ".bulletin-site.journal";
const KIND = "site";
const READY = ".bulletin-site.new";
const DAY_MS = 24 * 60 * 60 * 1000;

/** In this order: what makes room for a name that differs by case alone, what is new, what is old. */
export interface SiteChange {
  readonly before: readonly Removal[];
  /** paths and digests of staged files */
  readonly moves: ReadonlyMap<string, string>;
  readonly behind: readonly Removal[];
}

/** A path, and the digest that it must have to be taken away. */
export type Removal = readonly [path: string, digest: string];

export interface SiteStage {
  /** writes a file for later; @returns nothing of it is to be seen until `commit` */
  readonly put: (path: string, bytes: Uint8Array) => void;
  readonly drop: (path: string) => void;
  /** where the file lies until then */
  readonly placeOf: (path: string) => string;
  readonly commit: (change: SiteChange) => void;
  /** of a replacement that was broken off, what was to be the website's record; undefined where there is none */
  readonly halfMade: Uint8Array | undefined;
  /**
   * ends what was broken off, or takes it back; comes before all that is put
   * @param isDropped what is not carried out of it
   */
  readonly complete: (isDropped: (path: string) => boolean) => void;
  /** takes of what is staged, and stays for the next run, all that is named */
  readonly discard: (isDropped: (path: string) => boolean) => void;
  readonly close: () => void;
}

export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64url");

export function digestAt(place: string): string | undefined {
  const content = readRegularFile(place, { maxBytes: MOST_BYTES, followsLinks: false });
  return content.state === "found" ? digestOf(content.bytes) : undefined;
}

/**
 * @returns the stage of this run; what an earlier one left is to be completed first
 * @throws EnvironmentError where another run is at work
 */
export function openStage(out: string): SiteStage {
  const own = join(out, workName(KIND));
  const ready = join(out, READY);
  try {
    rmSync(own, { recursive: true, force: true });
    makeFolder(own);
  } catch (fault) {
    throw explainWriteFault(fault);
  }
  try {
    for (const name of readdirSync(out)) refuseOther(out, name);
  } catch (fault) {
    rmSync(own, { recursive: true, force: true });
    throw fault;
  }
  const placeOf = (path: string): string => join(ready, path);
  const last = lastChange(out);
  const discard = (isDropped: (path: string) => boolean): void => {
    for (const path of last?.moves.keys() ?? [])
      if (isDropped(path) && isInside(placeOf(path), ready)) removeQuietly(placeOf(path));
  };
  return {
    halfMade: last === undefined ? undefined : bytesAt(placeOf(RECORD_FILE)),
    complete(isDropped) {
      discard(isDropped);
      if (last !== undefined) carryOut(out, last);
      else rmSync(ready, { recursive: true, force: true });
    },
    discard,
    put(path, bytes) {
      try {
        const place = placeOf(path);
        makeFolder(dirname(place));
        writeWhole(place, bytes);
      } catch (fault) {
        throw explainWriteFault(
          fault instanceof Error ? Object.assign(fault, { path: join(out, path) }) : fault,
        );
      }
    },
    drop: (path) => rmSync(placeOf(path), { force: true }),
    placeOf,
    commit(change) {
      writeFiles([{ path: join(out, JOURNAL_FILE), bytes: printJournal(change) }]);
      carryOut(out, change);
    },
    close() {
      // What is to be completed stays for the next run.
      if (entryAt(join(out, JOURNAL_FILE)) === undefined) removeFolderQuietly(ready);
      removeFolderQuietly(own);
    },
  };
}

function writeWhole(place: string, bytes: Uint8Array): void {
  const handle = openSync(place, "w");
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
  } finally {
    closeSync(handle);
  }
}

/** Of a file that is there, and of which less is to stay: nothing new is made for it. */
export function replaceInPlace(place: string, bytes: Uint8Array): void {
  const handle = openSync(place, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    let written = 0;
    while (written < bytes.length)
      written += writeSync(handle, bytes, written, bytes.length - written, written);
    ftruncateSync(handle, bytes.length);
  } finally {
    closeSync(handle);
  }
}

/** Of another machine's runs nobody here can tell whether they still go on: after a day they do not. */
function refuseOther(out: string, name: string): void {
  const worker = workerOf(name, KIND);
  if (worker === undefined || worker === "ours") return;
  const place = join(out, name);
  const facts = lstatSync(place, { throwIfNoEntry: false });
  if (facts === undefined) return;
  if (worker === "another's" && Date.now() - facts.ctimeMs < DAY_MS) throw anotherRun(place);
  rmSync(place, { recursive: true, force: true });
}

function lastChange(out: string): SiteChange | undefined {
  const bytes = bytesAt(join(out, JOURNAL_FILE));
  return bytes === undefined ? undefined : readJournal(new TextDecoder().decode(bytes));
}

function bytesAt(place: string): Uint8Array | undefined {
  const content = readRegularFile(place, { maxBytes: MOST_BYTES, followsLinks: false });
  return content.state === "found" ? content.bytes : undefined;
}

function isInside(place: string, folder: string): boolean {
  try {
    refuseWayOut(place, folder);
    return true;
  } catch {
    return false;
  }
}

/** May be done again from its start: what is done already is passed over. */
function carryOut(out: string, { before, moves, behind }: SiteChange): void {
  const ready = join(out, READY);
  try {
    // A link in its place would lead out of the website.
    const isReady = entryAt(ready)?.isDirectory() === true;
    for (const removal of before) removeOld(out, removal);
    for (const [path, digest] of isReady ? moves : []) {
      const staged = join(ready, path);
      if (entryAt(staged) === undefined) continue;
      // Lost where the power failed: the next run sees that the page is not what was to be written, and writes it.
      if (digestAt(staged) !== digest) continue;
      const place = join(out, path);
      refuseWayOut(staged, ready);
      refuseWayOut(place, out);
      makeFolder(dirname(place));
      renameSync(staged, place);
    }
    for (const removal of behind) removeOld(out, removal);
    rmSync(join(out, JOURNAL_FILE), { force: true });
    removeFolderQuietly(ready);
  } catch (fault) {
    throw halfReplaced(out, explainWriteFault(fault));
  }
}

function removeOld(out: string, [path, digest]: Removal): void {
  const place = placeOfOld(out, path);
  if (place === undefined || digestAt(place) !== digest) return;
  rmSync(place, { force: true });
  removeEmptyFolders(dirname(place), out);
}

/** @returns undefined where nothing is there, or a link on the way leads out of the folder: that is none of ours */
export function placeOfOld(out: string, path: string): string | undefined {
  const place = join(out, path);
  if (entryAt(place) === undefined) return undefined;
  try {
    refuseWayOut(place, out);
    return place;
  } catch {
    return undefined;
  }
}

/** What cannot be taken away now is taken away by the next run. */
function removeFolderQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Held open by another program.
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

const printJournal = ({ before, moves, behind }: SiteChange): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify({ before, moves: [...moves], behind })}\n`);

/** @returns undefined for what is no journal of ours: no path in it leads elsewhere */
function readJournal(text: string): SiteChange | undefined {
  try {
    const { before, moves, behind } = JSON.parse(text) as Partial<Record<string, unknown>>;
    return isPairs(before) && isPairs(moves) && isPairs(behind)
      ? { before, moves: new Map(moves), behind }
      : undefined;
  } catch {
    return undefined;
  }
}

const isPairs = (value: unknown): value is readonly (readonly [string, string])[] =>
  Array.isArray(value) &&
  value.every(
    (pair) =>
      Array.isArray(pair) &&
      pair.length === 2 &&
      pair.every((part) => typeof part === "string") &&
      isOwnPath(String(pair[0])),
  );
