/**
 * The pages of one issue, from its fonts to the editions that are painted: all of a build that can go on beside the
 * rest, for it is a function of the issue alone. build.ts runs it itself, or has it run in another thread
 * (threads/pages-beside.ts); what is asked for here is plain data, what comes of it is too, but for the layout.
 */
import type { BuildMemory } from "./build-memory.js";
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import type { EditionInput } from "./editions/edition.js";
import type { EditionName, FormOptions } from "./editions/edition-table.js";
import {
  type FontEnvironment,
  type FontOptions,
  findIssueFonts,
  type IssueFonts,
  loadFonts,
} from "./issue-fonts.js";
import type { Layout } from "./layout/layout.js";
import type { LayoutMemory } from "./layout/layout-memory.js";
import type { PageFacts } from "./layout/page-facts.js";
import type { IssueSources } from "./layout/source-places.js";
import type { Assets } from "./model/issue.js";
import { loadEditions, type MadeEditions, namesOf, renderEditions } from "./render-editions.js";

export interface PagesOrder {
  readonly input: Pick<EditionInput, "issue" | "template" | "assets" | "timestamp">;
  /** texts of the issue, for the characters in them */
  readonly sources: Sources;
  /** editions of the build; those that are pages are painted */
  readonly editions: readonly EditionName[];
  readonly options: PagesOptions;
}

export interface PagesOptions extends FormOptions, FontOptions {
  /** numbers of lines in the margin; of a draft alone */
  readonly lineNumbers?: boolean;
  /** remember where what stands on the pages comes from */
  readonly places?: boolean;
}

export interface PagesEnvironment extends FontEnvironment {
  /** what the last build of the same issue left */
  readonly memory?: BuildMemory | undefined;
}

export interface IssuePages {
  /** what DOCX takes of them */
  readonly facts: PageFacts;
  /** undefined where the pages were made in another thread */
  readonly layout?: Layout | undefined;
  /** where they were asked for */
  readonly places?: IssueSources | undefined;
  /** of fonts and composition, not yet settled by the house's severities */
  readonly diagnostics: readonly Diagnostic[];
  /** what was read besides the issue */
  readonly sources: Sources;
  /** @returns the editions that are pages */
  readonly paint: () => Promise<MadeEditions>;
}

/** Pages that are being made elsewhere. */
export interface PagesUnderway {
  readonly pages: Promise<IssuePages>;
  /** they are not wanted, or no longer */
  readonly drop: () => void;
}

/** What pages depend on alone: an order is plain data, and may be copied. Composing takes a picture's size from the issue. */
export function pagesOrder(
  { issue, template, assets, timestamp }: PagesOrder["input"],
  { sources, editions, options }: Omit<PagesOrder, "input">,
): PagesOrder {
  const shown: Assets = namesOf(editions, "pages").length > 0 ? assets : new Map();
  return {
    input: { issue, template, assets: shown, timestamp },
    sources,
    editions,
    options: pagesOptions(options),
  };
}

/** @returns of a build's options those that pages depend on */
export function pagesOptions(options: PagesOptions): PagesOptions {
  const { htmlForm, fontFolders = [], systemFonts, lineNumbers = false, places = false } = options;
  return {
    fontFolders,
    lineNumbers,
    places,
    ...(htmlForm !== undefined && { htmlForm }),
    ...(systemFonts !== undefined && { systemFonts }),
  };
}

/** What there is before an order is made. */
export interface MadeBefore {
  /** of the same issue, or of the one whose items are laid out alone */
  readonly fonts: IssueFonts;
  /** what was composed with them */
  readonly layout?: LayoutMemory | undefined;
}

/** @throws UnusableFile where a font fails in use, here or in `paint` */
export async function makePages(
  order: PagesOrder,
  environment: PagesEnvironment,
  before?: MadeBefore,
): Promise<IssuePages> {
  const { input, editions, options } = order;
  const found = before?.fonts ?? (await fontsOf(order, environment));
  const { composeIssue } = await import("./layout/compose-issue.js");
  const { pageFactsOf } = await import("./layout/page-facts.js");
  const lineNumbers = options.lineNumbers === true;
  const composed = composeIssue({
    issue: input.issue,
    template: found.template,
    faces: found.found.value,
    memory: before?.layout ?? environment.memory?.layout,
    lineNumbers,
    places: options.places === true,
  });
  const layout = composed.value;
  return {
    facts: pageFactsOf(layout),
    layout,
    places: composed.places,
    diagnostics: [...found.diagnostics, ...composed.diagnostics],
    sources: found.sources,
    paint: () =>
      renderEditions(
        editions,
        { needs: "pages", input: { ...input, layout, lineNumbers, memory: environment.memory?.editions } },
        options,
      ),
  };
}

export const fontsOf = (
  { input: { issue, template }, sources, options }: PagesOrder,
  environment: FontEnvironment,
): Promise<IssueFonts> => findIssueFonts({ issue, template, sources }, environment, options);

/**
 * Loads and opens what an order of these editions will need, before it comes: their code, the package's faces, which
 * every issue is set in or falls back to, and the dictionary of words.
 */
export async function preparePages(
  editions: readonly EditionName[],
  options: FormOptions,
  { fonts }: PagesEnvironment,
): Promise<void> {
  const { openPackageFaces } = await import("./fonts/find-faces.js");
  await loadFonts();
  const { prepareComposing } = await import("./layout/compose-issue.js");
  await import("./layout/page-facts.js");
  await loadEditions(editions, "pages", options);
  prepareComposing();
  await openPackageFaces(fonts);
}
