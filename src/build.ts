/**
 * Building: read, check, lay out, render. One issue in, its editions out as bytes; writing them is
 * the caller's. Nothing is rendered of an issue that has errors.
 */
import type { BuildMemory } from "./build-memory.js";
import { type AskedWeb, checkIssue, checkLayout, type ReadIssueResult } from "./check/check-issue.js";
import type { CheckOptions } from "./check/house-checks.js";
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import { draftOf, editionsOf, webEditions } from "./draft-and-secrecy.js";
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
import { type FontEnvironment, type FontOptions, findIssueFonts, type IssueFonts } from "./issue-fonts.js";
import { itemsAlone } from "./items-alone.js";
import type { Layout } from "./layout/layout.js";
import type { IssueSources } from "./layout/source-places.js";
import type { Assets, CheckedIssue } from "./model/issue.js";
import type { Template } from "./model/template.js";
import { readOpened } from "./read/markdown/parse-markdown.js";
import { readAssets } from "./read/read-assets.js";
import { openIssue } from "./read/read-issue.js";
import { readTemplate } from "./read/read-template.js";
import { pictureFitter } from "./web-pictures.js";

export interface BuildEnvironment extends FontEnvironment {
  /** what the last build of the same issue left */
  readonly memory?: BuildMemory | undefined;
  /** told how many characters were read, before anything is made of them */
  readonly limitHeapGrowth?: (characters: number) => void;
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
  const opened = await readOpened(openIssue(path, environment.workspace, environment.memory?.items));
  const read = await withIssuePacks(opened, environment.workspace);
  environment.limitHeapGrowth?.(lengthOf(read.sources));
  const items = read.issue?.sections.flatMap((section) => section.items) ?? [];
  const assets = await readAssets(items, environment.workspace, environment.memory?.pixels);
  const found = { ...read, diagnostics: [...read.diagnostics, ...assets.diagnostics] };
  const { checked: asWritten, diagnostics } = await checkIssue(found, options, {
    web: askedWeb(options),
    memory: environment.memory?.findings,
  });
  if (asWritten === undefined || isRefused(diagnostics, options)) return refusal(diagnostics, read.sources);
  const checked = draftOf(asWritten, options);

  const template = readTemplate(checked.house, {
    templates: environment.templates,
    workspace: environment.workspace,
    ready: environment.readyTemplates,
  });
  const sources = new Map([...read.sources, ...template.sources]);
  const told = [...diagnostics, ...template.diagnostics];
  if (template.value === undefined || isRefused(told, options)) return refusal(told, sources);

  const timestamp = options.timestamp ?? noonOf(checked);
  const input: EditionInput = {
    issue: checked,
    template: environment.memory?.sameTemplate(template.value) ?? template.value,
    assets: assets.value,
    timestamp,
    fitPicture: pictureFitter(environment.readCodec),
    inlinePictures: options.inlinePictures === true,
    memory: environment.memory?.editions,
  };
  try {
    return await make(input, { read, told, sources }, { environment, options });
  } catch (fault) {
    const finding = findingOfFont(fault, checked);
    if (finding === undefined) throw fault;
    return refusal([...told, finding], sources);
  }
}

interface Reading {
  readonly read: ReadIssueResult;
  /** what was found before anything was made */
  readonly told: readonly Diagnostic[];
  readonly sources: Sources;
}

function askedWeb(options: BuildOptions): AskedWeb {
  const editions = webEditions(options);
  return { editions, form: editions === "left-out" ? undefined : formOf("html", options) };
}

