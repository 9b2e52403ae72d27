/**
 * What stands around an issue: item files that no section lists, and titles of earlier issues.
 * Only names of folders and heads of files are read, and no more of them than a year's work.
 */
import { type CalendarDate, isoDate } from "../model/calendar-date.js";
import type { Surroundings } from "../model/issue.js";
import { type PathBounds, resolvePath } from "./resolve-path.js";
import { isUnreadItem, UNREAD_ITEM } from "./unread-file.js";
import { folderOf, joinPath, type NamePattern, type Workspace } from "./workspace.js";

/** Earlier issues looked at, the latest: two years of a fortnightly. */
const MAX_ISSUES = 52;
const MAX_TITLES = 1000;
/** Front matter with a title fits. */
const HEAD_BYTES = 2048;
const MANIFEST_FILE = "issue.yaml";

/** All patterns by which folders are looked through: a record on disk names one, and holds none (outcomes/question.ts). */
export const NAME_PATTERNS = {
  /** hidden ones hold no issue: git, what --fix has replaced */
  folder: /^[^.].*\/$/,
  manifest: /^issue\.yaml$/,
  item: /^[^._].*\.(md|markdown)$/i,
  unread: UNREAD_ITEM,
} as const satisfies Readonly<Record<string, NamePattern>>;
const { folder: FOLDER, manifest: MANIFEST, item: ITEM, unread: UNREAD } = NAME_PATTERNS;

export interface SurroundedIssue {
  readonly folder: string;
  readonly root: string;
  readonly date: CalendarDate;
  /** paths of its items */
  readonly listed: readonly string[];
  /** paths that the manifest lists, too, and that were refused: nobody forgot them */
  readonly refused: readonly string[];
  /** false where the manifest has errors: what it was to list is not known */
  readonly isSound: boolean;
}

/** @returns that in which items are put (cli/new), where it lies in the bulletin's folder */
function newItemsFolder(bounds: PathBounds): readonly string[] {
  const found = resolvePath("items", bounds);
  return found.state === "found" ? [found.path] : [];
}

export function readSurroundings(
  { folder, root, date, listed, refused, isSound }: SurroundedIssue,
  workspace: Workspace,
): Surroundings {
  const known = new Set([...listed, ...refused]);
  // Of a new issue, of which no section lists anything yet, that where items are put (cli/new).
  const isNew = known.size === 0 && isSound;
  const folders = isNew
    ? newItemsFolder({ folder, root, workspace })
    : [...new Set(listed.map(folderOf))].sort();
  const unlistedItems = folders
    .flatMap((name) => itemFilesOf(name, workspace))
    .filter((path) => !known.has(path));
  const unreadFiles = folders.flatMap((name) => unreadFilesOf(name, workspace));
  return {
    unlistedItems,
    unreadFiles,
    earlierTitles: folder === root ? [] : readEarlierTitles(folder, isoDate(date), workspace),
  };
}

/**
 * Issues whose folders stand in front of this one's by name, save those of a later day: a supplement stands behind all
 * regular issues of its year (2026-增刊01, 2026-24), whenever it came out.
 */
function readEarlierTitles(
  folder: string,
  date: string,
  workspace: Workspace,
): Surroundings["earlierTitles"] {
  const parent = joinPath(folder, "..");
  const own = (workspace.realPath(folder) ?? folder).split("/").at(-1) ?? "";
  const siblings = (workspace.listFolder(parent, FOLDER) ?? [])
    .filter((name) => FOLDER.test(name))
    .map((name) => name.slice(0, -1))
    .filter((name) => name < own)
    .slice(-MAX_ISSUES);
  const titles: { path: string; title: string }[] = [];
  for (const sibling of siblings.reverse()) {
    const issue = joinPath(parent, sibling);
    if (workspace.listFolder(issue, MANIFEST)?.includes(MANIFEST_FILE) !== true) continue;
    const manifest = readHead(joinPath(issue, MANIFEST_FILE), workspace) ?? "";
    if ((WRITTEN_DATE.exec(manifest)?.[1] ?? "") > date) continue;
    for (const path of [
      ...itemFilesOf(joinPath(issue, "items"), workspace),
      ...itemFilesOf(issue, workspace),
    ]) {
      if (titles.length >= MAX_TITLES) return titles;
      const title = readTitle(path, workspace);
      if (title !== undefined) titles.push({ path, title });
    }
  }
  return titles;
}

function itemFilesOf(folder: string, workspace: Workspace): readonly string[] {
  return (workspace.listFolder(folder, ITEM) ?? [])
    .filter((name) => ITEM.test(name) && !/^(readme|changelog)\./i.test(name))
    .map((name) => joinPath(folder, name));
}

/** What cannot be read and may have been meant as an item; the original beside an item of its name was not. */
function unreadFilesOf(folder: string, workspace: Workspace): readonly string[] {
  const stemOf = (name: string) => name.replace(/\.[^.]*$/, "");
  const items = new Set(
    (workspace.listFolder(folder, ITEM) ?? []).filter((name) => ITEM.test(name)).map(stemOf),
  );
  return (workspace.listFolder(folder, UNREAD) ?? [])
    .filter((name) => isUnreadItem(name) && !items.has(stemOf(name)))
    .map((name) => joinPath(folder, name));
}

/** @returns the title as the front matter's head has it, lines joined; quotes and blocks are seen through */
function readTitle(path: string, workspace: Workspace): string | undefined {
  const head = readHead(path, workspace);
  if (head === undefined) return undefined;
  const written = /^---[ \t]*\r?\n(?:.*\r?\n)*?title:[ \t]*(.*(?:\r?\n[ \t]+.*)*)/.exec(head)?.[1] ?? "";
  const words = written
    .replace(/^[|>][+-]?/, "")
    .replace(/\s+#.*$/, "")
    .replace(/\s*\r?\n\s*/g, "")
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .normalize("NFC");
  return words === "" ? undefined : words;
}

/** A day as manifests write it, in front of a comment. */
const WRITTEN_DATE = /^date:[ \t]*["']?(\d{4}-\d{2}-\d{2})\b/m;

function readHead(path: string, workspace: Workspace): string | undefined {
  const content = workspace.readFile(path, {
    maxBytes: Number.POSITIVE_INFINITY,
    headBytes: HEAD_BYTES,
    ignoresSize: true,
  });
  return content.state === "found" ? new TextDecoder().decode(content.bytes) : undefined;
}
