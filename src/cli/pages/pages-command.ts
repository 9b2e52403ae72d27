/** `bulletin pages`: lays issues out and writes their pages as SVG files, as `build` places and reports editions. */
import { type BuildResult, build } from "../../build.js";
import { type Diagnostic, EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import { findingOfFont } from "../../house-font-files.js";
import { furnitureOf } from "../../model/furniture.js";
import { markedTitle } from "../../model/issue-marks.js";
import { outputPlaceOf } from "../../read/output-place.js";
import type { Workspace } from "../../read/workspace.js";
import { limitHeapGrowth } from "../../v8/limit-heap-growth.js";
import { readDraft } from "../build/read-draft.js";
import { type OutcomeReportOptions, reportFindings } from "../build/report-outcome.js";
import { wantsSystemFonts } from "../build/system-fonts-option.js";
import { findCollisions } from "../colliding-places.js";
import { findManifests } from "../find-targets.js";
import { refuseMissingFonts } from "../fonts/refuse-missing-fonts.js";
import { refuseAmongCopy } from "../source-places.js";
import { EXIT_TROUBLE } from "../terminal/report-fault.js";
import { runTroubles } from "../terminal/run-troubles.js";
import { isInRanges, type PageRange, rangeBeyond } from "./page-ranges.js";
import { PAGES_WORDS } from "./pages-words.js";
import { type PlacedPages, placePages } from "./place-pages.js";

export interface PagesCommandOptions extends OutcomeReportOptions {
  readonly out?: string;
  readonly pages?: readonly PageRange[];
  /** true where the option stands without words */
  readonly draft?: string | boolean;
  readonly lineNumbers?: boolean;
  readonly fonts?: readonly string[];
  readonly systemFonts?: boolean;
}

/** @returns the exit code */
export async function runPages(paths: readonly string[], options: PagesCommandOptions): Promise<number> {
  const { language, out } = options;
  const environment = { ...diskEnvironment(), limitHeapGrowth };
  const { workspace } = environment;
  if (out !== undefined) refuseAmongCopy(out);
  refuseMissingFonts(options.fonts ?? []);
  const draft = readDraft(options.draft);
  const system = wantsSystemFonts(options.systemFonts);
  const asked = {
    editions: [],
    layOut: true,
    pagesAlone: true,
    lineNumbers: options.lineNumbers === true,
    strict: options.strict === true,
    fontFolders: options.fonts ?? [],
    ...(draft === undefined ? {} : { draft }),
    ...(system === undefined ? {} : { systemFonts: system }),
  };
  const manifests = findManifests(paths, { workspace, all: false });
  const shared = findCollisions(manifests, { out, draft, workspace });
  const troubles = runTroubles(language, { isAlone: manifests.length === 1, work: "build" });
  let isRefused = false;
  for (const manifest of manifests) {
    try {
      const built = await build(manifest, environment, asked);
      const inTheWay = shared.findings.get(manifest);
      const placed = await placeOrTell(built, inTheWay, { ...options, workspace });
      const diagnostics = [...built.diagnostics, ...(placed?.diagnostics ?? asList(inTheWay))];
      const isPlaced = placed !== undefined && placed.diagnostics.length === 0;
      const slug = isPlaced ? built.issue?.slug.value : undefined;
      const sources = new Map([...shared.sources, ...built.sources]);
      reportFindings({ manifest, slug, diagnostics, sources }, options);
      if (isPlaced) reportPages(placed, built.layout?.pages.length ?? 0, language);
      else isRefused = true;
    } catch (fault) {
      if (troubles.note(manifest, fault)) break;
    }
  }
  if (troubles.records().length > 0) return EXIT_TROUBLE;
  return isRefused ? 1 : 0;
}

const asList = (finding: Diagnostic | undefined): readonly Diagnostic[] =>
  finding === undefined ? [] : [finding];

interface PlaceBuiltOptions {
  readonly out?: string;
  readonly pages?: readonly PageRange[];
  readonly workspace: Workspace;
}

/** A font of the house that fails only when it is drawn is the issue's fault as one that fails in layout is. */
async function placeOrTell(...asked: Parameters<typeof placeBuilt>): ReturnType<typeof placeBuilt> {
  const [built] = asked;
  try {
    return await placeBuilt(...asked);
  } catch (fault) {
    const finding = built.issue && findingOfFont(fault, built.issue);
    if (finding === undefined) throw fault;
    return { written: [], stale: [], diagnostics: [finding] };
  }
}

/** @returns undefined where the issue was refused, or another one has its place */
async function placeBuilt(
  { issue, layout, assets }: BuildResult,
  inTheWay: Diagnostic | undefined,
  { out, pages: ranges = ALL_PAGES, workspace }: PlaceBuiltOptions,
): Promise<PlacedPages | undefined> {
  if (issue === undefined || layout === undefined || inTheWay !== undefined) return undefined;
  const count = layout.pages.length;
  const beyond = rangeBeyond(ranges, count);
  if (beyond !== undefined) throw noSuchPage(beyond.from, count);
  const { renderPageFile } = await import("../../svg/render-page-file.js");
  const { name, issueLine, draft } = furnitureOf(issue);
  const title = markedTitle(`${name} ${issueLine}`, draft);
  const files = layout.pages
    .filter(({ number }) => isInRanges(number, ranges))
    .map((page) => ({ number: page.number, svg: renderPageFile(page, layout, { assets, title }) }));
  return placePages({ files, pages: count, place: outputPlaceOf(issue) }, { out, workspace });
}

const ALL_PAGES: readonly PageRange[] = [{ from: 1, to: undefined }];

const noSuchPage = (page: number, count: number): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `--pages 要第 ${page} 页，这一期只有 ${count} 页。`,
      en: `--pages asks for page ${page}, but the issue has ${count === 1 ? "1 page" : `${count} pages`}.`,
    },
    { zh: `请写 1 到 ${count} 之间的页码。`, en: `Give page numbers from 1 to ${count}.` },
  );

function reportPages({ written, stale }: PlacedPages, count: number, language: Language): void {
  for (const { path, bytes } of written) {
    process.stdout.write(`${printable(path)}  ${Math.ceil(bytes / 1024)} KB\n`);
  }
  const words = PAGES_WORDS[language];
  for (const path of stale) process.stderr.write(`${words.stale(printable(path), count)}\n`);
}
