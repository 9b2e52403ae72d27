/** What building one issue gave, as plain data that a worker thread can hand over. */
import type { BuildEnvironment, BuildOptions } from "../build.js";
import { build } from "../build.js";
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import type { Artifact } from "../editions/edition.js";
import { joinPath } from "../read/workspace.js";
import { observe, type Trace } from "./fingerprint.js";

export interface BuildOutcome {
  readonly manifest: string;
  readonly artifacts: readonly Artifact[];
  /** stem of the output files; undefined where the issue was refused */
  readonly slug: string | undefined;
  /** workspace path of the folder that the manifest asks for */
  readonly folder: string | undefined;
  /** the bulletin's folder, which `folder` may not leave */
  readonly root: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  readonly milliseconds: number;
  /** what the issue was made of; there where it is to be remembered */
  readonly trace?: Trace;
}

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
  const started = performance.now();
  const observed = options.traced ? observe(environment) : undefined;
  const { issue, artifacts, diagnostics, sources } = await build(
    manifest,
    observed?.environment ?? environment,
    options.build,
  );
  return {
    manifest,
    artifacts,
    slug: issue?.slug.value,
    folder: issue === undefined ? undefined : joinPath(issue.folder, issue.house.outputFolder.value),
    root: issue?.root,
    diagnostics,
    sources,
    milliseconds: Math.round(performance.now() - started),
    ...(observed && { trace: observed.trace() }),
  };
}
