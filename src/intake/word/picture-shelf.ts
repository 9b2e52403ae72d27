/**
 * The pictures that a document shows. What no browser shows (EMF, WMF) is no picture here; other formats are judged by
 * intake/pictures.
 */
import type { ManuscriptPicture } from "../manuscript.js";
import { RefusedPackage } from "./refused-package.js";
import type { WordParts } from "./word-parts.js";

export interface ShownPicture {
  /** id of a relationship */
  readonly id: string;
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly widthMm: number | undefined;
}

/** A key of `pictures`, or why it is not there. */
export type ShelvedPicture =
  | { readonly key: string }
  | { readonly fault: "linked" | "missing" | "damaged" | "metafile" };

export interface PictureShelf {
  readonly put: (from: string, shown: ShownPicture) => ShelvedPicture;
  readonly pictures: ReadonlyMap<string, ManuscriptPicture>;
}

export function openPictureShelf(parts: WordParts): PictureShelf {
  const pictures = new Map<string, ManuscriptPicture>();
  const keys = new Map<string, string>();

  const put = (from: string, shown: ShownPicture): ShelvedPicture => {
    const target = parts.relationshipsOf(from).get(shown.id);
    if (target?.address !== undefined) return { fault: "linked" };
    if (target?.part === undefined) return { fault: "missing" };
    const bytes = bytesOf(parts, target.part);
    if (bytes === undefined || bytes.length === 0)
      return { fault: bytes === undefined ? "missing" : "damaged" };
    if (bytes === DAMAGED) return { fault: "damaged" };
    if (isMetafile(bytes)) return { fault: "metafile" };
    const { name, description, widthMm } = shown;
    // The same picture, shown alike again, is one.
    const use = JSON.stringify([target.part, name, description, widthMm]);
    const key = keys.get(use) ?? `picture-${keys.size + 1}`;
    keys.set(use, key);
    pictures.set(key, { name: name ?? target.part.split("/").at(-1), bytes, description, widthMm });
    return { key };
  };
  return { put, pictures };
}

const DAMAGED = new Uint8Array(1);

function bytesOf(parts: WordParts, part: string): Uint8Array | undefined {
  try {
    return parts.bytesOf(part);
  } catch (error) {
    if (error instanceof RefusedPackage && error.refusal.kind === "damaged") return DAMAGED;
    throw error;
  }
}

/** EMF (MS-EMF 2.3.4.2), WMF with and without the placeable header (MS-WMF 2.3.2), and both gzipped. */
function isMetafile(bytes: Uint8Array): boolean {
  const starts = (at: number, ...values: readonly number[]): boolean =>
    values.every((value, index) => bytes[at + index] === value);
  return (
    starts(0, 0xd7, 0xcd, 0xc6, 0x9a) ||
    starts(0, 0x01, 0x00, 0x09, 0x00) ||
    starts(0, 0x02, 0x00, 0x09, 0x00) ||
    starts(0, 0x1f, 0x8b) ||
    (starts(0, 0x01, 0x00, 0x00, 0x00) && starts(40, 0x20, 0x45, 0x4d, 0x46))
  );
}
