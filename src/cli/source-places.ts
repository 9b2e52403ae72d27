/**
 * Which folders of a bulletin hold what it is made of: nothing that a command makes may be put there, for it would be
 * linted, counted, imported or uploaded with the sources.
 */
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import { MANIFEST } from "./find-targets.js";

const HOUSE = "bulletin.yaml";
/** Folders in which people and `import` keep what comes in and what is printed. */
const COPY_FOLDERS: ReadonlySet<string> = new Set(["inbox", "items", "images", "来稿"]);
const ISSUES_FOLDER = "issues";

/**
 * @param folder need not be there yet
 * @param roots real paths of folders that are bulletins though they have no house rules
 * @returns whether it lies in an issue, among the issues or among what came in
 */
export function isAmongSources(folder: string, roots: ReadonlySet<string> = new Set()): boolean {
  const { names, at } = wayUp(folder, roots);
  return (
    at === "issue" ||
    (at === "bulletin" && names.some((name) => name === ISSUES_FOLDER || COPY_FOLDERS.has(name)))
  );
}

/**
 * Editions lie in the issue's folder, or collected beside the issues; not where copy is kept.
 * @throws EnvironmentError
 */
export function refuseAmongCopy(out: string): void {
  const { names, at } = wayUp(resolve(out), new Set());
  if (at === undefined || !names.some((name) => COPY_FOLDERS.has(name))) return;
  throw new EnvironmentError(
    {
      zh: `“${out}”是放稿件、图片和来稿的文件夹，成品不能放在那里。`,
      en: `Nothing can be written to “${out}”: items, pictures and submissions are kept there.`,
    },
    { zh: "请用 --out 换一个文件夹，例如 成品。", en: "Choose another folder with --out, such as printed." },
  );
}

/** @returns the issue or bulletin that a folder lies in, and the names from there down to it in small letters */
function wayUp(
  place: string,
  roots: ReadonlySet<string>,
): { readonly names: readonly string[]; readonly at: "issue" | "bulletin" | undefined } {
  const names: string[] = [];
  for (let folder = realPlace(place); ; folder = dirname(folder)) {
    if (roots.has(folder) || existsSync(join(folder, HOUSE))) return { names, at: "bulletin" };
    if (existsSync(join(folder, MANIFEST))) return { names, at: "issue" };
    if (dirname(folder) === folder) return { names, at: undefined };
    names.push(basename(folder).toLowerCase());
  }
}

/** Of what is not there yet, where it will be. */
export function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPlace(dirname(path)), basename(path));
  }
}
