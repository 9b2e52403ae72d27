/** A picture's destination, as an item writes it, to what is known of its file. */
import type { ImageFacts } from "../../model/text.js";
import { readPictureFacts } from "../../pictures/picture-facts.js";
import { type PathBounds, type ResolvedPath, resolvePath } from "../resolve-path.js";
import { isInside, joinPath, NOT_A_FILE } from "../workspace.js";

/** Larger files are no pictures for a bulletin. */
export const MAX_PICTURE_BYTES = 64 * 1024 * 1024;

/** @param bounds the item's folder, and the bulletin's */
export function findImage(destination: string, bounds: PathBounds): ImageFacts {
  if (/^([A-Za-z][A-Za-z0-9+.-]+:|\/\/)/.test(destination)) return { state: "remote" };
  if (destination === "") return { state: "missing", nearest: undefined };
  const resolved = resolvePicture(destination, bounds);
  if (resolved.state === "outside") return { state: "outside" };
  if (resolved.state === "missing") {
    const { nearest, unreadable } = resolved;
    return { state: "missing", nearest, ...(unreadable !== undefined && { unreadable }) };
  }
  const { path } = resolved;
  // As a whole: metadata of any length may stand before the size, and the end says whether it is all there.
  const content = bounds.workspace.readFile(path, { maxBytes: MAX_PICTURE_BYTES });
  switch (content.state) {
    case "missing":
      return { state: "missing", nearest: undefined };
    case "folder":
      return { state: "unsupported", format: "folder", path };
    case "too-large":
      return { state: "unsupported", format: "too-many-bytes", path };
    case "refused":
      return { state: "unsupported", format: content.reason === NOT_A_FILE ? "device" : "unreadable", path };
    default: {
      const facts = readPictureFacts(content.bytes);
      if (facts.state === "unsupported") return { state: "unsupported", format: facts.format, path };
      return { ...facts, state: "found", path, bytes: content.size };
    }
  }
}

/** Markdown's way first, from the item's folder; else from the manifest's, where its items are listed from. */
function resolvePicture(destination: string, bounds: PathBounds): ResolvedPath {
  const besideItem = resolvePath(destination, bounds);
  if (besideItem.state !== "missing") return besideItem;
  const folder = manifestFolderOf(bounds);
  if (folder === undefined || folder === bounds.folder) return besideItem;
  const besideManifest = resolvePath(destination, { ...bounds, folder });
  const helps =
    besideManifest.state === "found" || (besideItem.nearest ?? besideItem.unreadable) === undefined;
  return helps && besideManifest.state !== "outside" ? besideManifest : besideItem;
}

/** @returns the nearest folder from the item's upwards that holds a manifest */
function manifestFolderOf({ folder, root, workspace }: PathBounds): string | undefined {
  const realRoot = workspace.realPath(root);
  for (let at = folder; realRoot !== undefined; at = joinPath(at, "..")) {
    const real = workspace.realPath(at);
    if (real === undefined || !isInside(real, realRoot)) return undefined;
    if (workspace.readFile(joinPath(at, MANIFEST), { maxBytes: 0 }).state !== "missing") return at;
    if (real === realRoot) return undefined;
  }
  return undefined;
}

const MANIFEST = "issue.yaml";
