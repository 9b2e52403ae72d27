/**
 * Paths that authors write, to paths of the workspace. Nothing outside the bulletin's folder is
 * ever read: neither by `..`, nor by an absolute path, nor through a link.
 */
import type { Message } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/nearest-name.js";
import { isUnreadableName } from "../diagnostics/unreadable-name.js";
import { folderOf, isInside, joinPath, type Workspace } from "./workspace.js";

export interface PathBounds {
  /** folder to which the path is relative */
  readonly folder: string;
  /** folder that it may not leave */
  readonly root: string;
  readonly workspace: Workspace;
}

export type ResolvedPath =
  | { readonly state: "found"; readonly path: string }
  | {
      readonly state: "missing";
      readonly path: string;
      readonly nearest: string | undefined;
      /** a file in the folder that the path names, or a folder on the way to it, whose name is not UTF-8 */
      readonly unreadable: string | undefined;
    }
  | { readonly state: "outside"; readonly reason: Message };

export function resolvePath(written: string, bounds: PathBounds): ResolvedPath {
  const reason = whyNoPath(written);
  if (reason !== undefined) return { state: "outside", reason };
  const { folder, root, workspace } = bounds;
  const realRoot = workspace.realPath(root);
  if (realRoot === undefined || !staysWithin(written, realRoot, workspace.realPath(folder)))
    return { state: "outside", reason: LEAVES };
  const { path, real } = findOnDisk(joinPath(folder, written), workspace);
  if (real === undefined) return { state: "missing", path, ...findNearest(written, bounds) };
  return isInside(real, realRoot) ? { state: "found", path } : { state: "outside", reason: LINK_LEAVES };
}

/**
 * A name may be composed in two ways, an accent with its letter or behind it, and most systems keep the one that it
 * was given with: macOS the second, what is read here the first. They are one name, unless a folder has both.
 * @returns the path as its folders spell it; as it is where nothing is found so
 */
export const asOnDisk = (path: string, workspace: Workspace): string => findOnDisk(path, workspace).path;

/** The same, and where that really lies: undefined where nothing is there. */
function findOnDisk(
  path: string,
  workspace: Workspace,
): { readonly path: string; readonly real: string | undefined } {
  const real = workspace.realPath(path);
  if (real !== undefined || !MAY_BE_COMPOSED.test(path)) return { path, real };
  const spelt = asSpelt(path, workspace);
  return { path: spelt, real: workspace.realPath(spelt) };
}

function asSpelt(path: string, workspace: Workspace): string {
  let found = path.startsWith("/") ? "/" : ".";
  for (const part of path.split("/").filter((name) => name !== "")) {
    const next = joinPath(found, part);
    if (workspace.realPath(next) !== undefined) {
      found = next;
      continue;
    }
    const composed = part.normalize("NFC");
    const name = workspace
      .listFolder(found)
      ?.map((each) => each.replace(/\/$/, ""))
      .find((each) => each.normalize("NFC") === composed);
    if (name === undefined) return path;
    found = joinPath(found, name);
  }
  return found;
}

/** All else is the same in both ways. */
const MAY_BE_COMPOSED = /[^\p{ASCII}\p{Script=Han}]/u;

/** @returns true where the words, links aside, lead to a place in the bounds, whether or not it is there */
export function staysInside(written: string, { folder, root, workspace }: PathBounds): boolean {
  const realRoot = workspace.realPath(root);
  return realRoot !== undefined && staysWithin(written, realRoot, workspace.realPath(folder));
}

function staysWithin(written: string, realRoot: string, realFolder: string | undefined): boolean {
  if (realFolder === undefined) return false;
  const place = joinPath(realFolder, written);
  // Above the root of all folders `..` is left over.
  return isInside(place, realRoot) && !place.split("/").includes("..");
}

/** @returns why the words are no relative path with `/` between folders */
export function whyNoPath(written: string): Message | undefined {
  if (written.includes("\0")) return { zh: "路径里有空字符", en: "the path contains a NUL character" };
  if (UNSEEN.test(written)) {
    return { zh: "路径里有看不见的控制字符", en: "the path contains an invisible control character" };
  }
  if (written.includes("\\")) {
    return {
      zh: "路径里用了反斜杠“\\”，文件夹之间请用“/”",
      en: "the path contains backslashes; use “/” between folders",
    };
  }
  if (/^[A-Za-z]:/.test(written)) {
    return {
      zh: "路径以盘符开头，请写相对路径",
      en: "the path begins with a drive letter; write a relative one",
    };
  }
  if (written.startsWith("/") || written.startsWith("~")) {
    return { zh: "这是绝对路径，请写相对路径", en: "the path is absolute; write a relative one" };
  }
  return undefined;
}

/** Controls and marks of direction: a name that shows as another one. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

const LEAVES: Message = { zh: "路径超出了简报文件夹", en: "the path leads out of the bulletin's folder" };
const LINK_LEAVES: Message = {
  zh: "路径经过一个指向简报文件夹之外的链接",
  en: "the path goes through a link that leads out of the bulletin's folder",
};

/** @returns the nearest existing file as it would be written, in the folder that the path names */
function findNearest(
  written: string,
  { folder, workspace }: PathBounds,
): { readonly nearest: string | undefined; readonly unreadable: string | undefined } {
  const inFolder = folderOf(written);
  const names = workspace.listFolder(joinPath(folder, inFolder))?.filter((name) => !name.endsWith("/")) ?? [];
  const readable = names.filter((name) => !isUnreadableName(name));
  const nearest = nearestName(written.slice(written.lastIndexOf("/") + 1), readable);
  const place = (name: string) => (inFolder === "." ? name : `${inFolder}/${name}`);
  const unreadable = findUnreadable(joinPath(folder, inFolder), { isFolder: false, workspace });
  return { nearest: nearest && place(nearest), unreadable };
}

/** In the folder itself, or among the folders beside the first that is missing on the way there. */
function findUnreadable(
  folder: string,
  { isFolder, workspace }: { readonly isFolder: boolean; readonly workspace: Workspace },
): string | undefined {
  const names = workspace.listFolder(folder);
  const above = folderOf(folder);
  if (names === undefined)
    return above === folder ? undefined : findUnreadable(above, { isFolder: true, workspace });
  return names.find((name) => isUnreadableName(name) && name.endsWith("/") === isFolder)?.replace(/\/$/, "");
}
