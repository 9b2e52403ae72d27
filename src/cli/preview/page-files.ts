/** The page's own files as the package carries them: read once, given by their names alone. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { packageFolder } from "../../disk/package-files.js";

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".woff2", "font/woff2"],
]);

const INDEX = "index.html";

/** @returns the files by the path that asks for them */
export function readPageFiles(
  folder: string = join(packageFolder(), "dist", "preview"),
): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of namesIn(folder)) {
    const type = TYPES.get(extname(name));
    if (type === undefined) continue;
    files.set(name === INDEX ? "/" : `/${name}`, { type, bytes: readFileSync(join(folder, name)) });
  }
  if (!files.has("/")) throw notWhole();
  return files;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const notWhole = () =>
  new EnvironmentError(
    {
      zh: "安装不完整，缺少预览页面的文件。",
      en: "The installation is not whole: the preview's page is missing.",
    },
    { zh: "请重新安装 bulletin-compiler。", en: "Install bulletin-compiler again." },
  );
