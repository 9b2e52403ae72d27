/**
 * The secret by which records are known as made by this user's own runs (cache-file.ts). It lies in the
 * user's own folder and never in a checkout, whose author could make records with it; in CI, where each
 * run has a fresh home, it comes by the environment. docs/decisions/007 says why there is one.
 */
import { randomBytes } from "node:crypto";
import { linkSync, lstatSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import { liesInCheckout, makeOwnFolder } from "../disk/own-folders.js";
import { readRegularFile } from "../disk/regular-file.js";
import { removeQuietly, removeStaleFiles, temporaryName } from "../disk/temporary-files.js";

/** Of the key in bytes: what HMAC-SHA256 has use for (RFC 2104, 3). */
const KEY_BYTES = 32;
const KEY_TEXT = /^[0-9a-f]{64}\n$/;
/** Bits of the file's permissions that give something to others. */
const OTHERS = 0o077;
/** Less can be guessed from one record. */
const LEAST_SECRET = 32;

export const KEY_VARIABLE = "BULLETIN_CACHE_KEY";

/**
 * @param secret what the environment gives; empty where a run is not to be trusted with it
 * @param folder of the user's own, for the key of this machine
 * @returns undefined where there is no key and none can be kept
 * @throws EnvironmentError where the secret given is too short to be one
 */
export function findKey(secret: string | undefined, folder: string | undefined): Uint8Array | undefined {
  const given = (secret ?? "").trim();
  if (given !== "") {
    if (given.length < LEAST_SECRET) throw tooShort(given.length);
    return new TextEncoder().encode(given);
  }
  if (folder === undefined || liesInCheckout(folder)) return undefined;
  const path = join(folder, "cache-key");
  return readKey(path) ?? makeKey(folder, path);
}

/** @returns undefined where there is none, or one that another could have written or read */
function readKey(path: string): Uint8Array | undefined {
  const file = readRegularFile(path, { maxBytes: 2 * KEY_BYTES + 1, followsLinks: false });
  if (file.state !== "found") return undefined;
  const user = process.geteuid?.();
  const { uid, mode } = file.facts;
  if (user !== undefined && (uid !== user || (mode & OTHERS) !== 0)) return undefined;
  const text = file.bytes.toString("latin1");
  return KEY_TEXT.test(text) ? Buffer.from(text.trim(), "hex") : undefined;
}

/** Of two runs that make one at once the first wins, and both take what stands there then. */
function makeKey(folder: string, path: string): Uint8Array | undefined {
  if (!makeOwnFolder(folder)) return undefined;
  const temporary = join(folder, temporaryName());
  try {
    removeStaleFiles(folder);
    removeUnusable(path);
    writeFileSync(temporary, `${randomBytes(KEY_BYTES).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
    placeExclusively(temporary, path);
  } catch {
    // A folder that nobody may write into, or a full disk: there is no key, and so no record.
  } finally {
    removeQuietly(temporary);
  }
  return readKey(path);
}

/** Cut short, or open to others, and ours: what it sealed is made once more. A folder stays in the way. */
function removeUnusable(path: string): void {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  const user = process.geteuid?.();
  if (facts === undefined || (user !== undefined && facts.uid !== user)) return;
  // Another run may have placed its own in the meantime.
  if (readKey(path) === undefined) rmSync(path, { force: true });
}

function placeExclusively(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && fault.code === "EEXIST") return;
    // A file system without hard links: of two at once the last wins, and the other's records are made again.
    renameSync(temporary, path);
  }
}

const tooShort = (length: number) =>
  new EnvironmentError(
    {
      zh: `${KEY_VARIABLE} 只有 ${length} 个字符，容易被猜出。`,
      en: `${KEY_VARIABLE} has only ${length} characters and could be guessed.`,
    },
    {
      zh: `请换成至少 ${LEAST_SECRET} 个字符的随机密钥，如 openssl rand -hex 32 的输出。`,
      en: `Use a random secret of at least ${LEAST_SECRET} characters, such as the output of openssl rand -hex 32.`,
    },
  );
