/**
 * Building: read, check, lay out, render. One issue in, its editions out as bytes; writing them is
 * the caller's. Nothing is rendered of an issue that has errors.
 */
import type { AskedWeb, ReadIssueResult } from "./check/check-issue.js";
import type { CheckOptions } from "./check/house-checks.js";
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import { draftOf, editionsOf, webEditions } from "./draft-and-secrecy.js";
import { canGoBeside, type EarlyPages, openEarlyPages } from "./early-pages.js";
import type { EditionInput } from "./editions/edition.js";
import {
  type Artifact,
  EDITIONS,
  type EditionName,
  type FormOptions,
  formOf,
} from "./editions/edition-table.js";
import { findingOfFont } from "./house-font-files.js";
import { withIssuePacks } from "./house-packs.js";
import type { FontOptions, IssueFonts } from "./issue-fonts.js";
import {
  fontsOf,
  type IssuePages,
  makePages,
  type PagesEnvironment,
  type PagesUnderway,
  pagesOrder,
} from "./issue-pages.js";
import { itemsAlone } from "./items-alone.js";
import type { Layout } from "./layout/layout.js";
import type { IssueSources } from "./layout/source-places.js";
import { newFindings } from "./layout-findings.js";
import type { Assets, CheckedIssue, Issue } from "./model/issue.js";
import type { Template } from "./model/template.js";
import type { PagesBeside } from "./pages-ahead.js";
import { readOpened } from "./read/markdown/parse-markdown.js";
import { readAssets } from "./read/read-assets.js";
import { type OpenedIssue, openIssue } from "./read/read-issue.js";
import { readTemplate } from "./read/read-template.js";
import { loadEditions, type MadeEditions, needPages, renderEditions } from "./render-editions.js";
import type { Settle } from "./v8/settle-v8.js";
import { pictureFitter } from "./web-pictures.js";

export interface BuildEnvironment extends PagesEnvironment {
  /** makes pages in another thread, where there is one; left out, they are made in that of the build */
  readonly pagesBeside?: PagesBeside | undefined;
  /** told how many characters there are to read, and whether in two threads, before anything is made of them; again where it is one */
  readonly limitHeapGrowth?: (characters: number, isInTwo: boolean) => void;
  /** called when other threads have their work, and what is left to load may be read: settles V8, once it can (start/start-command.ts) */
  readonly settle?: Settle | undefined;
  /** code of the picture codecs, for forms that want pictures smaller; without it they stay as they are */
  readonly readCodec?: ((name: string) => Promise<Uint8Array>) | undefined;
}

export interface BuildOptions extends CheckOptions, FormOptions, FontOptions {
  /** asked for by name; left out, docx, pdf and html are made, but of an issue with a level of secrecy those for the web are withheld */
  readonly editions?: readonly EditionName[];
  /** makes a draft of the issue, under this name, whatever its manifest says */
  readonly draft?: string;
  /** numbers of lines in the margin of the pages; of a draft alone */
  readonly lineNumbers?: boolean;
  /** pictures stand in the file itself, where a form has them beside it (`htmlForm: "wechat"`) */
  readonly inlinePictures?: boolean;
  /** makes the editions of each item alone, instead of those of the issue; it is checked as a whole */
  readonly perItem?: boolean;
  /** lay the pages out even where no edition needs them */
  readonly layOut?: boolean;
  /** tell where what stands on the pages comes from, too */
  readonly places?: boolean;
  /** the pages that are laid out are what is wanted: with no edition asked for, none for the web is meant */
  readonly pagesAlone?: boolean;
  /** warnings refuse the build as errors do */
  readonly strict?: boolean;
  /** date that metadata carries instead of the issue's own */
  readonly timestamp?: Date;
}

