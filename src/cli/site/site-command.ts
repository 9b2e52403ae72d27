/**
 * `bulletin site`: makes a website of an archive (site/) in a folder. What has not changed since the last run is neither
 * read nor written; what no longer belongs is taken away, what is to be hidden before all else.
 */
import { createHash } from "node:crypto";
import { readFileSync, rmdirSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { printableJson } from "../../diagnostics/printable.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import { diskWorkspace, withSlashes } from "../../disk/disk-workspace.js";
import { makeFolder } from "../../disk/make-folder.js";
import { packageFolder } from "../../disk/package-files.js";
import { explainWriteFault } from "../../disk/write-fault.js";
import { openRecords } from "../../outcomes/cache-file.js";
import { fingerprintReader, programIdentity } from "../../outcomes/fingerprint.js";
import { folderOf, type Workspace } from "../../read/workspace.js";
import { SEARCH_SCRIPT, SITE_STYLE } from "../../site/document.js";
import { byDate, type SiteFile } from "../../site/site-facts.js";
import { findManifests } from "../find-targets.js";
import { type IssueRecords, readIssueRecords, writeIssueRecords } from "./issue-records.js";
import { publish, type Website, withdraw } from "./publish.js";
import { type RenderedIssues, renderIssues } from "./render-issues.js";
import { siteFolder } from "./site-folder.js";
import { readSiteRecord, type SiteRecord } from "./site-record.js";
import { bulletinName, hiddenAt, type SiteSources, siteSources } from "./site-sources.js";
import { openStage } from "./site-stage.js";
import type { SiteSummary } from "./site-summary.js";
import { anotherBulletin, aroundIssues, insideIssues, nothingToShow } from "./site-trouble.js";
import { printSummary, printWithdrawn } from "./site-words.js";
import { yearTexts } from "./year-texts.js";

export interface SiteCommandOptions {
  readonly out: string;
  readonly only?: boolean;
  readonly cacheLocation?: string;
  readonly json?: boolean;
  readonly language: Language;
}

/** @returns the exit code: 1 where an issue has errors; the others stand on the website all the same */
export async function runSite(
  paths: readonly string[],
  { out, only, cacheLocation, json, language }: SiteCommandOptions,
): Promise<number> {
  const workspace = diskWorkspace(process.cwd());
  const manifests = findManifests(paths, { workspace, all: true });
  refusePlace(out, manifests);
  const isNew = makeOut(out);
  const stage = openStage(resolve(out));
  try {
    const record = readSiteRecord(out);
    const sources = siteSources(manifests, { workspace, before: record.issues, only: only === true });
    const from = digestOf(withSlashes(relative(resolve(out), resolve(sources.root))));
    if (record.from !== from) refuseAnother({ out, record, sources, workspace });
    refusePlace(
      out,
      sources.all.map(({ manifest }) => manifest),
    );
    const own = siteFiles();
    const owner = { records: openRecords(cacheLocation), program: programOf(own), out };
    const known = readIssueRecords(owner);
    const website = { out, stage, record, own, from };
    const withdrawn = withdrawHidden(sources, { known, website, language });
    const renewed = await renew(sources, {
      known,
      website: withdrawn === undefined ? website : { ...website, record: readSiteRecord(out) },
      language,
    });
    writeIssueRecords(renewed.records, owner);
    return tell(renewed, withdrawn ?? 0, { out, json: json === true, language });
  } finally {
    stage.close();
    if (isNew) removeEmptyFolder(resolve(out));
  }
}

interface Run {
  readonly known: IssueRecords;
  readonly website: Website;
  readonly language: Language;
}

/** @returns how many files were taken away; undefined where there was nothing to take down */
function withdrawHidden({ all }: SiteSources, { known, website, language }: Run): number | undefined {
  const environment = diskEnvironment();
  const reader = fingerprintReader(environment);
  const hidden = all.filter(({ manifest, source }) => {
    if (!website.record.issues.has(source)) return false;
    const record = known.get(manifest);
    const isSame = record?.state === "shown" && reader.isSame(record.fingerprint, () => false);
    return !isSame && hiddenAt(manifest, environment.workspace) !== undefined;
  });
  if (hidden.length === 0) return undefined;
  try {
    return withdraw(new Set(hidden.map(({ source }) => source)), website);
  } catch (fault) {
    process.stderr.write(printWithdrawn(hidden.length, language));
    throw fault;
  }
}

interface Renewed extends RenderedIssues {
  readonly others: number;
  /** paths of what was ours, was changed by somebody and stays */
  readonly kept: readonly string[];
  readonly counts: { readonly written: number; readonly untouched: number; readonly removed: number };
}

async function renew(
  { all, others }: SiteSources,
  { known, website: { out, stage, record, own, from }, language }: Run,
): Promise<Renewed> {
  const folder = siteFolder(resolve(out), { before: record.files, stage });
  const texts = yearTexts(folder, record.issues.values());
  const isThere = new Set(all.map(({ source }) => source));
  const before = new Map([...record.issues].filter(([source]) => isThere.has(source)));
  const rendered = await renderIssues(all, {
    folder,
    texts,
    before,
    files: record.files,
    known,
    language,
  });
  const { issues, refused } = rendered;
  if (issues.size === 0 && record.files.size === 0 && refused === 0) throw nothingToShow();
  texts.end([...issues.values()]);
  const isNothing = issues.size === 0 && record.files.size === 0;
  const kept = isNothing ? [] : publish({ folder, issues, before: record.issues, own, from });
  return { ...rendered, others, kept, counts: folder.counts() };
}

interface Told {
  readonly out: string;
  readonly json: boolean;
  readonly language: Language;
}

function tell(renewed: Renewed, withdrawn: number, { out, json, language }: Told): number {
  const { issues, secret, drafts, refused, stale, recalled, others } = renewed;
  const shown = [...issues.values()];
  const kept = renewed.kept.map((path) => withSlashes(relative(process.cwd(), join(resolve(out), path))));
  const summary: SiteSummary = {
    issues: shown.length,
    items: shown.reduce((sum, { items }) => sum + items.length, 0),
    ...renewed.counts,
    removed: renewed.counts.removed + withdrawn,
    secret,
    drafts,
    refused,
    stale,
    recalled,
    others,
    kept,
    doubled: shown.flatMap(({ folder, plainFolder }) =>
      plainFolder === undefined ? [] : [{ folder, plainFolder }],
    ),
    hasAddress: shown.length === 0 || shown.some(({ bulletin }) => bulletin.url !== undefined),
  };
  if (json) process.stdout.write(`${printableJson({ version: 1, out: withSlashes(out), ...summary })}\n`);
  else process.stderr.write(printSummary(summary, out, language));
  // A page that somebody has changed stays: of an issue that has become secret that is not to be passed over.
  return refused > 0 || (kept.length > 0 && secret > 0) ? 1 : 0;
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

const digestOf = (words: string): string => createHash("sha256").update(words).digest("base64url");

interface Replaced {
  readonly out: string;
  readonly record: SiteRecord;
  readonly sources: SiteSources;
  readonly workspace: Workspace;
}

/** A bulletin may be renamed, or move with its website; where both have happened nobody can tell it from another one. */
function refuseAnother({ out, record, sources, workspace }: Replaced): void {
  const [there] = [...record.issues.values()].sort(byDate);
  if (there === undefined) return;
  const name = bulletinName(sources.root, workspace);
  if (name !== there.bulletin.name) throw anotherBulletin(out, [there.bulletin.name, name ?? "？"]);
}

/** Among the items the website would be taken for them, and they for it; around them they would go out with it. */
function refusePlace(out: string, manifests: readonly string[]): void {
  const place = resolve(out);
  for (const manifest of manifests) {
    const issue = resolve(folderOf(manifest));
    const within = relative(issue, place);
    const around = relative(place, issue);
    const isBeside = !leadsOut(around) && /^(?:issues[\\/])?[^\\/]+$/.test(around);
    if (!leadsOut(within) || isBeside) throw insideIssues(out);
    if (!leadsOut(around)) throw aroundIssues(out);
  }
}

const leadsOut = (path: string): boolean => /^\.\.(?:[\\/]|$)/.test(path) || isAbsolute(path);

/** @returns whether it was not there before */
function makeOut(out: string): boolean {
  try {
    return makeFolder(resolve(out));
  } catch (fault) {
    throw explainWriteFault(fault);
  }
}

function removeEmptyFolder(place: string): void {
  try {
    rmdirSync(place);
  } catch {
    // There is a website in it now.
  }
}
