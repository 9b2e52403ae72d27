/**
 * The folder in which a command makes files of its own accord (`new item`, `new issue`, `init`) may have come from
 * somebody else: no link in it leads what is written out.
 */
import { realpathSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import { isInside } from "../read/workspace.js";
import { withSlashes } from "./disk-workspace.js";
import { entryAt } from "./file-facts.js";

/** @returns true where something bears the name, be it a link to nowhere */
export const isTaken = (path: string): boolean => entryAt(path) !== undefined;

/**
 * @param path of a file that is to be made; what stands in its own place is another matter (isTaken)
 * @throws EnvironmentError where a folder on the way to it is a link that leaves `root`, or leads nowhere
 */
export function refuseWayOut(path: string, root: string): void {
  const folder = nearestFolder(dirname(resolve(path)));
  const inside = realPlace(nearestFolder(resolve(root)));
  const real = realPlace(folder);
  if (inside !== undefined && real !== undefined && isInside(real, inside)) return;
  throw wayOut(relative(process.cwd(), folder) || folder);
}

export const wayOut = (path: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `“${path}”是指向简报文件夹之外的链接，没有写入任何文件。`,
      en: `“${path}” is a link that leads out of the bulletin's folder; nothing was written.`,
    },
    {
      zh: "请把链接换成文件或文件夹本身，再运行一次。",
      en: "Replace the link with the file or folder itself, and run again.",
    },
  );

/** The folder itself, or the nearest above it that is there. */
function nearestFolder(folder: string): string {
  return isTaken(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

/** @returns undefined for a link that leads nowhere */
export function realPlace(path: string): string | undefined {
  try {
    return withSlashes(realpathSync(path));
  } catch {
    return undefined;
  }
}
