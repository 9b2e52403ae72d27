/**
 * Reads the issues of an archive one after another, for commands that look at all of them. What cannot be
 * read of one is told with its place, and the rest is read all the same.
 */
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { printPretty } from "../diagnostics/print-pretty.js";
import type { Issue } from "../model/issue.js";
import { readOpened } from "../read/markdown/parse-markdown.js";
import { type IssueReading, openIssue } from "../read/read-issue.js";
import type { Workspace } from "../read/workspace.js";
import { findManifests } from "./find-targets.js";
import { lookOf } from "./terminal/paint.js";
import { tellProgress } from "./terminal/tell-progress.js";

export interface ArchiveReading {
  readonly issues: number;
  /** those that could not be read at all, or in some part */
  readonly unread: number;
}

export interface ArchiveReader {
  readonly workspace: Workspace;
  readonly language: Language;
  /** given each issue as it is read; nothing of it is kept here */
  readonly each: (issue: Issue, sources: Sources, reading: Pick<IssueReading, "mayBeSecret">) => void;
  /** given what is wrong with an issue, by whoever does not want it printed as it is */
  readonly faulty?: (
    errors: readonly Diagnostic[],
    sources: Sources,
    reading: Pick<IssueReading, "mayBeSecret">,
  ) => void;
  /** given the path of a manifest of which nothing could be read */
  readonly unreadable?: (manifest: string) => void;
}

export async function readArchive(
  paths: readonly string[],
  { workspace, language, each, unreadable, faulty }: ArchiveReader,
): Promise<ArchiveReading> {
  const manifests = onceEach(findManifests(paths, { workspace, all: true }), workspace);
  const progress = tellProgress(manifests.length, language);
  const faults: string[] = [];
  const told = new Set<string>();
  let unread = 0;
  let read = 0;
  for (const manifest of manifests) {
    const { issue, mayBeSecret, diagnostics, sources } = await readOpened(openIssue(manifest, workspace));
    progress.step();
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) unread += 1;
    // What is wrong with the house rules is wrong for each issue.
    const fresh = errors.filter((error) => isNew(error, told));
    if (fresh.length > 0 && faulty !== undefined) faulty(fresh, sources, { mayBeSecret });
    else if (fresh.length > 0)
      faults.push(printPretty(fresh, sources, { ...lookOf(process.stderr), language, verbose: true }));
    if (issue === undefined) {
      unreadable?.(manifest);
      continue;
    }
    read += 1;
    each(issue, sources, { mayBeSecret });
  }
  progress.end();
  process.stderr.write(faults.join(""));
  return { issues: read, unread };
}

function isNew({ rule, span, message }: Diagnostic, told: Set<string>): boolean {
  const id = `${rule} ${span.path} ${span.start} ${message.en}`;
  const isFirst = !told.has(id);
  told.add(id);
  return isFirst;
}

/** One manifest may be reached by several paths. */
function onceEach(manifests: readonly string[], workspace: Workspace): readonly string[] {
  const byRealPath = new Map<string, string>();
  for (const manifest of manifests) {
    const real = workspace.realPath(manifest) ?? manifest;
    if (!byRealPath.has(real)) byRealPath.set(real, manifest);
  }
  return [...byRealPath.values()];
}
