/**
 * Where the register says that an item stands. `import` writes the issue's folder, and the item from there; people write
 * whatever names the file: with the other slashes, from the disk's root, with the manifest for the folder.
 */
import { joinPath } from "../read/workspace.js";

export interface RegisterPlaces {
  readonly places: readonly string[];
  readonly issueFolders: readonly string[];
}

/** @param root the bulletin's folder from the disk's root, with slashes; empty where it is not known */
export function registerPlaces(
  { issue, item }: { readonly issue: string; readonly item: string },
  root: string,
): RegisterPlaces {
  const folder = placeIn(root, issue).replace(/\/?issue\.yaml$/iu, "");
  const file = placeIn(root, item);
  const issueFolders = unique(folder === "" ? [] : [folder, `issues/${folder}`]);
  if (file === "") return { places: [], issueFolders };
  const inIssue = issueFolders.filter((one) => !file.startsWith(`${one}/`)).map((one) => `${one}/${file}`);
  return { places: unique([...inIssue, file, `issues/${file}`]), issueFolders };
}

function placeIn(root: string, written: string): string {
  const slashed = written
    .trim()
    .normalize("NFC")
    .replace(/^["'](.*)["']$/u, "$1")
    .replaceAll("\\", "/");
  if (slashed === "") return "";
  const clean = joinPath("", slashed.replace(/\/+$/u, ""));
  const place = clean === "." ? "" : clean;
  const [own, whole] = [withDrive(place), withDrive(root.replace(/\/+$/u, ""))];
  return whole !== "" && own.startsWith(`${whole}/`) ? own.slice(whole.length + 1) : place;
}

/** C: and c: are one. */
const withDrive = (path: string): string => path.replace(/^[a-z]:/u, (drive) => drive.toUpperCase());

const unique = (paths: readonly string[]): readonly string[] => [...new Set(paths)];
