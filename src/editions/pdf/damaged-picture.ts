/** The one thing to say of a picture whose head is in order and whose rest is not. */
import { UnusableFile } from "../../diagnostics/diagnostic.js";

/** @param path as the pictures are known by: build.ts tells it where the item shows the picture */
export function damagedPicture(path: string, cause?: unknown): UnusableFile {
  return new UnusableFile(
    path,
    {
      problem: {
        zh: `图片“${path}”的数据已损坏，无法放入 PDF。`,
        en: `The data of the picture “${path}” are damaged, so it cannot go into the PDF.`,
      },
      remedy: {
        zh: "请用看图软件打开它，另存为 PNG 或 JPEG，再替换原文件；打不开的，向供稿单位重要一份原图。",
        en: "Open it in an image viewer, save it as PNG or JPEG again, and replace the file; if it does not open, ask for the original again.",
      },
    },
    cause,
  );
}
