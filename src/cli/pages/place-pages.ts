/**
 * Puts the pages of an issue where they belong: into `pages` in the output folder, or the folder named with --out. What
 * stands in the way there and is the issue's own is a finding, as with editions (build/place-editions.ts).
 */
import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { type FileToWrite, writeFiles } from "../../disk/write-files.js";
import { findInTheWay, type OutputPlace, outputFolderOf } from "../../read/output-place.js";
import type { Workspace } from "../../read/workspace.js";
import { ANOTHER_FOLDER, findingOfPlace } from "../build/place-editions.js";

export interface PageFile {
  /** from 1 */
  readonly number: number;
  readonly svg: string;
}

export interface PagesToPlace {
  readonly files: readonly PageFile[];
  /** of the issue, of which `files` may be some */
  readonly pages: number;
  readonly place: OutputPlace;
}

export interface PlaceOptions {
  /** folder named with --out */
  readonly out: string | undefined;
  readonly workspace: Workspace;
}

export interface PlacedPages {
  readonly written: readonly { readonly path: string; readonly bytes: number }[];
  /** pages of an earlier run that the issue has no more */
  readonly stale: readonly string[];
  /** where there are any, nothing was written */
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws EnvironmentError for a fault that is not the issue's; no page is replaced then */
export function placePages(
  { files, pages, place: editions }: PagesToPlace,
  { out, workspace }: PlaceOptions,
): PlacedPages {
  const { folder } = editions;
  const place = { ...editions, folder: { ...folder, value: `${folder.value}/${SUBFOLDER}` } };
  const target = out ?? outputFolderOf(place);
  const stem = place.slug.value;
  const named = files.map(({ number, svg }) => ({ name: nameOf(stem, number), bytes: Buffer.from(svg) }));
  const names = named.map(({ name }) => name);
  const inTheWay = out === undefined ? findInTheWay(place, { files: names, workspace }) : [];
  if (inTheWay.length > 0) return { written: [], stale: [], diagnostics: inTheWay };
  const toWrite: readonly FileToWrite[] = named.map(({ name, bytes }) => ({
    path: withSlashes(join(target, name)),
    bytes,
  }));
  try {
    writeFiles(toWrite, { elsewhere: ANOTHER_FOLDER });
  } catch (fault) {
    const finding = out === undefined ? findingOfPlace(fault, place) : undefined;
    if (finding === undefined) throw fault;
    return { written: [], stale: [], diagnostics: [finding] };
  }
  return {
    written: toWrite.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
    stale: stalePages({ target, stem, pages }, workspace),
    diagnostics: [],
  };
}

const SUBFOLDER = "pages";

/** Files of up to 999 pages stand in order by name. */
const nameOf = (stem: string, page: number): string => `${stem}-${String(page).padStart(3, "0")}.svg`;

function stalePages(
  { target, stem, pages }: { readonly target: string; readonly stem: string; readonly pages: number },
  workspace: Workspace,
): readonly string[] {
  const lying = new Set(workspace.listFolder(withSlashes(target)) ?? []);
  const stale: string[] = [];
  for (const name of lying) {
    const [, digits] = /-(\d{3,5})\.svg$/.exec(name) ?? [];
    if (digits === undefined || Number(digits) <= pages) continue;
    if (name === nameOf(stem, Number(digits))) stale.push(withSlashes(join(target, name)));
  }
  return stale.sort();
}
