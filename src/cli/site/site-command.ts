/**
 * `bulletin site`: makes a website of an archive (site/) in a folder. What has not changed since the last run is neither
 * read nor written; what no longer belongs is taken away.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { printableJson } from "../../diagnostics/printable.js";
import { diskWorkspace, withSlashes } from "../../disk/disk-workspace.js";
import { makeFolder } from "../../disk/make-folder.js";
import { packageFolder } from "../../disk/package-files.js";
import { explainWriteFault } from "../../disk/write-fault.js";
import { openRecords } from "../../outcomes/cache-file.js";
import { programIdentity } from "../../outcomes/fingerprint.js";
import { folderOf } from "../../read/workspace.js";
import { SEARCH_SCRIPT, SITE_STYLE } from "../../site/document.js";
import { renderFeeds, renderSitemap } from "../../site/feeds.js";
import { renderListPages } from "../../site/list-pages.js";
import { renderSearchPage } from "../../site/search-page.js";
import { byDate, type IssueFacts, type SiteFile } from "../../site/site-facts.js";
import { findManifests } from "../find-targets.js";
import { renderIssues } from "./render-issues.js";
import { siteFolder } from "./site-folder.js";
import { printOwnFiles, readIssueRecords, readOwnFiles, writeIssueRecords } from "./site-record.js";
import type { SiteSummary } from "./site-summary.js";
import { insideIssues, nothingToShow } from "./site-trouble.js";
import { printStays, printSummary } from "./site-words.js";
import { yearTexts } from "./year-texts.js";

export interface SiteCommandOptions {
  readonly out: string;
  readonly cacheLocation?: string;
  readonly json?: boolean;
  readonly language: Language;
}

/** @returns the exit code: 1 where an issue has errors; the others stand on the website all the same */
export async function runSite(
  paths: readonly string[],
  { out, cacheLocation, json, language }: SiteCommandOptions,
): Promise<number> {
  const manifests = findManifests(paths, { workspace: diskWorkspace(process.cwd()), all: true });
  refusePlace(out, manifests);
  const own = siteFiles();
  const program = programOf(own);
  makeOut(out);
  const owner = { records: openRecords(cacheLocation), program, out };
  const before = readIssueRecords(owner);
  const files = readOwnFiles(out);
  const folder = siteFolder(resolve(out), files);
  const texts = yearTexts(folder, before.years);
  const rendered = await renderIssues(manifests, { folder, texts, before, language });
  const { secret, drafts, refused, recalled, records } = rendered;
  const issues = [...rendered.issues].sort(byDate);
  // Where a fault of the house rules refuses every issue, the website stays what it was.
  if (issues.length === 0 && refused > 0) {
    if (files.size > 0) process.stderr.write(printStays(out, language));
    return 1;
  }
  if (issues.length === 0 && files.size === 0) throw nothingToShow();
  const years = texts.end(issues);
  if (issues.length > 0) folder.put([...own, ...listFiles(issues)]);
  const kept = folder.sweep().map((path) => withSlashes(relative(process.cwd(), path)));
  folder.end(printOwnFiles(folder.files));
  writeIssueRecords({ issues: records, years }, owner);
  const summary: SiteSummary = {
    issues: issues.length,
    items: issues.reduce((sum, { items }) => sum + items.length, 0),
    ...folder.counts(),
    secret,
    drafts,
    refused,
    recalled,
    kept,
    hasAddress: issues[0]?.bulletin.url !== undefined,
  };
  if (json === true)
    process.stdout.write(`${printableJson({ version: 1, out: withSlashes(out), ...summary })}\n`);
  else process.stderr.write(printSummary(summary, out, language));
  // A page that somebody has changed stays: of an issue that has become secret that is not to be passed over.
  return refused > 0 || (kept.length > 0 && secret > 0) ? 1 : 0;
}

function listFiles(issues: readonly IssueFacts[]): readonly SiteFile[] {
  const pages = [...renderListPages(issues), ...renderSearchPage(issues)];
  const url = issues[0]?.bulletin.url;
  if (url === undefined) return pages;
  const lists = pages.map(({ path }) => path);
  return [...pages, ...renderFeeds(issues, url), ...renderSitemap(issues, lists, url)];
}

/** What the package carries for every website. */
function siteFiles(): readonly SiteFile[] {
  const folder = join(packageFolder(), "dist", "site");
  return [
    { path: SITE_STYLE, bytes: readFileSync(join(folder, "site.css")) },
    { path: SEARCH_SCRIPT, bytes: readFileSync(join(folder, "search.js")) },
  ];
}

function programOf(own: readonly SiteFile[]): string {
  const hash = createHash("sha256").update(programIdentity());
  for (const { bytes } of own) hash.update(bytes);
  return hash.digest("base64");
}

/** Among the items the website would be taken for them, and they for it. */
function refusePlace(out: string, manifests: readonly string[]): void {
  const place = resolve(out);
  const isOwn = manifests.some((manifest) => {
    const issue = resolve(folderOf(manifest));
    const within = relative(issue, place);
    const around = relative(place, issue);
    const isInIssue = !within.startsWith("..") && !isAbsolute(within);
    return isInIssue || /^(?:issues[\\/])?[^\\/]+$/.test(around);
  });
  if (isOwn) throw insideIssues(out);
}

function makeOut(out: string): void {
  try {
    makeFolder(resolve(out));
  } catch (fault) {
    throw explainWriteFault(fault);
  }
}
