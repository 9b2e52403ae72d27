/**
 * The pictures of a file, each stored once however often it is shown. Which pictures can be printed
 * at all was judged when the issue was read.
 */
import type { Assets } from "../../model/issue.js";
import { isPng } from "../../pictures/png-chunks.js";
import { addImage, addInkColors } from "./image-object.js";
import type { PdfDictionary, PdfFile, PdfReference, PdfValue } from "./pdf-file.js";
import { readJpeg } from "./read-jpeg.js";
import { readPng } from "./read-png.js";
import { UPRIGHT } from "./set-upright.js";

export interface PictureUse {
  readonly resource: string;
  /** operands of a `cm` that sets the stored picture upright, where it is not */
  readonly turn: string | undefined;
  readonly isTransparent: boolean;
}

export interface PictureUses {
  use(path: string): PictureUse;
  /** @returns the image objects behind resource names */
  resourcesOf(names: ReadonlySet<string>): PdfDictionary;
}

export function collectPictures(file: PdfFile, assets: Assets): PictureUses {
  const uses = new Map<string, PictureUse>();
  const references = new Map<string, PdfReference>();
  let inkColors: PdfReference | undefined;
  const inks = (): PdfReference => {
    inkColors ??= addInkColors(file);
    return inkColors;
  };
  return {
    use(path) {
      const known = uses.get(path);
      if (known !== undefined) return known;
      const bytes = assets.get(path);
      if (bytes === undefined) throw new Error(`The layout shows ${path}, which is not among the pictures`);
      const image = isPng(bytes) ? readPng(bytes, path) : readJpeg(bytes, path);
      const resource = `I${uses.size + 1}`;
      references.set(resource, addImage(file, image, inks));
      const isTransparent = image.opacity !== undefined || image.transparentColor !== undefined;
      const use = { resource, turn: UPRIGHT[image.orientation], isTransparent };
      uses.set(path, use);
      return use;
    },
    resourcesOf: (names) =>
      Object.fromEntries([...names].map((name): [string, PdfValue] => [name, references.get(name)])),
  };
}
