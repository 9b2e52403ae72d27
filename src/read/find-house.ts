/** The house rules that hold for a folder: the nearest bulletin.yaml upwards, or the one that is named. */
import { folderOf, isInside, joinPath, type Workspace } from "./workspace.js";

export const HOUSE_FILE = "bulletin.yaml";
/** Deeper than any folder of a bulletin; a guard against file systems that loop. */
const MAX_LEVELS = 64;

/** @returns workspace path of the house file, or undefined where no folder above holds one */
export function findHouse(folder: string, workspace: Workspace): string | undefined {
  let current = folder;
  let real = workspace.realPath(current);
  for (let level = 0; level < MAX_LEVELS && real !== undefined; level += 1) {
    const path = joinPath(current, HOUSE_FILE);
    if (workspace.readFile(path, { maxBytes: Number.POSITIVE_INFINITY, headBytes: 0 }).state !== "missing")
      return path;
    const above = joinPath(current, "..");
    const realAbove = workspace.realPath(above);
    if (realAbove === real) return undefined;
    current = above;
    real = realAbove;
  }
  return undefined;
}

/** @returns the bulletin's folder: that of the house file where it lies around `folder`, else `folder` */
export function findRoot(folder: string, house: string | undefined, workspace: Workspace): string {
  if (house === undefined) return folder;
  const root = folderOf(house);
  const realRoot = workspace.realPath(root);
  const real = workspace.realPath(folder);
  return realRoot !== undefined && real !== undefined && isInside(real, realRoot) ? root : folder;
}
