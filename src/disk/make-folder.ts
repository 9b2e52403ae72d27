/**
 * Makes a folder and those above it. Node's own way (`recursive`) never ends up to Node 24 where a system has
 * no room for a folder but says that something is missing, as /proc does.
 */
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** @returns true where it was not there before; @throws what the system says */
export function makeFolder(folder: string, mode = 0o777): boolean {
  if (isFolder(folder)) return false;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
    return true;
  } catch (fault) {
    // Another run may have been faster.
    if (isFolder(folder)) return false;
    // Of a link to nowhere the system says that it exists; that it leads nowhere says more.
    if (fault instanceof Error && "code" in fault && fault.code === "EEXIST") statSync(folder);
    throw fault;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