export interface BuildResult {
  /** undefined where the issue was refused */
  readonly issue: CheckedIssue | undefined;
  readonly artifacts: readonly Artifact[];
  /** editions that were not asked for by name and not made, because the issue has a level of secrecy */
  readonly withheld: readonly EditionName[];
  /** undefined where none was made, and of items alone */
  readonly layout: Layout | undefined;
  /** undefined where the issue was refused */
  readonly template: Template | undefined;
  /** the pictures that the pages show; none where the issue was refused */
  readonly assets: Assets;
  /** of what stands on the pages, where it was asked for (layout/source-places.ts) */
  readonly places?: IssueSources | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

export async function build(
  path: string,
  environment: BuildEnvironment,
  options: BuildOptions,
): Promise<BuildResult> {
  const opening = openIssue(path, environment.workspace, environment.memory?.items);
  const characters = [...opening.sources.values()].reduce((sum, text) => sum + text.length, 0);
  environment.limitHeapGrowth?.(characters, environment.pagesBeside !== undefined && canGoBeside(options));
  const early = isRefused(opening.diagnostics, options)
    ? undefined
    : openEarlyPages(opening, environment, options);
  const tell = early && untilRefused(opening, { early, options });
  const asRead = await readOpened({ ...opening, read: () => opening.read(tell) });
  const read = await withIssuePacks(asRead, environment.workspace);
  const items = read.issue?.sections.flatMap((section) => section.items);
  const assets = await readAssets(items ?? [], environment.workspace, environment.memory?.pixels);
  const found = { ...read, diagnostics: [...read.diagnostics, ...assets.diagnostics] };
  const what = { read: found, texts: opening.sources, assets: assets.value };
  const reading: Reading = { ...what, environment, options };
  const begun = early && beginPages(reading, early);
  if (begun === undefined) environment.limitHeapGrowth?.(characters, false);
  environment.settle?.(options.perItem === true ? "long" : "short");
  try {
    return await buildRead(reading, begun);
  } finally {
    begun?.underway.drop();
  }
}

/** What an issue was read to, and what is to be made of it with what. */
interface Reading {
  readonly read: ReadIssueResult;
  /** of what is printed, without the word lists of the house */
  readonly texts: Sources;
  readonly assets: Assets;
  readonly environment: BuildEnvironment;
  readonly options: BuildOptions;
}

/** @returns what takes items for the pages until one of them has an error */
function untilRefused(
  { diagnostics }: Pick<OpenedIssue, "diagnostics">,
  { early, options }: { readonly early: EarlyPages; readonly options: BuildOptions },
): EarlyPages["take"] {
  let seen = 0;
  let isOver = false;
  return (read) => {
    isOver ||= isRefused(diagnostics.slice(seen), options);
    seen = diagnostics.length;
    if (!isOver) early.take(read);
  };
}

interface BegunPages extends Pick<EarlyPages, "template"> {
  readonly underway: PagesUnderway;
}

function beginPages({ read, assets, options }: Reading, early: EarlyPages): BegunPages | undefined {
  const { issue, diagnostics } = read;
  if (issue === undefined || isRefused(diagnostics, options)) return undefined;
  const underway = early.order(issue, { assets, timestamp: timestampOf(issue, options) });
  return underway && { template: early.template, underway };
}

async function buildRead(reading: Reading, early: BegunPages | undefined): Promise<BuildResult> {
  const { read, assets, environment, options } = reading;
  const { checkIssue } = await loadCheck();
  const { checked: asWritten, diagnostics } = await checkIssue(read, options, {
    web: askedWeb(options),
    memory: environment.memory?.findings,
  });
  if (asWritten === undefined || isRefused(diagnostics, options)) return refusal(diagnostics, read.sources);
  const checked = draftOf(asWritten, options);

  const template = early?.template ?? templateOf(checked, environment);
  const sources = new Map([...read.sources, ...template.sources]);
  const told = [...diagnostics, ...template.diagnostics];
  if (template.value === undefined || isRefused(told, options)) return refusal(told, sources);

  const input: EditionInput = {
    issue: checked,
    template: environment.memory?.sameTemplate(template.value) ?? template.value,
    assets,
    timestamp: timestampOf(checked, options),
    fitPicture: pictureFitter(environment.readCodec),
    inlinePictures: options.inlinePictures === true,
    memory: environment.memory?.editions,
  };
  try {
    return await make(input, { told, sources, underway: early?.underway }, reading);
  } catch (fault) {
    const finding = findingOfFont(fault, checked);
    if (finding === undefined) throw fault;
    return refusal([...told, finding], sources);
  }
}

/** A third of the code of a build: while it is loaded, another thread has something to do already. */
const loadCheck = () => import("./check/check-issue.js");

function askedWeb(options: BuildOptions): AskedWeb {
  const editions = webEditions(options);
  return { editions, form: editions === "left-out" ? undefined : formOf("html", options) };
}

const templateOf = ({ house }: CheckedIssue, { templates, workspace, readyTemplates }: BuildEnvironment) =>
  readTemplate(house, { templates, workspace, ready: readyTemplates });

interface Known {
  /** what was found before anything was made */
  readonly told: readonly Diagnostic[];
  readonly sources: Sources;
  /** pages that are being made already */
  readonly underway: PagesUnderway | undefined;
}

/** @throws UnusableFile where a font fails in use */
async function make(
  input: EditionInput,
  { told, sources: known, underway }: Known,
  { read, texts, environment, options }: Reading,
): Promise<BuildResult> {
  const { editions, withheld } = editionsOf(input.issue, options);
  const isLaidOut = options.layOut === true || needPages(editions);
  // Pages that are only counted, for the contents of a DOCX, are printed in the reader's own fonts.
  const isPrinted = options.layOut === true || editions.some((name) => EDITIONS[name].embedsFaces);
  let fonts: IssueFonts | undefined;
  let all = told;
  let sources = known;
  let pages: IssuePages | undefined;
  const artifacts: Artifact[] = [];
  for (const part of options.perItem === true ? itemsAlone(input) : [{ input, item: undefined }]) {
    const made: MadeEditions[] = [];
    environment.settle?.(options.perItem === true ? "long" : "short");
    // Before the pages are laid out, or meanwhile: of a long issue, each of the two fills memory.
    made.push(await renderEditions(editions, { needs: "text", input: part.input }, options));
    if (isLaidOut) {
      const order = pagesOrder(part.input, { sources: texts, editions, options });
      if (underway === undefined) {
        // Of the whole issue, for each of its items.
        fonts ??= await fontsOf({ ...order, input }, environment);
        pages = await makePages(order, environment, { fonts });
      } else {
        await loadEditions(editions, "page-numbers", options);
        environment.settle?.("short");
        pages = await underway.pages;
      }
      sources = new Map([...sources, ...pages.sources]);
      const settled = (await loadCheck()).checkLayout(pages.diagnostics, read, options);
      all = [...all, ...newFindings(settled, all, isPrinted)];
    }
    // What else is wrong is told as well; nothing more is made.
    if (isRefused(all, options)) continue;
    if (pages !== undefined) made.push(...(await renderPages(part.input, { pages, editions, options })));
    for (const name of editions) {
      const artifact = made.map((some) => some.get(name)).find((one) => one !== undefined);
      if (artifact !== undefined) artifacts.push(part.item ? { ...artifact, item: part.item } : artifact);
    }
  }
  if (isRefused(all, options)) return refusal(all, sources);
  const { issue, template, assets } = input;
  const { layout, places } = pages ?? {};
  const result = { issue, artifacts, withheld, layout, template, assets, diagnostics: all, sources };
  // Pages of items alone are many; those of the last are not the issue's.
  if (options.perItem === true) return { ...result, layout: undefined };
  return places === undefined ? result : { ...result, places };
}

interface Paging {
  readonly pages: IssuePages;
  readonly editions: readonly EditionName[];
  readonly options: BuildOptions;
}

/** Painting is begun first: what it compresses goes on beside, wherever it is done. */
async function renderPages(
  input: EditionInput,
  { pages, editions, options }: Paging,
): Promise<readonly MadeEditions[]> {
  const layout = pages.facts;
  const numbered = { ...input, layout, lineNumbers: options.lineNumbers === true };
  return Promise.all([
    pages.paint(),
    renderEditions(editions, { needs: "page-numbers", input: numbered }, options),
  ]);
}

function refusal(diagnostics: readonly Diagnostic[], sources: Sources): BuildResult {
  const nothing = { issue: undefined, artifacts: [], withheld: [], layout: undefined };
  return { ...nothing, template: undefined, assets: new Map(), diagnostics, sources };
}

function isRefused(diagnostics: readonly Diagnostic[], { strict }: BuildOptions): boolean {
  return diagnostics.some(
    ({ severity }) => severity === "error" || (strict === true && severity === "warning"),
  );
}

const timestampOf = (issue: Issue, { timestamp }: BuildOptions): Date => timestamp ?? noonOf(issue);

/** The issue's own day at noon UTC, the same day in every inhabited time zone but the outermost. */
function noonOf({ date: { value } }: Issue): Date {
  return new Date(Date.UTC(value.year, value.month - 1, value.day, 12));
}
