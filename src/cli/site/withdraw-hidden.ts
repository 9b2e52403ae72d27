/**
 * Before all else: what stands on the website, or was about to when a run was broken off, and is to be hidden by now goes.
 * Whatever keeps the lists from being written, and the broken run from being completed, does not keep the pages there.
 */
import { resolve } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { fingerprintReader } from "../../outcomes/fingerprint.js";
import { hiddenAt } from "./hidden-issues.js";
import type { IssueRecords } from "./issue-records.js";
import { pagesThatStay, TakenDownWhole, takeDown, type Website, withdraw } from "./publish.js";
import type { SiteChanges } from "./site-folder.js";
import { RECORD_FILE, readSiteRecord, recordIn, type SiteRecord } from "./site-record.js";
import type { SiteSource } from "./site-sources.js";
import type { SiteStage } from "./site-stage.js";
import { printWithdrawn } from "./site-words.js";

/** What the website says of itself, and what it was to say when the last run was broken off. */
export type StandingRecords = readonly [SiteRecord, ...SiteRecord[]];

export function recordsOf(out: string, { halfMade }: SiteStage): StandingRecords {
  const standing = readSiteRecord(out);
  return halfMade === undefined ? [standing] : [standing, recordIn(new TextDecoder().decode(halfMade))];
}

interface Withdrawal {
  readonly known: IssueRecords;
  readonly website: Omit<Website, "record">;
  readonly records: StandingRecords;
  readonly language: Language;
}

export interface WithdrawnIssues {
  readonly issues: number;
  /** what was done to the website */
  readonly changes: SiteChanges;
}

/** @returns undefined where nothing that stands there is to be hidden */
export function withdrawHidden(
  sources: readonly SiteSource[],
  { known, website, records, language }: Withdrawal,
): WithdrawnIssues | undefined {
  const hidden = hiddenOf(sources, { known, records });
  try {
    completeWithout(hidden, { website, records });
    const record = readSiteRecord(website.out);
    const standing = [...hidden].filter((source) => record.issues.has(source));
    if (standing.length === 0) return undefined;
    return { issues: standing.length, changes: withdraw(new Set(standing), { ...website, record }) };
  } catch (fault) {
    if (!(fault instanceof TakenDownWhole)) throw fault;
    process.stderr.write(
      printWithdrawn(hidden.size, {
        out: withSlashes(website.out),
        left: fault.left,
        language,
      }),
    );
    throw fault.cause;
  }
}

function hiddenOf(
  sources: readonly SiteSource[],
  { known, records }: Pick<Withdrawal, "known" | "records">,
): ReadonlySet<string> {
  const environment = diskEnvironment();
  const reader = fingerprintReader(environment);
  const hidden = sources.filter(({ manifest, source }) => {
    if (!records.some(({ issues }) => issues.has(source))) return false;
    const record = known.get(manifest);
    const isSame = record?.state === "shown" && reader.isSame(record.fingerprint, () => false);
    return !isSame && hiddenAt(manifest, environment.workspace) !== undefined;
  });
  return new Set(hidden.map(({ source }) => source));
}

/** @throws TakenDownWhole where something is hidden and the broken run cannot be completed */
function completeWithout(
  hidden: ReadonlySet<string>,
  { website: { out, stage }, records }: Pick<Withdrawal, "website" | "records">,
): void {
  const folders = records.flatMap(({ issues }) =>
    [...issues].flatMap(([source, { folder }]) => (hidden.has(source) ? [`${folder}/`] : [])),
  );
  try {
    stage.complete((path) => folders.some((folder) => path.startsWith(folder)));
  } catch (fault) {
    if (hidden.size === 0) throw fault;
    // What is staged lies in the website's folder, too, and lists in it tell of what is hidden.
    const left = takeDown(hidden, { out: resolve(out), records });
    const stays = pagesThatStay(hidden, records);
    // The record beside the pages knows of all by now.
    const isStaged = (path: string) => path === RECORD_FILE && left.includes(RECORD_FILE);
    stage.discard((path) => !stays.has(path) && !isStaged(path));
    throw new TakenDownWhole(left, fault);
  }
}
