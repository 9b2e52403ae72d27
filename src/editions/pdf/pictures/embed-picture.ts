/**
 * The pictures of a file, each stored once however often it is shown. Which pictures can be printed
 * at all was judged when the issue was read; what their bytes say is known to pictures/ alone.
 */
import type { Layout } from "../../../layout/layout.js";
import type { Assets } from "../../../model/issue.js";
import type { PdfFile } from "../objects/pdf-file.js";
import type { PdfDictionary, PdfReference, PdfValue } from "../objects/pdf-value.js";
import { addImage, addInkColors, type ImageObject, imageOf } from "./image-object.js";
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

/** @returns the images of a layout, by path, as the file will store them */
export async function prepareImages(
  { pages }: Layout,
  assets: Assets,
): Promise<ReadonlyMap<string, ImageObject>> {
  const images = new Map<string, ImageObject>();
  for (const mark of pages.flatMap(({ marks }) => marks)) {
    if (mark.kind !== "picture" || images.has(mark.path)) continue;
    const picture = assets.get(mark.path);
    if (picture === undefined)
      throw new Error(`The layout shows ${mark.path}, which is not among the pictures`);
    images.set(mark.path, await imageOf(picture));
  }
  return images;
}

export function collectPictures(file: PdfFile, images: ReadonlyMap<string, ImageObject>): PictureUses {
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
      const image = images.get(path);
      if (image === undefined) throw new Error(`${path} was not prepared`);
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
