/**
 * The issues of an archive, one after another: read, judged as `bulletin build` judges them, and their pages written. Of an
 * issue nothing is kept but its facts; one of which nothing has changed since the last run is not even read, and one that
 * has errors stays on the website as it last was.
 */
import { build } from "../../build.js";
import type { Language } from "../../diagnostics/language.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import type { CheckedIssue } from "../../model/issue.js";
import { fingerprintOf, fingerprintReader, observe, type Trace } from "../../outcomes/fingerprint.js";
import type { HiddenState } from "../../read/may-be-secret.js";
import { folderOf, joinPath } from "../../read/workspace.js";
import { renderIssuePages } from "../../site/issue-pages.js";
import { fileStem } from "../../site/site-addresses.js";
import type { IssueFacts } from "../../site/site-facts.js";
import { tellProgress } from "../terminal/tell-progress.js";
import { hiddenAt } from "./hidden-issues.js";
import { issueAddresses, WAIT } from "./issue-addresses.js";
import type { IssueRecord, IssueRecords } from "./issue-records.js";
import { traceOfPages } from "./issue-trace.js";
import { type RefusedState, refusedIssues } from "./refused-issues.js";
import type { SiteFolder } from "./site-folder.js";
import { filesOfIssues } from "./site-record.js";
import type { SiteSource } from "./site-sources.js";
import { notPublic, twoBulletins } from "./site-trouble.js";
import type { YearTexts } from "./year-texts.js";

export interface SiteRun {
  readonly folder: SiteFolder;
  readonly texts: YearTexts;
  /** issues that stand on the website and whose sources are there, by these */
  readonly before: ReadonlyMap<string, IssueFacts>;
  /** files of the website, with their digests */
  readonly files: ReadonlyMap<string, string>;
  readonly known: IssueRecords;
  readonly language: Language;
}

export interface RenderedIssues {
  /** by source */
  readonly issues: ReadonlyMap<string, IssueFacts>;
  readonly records: IssueRecords;
  readonly secret: number;
  readonly drafts: number;
  /** with errors */
  readonly refused: number;
  /** of them, those that stay as they last were */
  readonly stale: number;
  readonly recalled: number;
  /** files that seem to say that their issue is secret, though not as it is to be written */
  readonly suspected: readonly string[];
}

/** @throws EnvironmentError where the bulletin is not public, or there are two */
export async function renderIssues(sources: readonly SiteSource[], run: SiteRun): Promise<RenderedIssues> {
  const { folder, texts, before, files, known, language } = run;
  const environment = diskEnvironment();
  const reader = fingerprintReader(environment);
  const records = new Map<string, IssueRecord>();
  const issues = new Map<string, IssueFacts>();
  const filesOf = filesOfIssues(files);
  const addresses = issueAddresses(before);
  const counts = { secret: 0, draft: 0, refused: 0, stale: 0, recalled: 0 };
  const suspected = new Set<string>();
  const faults = refusedIssues(language);
  const progress = tellProgress(sources.length, language);
  let root: string | undefined;

  const enter = (manifest: string, record: IssueRecord): void => {
    root ??= record.root;
    if (record.root !== root) throw twoBulletins(root, record.root);
    if (record.fingerprint !== NEVER_THE_SAME) records.set(manifest, record);
  };
  const hide = (source: string, state: HiddenState): void => {
    addresses.release(source);
    counts[state] += 1;
  };
  /** Whether nothing has changed, and all that was made of it is there as it was. */
  const recall = ({ manifest, source }: SiteSource): boolean => {
    const record = known.get(manifest);
    if (record === undefined || !reader.isSame(record.fingerprint, notOurs)) return false;
    const facts = before.get(source);
    if (record.state !== "shown") hide(source, record.state);
    else if (
      facts === undefined ||
      !addresses.keep(source, facts) ||
      !texts.has(facts.year, facts.folder) ||
      !folder.keep(filesOf(facts))
    )
      return false;
    else issues.set(source, facts);
    enter(manifest, record);
    counts.recalled += 1;
    return true;
  };
  const refuse = ({ manifest, source }: SiteSource): RefusedState => {
    counts.refused += 1;
    const hidden = hiddenAt(manifest, environment.workspace);
    const facts = before.get(source);
    if (hidden !== undefined) {
      hide(source, hidden.state);
      return "hidden";
    }
    if (facts === undefined || !addresses.keep(source, facts)) return "left-out";
    folder.leave(filesOf(facts));
    issues.set(source, facts);
    counts.stale += 1;
    return "stale";
  };
  /** @returns false where it has to wait for its address */
  const render = async (one: SiteSource, mayWait: boolean): Promise<boolean> => {
    const { manifest, source } = one;
    const observed = observe(environment);
    const made = await build(manifest, observed.environment, { editions: [] });
    const { issue, template, assets, diagnostics } = made;
    if (issue === undefined || template === undefined) {
      faults.add(manifest, { diagnostics, sources: made.sources, state: refuse(one) });
      return true;
    }
    if (issue.house.isPublic !== true) throw notPublic(issue.house.path);
    const fingerprint = pagesFingerprint(observed.trace(), manifest) ?? NEVER_THE_SAME;
    const state = stateOf(issue);
    const suspicion = state === undefined ? hiddenAt(manifest, environment.workspace) : undefined;
    if (suspicion !== undefined) {
      hide(source, suspicion.state);
      suspected.add(suspicion.path);
      // Told by each run, for nobody asked for it in so many words.
      enter(manifest, { fingerprint: NEVER_THE_SAME, root: issue.root, state: suspicion.state });
      return true;
    }
    if (state !== undefined) {
      hide(source, state);
      enter(manifest, { fingerprint, root: issue.root, state });
      return true;
    }
    const plain = `${issue.year.value}/${fileStem(issue.slug.value, "issue")}`;
    const place = addresses.give(source, plain, { mayWait });
    if (place === WAIT) return false;
    const pages = renderIssuePages({ issue, template, assets, timestamp: noonOf(issue) }, place);
    const facts = place === plain ? pages.facts : { ...pages.facts, plainFolder: plain };
    folder.put(pages.files);
    texts.add(facts.year, pages.text);
    enter(manifest, { fingerprint, root: issue.root, state: "shown" });
    issues.set(source, facts);
    return true;
  };

  try {
    const waiting: SiteSource[] = [];
    for (const one of sources) {
      if (!recall(one) && !(await render(one, true))) waiting.push(one);
      else progress.step();
    }
    for (const one of waiting) {
      await render(one, false);
      progress.step();
    }
  } finally {
    progress.end();
  }
  process.stderr.write(faults.print());
  const { secret, draft: drafts, refused, stale, recalled } = counts;
  return { issues, records, secret, drafts, refused, stale, recalled, suspected: [...suspected] };
}

const notOurs = (): boolean => false;

/** Of a file that changed while it was read: it is read again by the next run. */
const NEVER_THE_SAME = { questions: [], digest: "" } as const;

const pagesFingerprint = (trace: Trace, manifest: string) =>
  fingerprintOf(traceOfPages(trace, joinPath("", folderOf(manifest))), {
    isOwn: notOurs,
    environment: diskEnvironment(),
  });

/** Whatever else is asked for: these stand on no website. */
function stateOf({ marks: { secrecy, draft } }: CheckedIssue): HiddenState | undefined {
  if (secrecy !== undefined) return "secret";
  return draft === undefined ? undefined : "draft";
}

/** The issue's own day at noon UTC, the same day in every inhabited time zone but the outermost. */
const noonOf = ({ date: { value } }: CheckedIssue): Date =>
  new Date(Date.UTC(value.year, value.month - 1, value.day, 12));
