/**
 * The files in which `--cache` keeps its records. Whoever can put a file into their folder, the author of a
 * pull request or another user of the machine, must gain nothing by it: a record opens with its seal, an
 * HMAC-SHA256 under a key that lies elsewhere (cache-key.ts), and whatever does not bear it, links, pipes
 * and devices included, is as good as none. What a sealed record holds is looked at by its reader all the
 * same (finding-shape.ts, question.ts). A record that cannot be written is not a fault: it only means that
 * the work is done again.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import {
  lstatSync,
  lutimesSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { withSlashes } from "../disk/disk-workspace.js";
import { makeFolder } from "../disk/make-folder.js";
import { makeOwnFolder, ownFolders } from "../disk/own-folders.js";
import { readRegularFile } from "../disk/regular-file.js";
import { removeQuietly, removeStaleFiles, temporaryName } from "../disk/temporary-files.js";
import { isInside } from "../read/workspace.js";
import { findKey, KEY_VARIABLE } from "./cache-key.js";

/** Where records are kept, and the key that seals them. */
export interface RecordFolder {
  readonly folder: string;
  readonly key: Uint8Array;
}

/** Opens every record; the number changes with its form. */
const FORM = "bulletin-record 1";
/** FORM, a space, and 64 digits of the seal. */
const HEAD = /^bulletin-record 1 ([0-9a-f]{64})\n/;
const HEAD_BYTES = FORM.length + 1 + 64 + 1;
/** More is not read, and so not written: the findings of a very large archive. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What --cache itself calls its files. */
const RECORD = /^(build|lint|site)-[0-9a-f]{32}\.record$/;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A record that was of no use for so long is of an issue that nobody builds, or of another version. */
const KEPT_MS = 30 * DAY_MS;

/**
 * @param location folder named with --cache-location; that of the user where none is named
 * @returns undefined where records cannot be kept or known again; the work is done in full then
 * @throws EnvironmentError where the key that the environment gives is none
 */
export function openRecords(location: string | undefined): RecordFolder | undefined {
  const own = ownFolders();
  const key = findKey(process.env[KEY_VARIABLE], own.state);
  const folder = location === undefined ? own.cache && join(own.cache, "records") : resolve(location);
  if (key === undefined || folder === undefined || !staysWhereNamed(folder)) return undefined;
  if (location === undefined) return makeOwnFolder(folder) ? { folder, key } : undefined;
  return makeNamedFolder(folder) ? { folder, key } : undefined;
}

/** A folder named below the current one may lie in a checkout, whose author must not lead it out by a link. */
function staysWhereNamed(folder: string): boolean {
  const here = process.cwd();
  if (!isInside(withSlashes(folder), withSlashes(here))) return true;
  try {
    let place = folder;
    while (lstatSync(place, { throwIfNoEntry: false }) === undefined) place = dirname(place);
    if (!lstatSync(place).isDirectory()) return false;
    return isInside(withSlashes(realpathSync(place)), withSlashes(realpathSync(here)));
  } catch {
    // A file where a folder should be.
    return false;
  }
}

/** One that is made anew is kept out of git. */
function makeNamedFolder(folder: string): boolean {
  try {
    if (makeFolder(folder, 0o700)) writeFileSync(join(folder, ".gitignore"), "*\n");
    return true;
  } catch {
    return false;
  }
}

/** @returns what was written under that name with this key; undefined where there is nothing of the kind */
export function readRecord({ folder, key }: RecordFolder, name: string): unknown {
  const path = join(folder, name);
  const file = readRegularFile(path, { maxBytes: MOST_BYTES, followsLinks: false });
  if (file.state !== "found") return undefined;
  const [, seal] = HEAD.exec(file.bytes.toString("latin1", 0, HEAD_BYTES)) ?? [];
  const body = file.bytes.subarray(HEAD_BYTES);
  if (seal === undefined || !timingSafeEqual(Buffer.from(seal, "hex"), sealOf(body, { name, key })))
    return undefined;
  if (Date.now() - file.facts.mtimeMs > DAY_MS) markAsUsed(path);
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** What is asked for is kept. */
function markAsUsed(path: string): void {
  try {
    const now = new Date();
    lutimesSync(path, now, now);
  } catch {
    // On a disk that cannot be written: it is only made once more.
  }
}

export function writeRecord({ folder, key }: RecordFolder, name: string, content: unknown): void {
  const body = Buffer.from(JSON.stringify(content));
  if (HEAD_BYTES + body.length > MOST_BYTES) return;
  const temporary = join(folder, temporaryName());
  try {
    const seal = sealOf(body, { name, key }).toString("hex");
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${FORM} ${seal}\n`), body]), {
      flag: "wx",
      mode: 0o600,
    });
    renameSync(temporary, join(folder, name));
  } catch {
    removeQuietly(temporary);
  }
}

/** The name is sealed too: a record put in another's place is none. */
const sealOf = (
  body: Uint8Array,
  { name, key }: { readonly name: string; readonly key: Uint8Array },
): Buffer => createHmac("sha256", key).update(`${FORM}\n${name}\n`).update(body).digest();

/** Takes away records that were of no use for long, and what killed runs left. */
export function sweepRecords({ folder }: RecordFolder): void {
  try {
    removeStaleFiles(folder);
    const now = Date.now();
    for (const name of readdirSync(folder)) {
      if (!RECORD.test(name)) continue;
      const facts = lstatSync(join(folder, name), { throwIfNoEntry: false });
      if (facts?.isFile() === true && now - facts.mtimeMs > KEPT_MS)
        rmSync(join(folder, name), { force: true });
    }
  } catch {
    // Another run may be at it too.
  }
}
