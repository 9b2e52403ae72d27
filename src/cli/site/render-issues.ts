/**
 * The issues of an archive, one after another: read, judged as `bulletin build` judges them, and their pages written. Of an
 * issue nothing is kept but its facts; one of which nothing has changed since the last run is not even read.
 */
import { build } from "../../build.js";
import type { Language } from "../../diagnostics/language.js";
import { printPretty } from "../../diagnostics/print-pretty.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import type { CheckedIssue } from "../../model/issue.js";
import { fingerprintOf, fingerprintReader, observe, type Trace } from "../../outcomes/fingerprint.js";
import { folderOf, joinPath } from "../../read/workspace.js";
import { renderIssuePages } from "../../site/issue-pages.js";
import { fileStem, uniqueStems } from "../../site/site-addresses.js";
import type { IssueFacts } from "../../site/site-facts.js";
import { lookOf } from "../terminal/paint.js";
import { tellProgress } from "../terminal/tell-progress.js";
import { traceOfPages } from "./issue-trace.js";
import type { SiteFolder } from "./site-folder.js";
import type { IssueRecord, IssueRecords } from "./site-record.js";
import { notPublic, twoBulletins } from "./site-trouble.js";
import type { YearTexts } from "./year-texts.js";

export interface SiteRun {
  readonly folder: SiteFolder;
  readonly texts: YearTexts;
  readonly before: IssueRecords;
  readonly language: Language;
}

export interface RenderedIssues {
  readonly issues: readonly IssueFacts[];
  readonly records: ReadonlyMap<string, IssueRecord>;
  readonly secret: number;
  readonly drafts: number;
  readonly refused: number;
  readonly recalled: number;
}

/** @throws EnvironmentError where the bulletin is not public, or there are two */
export async function renderIssues(
  manifests: readonly string[],
  { folder, texts, before, language }: SiteRun,
): Promise<RenderedIssues> {
  const environment = diskEnvironment();
  const reader = fingerprintReader(environment);
  const records = new Map<string, IssueRecord>();
  const folders = uniqueStems();
  const faults: string[] = [];
  const progress = tellProgress(manifests.length, language);
  let root: string | undefined;
  let recalled = 0;

  const enter = (manifest: string, record: IssueRecord): void => {
    root ??= record.root;
    if (record.root !== root) throw twoBulletins(root, record.root);
    records.set(manifest, record);
  };

  try {
    for (const manifest of manifests) {
      const known = before.issues.get(manifest);
      if (
        known !== undefined &&
        reader.isSame(known.fingerprint, notOurs) &&
        isWhole(known, { folder, texts, folders })
      ) {
        enter(manifest, known);
        recalled += 1;
        progress.step();
        continue;
      }
      const observed = observe(environment);
      const made = await build(manifest, observed.environment, { editions: [] });
      progress.step();
      const { issue, template, assets, diagnostics, sources } = made;
      if (issue === undefined || template === undefined) {
        const wrong = diagnostics.filter(({ severity }) => severity === "error");
        faults.push(printPretty(wrong, sources, { ...lookOf(process.stderr), language }));
        continue;
      }
      if (issue.house.isPublic !== true) throw notPublic(issue.house.path);
      const fingerprint = pagesFingerprint(observed.trace(), manifest);
      const state = hiddenState(issue);
      if (state !== undefined) {
        if (fingerprint !== undefined)
          enter(manifest, { fingerprint, root: issue.root, files: [], shown: { state } });
        continue;
      }
      const place = folders(`${issue.year.value}/${fileStem(issue.slug.value, "issue")}`);
      const { files, facts, text } = renderIssuePages(
        { issue, template, assets, timestamp: noonOf(issue) },
        place,
      );
      folder.put(files);
      texts.add(facts.year, text);
      enter(manifest, {
        fingerprint: fingerprint ?? NEVER_THE_SAME,
        root: issue.root,
        files: files.map(({ path }) => path),
        shown: { state: "shown", facts },
      });
    }
  } finally {
    progress.end();
  }
  process.stderr.write(faults.join(""));
  const shown = [...records.values()].map((record) => record.shown);
  const countOf = (state: "secret" | "draft") => shown.filter((each) => each.state === state).length;
  return {
    issues: shown.flatMap((each) => (each.state === "shown" ? [each.facts] : [])),
    records,
    secret: countOf("secret"),
    drafts: countOf("draft"),
    refused: faults.length,
    recalled,
  };
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
function hiddenState({ marks: { secrecy, draft } }: CheckedIssue): "secret" | "draft" | undefined {
  if (secrecy !== undefined) return "secret";
  return draft === undefined ? undefined : "draft";
}

interface Around {
  readonly folder: SiteFolder;
  readonly texts: YearTexts;
  readonly folders: (stem: string) => string;
}

/** Whether all that an earlier run made of an issue is there as it was, under the same names. */
function isWhole({ files, shown }: IssueRecord, { folder, texts, folders }: Around): boolean {
  if (shown.state !== "shown") return true;
  const { facts } = shown;
  return texts.has(facts.year, facts.folder) && folder.keep(files) && folders(facts.folder) === facts.folder;
}

/** The issue's own day at noon UTC, the same day in every inhabited time zone but the outermost. */
const noonOf = ({ date: { value } }: CheckedIssue): Date =>
  new Date(Date.UTC(value.year, value.month - 1, value.day, 12));
