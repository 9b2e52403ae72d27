/**
 * `bulletin site`: makes a website of an archive (site/) in a folder. What has not changed since the last run is neither
 * read nor written; what no longer belongs is taken away, what is to be hidden before all else.
 */
import { createHash } from "node:crypto";
import { readFileSync, rmdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { printableJson } from "../../diagnostics/printable.js";
import { diskWorkspace, withSlashes } from "../../disk/disk-workspace.js";
import { makeFolder } from "../../disk/make-folder.js";
import { packageFolder } from "../../disk/package-files.js";
import { explainWriteFault } from "../../disk/write-fault.js";
import { openRecords } from "../../outcomes/cache-file.js";
import { programIdentity } from "../../outcomes/fingerprint.js";
import { sameNameKey } from "../../read/file-names.js";
import type { Workspace } from "../../read/workspace.js";
import { SEARCH_SCRIPT, SITE_STYLE } from "../../site/document.js";
import { byDate, type SiteFile } from "../../site/site-facts.js";
import { findManifests } from "../find-targets.js";
import { hiddenStanding, placeDigest } from "./hidden-standing.js";
import { type IssueRecords, readIssueRecords, writeIssueRecords } from "./issue-records.js";
import { publish, type Website } from "./publish.js";
import { refusePlace, refuseRecordsPlace } from "./refuse-place.js";
import { type RenderedIssues, renderIssues } from "./render-issues.js";
import { type SiteChanges, siteFolder } from "./site-folder.js";
import { readSiteRecord, type SiteRecord } from "./site-record.js";
import { bulletinName, type SiteSources, siteSources } from "./site-sources.js";
import { openStage } from "./site-stage.js";
import type { SiteSummary } from "./site-summary.js";
import { anotherBulletin, nothingToShow, notPublic } from "./site-trouble.js";
import { printStanding, printSummary, printTakenDown } from "./site-words.js";
import { recordsOf, withdrawHidden } from "./withdraw-hidden.js";
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
  if (cacheLocation !== undefined) refuseRecordsPlace(cacheLocation, out);
  const isNew = makeOut(out);
  try {
    return await makeSite(manifests, {
      workspace,
      out,
      only: only === true,
      cacheLocation,
      json: json === true,
      language,
    });
  } catch (fault) {
    const standing = hiddenStanding(manifests, { out, workspace });
    process.stderr.write(printStanding(standing, { out: withSlashes(out), language }));
    throw fault;
  } finally {
    if (isNew) removeEmptyFolder(resolve(out));
  }
}

interface SiteRun extends Pick<SiteCommandOptions, "out" | "language"> {
  readonly workspace: Workspace;
  readonly only: boolean;
  readonly cacheLocation: string | undefined;
  readonly json: boolean;
}

async function makeSite(
  manifests: readonly string[],
  { workspace, out, only, cacheLocation, json, language }: SiteRun,
): Promise<number> {
  const stage = openStage(resolve(out));
  let takenDown = 0;
  try {
    const records = recordsOf(out, stage);
    const before = new Map(records.flatMap(({ issues }) => [...issues]));
    const sources = siteSources(manifests, { workspace, before, only });
    const from = placeDigest(out, sources.root);
    const [standing] = records;
    if (standing.from !== from) refuseAnother({ out, record: standing, sources, workspace });
    refusePlace(
      out,
      sources.all.map(({ manifest }) => manifest),
    );
    const own = siteFiles();
    const owner = { records: openRecords(cacheLocation), program: programOf(own), out };
    const known = readIssueRecords(owner);
    const website = { out, stage, own, from };
    const withdrawn = withdrawHidden(sources.all, { known, website, records, language });
    const left = readSiteRecord(out);
    takenDown = withdrawn?.issues ?? 0;
    const renewed = await renew(sources, {
      known,
      isWhole: !only,
      isTakenDown: withdrawn !== undefined,
      website: { ...website, record: left },
      language,
    });
    writeIssueRecords(renewed.records, owner);
    return tell(renewed, withdrawn?.changes, { out, json, language });
  } catch (fault) {
    process.stderr.write(printTakenDown(takenDown, language));
    throw fault;
  } finally {
    stage.close();
  }
}

