/**
 * From issues to the website that shows them and nothing else. What has become secret is taken down before anything new is
 * made, so that no error elsewhere, no full disk and no file in the way keeps it there.
 */
import { resolve } from "node:path";
import { removeQuietly } from "../../disk/temporary-files.js";
import { renderFeeds, renderSitemap } from "../../site/feeds.js";
import { areSameNeighbours, neighboursOf, withTurns } from "../../site/issue-turns.js";
import { renderListPages } from "../../site/list-pages.js";
import { renderSearchPage } from "../../site/search-page.js";
import { byDate, type IssueFacts, issuePath, type SiteFile } from "../../site/site-facts.js";
import { type SiteFolder, showsOurs, siteFolder } from "./site-folder.js";
import { filesOfIssues, printSiteRecord, type SiteRecord } from "./site-record.js";
import { digestAt, placeOfOld, type SiteStage } from "./site-stage.js";
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

/**
 * @param hidden sources of issues that stand on the website
 * @returns how many files were taken away
 * @throws EnvironmentError where the lists cannot be written; they are taken away with the pages then
 */
export function withdraw(hidden: ReadonlySet<string>, { out, stage, record, own, from }: Website): number {
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
    return folder.counts().removed;
  } catch (fault) {
    removeAllBut(new Set(stays), { out, files: record.files });
    throw fault;
  }
}

function removeAllBut(
  stays: ReadonlySet<string>,
  { out, files }: { readonly out: string; readonly files: ReadonlyMap<string, string> },
): void {
  for (const [path, digest] of files) {
    const place = stays.has(path) ? undefined : placeOfOld(resolve(out), path);
    if (place !== undefined && (digestAt(place) === digest || showsOurs(place))) removeQuietly(place);
  }
}
