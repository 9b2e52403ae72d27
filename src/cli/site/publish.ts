/**
 * From issues to the website that shows them and nothing else. What has become secret is taken down before anything new is
 * made, so that no error elsewhere, no full disk and no file in the way keeps it there.
 */
import { join, resolve } from "node:path";
import { entryAt } from "../../disk/file-facts.js";
import { removeQuietly } from "../../disk/temporary-files.js";
import { renderFeeds, renderSitemap } from "../../site/feeds.js";
import { areSameNeighbours, neighboursOf, withTurns } from "../../site/issue-turns.js";
import { renderListPages } from "../../site/list-pages.js";
import { renderSearchPage } from "../../site/search-page.js";
import { byDate, type IssueFacts, issuePath, type SiteFile } from "../../site/site-facts.js";
import { type SiteChanges, type SiteFolder, showsOurs, siteFolder } from "./site-folder.js";
import {
  filesOfIssues,
  printSiteRecord,
  RECORD_FILE,
  readSiteRecord,
  type SiteRecord,
} from "./site-record.js";
import { digestAt, placeOfOld, replaceInPlace, type SiteStage } from "./site-stage.js";
import { yearTexts } from "./year-texts.js";

export interface Publication {
  readonly folder: SiteFolder;
  /** by source */
  readonly issues: ReadonlyMap<string, IssueFacts>;
  /** as an earlier run left them */
  readonly before: ReadonlyMap<string, IssueFacts>;
  /** what the package carries for every website */
  readonly own: readonly SiteFile[];
  readonly from: string;
  /** of what somebody has changed, that which goes all the same */
  readonly isTakenAway?: (path: string) => boolean;
}

/** @returns paths of what was ours, was changed by somebody and stays */
export function publish({
  folder,
  issues,
  own,
  before,
  from,
  isTakenAway = () => false,
}: Publication): readonly string[] {
  const inOrder = [...issues.values()].sort(byDate);
  joinIssues(inOrder, { folder, before });
  if (inOrder.length > 0) folder.put([...own, ...listFiles(inOrder)]);
  return folder.commit((files) => printSiteRecord({ files, issues, from }), isTakenAway);
}

/** Each issue leads to those beside it; a page whose neighbours are the same is not even read. */
function joinIssues(
  inOrder: readonly IssueFacts[],
  { folder, before }: Pick<Publication, "folder" | "before">,
): void {
  const old = neighboursOf([...before.values()].sort(byDate));
  for (const [index, [own, neighbours]] of [...neighboursOf(inOrder)].entries()) {
    const issue = inOrder[index];
    if (
      issue === undefined ||
      (!folder.isNew(issuePath(issue)) && areSameNeighbours(old.get(own), neighbours))
    )
      continue;
    const path = issuePath(issue);
    const page = folder.read(path);
    if (page !== undefined)
      folder.put([{ path, bytes: new TextEncoder().encode(withTurns(page, issue, neighbours)) }]);
  }
}

function listFiles(issues: readonly IssueFacts[]): readonly SiteFile[] {
  const pages = [...renderListPages(issues), ...renderSearchPage(issues)];
  const url = issues[0]?.bulletin.url;
  if (url === undefined) return pages;
  const lists = pages.map(({ path }) => path);
  return [...pages, ...renderFeeds(issues, url), ...renderSitemap(issues, lists, url)];
}

export interface Website {
  readonly out: string;
  readonly stage: SiteStage;
  readonly record: SiteRecord;
  readonly own: readonly SiteFile[];
  readonly from: string;
}

/** What was to be taken down could not be taken out of the lists: `left` is what not even its removal took away. */
export class TakenDownWhole extends Error {
  /** paths of the website that still say it */
  readonly left: readonly string[];

  constructor(left: readonly string[], cause: unknown) {
    super("pages, lists and search were removed", { cause });
    this.left = left;
  }
}

/**
 * @param hidden sources of issues that stand on the website
 * @throws TakenDownWhole where the lists cannot be written; they are taken away with the pages then
 */
export function withdraw(
  hidden: ReadonlySet<string>,
  { out, stage, record, own, from }: Website,
): SiteChanges {
  const issues = new Map([...record.issues].filter(([source]) => !hidden.has(source)));
  const stays = [...issues.values()].flatMap(filesOfIssues(record.files));
  const folder = siteFolder(resolve(out), { before: record.files, stage });
  try {
    folder.leave(stays);
    yearTexts(folder, record.issues.values()).end([...issues.values()]);
    const gone = [...record.issues].flatMap(([source, facts]) => (hidden.has(source) ? [facts.folder] : []));
    // Pages that somebody has changed show what they show all the same.
    const isTakenAway = (path: string) => gone.some((place) => path.startsWith(`${place}/`));
    publish({ folder, issues, before: record.issues, own, from, isTakenAway });
    return folder.changes();
  } catch (fault) {
    throw new TakenDownWhole(takeDown(hidden, { out, records: [record] }), fault);
  }
}

interface Standing {
  readonly out: string;
  readonly records: readonly SiteRecord[];
}

/**
 * Takes away the pages of what is hidden, and all that is not pages of the others.
 * @returns paths of what is there still
 */
export function takeDown(hidden: ReadonlySet<string>, { out, records }: Standing): readonly string[] {
  const stays = pagesThatStay(hidden, records);
  const left = new Set<string>();
  for (const { files } of records)
    for (const [path, digest] of files) {
      const place = stays.has(path) ? undefined : placeOfOld(resolve(out), path);
      if (place === undefined || !(digestAt(place) === digest || showsOurs(place))) continue;
      removeQuietly(place);
      if (entryAt(place) !== undefined) left.add(path);
    }
  if (!clearRecord(hidden, { out, records, stays })) left.add(RECORD_FILE);
  return [...left];
}

/** The record tells titles, too. It is shortened where it stands: that a full disk allows. @returns whether it could be */
function clearRecord(
  hidden: ReadonlySet<string>,
  { out, records, stays }: Standing & { readonly stays: ReadonlySet<string> },
): boolean {
  const present = readSiteRecord(out);
  const all = [...records, present];
  const issues = new Map(all.flatMap((record) => [...record.issues]));
  for (const source of hidden) issues.delete(source);
  const files = new Map<string, string>();
  for (const [path, digest] of all.flatMap((record) => [...record.files])) {
    const place = placeOfOld(resolve(out), path);
    if (place === undefined ? stays.has(path) : !files.has(path) || digestAt(place) === digest)
      files.set(path, digest);
  }
  try {
    replaceInPlace(join(out, RECORD_FILE), printSiteRecord({ files, issues, from: present.from }));
    return true;
  } catch {
    return false;
  }
}

export function pagesThatStay(
  hidden: ReadonlySet<string>,
  records: readonly SiteRecord[],
): ReadonlySet<string> {
  return new Set(
    records.flatMap(({ issues, files }) =>
      [...issues].flatMap(([source, facts]) => (hidden.has(source) ? [] : filesOfIssues(files)(facts))),
    ),
  );
}
