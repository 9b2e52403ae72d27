/**
 * Pictures as parts of the package, where the library has the digests that it was given for them
 * (word/picture-stand-in.ts).
 */
import type { Document } from "docx";
import { digestOf } from "../word/picture-stand-in.js";
import type { PackageParts } from "./library-parts.js";

/** @returns the pictures that the text shows, under the names that its relationships give them */
export function pictureParts(document: Document, pictures: Iterable<Uint8Array>): PackageParts {
  const byDigest = new Map([...pictures].map((picture) => [digestOf(picture), picture]));
  return new Map(
    document.Media.Array.map(({ fileName, data }) => {
      const picture = byDigest.get(Buffer.from(new Uint8Array(data)).toString("latin1"));
      if (picture === undefined) throw new Error(`${fileName}: no picture stands for it`);
      return [`word/media/${fileName}`, picture];
    }),
  );
}
