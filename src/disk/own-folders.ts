/**
 * Where a user's own things lie, outside of any checkout: what may be thrown away (records, compiled code)
 * and what is to be kept (the key that seals the records). Places are those of the XDG Base Directory
 * Specification, of Apple's File System Programming Guide and of Windows' known folders. Also loaded
 * before the command itself (start/start-command.ts), so it imports little of ours.
 */
import { existsSync, lstatSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { makeFolder } from "./make-folder.js";

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** undefined where the user has none */
  readonly home: string | undefined;
}

export interface OwnFolders {
  /** of what may be thrown away at any time */
  readonly cache: string | undefined;
  /** of what is to be kept on this machine */
  readonly state: string | undefined;
}

/** @returns absolute paths, whether or not something is there; undefined where the user has no such place */
export function ownFolders({ platform, environment, home }: Machine = thisMachine()): OwnFolders {
  const below = (...parts: readonly string[]) =>
    home === undefined || !isAbsolute(home) ? undefined : join(home, ...parts, NAME);
  // The specification has relative paths ignored.
  const named = (variable: string) => {
    const folder = environment[variable] ?? "";
    return isAbsolute(folder) ? join(folder, NAME) : undefined;
  };
  switch (platform) {
    case "win32": {
      const own = named("LOCALAPPDATA") ?? below("AppData", "Local");
      return { cache: own === undefined ? undefined : join(own, "Cache"), state: own };
    }
    case "darwin":
      return { cache: below("Library", "Caches"), state: below("Library", "Application Support") };
    default:
      return {
        cache: named("XDG_CACHE_HOME") ?? below(".cache"),
        state: named("XDG_STATE_HOME") ?? below(".local", "state"),
      };
  }
}

const NAME = "bulletin";

const thisMachine = (): Machine => ({
  platform: process.platform,
  environment: process.env,
  home: findHome(),
});

/** A home that is not there is none, and is not made: that of a service, say. */
function findHome(): string | undefined {
  try {
    const home = homedir();
    return existsSync(home) ? home : undefined;
  } catch {
    // A user without an entry in the system's list, in a container.
    return undefined;
  }
}

/**
 * Makes a folder that others may not look into, and those above it.
 * @returns false where that cannot be, or where the super-user would leave one of theirs in another's home
 */
export function makeOwnFolder(folder: string): boolean {
  try {
    if (process.geteuid?.() === 0 && lstatSync(firstThatIs(folder)).uid !== 0) return false;
    makeFolder(folder, 0o700);
    return true;
  } catch {
    return false;
  }
}

/** @returns the folder's real place, or that of the nearest above it */
function firstThatIs(folder: string): string {
  for (let place = folder; ; place = dirname(place)) {
    try {
      return realpathSync(place);
    } catch (fault) {
      if (dirname(place) === place) throw fault;
    }
  }
}

/**
 * @returns true for a folder that whoever wrote a checkout may have filled: with some CI services the checkout is made
 * the home, for only what lies there is kept. True, too, for a place that is no folder
 */
export function liesInCheckout(folder: string): boolean {
  try {
    for (let place = firstThatIs(folder); ; place = dirname(place)) {
      if (lstatSync(join(place, ".git"), { throwIfNoEntry: false }) !== undefined) return true;
      if (dirname(place) === place) return false;
    }
  } catch {
    return true;
  }
}

/**
 * The folder of the compiled code that is kept from one start to the next (start/kept-code.ts), made where it is not there.
 * What lies in it is run without a further look, so it counts only where nobody else can have put it there.
 * @returns its real place; undefined where others may write into it or into a folder above it, and in a checkout
 */
export function compiledCodeFolder(machine?: Machine): string | undefined {
  const { cache } = ownFolders(machine);
  if (cache === undefined) return undefined;
  const folder = join(cache, "compiled");
  try {
    if (liesInCheckout(folder) || !makeOwnFolder(folder)) return undefined;
    const real = realpathSync(folder);
    return isOursAlone(real) ? real : undefined;
  } catch {
    return undefined;
  }
}

/** Group and others may write. */
const WRITABLE_BY_OTHERS = 0o022;
/** In a folder with this bit only an entry's owner may rename it or take it away. */
const STICKY = 0o1000;

/** @param folder a real path */
function isOursAlone(folder: string): boolean {
  const user = process.geteuid?.();
  // Windows: folders below %LOCALAPPDATA% are its user's by their access list.
  if (user === undefined) return true;
  const own = lstatSync(folder);
  if (!own.isDirectory() || own.uid !== user || (own.mode & WRITABLE_BY_OTHERS) !== 0) return false;
  for (let place = dirname(folder); ; place = dirname(place)) {
    const { uid, mode } = lstatSync(place);
    if (uid !== user && uid !== 0) return false;
    if ((mode & WRITABLE_BY_OTHERS) !== 0 && (mode & STICKY) === 0) return false;
    if (dirname(place) === place) return true;
  }
}