/** @throws UnusableFile where a font fails in use */
async function make(
  input: EditionInput,
  { read, told, sources: known }: Reading,
  { environment, options }: { readonly environment: BuildEnvironment; readonly options: BuildOptions },
): Promise<BuildResult> {
  const { editions, withheld } = editionsOf(input.issue, options);
  const paged = editions.filter((name) => EDITIONS[name].needsPages);
  const isLaidOut = options.layOut === true || paged.length > 0;
  // Pages that are only counted, for the contents of a DOCX, are printed in the reader's own fonts.
  const isPrinted = options.layOut === true || editions.some((name) => EDITIONS[name].embedsFaces);
  let fonts: IssueFonts | undefined;
  let all = told;
  let sources = known;
  let layout: Layout | undefined;
  let places: IssueSources | undefined;
  const artifacts: Artifact[] = [];
  for (const part of options.perItem === true ? itemsAlone(input) : [{ input, item: undefined }]) {
    const rendering = { input: part.input, options };
    // Before the pages are laid out: of a long issue, each of the two fills memory.
    const unpaged = await renderEditions(
      editions.filter((name) => !EDITIONS[name].needsPages),
      rendering,
    );
    if (isLaidOut) {
      // Of the whole issue, for each of its items.
      fonts ??= await findIssueFonts({ ...input, sources: read.sources }, environment, options);
      const composed = await layOut(part.input, fonts, { environment, options });
      sources = new Map([...sources, ...fonts.sources]);
      ({ value: layout, places } = composed);
      const settled = checkLayout([...fonts.diagnostics, ...composed.diagnostics], read, options);
      all = [...all, ...newFindings(settled, all, isPrinted)];
    }
    // What else is wrong is told as well; nothing more is made.
    if (isRefused(all, options)) continue;
    const made = await renderEditions(paged, { ...rendering, layout });
    for (const name of editions) {
      const artifact = unpaged.get(name) ?? made.get(name);
      if (artifact !== undefined) artifacts.push(part.item ? { ...artifact, item: part.item } : artifact);
    }
  }
  if (isRefused(all, options)) return refusal(all, sources);
  const { issue, template, assets } = input;
  const result = { issue, artifacts, withheld, layout, template, assets, diagnostics: all, sources };
  // Pages of items alone are many; those of the last are not the issue's.
  if (options.perItem === true) return { ...result, layout: undefined };
  return places === undefined ? result : { ...result, places };
}

/** What the layout found, as it weighs for these editions; what another item told already is not told again. */
function newFindings(
  settled: readonly Diagnostic[],
  before: readonly Diagnostic[],
  isPrinted: boolean,
): readonly Diagnostic[] {
  const keyOf = ({ rule, span, message }: Diagnostic) =>
    `${rule}\n${span.path}\n${span.start}\n${span.end}\n${message.zh}`;
  const known = new Set(before.map(keyOf));
  const weighed = isPrinted ? settled : settled.map(asOfNoPdf);
  return weighed.filter((finding) => !known.has(keyOf(finding)));
}

/** Characters that our fonts lack or cannot set are no trouble of an edition that carries no fonts. */
const GLYPH_RULES = ["layout/missing-glyph", "layout/unshaped-script"];

const asOfNoPdf = (finding: Diagnostic): Diagnostic =>
  GLYPH_RULES.includes(finding.rule) ? { ...finding, severity: "info" } : finding;

const lengthOf = (sources: Sources): number =>
  [...sources.values()].reduce((sum, text) => sum + text.length, 0);

function refusal(diagnostics: readonly Diagnostic[], sources: Sources): BuildResult {
  const nothing = { issue: undefined, artifacts: [], withheld: [], layout: undefined };
  return { ...nothing, template: undefined, assets: new Map(), diagnostics, sources };
}

function isRefused(diagnostics: readonly Diagnostic[], { strict }: BuildOptions): boolean {
  return diagnostics.some(
    ({ severity }) => severity === "error" || (strict === true && severity === "warning"),
  );
}

async function layOut(
  { issue }: EditionInput,
  fonts: IssueFonts,
  { environment, options }: { readonly environment: BuildEnvironment; readonly options: BuildOptions },
) {
  const { composeIssue } = await import("./layout/compose-issue.js");
  return composeIssue({
    issue,
    template: fonts.template,
    faces: fonts.found.value,
    memory: environment.memory?.layout,
    lineNumbers: options.lineNumbers === true,
    places: options.places === true,
  });
}

interface Rendering {
  readonly input: EditionInput;
  readonly options: BuildOptions;
  readonly layout?: Layout | undefined;
}

async function renderEditions(
  names: readonly EditionName[],
  rendering: Rendering,
): Promise<ReadonlyMap<EditionName, Artifact>> {
  const aside = (name: EditionName) => Number(EDITIONS[name].worksAside);
  // What works beside the main thread is begun first: the others are made meanwhile.
  const inTurn = [...new Set(names)].sort((a, b) => aside(b) - aside(a));
  const made = inTurn.map(async (name) => [name, await renderEdition(name, rendering)] as const);
  return new Map(await Promise.all(made));
}

async function renderEdition(name: EditionName, { input, layout, options }: Rendering): Promise<Artifact> {
  const edition = EDITIONS[name];
  const form = formOf(name, options);
  if (!edition.needsPages) {
    const render = await edition.load(form);
    return { edition: name, form, ...(await render(input)) };
  }
  if (layout === undefined) throw new Error(`the ${name} edition needs a layout`);
  const render = await edition.load(form);
  return {
    edition: name,
    form,
    ...(await render({ ...input, layout, lineNumbers: options.lineNumbers === true })),
  };
}

/** The issue's own day at noon UTC, the same day in every inhabited time zone but the outermost. */
function noonOf({ date: { value } }: CheckedIssue): Date {
  return new Date(Date.UTC(value.year, value.month - 1, value.day, 12));
}
