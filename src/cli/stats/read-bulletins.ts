/** Reads the issues that are counted, each into the records of its bulletin; and, of a bulletin of which some were not named, the others. */
import type { Language } from "../../diagnostics/language.js";
import type { Issue } from "../../model/issue.js";
import { readOpened } from "../../read/markdown/parse-markdown.js";
import { openIssue } from "../../read/read-issue.js";
import { folderOf, joinPath, type Workspace } from "../../read/workspace.js";
import { printingOf } from "../../stats/check-archive.js";
import type { Findings } from "../../stats/withhold-findings.js";
import { isFile, issuesUnder, MANIFEST } from "../find-targets.js";
import { REGISTER_FILE } from "../import/open-register.js";
import { readArchive } from "../read-archive.js";
import {
  type BulletinRecords,
  bulletinAround,
  bulletinFolder,
  emptyRecords,
  noteFolder,
  noteIssue,
  shownSources,
} from "./bulletin-records.js";

export interface BulletinsReading {
  /** of which at least one issue was read */
  readonly bulletins: readonly BulletinRecords[];
  /** with those too of which none could be read: what may be secret of them is known */
  readonly all: readonly BulletinRecords[];
  /** paths of all that was read */
  readonly sources: Set<string>;
  /** what findings may show lines of */
  readonly texts: Map<string, string>;
  readonly drafts: readonly string[];
  /** what is wrong with the issues, an issue each */
  readonly faults: readonly Findings[];
  readonly isWhole: boolean;
}

interface Asked {
  readonly workspace: Workspace;
  readonly language: Language;
}

export async function readBulletins(
  paths: readonly string[],
  { workspace, language }: Asked,
): Promise<BulletinsReading> {
  const byFolder = new Map<string, BulletinRecords>();
  const sources = new Set<string>();
  const texts = new Map<string, string>();
  const drafts: string[] = [];
  const faults: Findings[] = [];
  const unreadable: string[] = [];
  const recordsOf = (issue: Issue): BulletinRecords => {
    const root = bulletinFolder(issue, workspace);
    const id = workspace.realPath(root) ?? root;
    const known = byFolder.get(id) ?? emptyRecords(root);
    byFolder.set(id, known);
    return known;
  };
  const { unread } = await readArchive(paths, {
    workspace,
    language,
    faulty(diagnostics, issueSources, { mayBeSecret }) {
      faults.push({ diagnostics, sources: shownSources(issueSources, { mayBeSecret }), mayBeSecret });
    },
    each(issue, issueSources, { mayBeSecret }) {
      for (const path of issueSources.keys()) sources.add(path);
      const own = recordsOf(issue);
      own.manifests.add(workspace.realPath(issue.path) ?? issue.path);
      const { house } = issue;
      if (!own.houses.has(house.path ?? "")) own.houses.set(house.path ?? "", house);
      keepTexts(issue, issueSources, texts);
      const items = noteIssue(own, issue, { mayBeSecret, sources: issueSources, workspace });
      if (issue.marks.draft !== undefined) {
        drafts.push(issue.path);
        own.drafted.push(...items);
        return;
      }
      own.issueDates.push(issue.date.value);
      own.printings.push(printingOf(issue));
      texts.set(issue.path, shownSources(issueSources, { mayBeSecret }).get(issue.path) ?? "");
      own.adopted.push(...items);
    },
    unreadable: (manifest) => unreadable.push(manifest),
  });
  const bulletins = [...byFolder.values()];
  const lost = unreadable.map((manifest) => noteUnreadable(manifest, bulletins, workspace));
  const all = [...new Set([...bulletins, ...lost])];
  return { bulletins, all, sources, texts, drafts, faults, isWhole: unread === 0 };
}

/** @returns the records of its bulletin, or of a bulletin of its own where no other issue of that was read */
function noteUnreadable(
  manifest: string,
  bulletins: readonly BulletinRecords[],
  workspace: Workspace,
): BulletinRecords {
  const own = bulletinAround(manifest, bulletins, workspace) ?? emptyRecords(folderOf(manifest));
  own.manifests.add(workspace.realPath(manifest) ?? manifest);
  own.unreadable.push(manifest);
  noteFolder(own, folderOf(manifest), workspace);
  return own;
}

/** Findings show the lines of house rules and of items that name a level. */
function keepTexts(issue: Issue, sources: ReadonlyMap<string, string>, texts: Map<string, string>): void {
  const items = issue.sections.flatMap(({ items: own }) =>
    own.filter(({ levels = [] }) => levels.length > 0),
  );
  for (const path of [issue.house.path, ...items.map(({ path: own }) => own)]) {
    const text = path === undefined ? undefined : sources.get(path);
    if (path !== undefined && text !== undefined) texts.set(path, text);
  }
}

/**
 * An issue in the bulletin's folder may be another bulletin's, by rules of its own.
 * @param given real paths of all manifests among the paths given
 * @returns manifests in the bulletin's folder that were not among them
 */
export function otherManifests(
  { root }: BulletinRecords,
  given: ReadonlySet<string>,
  workspace: Workspace,
): readonly string[] {
  const own = workspace.listFolder(root)?.includes(MANIFEST) ? [joinPath(root, MANIFEST)] : [];
  return [...own, ...issuesUnder(root, workspace)].filter(
    (manifest) => !given.has(workspace.realPath(manifest) ?? manifest),
  );
}

export const hasRegister = ({ root }: BulletinRecords, workspace: Workspace): boolean =>
  isFile(joinPath(root, REGISTER_FILE), workspace);

/** They are not counted, and what is wrong with them is not told: only what they print, and what of it is secret, is asked. */
export async function noteOthers(
  own: BulletinRecords,
  manifests: readonly string[],
  workspace: Workspace,
): Promise<void> {
  for (const manifest of manifests) {
    const { issue, mayBeSecret, sources } = await readOpened(openIssue(manifest, workspace));
    if (issue === undefined) noteFolder(own, folderOf(manifest), workspace);
    else {
      const items = noteIssue(own, issue, { mayBeSecret, sources, workspace });
      if (issue.marks.draft === undefined) own.elsewhere.push(...items);
    }
  }
}
