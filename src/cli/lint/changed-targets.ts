/**
 * From the names of files that a commit changes or takes away to what has to be checked: the issues that they
 * belong to, and the submissions among them. A commit touches anything; what is no bulletin's is passed over.
 */

import { isUnreadableName } from "../../diagnostics/unreadable-name.js";
import type { LintTarget } from "../../lint.js";
import { findHouse } from "../../read/find-house.js";
import { isUnreadItem } from "../../read/unread-file.js";
import { folderOf, joinPath, type Workspace } from "../../read/workspace.js";
import { asManuscript, asSubmission, isFile, issuesUnder, MANIFEST, unique } from "../find-targets.js";
import { isLawFile } from "./law-files.js";

/** What an issue is made of; .pre-commit-hooks.yaml asks for the same. */
const SOURCE = /\.(ya?ml|md|markdown|png|jpe?g)$/i;
const COPY = /\.(md|markdown)$/i;
/** Folders in which every text is meant for print, with front matter or without. */
const COPY_FOLDER = /(^|\/)(items|inbox|来稿|投稿|稿件)\//;
/** Folders of what units send; originals in `inbox` have been imported already. */
const SENT_FOLDER = /(^|\/)(来稿|投稿|稿件)\//;
const ITEM_FOLDER = /(^|\/)items\//;
const README = /(^|\/)readme\b[^/]*$/i;
const FRONT_MATTER = /^\uFEFF?\s*---[ \t]*[\r\n]+[ \t]*[\p{L}-]+[ \t]*[:：]/u;
/** Far more than the first keys of an item. */
const HEAD_BYTES = 4096;
const MANIFEST_BYTES = 1024 * 1024;

/** @param paths of files that are there, and of files that are no longer */
export function changedTargets(paths: readonly string[], workspace: Workspace): readonly LintTarget[] {
  return unique(
    paths.flatMap((path) => {
      // Of a bulletin's issues the latest stands for all: those before have been printed by the rules of their time.
      if (isLawFile(path, workspace)) return issuesAround(path, workspace).slice(-1).map(asIssue);
      if (SOURCE.test(path)) return targetsOf(path, workspace);
      return isUnreadItem(path.slice(path.lastIndexOf("/") + 1)) ? sentTargets(path, workspace) : [];
    }),
  );
}

/** A Word file, a mail, a text: a submission by its folder, or for the issue to say that it is no item. */
function sentTargets(path: string, workspace: Workspace): readonly LintTarget[] {
  if (!isFile(path, workspace)) return [];
  if (SENT_FOLDER.test(path)) return [asManuscript(path, ".", workspace)];
  const manifest = ITEM_FOLDER.test(path) ? manifestAround(path, workspace) : undefined;
  return manifest === undefined ? [] : [asIssue(manifest)];
}

function targetsOf(path: string, workspace: Workspace): readonly LintTarget[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const manifest = manifestAround(path, workspace);
  const isThere = isFile(path, workspace);
  if (!isThere && isUnreadableName(path)) return unopenedTargets(path, workspace);
  if (COPY.test(path) && isThere && (manifest === undefined || !mentions(manifest, name, workspace))) {
    if (!isSubmission(path, workspace)) return [];
    return [asSubmission(path, ".", workspace)];
  }
  if (manifest !== undefined) return [{ kind: "issue", path: manifest }];
  const issues = issuesAround(path, workspace);
  return COPY.test(path) ? issues.filter((issue) => mentions(issue, name, workspace)).map(asIssue) : [];
}

/**
 * What cannot be opened by its name, and so not looked into: where it is copy as far as can be seen, the check of it
 * tells that, for otherwise it would pass unseen.
 */
function unopenedTargets(path: string, workspace: Workspace): readonly LintTarget[] {
  if (path.endsWith(`/${MANIFEST}`)) return [asIssue(path)];
  const isCopy = COPY.test(path) && !README.test(path);
  const isOfBulletin = COPY_FOLDER.test(path) || findHouse(folderOf(path), workspace) !== undefined;
  return isCopy && isOfBulletin ? [{ kind: "submission", path }] : [];
}

const asIssue = (path: string): LintTarget => ({ kind: "issue", path });

/** @returns the manifest of the issue in whose folder, or below it, a file lies or lay */
function manifestAround(path: string, workspace: Workspace): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const manifest = joinPath(folder, MANIFEST);
    if (isFile(manifest, workspace)) return manifest;
    if (folder === folderOf(folder)) return undefined;
  }
}

/** @returns the manifests of the bulletin that a file is or was part of */
function issuesAround(path: string, workspace: Workspace): readonly string[] {
  // The folder may have gone with the file.
  let folder = folderOf(path);
  while (workspace.realPath(folder) === undefined && folder !== folderOf(folder)) folder = folderOf(folder);
  const house = findHouse(folder, workspace);
  return house === undefined ? [] : issuesUnder(folderOf(house), workspace);
}

/** A manifest that cannot be read may list anything: it is for the check to say so. */
function mentions(manifest: string, name: string, workspace: Workspace): boolean {
  const content = workspace.readFile(manifest, { maxBytes: MANIFEST_BYTES });
  return content.state !== "found" || new TextDecoder().decode(content.bytes).includes(name);
}

/** Copy by its folder, or by its front matter within a bulletin; neither a readme nor a page of documentation. */
function isSubmission(path: string, workspace: Workspace): boolean {
  if (README.test(path)) return false;
  if (COPY_FOLDER.test(path)) return true;
  const head = workspace.readFile(path, { maxBytes: Number.POSITIVE_INFINITY, headBytes: HEAD_BYTES });
  if (head.state !== "found" || !FRONT_MATTER.test(new TextDecoder().decode(head.bytes))) return false;
  return findHouse(folderOf(path), workspace) !== undefined;
}
