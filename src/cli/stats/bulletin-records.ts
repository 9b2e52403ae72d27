/** What one bulletin of those that are counted has printed, gathered issue by issue; which of it is secret, too. */
import type { Sources } from "../../diagnostics/diagnostic.js";
import type { CalendarDate } from "../../model/calendar-date.js";
import { titleOnOneLine } from "../../model/furniture.js";
import type { House } from "../../model/house.js";
import type { Issue } from "../../model/issue.js";
import { isSecretItem } from "../../read/may-be-secret.js";
import { folderOf, isInside, joinPath, type Workspace } from "../../read/workspace.js";
import type { Printing } from "../../stats/check-archive.js";
import { type AdoptedItem, adoptedItems, foldedKey, stemOf } from "../../stats/counted-item.js";
import { hasSecretMark, starsFor } from "../../stats/secret-words.js";
import { issuesUnder } from "../find-targets.js";

export interface BulletinRecords {
  /** workspace path of its folder, where its register is */
  readonly root: string;
  /** each once, the first met first; an issue may name rules of its own */
  readonly houses: Map<string, House>;
  readonly issueDates: CalendarDate[];
  readonly printings: Printing[];
  readonly adopted: AdoptedItem[];
  /** printed in issues that are not counted: of another period's folder */
  readonly elsewhere: AdoptedItem[];
  /** of drafts: not printed so far */
  readonly drafted: AdoptedItem[];
  /** real paths of the manifests among the paths given */
  readonly manifests: Set<string>;
  /** those of them of which nothing could be read */
  readonly unreadable: string[];
  /** of secret items, drafts too */
  readonly secretKeys: Set<string>;
  readonly secretPlaces: Set<string>;
}

export const emptyRecords = (root: string): BulletinRecords => ({
  root,
  houses: new Map(),
  issueDates: [],
  printings: [],
  adopted: [],
  elsewhere: [],
  drafted: [],
  manifests: new Set(),
  unreadable: [],
  secretKeys: new Set(),
  secretPlaces: new Set(),
});

interface Reading {
  readonly mayBeSecret: boolean;
  readonly sources: ReadonlyMap<string, string>;
  readonly workspace: Workspace;
}

/** @returns the items of an issue; what is secret of them is kept in mind, whether they count or not */
export function noteIssue(
  records: BulletinRecords,
  issue: Issue,
  { mayBeSecret, sources, workspace }: Reading,
): readonly AdoptedItem[] {
  const pathOf = (path: string) => pathInside(records.root, path, workspace);
  const items = adoptedItems(issue, {
    bulletin: records.root,
    pathOf,
    isSecret: (item) =>
      mayBeSecret ||
      isSecretItem(sources.get(item.path) ?? "") ||
      [titleOnOneLine(item), stemOf(item.path)].some(hasSecretMark),
  });
  if (mayBeSecret) noteFolder(records, issue.folder, workspace);
  for (const { isSecret, key, path } of items) {
    if (!isSecret) continue;
    if (key !== "") records.secretKeys.add(key);
    records.secretPlaces.add(path);
  }
  return items;
}

/**
 * What findings may show: no line of an item, whose title stands there and may turn out to be secret by the register alone, and
 * none of an issue that may be secret itself.
 */
export function shownSources(sources: Sources, { mayBeSecret }: { readonly mayBeSecret: boolean }): Sources {
  return new Map(
    [...sources].map(([path, text]) => [
      path,
      mayBeSecret || /\.(?:md|markdown)$/iu.test(path) ? starsFor(text) : text,
    ]),
  );
}

/** Enough for front matter. */
const HEAD_BYTES = 64 * 1024;

/** Of an issue whose manifest names not all of its items, or none: whatever lies beside it may be among them. */
export function noteFolder(records: BulletinRecords, folder: string, workspace: Workspace): void {
  records.secretPlaces.add(pathInside(records.root, folder, workspace));
  for (const place of [folder, joinPath(folder, "items")])
    for (const name of workspace.listFolder(place) ?? []) {
      if (!/\.(?:md|markdown)$/iu.test(name)) continue;
      const content = workspace.readFile(joinPath(place, name), {
        maxBytes: Number.POSITIVE_INFINITY,
        headBytes: HEAD_BYTES,
      });
      const text = content.state === "found" ? new TextDecoder().decode(content.bytes) : "";
      // In one line, or in a block of several.
      const [, first = "", more = ""] =
        /^title:[ \t]*(?:[|>][^\n]*)?([^\n]*)((?:\n[ \t]+[^\n]*)*)/mu.exec(text) ?? [];
      const key = foldedKey(first + more);
      if (key !== "") records.secretKeys.add(key);
    }
}

/** Of an issue without house rules: where issues lie side by side, the folder that holds them is the bulletin's. */
export function bulletinFolder(issue: Issue, workspace: Workspace): string {
  if (issue.house.path !== undefined) return issue.root;
  const above = joinPath(issue.folder, "..");
  if (workspace.realPath(above)?.split("/").at(-1) === "issues") return joinPath(above, "..");
  return issuesUnder(above, workspace).length > 1 ? above : issue.folder;
}

/** @returns the bulletin in whose folder the path lies, the innermost of them */
export function bulletinAround(
  path: string,
  bulletins: readonly BulletinRecords[],
  workspace: Workspace,
): BulletinRecords | undefined {
  const around = bulletins.flatMap((own) => {
    const place = placeInside(own.root, path, workspace);
    return place === undefined ? [] : [{ own, place }];
  });
  return around.sort((a, b) => a.place.length - b.place.length)[0]?.own;
}

/** @returns a path from the bulletin's folder, as the register names it, wherever the command was started */
export const pathInside = (root: string, path: string, workspace: Workspace): string =>
  placeInside(root, path, workspace) ?? path;

function placeInside(root: string, path: string, workspace: Workspace): string | undefined {
  // A file that is missing has no real path of its own, but its folder may have.
  const [realRoot, real] = [workspace.realPath(root), workspace.realPath(path) ?? realAbove(path, workspace)];
  if (realRoot === undefined || real === undefined || !isInside(real, realRoot)) return undefined;
  return real.slice(realRoot.endsWith("/") ? realRoot.length : realRoot.length + 1);
}

function realAbove(path: string, workspace: Workspace): string | undefined {
  const folder = workspace.realPath(folderOf(path));
  return folder && joinPath(folder, path.slice(path.lastIndexOf("/") + 1));
}
