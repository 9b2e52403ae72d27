/**
 * Pictures as parts of the package, in place of the digests that the library was given
 * (word/picture-stand-in.ts).
 */
import type { Document } from "docx";
import { digestOf } from "../word/picture-stand-in.js";
import type { PackageParts } from "./library-parts.js";

/** @returns the pictures that the document shows, by the part names that its relationships use */
export function pictureParts(document: Document, pictures: Iterable<Uint8Array>): PackageParts {
  const byDigest = new Map([...pictures].map((picture) => [digestOf(picture), picture]));
  return new Map(
    document.Media.Array.map(({ fileName, data }) => {
      const picture = byDigest.get(Buffer.from(new Uint8Array(data)).toString("latin1"));
      if (picture === undefined) throw new Error(`${fileName}: no picture has this digest`);
      return [`word/media/${fileName}`, picture];
    }),
  );
}
