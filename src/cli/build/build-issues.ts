/** Builds each issue asked for, writes its editions, reports what came of it (report-outcome.ts). */

import type { BuildEnvironment, BuildOptions } from "../../build.js";
import type { BuildMemory } from "../../build-memory.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import type { EditionName, FormChoices } from "../../editions/edition-table.js";
import { openRecords } from "../../outcomes/cache-file.js";
import type { MadeOf } from "../../outcomes/fingerprint.js";
import { type OutcomeRecords, outcomeRecords, type RecalledIssue } from "../../outcomes/remember-outcomes.js";
import type { PagesBeside } from "../../pages-ahead.js";
import { findInTheWay } from "../../read/output-place.js";
import type { Workspace } from "../../read/workspace.js";
import { buildMany } from "../../threads/build-many.js";
import type { Settle } from "../../v8/settle-v8.js";
import { findCollisions } from "../colliding-places.js";
import { EXIT_TROUBLE } from "../terminal/report-fault.js";
import { runTroubles } from "../terminal/run-troubles.js";
import { buildOptions } from "./build-options.js";
import { leftItems } from "./left-items.js";
import { placeEditions } from "./place-editions.js";
import { printBuildDocument, type WrittenIssue } from "./print-build-document.js";
import { type OutcomeReportOptions, type ReportedIssue, reportOutcome } from "./report-outcome.js";
import { withheldEditions } from "./withheld-editions.js";

export interface BuildIssuesOptions extends OutcomeReportOptions, FormChoices {
  /** those asked for by name; all, but for what is withheld, where none is */
  readonly edition?: readonly EditionName[];
  /** makes drafts of the issues, under this name */
  readonly draft?: string;
  readonly lineNumbers?: boolean;
  readonly inlinePictures?: boolean;
  /** each item alone, instead of the issue */
  readonly perItem?: boolean;
  readonly out?: string;
  /** false by --no-lint */
  readonly lint: boolean;
  readonly json?: boolean;
  readonly jobs?: number;
  /** all issues that were asked for, of which these may be a shard: no two may write the same file */
  readonly among?: readonly string[];
  readonly fonts?: readonly string[];
  /** as the command line says; undefined where the house decides */
  readonly systemFonts?: boolean;
  /** leave alone what has not changed */
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  /** told what each issue was made of */
  readonly onRead?: (madeOf: MadeOf) => void;
  /** says what came of an issue; default: findings and editions in full */
  readonly report?: (issue: ReportedIssue) => void;
  /** what is held from one build to the next */
  readonly held?: HeldBetweenBuilds;
  /** settles V8 when the work has begun */
  readonly settle?: Settle | undefined;
  /** makes the pages beside the rest, of an issue that is built alone */
  readonly pagesBeside?: PagesBeside | undefined;
}

/** For a process that builds the same issues again and again. */
export interface HeldBetweenBuilds {
  readonly environment: BuildEnvironment;
  readonly memoryOf: (manifest: string) => BuildMemory | undefined;
}

/**
 * Builds and writes every issue once. One that is refused, that meets trouble or that the program fails at does not
 * keep the others back; trouble with the machine that the next would meet too ends the run.
 * @returns the exit code
 */
export async function buildIssues(
  manifests: readonly string[],
  options: BuildIssuesOptions,
): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  const written: WrittenIssue[] = [];
  const troubles = runTroubles(options.language, { isAlone: manifests.length === 1, work: "build" });
  let refused = false;
  const build = buildOptions(options);
  const { environment, memoryOf } = options.held ?? { environment: diskEnvironment() };
  const { workspace } = environment;
  const report = options.report ?? ((issue: ReportedIssue) => reportOutcome(issue, options));
  const shared = findCollisions(options.among ?? manifests, {
    out: options.out,
    draft: options.draft,
    workspace,
  });
  const sources = new Map(shared.sources);
  const kept = options.cache === true ? recordsFor(options, { environment, build }) : undefined;
  const recall = (manifest: string) =>
    shared.findings.has(manifest) ? undefined : withoutObstacle(kept?.recall(manifest), options, workspace);
  const many = {
    jobs: options.jobs,
    build,
    traced: kept !== undefined,
    environmentOf: (manifest: string) => ({
      ...environment,
      memory: memoryOf?.(manifest),
      pagesBeside: options.pagesBeside,
      // Of several issues the first does not know how much there is.
      settle: manifests.length > 1 ? () => options.settle?.("long") : options.settle,
    }),
    recall,
  };
  for await (const made of buildMany(manifests, many)) {
    try {
      if ("fault" in made) throw made.fault;
      const { editions: recalled } = made;
      options.onRead?.(made.outcome.madeOf);
      const { outcome, editions } =
        recalled === undefined
          ? placeEditions(made.outcome, {
              out: options.out,
              workspace,
              shared: shared.findings.get(made.outcome.manifest),
            })
          : { outcome: made.outcome, editions: recalled };
      // What is told in the end; else nothing of an issue is held once it has been told.
      if (options.json === true) {
        // One by one: a call takes no hundred thousand arguments.
        for (const one of outcome.diagnostics) diagnostics.push(one);
        for (const [path, text] of outcome.sources) sources.set(path, text);
      }
      if (recalled === undefined) kept?.remember(outcome, editions);
      const names = editions.map(({ edition }) => edition);
      const withheld = withheldEditions(
        { ...outcome, artifacts: names },
        { out: options.out, perItem: build.perItem === true },
      );
      const left = build.perItem === true ? leftItems(editions) : [];
      written.push({
        manifest: outcome.manifest,
        editions,
        ...(withheld.length > 0 && { withheld }),
        ...(left.length > 0 && { left }),
        milliseconds: outcome.milliseconds,
      });
      refused ||= outcome.slug === undefined;
      if (options.json !== true)
        report({ outcome, editions, withheld, left, isRecalled: recalled !== undefined });
    } catch (fault) {
      const manifest = "fault" in made ? made.manifest : made.outcome.manifest;
      if (troubles.note(manifest, fault)) break;
    }
  }
  const met = troubles.records();
  if (options.json === true) {
    const { language } = options;
    process.stdout.write(printBuildDocument({ written, diagnostics, sources, troubles: met, language }));
  }
  if (met.length > 0) return EXIT_TROUBLE;
  return refused ? 1 : 0;
}

/** @returns undefined too where editions that lie there still may not lie there any more: a link leads out */
function withoutObstacle(
  recalled: RecalledIssue | undefined,
  { out }: BuildIssuesOptions,
  workspace: Workspace,
): RecalledIssue | undefined {
  const place = recalled?.outcome.place;
  if (place === undefined || out !== undefined) return recalled;
  return findInTheWay(place, { files: [], workspace }).length === 0 ? recalled : undefined;
}

function recordsFor(
  options: BuildIssuesOptions,
  asked: { readonly environment: BuildEnvironment; readonly build: BuildOptions },
): OutcomeRecords | undefined {
  const records = openRecords(options.cacheLocation);
  return records && outcomeRecords({ records, ...asked, out: options.out });
}
