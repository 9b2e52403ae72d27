/** The one thing to say of a picture whose head is in order and whose rest is not. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";

export function damagedPicture(path: string, cause?: unknown): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `图片 ${path} 的数据已损坏，无法放入 PDF`,
      en: `The data of the picture ${path} are damaged, so it cannot go into the PDF`,
    },
    {
      zh: "请用看图软件打开它，另存为 PNG 或 JPEG，再替换原文件",
      en: "Open it in an image viewer, save it as PNG or JPEG again, and replace the file",
    },
    { cause },
  );
}
