/**
 * Building: read, check, lay out, render. One issue in, its editions out as bytes; writing them is
 * the caller's. Nothing is rendered of an issue that has errors.
 */
import type { CheckOptions } from "./check/check-issue.js";
import { checkIssue, checkLayout } from "./check/check-issue.js";
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import type { Artifact, EditionInput, EditionName } from "./editions/edition.js";
import type { FontSource } from "./fonts/face.js";
import type { Layout } from "./layout/layout.js";
import type { CheckedIssue } from "./model/issue.js";
import { readAssets } from "./read/read-assets.js";
import { readIssue } from "./read/read-issue.js";
import { readTemplate } from "./read/read-template.js";
import type { Workspace } from "./read/workspace.js";

export interface BuildEnvironment {
  readonly workspace: Workspace;
  /** the templates shipped with the package */
  readonly templates: Workspace;
  readonly fonts: FontSource;
}

export interface BuildOptions extends CheckOptions {
  readonly editions: readonly EditionName[];
  /** lay the pages out even where no edition needs them */
  readonly layOut?: boolean;
  /** warnings refuse the build as errors do */
  readonly strict?: boolean;
  /** date that metadata carries instead of the issue's own */
  readonly timestamp?: Date;
}

export interface BuildResult {
  /** undefined where the issue was refused */
  readonly issue: CheckedIssue | undefined;
  readonly artifacts: readonly Artifact[];
  readonly layout: Layout | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

export async function build(
  path: string,
  environment: BuildEnvironment,
  options: BuildOptions,
): Promise<BuildResult> {
  const read = readIssue(path, environment.workspace);
  const { checked, diagnostics } = await checkIssue(read, options);
  if (checked === undefined || isRefused(diagnostics, options)) return refusal(diagnostics, read.sources);

  const template = readTemplate(checked.house, environment.templates, environment.workspace);
  const assets = readAssets(checked, environment.workspace);
  const sources = new Map([...read.sources, ...template.sources]);
  const found = [...diagnostics, ...template.diagnostics, ...assets.diagnostics];
  if (template.value === undefined || isRefused(found, options)) return refusal(found, sources);

  const timestamp = options.timestamp ?? noonOf(checked);
  const input: EditionInput = { issue: checked, template: template.value, assets: assets.value, timestamp };
  const paged = options.layOut === true || options.editions.some((name) => name !== "html");
  const composed = paged ? await layOut(input, environment.fonts) : undefined;
  const all = [...found, ...checkLayout(composed?.diagnostics ?? [], read, options)];
  if (isRefused(all, options)) return refusal(all, sources);

  const artifacts = await Promise.all(
    options.editions.map((name) => renderEdition(name, input, composed?.value)),
  );
  return { issue: checked, artifacts, layout: composed?.value, diagnostics: all, sources };
}

function refusal(diagnostics: readonly Diagnostic[], sources: Sources): BuildResult {
  return { issue: undefined, artifacts: [], layout: undefined, diagnostics, sources };
}

function isRefused(diagnostics: readonly Diagnostic[], { strict }: BuildOptions): boolean {
  return diagnostics.some(
    ({ severity }) => severity === "error" || (strict === true && severity === "warning"),
  );
}

async function layOut(input: EditionInput, fonts: FontSource) {
  const { findFaces } = await import("./fonts/find-faces.js");
  const { composeIssue } = await import("./layout/compose-issue.js");
  const faces = await findFaces(input.template, fonts, input.issue.house.template.span);
  const layout = composeIssue({ issue: input.issue, template: input.template, faces: faces.value });
  return { value: layout.value, diagnostics: [...faces.diagnostics, ...layout.diagnostics] };
}

async function renderEdition(
  name: EditionName,
  input: EditionInput,
  layout: Layout | undefined,
): Promise<Artifact> {
  if (name === "html") {
    const { renderHtml } = await import("./editions/html/render-html.js");
    return renderHtml(input);
  }
  if (layout === undefined) throw new Error(`the ${name} edition needs a layout`);
  if (name === "docx") {
    const { renderDocx } = await import("./editions/docx/render-docx.js");
    return renderDocx({ ...input, layout });
  }
  const { renderPdf } = await import("./editions/pdf/render-pdf.js");
  return renderPdf({ ...input, layout });
}

/** The issue's own day at noon UTC, the same day in every inhabited time zone but the outermost. */
function noonOf({ date: { value } }: CheckedIssue): Date {
  return new Date(Date.UTC(value.year, value.month - 1, value.day, 12));
}
