/**
 * Puts the editions of an issue where they belong. Whatever stands in the way of that and is the issue's own (a file in
 * the place of its output folder, a slug that another issue has) makes it a refused issue with a finding; where the
 * command line names the folder, it is trouble with that.
 */
import { createHash } from "node:crypto";
import { type Diagnostic, EnvironmentError } from "../../diagnostics/diagnostic.js";
import { type FileToWrite, writeFiles } from "../../disk/write-files.js";
import { type Artifact, itemsFolderOf } from "../../editions/edition-table.js";
import {
  type BuildOutcome,
  companionPlaceOf,
  folderWithin,
  nameWithin,
  placeOf,
} from "../../outcomes/build-outcome.js";
import type { WrittenEdition, WrittenFile } from "../../outcomes/remember-outcomes.js";
import { findInTheWay, type OutputPlace } from "../../read/output-place.js";
import type { Workspace } from "../../read/workspace.js";

export interface PlacedIssue {
  readonly outcome: BuildOutcome;
  readonly editions: readonly WrittenEdition[];
}

export interface PlaceOptions {
  /** folder named with --out */
  readonly out: string | undefined;
  readonly workspace: Workspace;
  /** that another issue would write the same files */
  readonly shared: Diagnostic | undefined;
}

/** @throws EnvironmentError for a fault that is not the issue's; none of its editions is replaced then */
export function placeEditions(outcome: BuildOutcome, { out, workspace, shared }: PlaceOptions): PlacedIssue {
  const { slug, artifacts, place } = outcome;
  if (slug === undefined) {
    return { outcome: shared === undefined ? outcome : refused(outcome, [shared]), editions: [] };
  }
  const files = artifacts.map((artifact) => nameWithin(slug, artifact));
  const beside = artifacts.flatMap((artifact) => {
    const { form, companions = [] } = artifact;
    return form === undefined || companions.length === 0 ? [] : [folderWithin(slug, artifact, form)];
  });
  const ofItems = artifacts.some(({ item }) => item !== undefined) ? [itemsFolderOf(slug)] : [];
  const folders = [...ofItems, ...beside];
  const inTheWay = [
    ...(shared === undefined ? [] : [shared]),
    ...(out === undefined && place !== undefined ? findInTheWay(place, { files, folders, workspace }) : []),
  ];
  if (inTheWay.length > 0) return { outcome: refused(outcome, inTheWay), editions: [] };
  try {
    writeFiles(
      artifacts.flatMap((artifact) => [
        ...companionsOf(artifact, outcome, out),
        { path: placeOf(outcome, artifact, out), bytes: artifact.bytes },
      ]),
      { elsewhere: ANOTHER_FOLDER },
    );
  } catch (fault) {
    const finding = out === undefined && place !== undefined ? findingOfPlace(fault, place) : undefined;
    if (finding === undefined) throw fault;
    return { outcome: refused(outcome, [finding]), editions: [] };
  }
  return {
    outcome,
    editions: artifacts.map((artifact) => recordOf(artifact, outcome, out)),
  };
}

export const ANOTHER_FOLDER = { zh: "也可用 --out 换一个文件夹", en: "choose another folder with --out" };

const refused = (outcome: BuildOutcome, findings: readonly Diagnostic[]): BuildOutcome => ({
  ...outcome,
  artifacts: [],
  slug: undefined,
  diagnostics: [...outcome.diagnostics, ...findings],
});

/** What a system says where a name or what stands there will not do, and no right, room or device is wanting. */
const OF_THE_PLACE: ReadonlySet<string> = new Set([
  "EEXIST",
  "EINVAL",
  "EISDIR",
  "ELOOP",
  "ENAMETOOLONG",
  "ENOENT",
  "ENOTDIR",
]);

/**
 * Met only in writing: a link that leads nowhere, a name too long for this disk, a folder made meanwhile.
 * @returns undefined for trouble that is not the place's
 */
export function findingOfPlace(fault: unknown, { folder }: OutputPlace): Diagnostic | undefined {
  if (!(fault instanceof EnvironmentError)) return undefined;
  const { cause, problem, remedy } = fault;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  if (code !== undefined && !OF_THE_PLACE.has(code)) return undefined;
  return {
    rule: "manifest/invalid-value",
    severity: "error",
    span: folder.span,
    message: problem,
    help: remedy,
  };
}

/** Files beside an edition, where they go. */
function companionsOf(
  artifact: Artifact,
  outcome: BuildOutcome,
  out: string | undefined,
): readonly FileToWrite[] {
  const { form, companions = [] } = artifact;
  if (form === undefined) return [];
  return companions.map(({ name, bytes }) => ({
    path: companionPlaceOf(outcome, { artifact, form, name }, out),
    bytes,
  }));
}

function recordOf(artifact: Artifact, outcome: BuildOutcome, out: string | undefined): WrittenEdition {
  const { edition, bytes, pages, item } = artifact;
  const companions = companionsOf(artifact, outcome, out).map(writtenFile);
  return {
    edition,
    ...(item && { item }),
    ...writtenFile({ path: placeOf(outcome, artifact, out), bytes }),
    ...(pages === undefined ? {} : { pages }),
    ...(companions.length > 0 && { companions }),
  };
}

const writtenFile = ({ path, bytes }: FileToWrite): WrittenFile => ({
  path,
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});
