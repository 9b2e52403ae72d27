/**
 * Reads the issues of an archive one after another, for commands that look at all of them. What cannot be
 * read of one is told with its place, and the rest is read all the same.
 */
import type { Sources } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { printPretty } from "../diagnostics/print-pretty.js";
import type { Issue } from "../model/issue.js";
import { readOpened } from "../read/markdown/parse-markdown.js";
import { openIssue } from "../read/read-issue.js";
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
  readonly each: (issue: Issue, sources: Sources) => void;
}

export async function readArchive(
  paths: readonly string[],
  { workspace, language, each }: ArchiveReader,
): Promise<ArchiveReading> {
  const manifests = findManifests(paths, { workspace, all: true });
  const progress = tellProgress(manifests.length, language);
  const faults: string[] = [];
  let read = 0;
  for (const manifest of manifests) {
    const { issue, diagnostics, sources } = await readOpened(openIssue(manifest, workspace));
    progress.step();
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) faults.push(printPretty(errors, sources, { ...lookOf(process.stderr), language }));
    if (issue === undefined) continue;
    read += 1;
    each(issue, sources);
  }
  progress.end();
  process.stderr.write(faults.join(""));
  return { issues: read, unread: faults.length };
}
