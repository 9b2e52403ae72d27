/**
 * Pictures of an article for an official account: its editor takes none with the text, so that each is a numbered file
 * beside it, and its place in the text bears the file's name.
 */
import type { CompanionFile, FittedPicture } from "../../../edition.js";

export interface PictureFiles {
  /** @returns the name of the picture's file; the same for the same picture */
  readonly nameOf: (path: string, picture: FittedPicture) => string;
  readonly files: readonly CompanionFile[];
}

export function newPictureFiles(): PictureFiles {
  const files: CompanionFile[] = [];
  const names = new Map<string, string>();
  return {
    files,
    nameOf(path, { kind, bytes }) {
      const known = names.get(path);
      if (known !== undefined) return known;
      const number = String(names.size + 1).padStart(2, "0");
      const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
      const name = `${number}-${stem}.${kind === "jpeg" ? "jpg" : "png"}`;
      names.set(path, name);
      files.push({ name, bytes });
      return name;
    },
  };
}
