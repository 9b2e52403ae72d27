/**
 * The only door to the author's files. The command line gives a disk one (disk/disk-workspace.ts);
 * tests and the public API can give one in memory. Paths have `/` between folders and are relative
 * to the workspace's own start, `..` allowed; what may be read is decided by the reader, with
 * `isInside` on real paths.
 */

/** A device, a pipe or a socket, which is never read. */
export const NOT_A_FILE = "not a regular file";

export type FileContent =
  | { readonly state: "found"; readonly bytes: Uint8Array; readonly size: number }
  | { readonly state: "missing" }
  | { readonly state: "folder" }
  /** larger than the limit asked for */
  | { readonly state: "too-large"; readonly size: number }
  /** there, but not to be read: `reason` is what the system calls it, or NOT_A_FILE */
  | { readonly state: "refused"; readonly reason: string };

export interface ReadLimits {
  /** a larger file is `too-large` */
  readonly maxBytes: number;
  /** read no more than this many bytes from the start, whatever the size */
  readonly headBytes?: number;
  /** the caller looks at these bytes alone, not at the file's size */
  readonly ignoresSize?: boolean;
}

/** Names that the caller looks at; a name that does not match may be left out. Without the flags g and y. */
export type NamePattern = RegExp;

export interface Workspace {
  readFile(path: string, limits: ReadLimits): FileContent;
  /** @returns names in a folder in code point order, folders with a `/` behind; undefined where there is none */
  listFolder(path: string, only?: NamePattern): readonly string[] | undefined;
  /** @returns the absolute path with links followed, `/` between folders; undefined where there is nothing */
  realPath(path: string): string | undefined;
}

/** @returns true where `path` is `folder` itself or lies under it; both are real paths */
export function isInside(path: string, folder: string): boolean {
  const base = folder.endsWith("/") ? folder : `${folder}/`;
  return path === folder || path.startsWith(base);
}

/** Joins and normalises: `.` and `a/..` vanish, a leading `..` stays. */
export function joinPath(folder: string, path: string): string {
  const absolute = path.startsWith("/") || /^[A-Za-z]:\//.test(path);
  const parts: string[] = [];
  for (const part of (absolute || folder === "" ? path : `${folder}/${path}`).split("/")) {
    if (part === "." || (part === "" && parts.length > 0)) continue;
    const last = parts.at(-1);
    if (part === ".." && last !== undefined && last !== ".." && last !== "") parts.pop();
    else parts.push(part);
  }
  return parts.join("/") || (absolute ? "/" : ".");
}

/** @returns the folder of a path, `.` for a bare name */
export function folderOf(path: string): string {
  const cut = path.lastIndexOf("/");
  if (cut < 0) return ".";
  return cut === 0 ? "/" : path.slice(0, cut);
}

/** @returns what is at a path, whatever its size; nothing is read */
export const whatIsAt = (path: string, workspace: Workspace): FileContent["state"] =>
  workspace.readFile(path, { maxBytes: Number.POSITIVE_INFINITY, headBytes: 0, ignoresSize: true }).state;

/** A workspace in memory: files by path, for tests and for callers that hold texts. */
export function memoryWorkspace(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const contents = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(files)) {
    contents.set(
      joinPath("", path),
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
  }
  const isFolder = (path: string) =>
    path === "." || [...contents.keys()].some((name) => name.startsWith(`${path}/`));
  return {
    readFile(path, { maxBytes, headBytes }) {
      const bytes = contents.get(joinPath("", path));
      if (bytes === undefined) return { state: isFolder(joinPath("", path)) ? "folder" : "missing" };
      if (bytes.length > maxBytes) return { state: "too-large", size: bytes.length };
      return { state: "found", bytes: bytes.subarray(0, headBytes ?? bytes.length), size: bytes.length };
    },
    listFolder(path) {
      const folder = joinPath("", path);
      if (!isFolder(folder)) return undefined;
      const prefix = folder === "." ? "" : `${folder}/`;
      const names = new Set<string>();
      for (const name of contents.keys()) {
        if (!name.startsWith(prefix)) continue;
        const [first = "", ...rest] = name.slice(prefix.length).split("/");
        names.add(rest.length > 0 ? `${first}/` : first);
      }
      return [...names].sort();
    },
    realPath(path) {
      const name = joinPath("", path);
      if (name !== "." && !contents.has(name) && !isFolder(name)) return undefined;
      return name === "." ? "/" : `/${name}`;
    },
  };
}

/** A workspace in which some files have other contents than in the one below, or stand there alone. */
export function overlayWorkspace(
  below: Workspace,
  contents: ReadonlyMap<string, string | Uint8Array>,
): Workspace {
  return {
    ...below,
    readFile(path, limits) {
      const content = contents.get(path);
      if (content === undefined) return below.readFile(path, limits);
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      if (bytes.length > limits.maxBytes) return { state: "too-large", size: bytes.length };
      return {
        state: "found",
        bytes: bytes.subarray(0, limits.headBytes ?? bytes.length),
        size: bytes.length,
      };
    },
    realPath(path) {
      const real = below.realPath(path);
      const isHere = contents.has(path) || [...contents.keys()].some((name) => name.startsWith(`${path}/`));
      if (real !== undefined || !isHere) return real;
      // What is here alone lies where its folder would.
      const names: string[] = [];
      for (let at = path; ; at = folderOf(at)) {
        const folder = below.realPath(folderOf(at));
        names.unshift(at.slice(at.lastIndexOf("/") + 1));
        if (folder !== undefined) return joinPath(folder, names.join("/"));
        if (folderOf(at) === at) return undefined;
      }
    },
  };
}
