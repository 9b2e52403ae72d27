/** A picture's destination, as an item writes it, to what is known of its file. */
import type { ImageFacts } from "../../model/text.js";
import { type PathBounds, resolvePath } from "../resolve-path.js";
import { readPictureHead } from "./picture-head.js";

/** Larger files are no pictures for a bulletin. */
export const MAX_PICTURE_BYTES = 64 * 1024 * 1024;
/** Metadata before the size of a photograph: a few segments of 64 KiB. */
const HEAD_BYTES = 512 * 1024;

/** @param bounds the item's folder, and the bulletin's */
export function findImage(destination: string, bounds: PathBounds): ImageFacts {
  if (/^([A-Za-z][A-Za-z0-9+.-]+:|\/\/)/.test(destination)) return { state: "remote" };
  if (destination === "") return { state: "missing", nearest: undefined };
  const resolved = resolvePath(destination, bounds);
  if (resolved.state === "outside") return { state: "outside" };
  if (resolved.state === "missing") return { state: "missing", nearest: resolved.nearest };
  const { path } = resolved;
  const content = bounds.workspace.readFile(path, { maxBytes: MAX_PICTURE_BYTES, headBytes: HEAD_BYTES });
  switch (content.state) {
    case "missing":
    case "folder":
      return { state: "missing", nearest: undefined };
    case "too-large":
      return { state: "unsupported", format: "larger than 64 MiB / 超过 64 MiB", path };
    case "refused":
      return { state: "unsupported", format: content.reason, path };
    default: {
      const head = readPictureHead(content.bytes);
      if (head.state === "unsupported") return { state: "unsupported", format: head.format, path };
      const { format, widthPx, heightPx, alpha } = head;
      return { state: "found", path, format, widthPx, heightPx, alpha, bytes: content.size };
    }
  }
}
