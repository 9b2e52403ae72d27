/**
 * Lints many targets: what is remembered is not linted again, and where there is much to do the rest
 * is spread over worker threads in rows. Outcomes come in the order of the targets whatever the number
 * of threads.
 */
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { CheckOptions } from "../check/house-checks.js";
import type { LintTarget } from "../lint.js";
import type { RecordFolder } from "../outcomes/cache-file.js";
import { type LintOutcome, type LintOutcomeOptions, lintOutcome } from "../outcomes/lint-outcome.js";
import { steadyWorkspace } from "../read/steady-workspace.js";
import type { Workspace } from "../read/workspace.js";
import type { Settle } from "../v8/settle-v8.js";

export interface ManyTargetsOptions {
  readonly check: CheckOptions;
  /** where findings are remembered; undefined where they are not to be */
  readonly records: RecordFolder | undefined;
  readonly jobs: number | undefined;
  /** true where the workspace is the disk, as a thread sees it too */
  readonly isOnDisk: boolean;
  /** settles V8, for much copy */
  readonly settle?: Settle | undefined;
}

export type Row = readonly LintTarget[];

/** Copy handed to a thread at once: long enough that handing over does not count, short enough to share out. */
const ROW_BYTES = 100_000;
/** What an issue is taken for: its items are known only once it is read. */
const ISSUE_BYTES = 40_000;
/** Below this, threads cost more than they give: each has to load and warm up the whole linter. */
const LEAST_BYTES = 1_500_000;

/** Rows that the thread of the command lints while another one loads the program. */
const HEAD_START = 6;

/** Below this, a run is over before V8 has done anything beside it. */
const LEAST_LONG_BYTES = 100_000;

export async function* lintMany(
  targets: readonly LintTarget[],
  workspace: Workspace,
  options: ManyTargetsOptions,
): AsyncGenerator<LintOutcome> {
  const { check, records } = options;
  const kept = records && (await openFindings(workspace, { check, records }));
  const remembered = targets.map((target) => kept?.recall(target));
  const waiting = targets.filter((_, index) => remembered[index] === undefined);
  const fresh = lintRows(waiting, workspace, options);
  try {
    for (const [index, known] of remembered.entries()) {
      const outcome = known ?? (await fresh.next()).value;
      const target = targets[index];
      if (outcome === undefined || target === undefined) continue;
      if (known === undefined && outcome.fault === undefined) kept?.remember(target, outcome);
      yield outcome;
    }
  } finally {
    // Ends the threads: nobody asks for more than the last outcome.
    await fresh.return(undefined);
  }
  kept?.save();
}

async function* lintRows(
  targets: readonly LintTarget[],
  workspace: Workspace,
  { jobs, isOnDisk, settle, check, records }: ManyTargetsOptions,
): AsyncGenerator<LintOutcome, undefined> {
  // The key stays here: a thread only has to know which folder is theirs.
  const options: LintOutcomeOptions = { check, cache: records?.folder };
  const { rows, bytes } = layOutRows(targets);
  if (bytes >= LEAST_LONG_BYTES) settle?.("long");
  const most = Math.min(jobs ?? availableParallelism(), rows.length);
  if (bytes < LEAST_BYTES || !isOnDisk || most < 2) {
    const steady = steadyWorkspace(workspace);
    for (const target of targets) yield lintOutcome(target, steady, options);
    return;
  }
  const { inOrder, taskPool } = await import("./thread-pool.js");
  const pool = taskPool<Row, readonly LintOutcome[]>({
    jobs: most,
    thread: "lint-thread",
    data: options,
    here: () => lintRow(workspace, options),
    headStart: HEAD_START,
  });
  try {
    for await (const outcomes of inOrder(rows, { ahead: pool.ahead, start: pool.run })) yield* outcomes;
  } finally {
    await pool.stop();
  }
}

/** @returns the work of a thread */
export function lintRow(workspace: Workspace, options: LintOutcomeOptions) {
  const steady = steadyWorkspace(workspace);
  return async (row: Row): Promise<readonly LintOutcome[]> => {
    const outcomes: LintOutcome[] = [];
    for (const target of row) outcomes.push(await lintOutcome(target, steady, options));
    return outcomes;
  };
}

function layOutRows(targets: readonly LintTarget[]): {
  readonly rows: readonly Row[];
  readonly bytes: number;
} {
  const rows: LintTarget[][] = [];
  let bytes = 0;
  let inRow = ROW_BYTES;
  for (const target of targets) {
    const size = sizeOf(target);
    if (inRow >= ROW_BYTES) {
      rows.push([]);
      inRow = 0;
    }
    rows.at(-1)?.push(target);
    inRow += size;
    bytes += size;
  }
  return { rows, bytes };
}

function sizeOf({ kind, path }: LintTarget): number {
  if (kind === "issue") return ISSUE_BYTES;
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

async function openFindings(
  workspace: Workspace,
  options: { readonly check: CheckOptions; readonly records: RecordFolder },
) {
  const { findingsRecords } = await import("../outcomes/remember-findings.js");
  return findingsRecords(workspace, options);
}