interface Run {
  readonly known: IssueRecords;
  readonly website: Website;
  /** other issues than those given stand on it as well */
  readonly isWhole: boolean;
  /** something of it was taken down before */
  readonly isTakenDown: boolean;
  readonly language: Language;
}

interface Renewed extends RenderedIssues {
  readonly others: number;
  /** paths of what was ours, was changed by somebody and stays */
  readonly kept: readonly string[];
  /** folders of issues whose sources are there no longer */
  readonly gone: readonly string[];
  readonly changes: SiteChanges;
}

async function renew(
  { all, others }: SiteSources,
  { known, website: { out, stage, record, own, from }, isWhole, isTakenDown, language }: Run,
): Promise<Renewed> {
  const folder = siteFolder(resolve(out), { before: record.files, stage });
  const texts = yearTexts(folder, record.issues.values());
  const isThere = new Set(all.map(({ source }) => source));
  const before = new Map([...record.issues].filter(([source]) => isThere.has(source)));
  const gone = [...record.issues].flatMap(([source, facts]) =>
    isWhole && !isThere.has(source) ? [facts.folder] : [],
  );
  const rendered = await renderIssues(all, {
    folder,
    texts,
    before,
    files: record.files,
    known,
    language,
  });
  const { issues, refused } = rendered;
  if (issues.size === 0 && record.files.size === 0 && refused === 0 && !isTakenDown) throw nothingToShow();
  // All others would go for one that cannot come.
  if (issues.size === 0 && !isWhole) throw nothingToShow();
  texts.end([...issues.values()]);
  const isNothing = issues.size === 0 && record.files.size === 0;
  const kept = isNothing ? [] : publish({ folder, issues, before: record.issues, own, from });
  return { ...rendered, others, kept, gone, changes: folder.changes() };
}

interface Told {
  readonly out: string;
  readonly json: boolean;
  readonly language: Language;
}

function tell(renewed: Renewed, withdrawn: SiteChanges | undefined, { out, json, language }: Told): number {
  const { issues, secret, drafts, suspected, refused, stale, recalled, others } = renewed;
  const shown = [...issues.values()];
  const taken = new Set(shown.map(({ folder }) => sameNameKey(folder)));
  const kept = renewed.kept.map((path) => withSlashes(relative(process.cwd(), join(resolve(out), path))));
  const summary: SiteSummary = {
    issues: shown.length,
    items: shown.reduce((sum, { items }) => sum + items.length, 0),
    ...countsOf(renewed.changes, withdrawn),
    gone: renewed.gone,
    secret,
    drafts,
    suspected: suspected.map((path) => withSlashes(relative(process.cwd(), resolve(path)))),
    refused,
    stale,
    recalled,
    others,
    kept,
    doubled: shown.flatMap(({ folder, plainFolder }) =>
      plainFolder !== undefined && taken.has(sameNameKey(plainFolder)) ? [{ folder, plainFolder }] : [],
    ),
    hasAddress: shown.length === 0 || shown.some(({ bulletin }) => bulletin.url !== undefined),
  };
  if (json) process.stdout.write(`${printableJson({ version: 1, out: withSlashes(out), ...summary })}\n`);
  else process.stderr.write(printSummary(summary, out, language));
  // A page that somebody has changed stays: of an issue that has become secret that is not to be passed over.
  return refused > 0 || (kept.length > 0 && secret > 0) ? 1 : 0;
}

/** What was taken down first and what came then are one run to whoever uploads it. */
function countsOf({ files, written, removed }: SiteChanges, withdrawn: SiteChanges | undefined) {
  const changed = new Set([...(withdrawn?.written ?? []), ...written].filter((path) => files.has(path)));
  const taken = new Set([...(withdrawn?.removed ?? []), ...removed].filter((path) => !files.has(path)));
  return { written: changed.size, untouched: files.size - changed.size, removed: taken.size };
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
  if (name === undefined) throw notPublic(undefined);
  if (name !== there.bulletin.name) throw anotherBulletin(out, [there.bulletin.name, name]);
}

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
