/**
 * Pictures as image objects, each once a file however often it is used.
 */
import type { Assets } from "../../model/issue.js";
import type { PdfDictionary, PdfFile } from "./pdf-file.js";

export interface PictureUse {
  readonly resource: string;
  /** a matrix that sets upright what the camera stored turned */
  readonly placement: string | undefined;
}

export interface PictureUses {
  use(path: string): PictureUse;
  resourcesOf(names: ReadonlySet<string>): PdfDictionary;
  anyTransparent(names: ReadonlySet<string>): boolean;
}

export function collectPictures(_file: PdfFile, _assets: Assets): PictureUses {
  return {
    use: (path) => {
      throw new Error(path);
    },
    resourcesOf: () => ({}),
    anyTransparent: () => false,
  };
}
