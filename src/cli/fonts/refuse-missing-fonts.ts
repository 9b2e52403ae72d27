/** Folders given with --fonts: a mistyped one would be passed over without a word, and the pages printed with other faces. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { fileAt } from "../../disk/file-facts.js";

/** @throws EnvironmentError where one is not there */
export function refuseMissingFonts(folders: readonly string[]): void {
  const missing = folders.find((folder) => fileAt(folder)?.isDirectory() !== true);
  if (missing === undefined) return;
  throw new EnvironmentError(
    { zh: `--fonts 指的“${missing}”不是文件夹。`, en: `“${missing}”, given with --fonts, is not a folder.` },
    { zh: "请检查路径是否正确。", en: "Check the path." },
  );
}
