/** What building one issue gave, as plain data that a worker thread can hand over. */
import { join } from "node:path";
import type { BuildEnvironment, BuildOptions } from "../build.js";
import { build } from "../build.js";
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import { withSlashes } from "../disk/disk-workspace.js";
import {
  type Artifact,
  companionFolderOf,
  DEFAULT_EDITIONS,
  type EditionName,
  fileNameOf,
  itemsFolderOf,
} from "../editions/edition-table.js";
import { fontPlaces } from "../issue-fonts.js";
import { type OutputPlace, outputFolderOf, outputPlaceOf } from "../read/output-place.js";
import { needPages } from "../render-editions.js";
import { isLong, limitHeapGrowth } from "../v8/limit-heap-growth.js";
import { type MadeOf, observe, type Trace } from "./fingerprint.js";

export interface BuildOutcome {
  readonly manifest: string;
  readonly artifacts: readonly Artifact[];
  /** stem of the output files; undefined where the issue was refused */
  readonly slug: string | undefined;
  /** workspace path of the folder that the manifest asks for */
  readonly folder: string | undefined;
  /** the bulletin's folder, which `folder` may not leave */
  readonly root: string | undefined;
  /** where the manifest wants the editions; undefined where the issue was refused */
  readonly place: OutputPlace | undefined;
  /** there where the issue has a level of secrecy */
  readonly secret?: SecretOutcome;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  readonly madeOf: MadeOf;
  readonly milliseconds: number;
  /** what the issue was made of; there where it is to be remembered */
  readonly trace?: Trace;
}

export interface SecretOutcome {
  /** editions for the web that were not asked for by name, and not made */
  readonly withheld: readonly EditionName[];
  /** stems under which earlier builds may have written them */
  readonly stems: readonly string[];
}

/** @returns the path of one of an issue's editions, or of an item's alone; `out` is the folder named with --out */
export const placeOf = (
  outcome: Pick<BuildOutcome, "slug" | "folder">,
  artifact: Pick<Artifact, "edition" | "item">,
  out: string | undefined,
): string => withSlashes(join(out ?? outcome.folder ?? "", nameWithin(outcome.slug ?? "", artifact)));

/** @returns the path of a file that goes beside an edition of that form */
export const companionPlaceOf = (
  { slug, folder }: Pick<BuildOutcome, "slug" | "folder">,
  { artifact, form, name }: { readonly artifact: Artifact; readonly form: string; readonly name: string },
  out: string | undefined,
): string => withSlashes(join(out ?? folder ?? "", folderWithin(slug ?? "", artifact, form), name));

/** @returns the name of an edition's file from the output folder, that of an item with its folder */
export const nameWithin = (slug: string, { edition, item }: Pick<Artifact, "edition" | "item">): string =>
  item === undefined ? fileNameOf(edition, slug) : `${itemsFolderOf(slug)}/${fileNameOf(edition, item.stem)}`;

/** @returns the folder beside it, from the output folder */
export const folderWithin = (slug: string, { item }: Pick<Artifact, "item">, form: string): string =>
  item === undefined
    ? companionFolderOf(slug, form)
    : `${itemsFolderOf(slug)}/${companionFolderOf(item.stem, form)}`;

export interface OutcomeOptions {
  readonly build: BuildOptions;
  /** give the trace too */
  readonly traced: boolean;
}

export async function buildOutcome(
  manifest: string,
  environment: BuildEnvironment,
  options: OutcomeOptions,
): Promise<BuildOutcome> {
  const started = process.uptime();
  const observed = options.traced ? observe(environment) : undefined;
  const surroundings = observed?.environment ?? environment;
  const fontFolders = new Set<string>();
  const listFonts = (folder: string) => {
    fontFolders.add(folder);
    return surroundings.listFonts(folder);
  };
  const limitOfLong = (characters: number, isInTwo: boolean) => {
    // V8's settings of every run first, those of a long one behind them.
    if (isLong(characters)) environment.settle?.("long");
    limitHeapGrowth(characters, isInTwo);
  };
  const { issue, artifacts, withheld, diagnostics, sources } = await build(
    manifest,
    { ...surroundings, listFonts, limitHeapGrowth: limitOfLong },
    options.build,
  );
  // Another thread has looked there for itself.
  if (issue !== undefined && needPages(options.build.editions ?? DEFAULT_EDITIONS)) {
    for (const { folder } of fontPlaces(issue, environment, options.build)) fontFolders.add(folder);
  }
  const place = issue && outputPlaceOf(issue);
  return {
    manifest,
    artifacts,
    slug: place?.slug.value,
    folder: place && outputFolderOf(place),
    root: issue?.root,
    place,
    ...(issue?.marks.secrecy && { secret: { withheld, stems: [issue.slug.value] } }),
    diagnostics,
    sources,
    madeOf: { files: [...sources.keys()], fontFolders: [...fontFolders] },
    milliseconds: Math.round(1000 * (process.uptime() - started)),
    ...(observed && { trace: observed.trace() }),
  };
}
