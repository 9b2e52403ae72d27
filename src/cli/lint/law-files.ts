/** The files that all copy of a bulletin is judged by: its house rules, its templates, and the word lists that it names. */
import { findHouse, HOUSE_FILE } from "../../read/find-house.js";
import { folderOf, type Workspace } from "../../read/workspace.js";

const TEMPLATE_FILE = "template.yaml";
const WORD_LIST = /\.(?:csv|tsv|txt|xlsx|ya?ml)$/i;
const HOUSE_BYTES = 1024 * 1024;

/** @param path of a file that is there, or is no longer; a word list is known by its name in bulletin.yaml */
export function isLawFile(path: string, workspace: Workspace): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === HOUSE_FILE || name === TEMPLATE_FILE) return true;
  if (!WORD_LIST.test(name)) return false;
  // The folder of the list may have gone with it.
  let folder = folderOf(path);
  while (workspace.realPath(folder) === undefined && folder !== folderOf(folder)) folder = folderOf(folder);
  const house = findHouse(folder, workspace);
  const content = house === undefined ? undefined : workspace.readFile(house, { maxBytes: HOUSE_BYTES });
  return content?.state === "found" && new TextDecoder().decode(content.bytes).includes(name);
}
