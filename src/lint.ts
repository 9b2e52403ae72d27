/**
 * Linting: read, then check. An issue is judged with all its items; a submission is an item file
 * judged alone, by the nearest house rules; what lies among submissions and cannot be read is named. See
 * build.ts for what follows a clean issue.
 */
import { checkIssue, checkSubmission } from "./check/check-issue.js";
import type { CheckOptions } from "./check/house-checks.js";
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import { DEFAULT_EDITIONS, fileNameOf } from "./editions/edition-table.js";
import { withIssuePacks, withSubmissionPacks } from "./house-packs.js";
import type { SubmittedItem } from "./intake/draft/submitted-item.js";
import type { Unit } from "./model/house.js";
import type { Item } from "./model/issue.js";
import { readOpened } from "./read/markdown/parse-markdown.js";
import { findInTheWay, outputPlaceOf } from "./read/output-place.js";
import type { PixelMemory } from "./read/pixel-memory.js";
import { checkPictures } from "./read/read-assets.js";
import { openIssue } from "./read/read-issue.js";
import { openSubmission, readPassedOver, readWayOut } from "./read/read-submission.js";
import { checkTemplate } from "./read/read-template.js";
import type { Workspace } from "./read/workspace.js";

/** Larger files are no submissions; nobody waits for them to be read. */
const MAX_MANUSCRIPT_BYTES = 64 * 1024 * 1024;

/** @returns undefined where it is none that can be read: that is told as of any file that lies there */
function readManuscriptFile(path: string, workspace: Workspace): Uint8Array | undefined {
  const content = workspace.readFile(path, { maxBytes: MAX_MANUSCRIPT_BYTES });
  return content.state === "found" ? content.bytes : undefined;
}

export interface LintTarget {
  readonly kind: "issue" | "submission" | "manuscript" | "passed-over" | "leads-out";
  /**
   * workspace path of the manifest, of the item file, of a file as a unit sent it in (Word, mail, text), or of what
   * lies among items and is none, or a link out of there
   */
  readonly path: string;
}

export interface LintOptions extends CheckOptions {
  /** the templates of the package, one folder each; without them `template` is not checked */
  readonly templates?: Workspace;
}

export interface LintResult {
  /** in reading order: manifest first, then the items as it lists them */
  readonly diagnostics: readonly Diagnostic[];
  /** the texts that the findings point into */
  readonly sources: Sources;
  /** what is known of items that came by Word, mail or text: their texts alone do not tell it */
  readonly submitted?: readonly SubmittedItem[];
}

export async function lint(
  target: LintTarget,
  workspace: Workspace,
  options: LintOptions = {},
): Promise<LintResult> {
  const { diagnostics, sources, submitted } = await lintReading(target, workspace, options);
  return { diagnostics, sources, ...(submitted !== undefined && { submitted }) };
}

export interface LintReading extends LintResult {
  /** the items as they were read */
  readonly items: readonly Item[];
  /** the house's units, by which typed signatures are known */
  readonly units: readonly Unit[];
}

export interface LintReadingOptions extends LintOptions {
  /** what was found of pictures in earlier rounds */
  readonly pixels?: PixelMemory;
}

/** As `lint`, together with what was read: for mending, which compares it before and after. */
export async function lintReading(
  target: LintTarget,
  workspace: Workspace,
  options: LintReadingOptions,
): Promise<LintReading> {
  if (target.kind === "submission") {
    const opened = await readOpened(openSubmission(target.path, workspace));
    const submission = await withSubmissionPacks(opened, target.path, workspace);
    const { item, sources, house } = submission;
    const pixels = await checkPictures(item === undefined ? [] : [item], workspace, options.pixels);
    const read = { ...submission, diagnostics: [...submission.diagnostics, ...pixels] };
    const { diagnostics } = await checkSubmission(read, options);
    return { diagnostics, sources, items: item === undefined ? [] : [item], units: house.units };
  }
  if (target.kind === "manuscript") {
    const bytes = readManuscriptFile(target.path, workspace);
    if (bytes !== undefined) {
      const { lintManuscript } = await import("./lint-manuscript.js");
      const { diagnostics, sources, submitted } = await lintManuscript(
        { path: target.path, bytes },
        workspace,
        options,
      );
      return { diagnostics, sources, submitted, items: [], units: [] };
    }
  }
  if (target.kind !== "issue") {
    const file =
      target.kind === "leads-out"
        ? readWayOut(target.path, workspace)
        : readPassedOver(target.path, workspace);
    const { diagnostics } = await checkSubmission(file, options);
    return { diagnostics, sources: file.sources, items: [], units: [] };
  }
  const read = await withIssuePacks(await readOpened(openIssue(target.path, workspace)), workspace);
  const items = read.issue?.sections.flatMap((section) => section.items) ?? [];
  const pixels = await checkPictures(items, workspace, options.pixels);
  const found = { ...read, diagnostics: [...read.diagnostics, ...pixels] };
  const { diagnostics } = await checkIssue(found, options);
  const units = read.issue?.house.units ?? [];
  const { templates } = options;
  if (templates === undefined || read.issue === undefined)
    return { diagnostics, sources: read.sources, items, units };
  const template = checkTemplate(read.issue.house, templates, workspace);
  const place = outputPlaceOf(read.issue);
  const files = DEFAULT_EDITIONS.map((name) => fileNameOf(name, place.slug.value));
  const inTheWay = findInTheWay(place, { files, workspace });
  return {
    diagnostics: [...diagnostics, ...template.diagnostics, ...inTheWay],
    sources: new Map([...template.sources, ...read.sources]),
    items,
    units,
  };
}
