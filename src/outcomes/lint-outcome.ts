/**
 * What linting one target gave, as plain data that a worker thread can hand over. Of the texts only
 * those that findings point into are kept, so that a hundred megabytes of sound copy are not held.
 */
import { resolve } from "node:path";
import type { BuildEnvironment } from "../build.js";
import type { CheckOptions } from "../check/house-checks.js";
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import { pathsOf } from "../diagnostics/places.js";
import { diskWorkspace } from "../disk/disk-workspace.js";
import { type FaultRecord, faultRecord } from "../disk/fault-record.js";
import { templatesFolder } from "../disk/package-files.js";
import { troubleOf } from "../disk/system-trouble.js";
import { type LintResult, type LintTarget, lint } from "../lint.js";
import type { Workspace } from "../read/workspace.js";
import type { Fingerprint } from "./fingerprint.js";

export interface LintOutcome {
  readonly diagnostics: readonly Diagnostic[];
  /** all files that were read; empty texts for those that no finding points into */
  readonly sources: Sources;
  /** of files that came by Word, mail or text */
  readonly submitted?: NonNullable<LintResult["submitted"]>;
  /** what the findings depend on; there where they are to be remembered and can be */
  readonly fingerprint?: Fingerprint | undefined;
  /** what the program failed with at this target; the others are linted all the same */
  readonly fault?: { readonly target: string; readonly record: FaultRecord };
}

export interface LintOutcomeOptions {
  readonly check: CheckOptions;
  /** folder of the records, where the findings are to be remembered */
  readonly cache: string | undefined;
}

export async function lintOutcome(
  target: LintTarget,
  workspace: Workspace,
  options: LintOutcomeOptions,
): Promise<LintOutcome> {
  try {
    return await lintTarget(target, workspace, options);
  } catch (fault) {
    if (troubleOf(fault) !== undefined) throw fault;
    return {
      diagnostics: [],
      sources: new Map(),
      fault: { target: target.path, record: faultRecord(fault) },
    };
  }
}

async function lintTarget(
  target: LintTarget,
  workspace: Workspace,
  { check, cache }: LintOutcomeOptions,
): Promise<LintOutcome> {
  const environment = lintEnvironment(workspace);
  // What was read of a Word file or a mail is no text that could be read again for the record.
  if (cache === undefined || target.kind === "manuscript") {
    return briefly(await lint(target, workspace, { ...check, templates: environment.templates }));
  }
  // Loaded for those who ask for it: most runs are one small issue.
  const { fingerprintOf, observe } = await import("./fingerprint.js");
  const observed = observe(environment);
  const { templates } = observed.environment;
  const result = await lint(target, observed.environment.workspace, { ...check, templates });
  const fingerprint = fingerprintOf(observed.trace(), { environment, isOwn: isRecord(cache) });
  return { ...briefly(result), fingerprint };
}

/** Linting asks for no fonts. */
export function lintEnvironment(workspace: Workspace): BuildEnvironment {
  return {
    workspace,
    templates: diskWorkspace(templatesFolder()),
    fonts: { open: () => undefined },
    listFonts: () => [],
  };
}

/** The records come into being while folders are looked through whose names count. */
export function isRecord(cache: string): (path: string) => boolean {
  const folder = resolve(cache);
  return (path) => resolve(path) === folder;
}

function briefly({ diagnostics, sources, submitted }: LintOutcome): LintOutcome {
  const pointed = new Set(diagnostics.flatMap(pathsOf));
  return {
    diagnostics,
    sources: new Map([...sources].map(([path, text]) => [path, pointed.has(path) ? text : ""])),
    ...(submitted !== undefined && { submitted }),
  };
}
