/** What stands at a path, without a fault where nothing can be reached by it: missing, below a file, a loop of links. */
import { lstatSync, type Stats, statSync } from "node:fs";

/** @returns facts of the name itself, be it a link */
export const entryAt = (path: string): Stats | undefined => unlessRefused(() => lstatSync(path));

/** @returns facts of what the name leads to */
export const fileAt = (path: string): Stats | undefined => unlessRefused(() => statSync(path));

function unlessRefused(ask: () => Stats): Stats | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
