/**
 * `bulletin build --watch`: builds, then builds again whenever a file of the bulletin changes.
 * When a change is built is for follow-changes.ts to say, what is said of it for report-rebuilds.ts;
 * what is watched, for watched-places.ts.
 */
import { relative, resolve } from "node:path";
import { buildMemory } from "../../build-memory.js";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable, printableLines } from "../../diagnostics/printable.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { folderOf } from "../../read/workspace.js";
import { type BuildIssuesOptions, buildIssues } from "../build/build-issues.js";
import { EXIT_TROUBLE } from "../terminal/report-fault.js";
import { followChanges } from "./follow-changes.js";
import { rebuildReporter } from "./report-rebuilds.js";
import { watchPlaces } from "./watched-places.js";

/** Ends when the process is told to (Ctrl+C). @returns the exit code */
export async function watchIssues(
  manifests: readonly string[],
  options: BuildIssuesOptions,
): Promise<number> {
  // From the start: Ctrl+C during the first build lets it finish its files.
  const ended = new Promise<void>((end) => {
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
    // Nobody reads any longer what is reported.
    process.stdout.once("error", end);
  });
  const here = process.cwd();
  const folders = [...new Set(manifests.map((manifest) => resolve(folderOf(manifest))))];
  const environment = diskEnvironment();
  const memories = new Map(manifests.map((manifest) => [manifest, buildMemory()]));
  const reporter = rebuildReporter(options, { isAlone: manifests.length === 1, clock: () => new Date() });
  const building: BuildIssuesOptions = {
    ...options,
    report: reporter.report,
    held: { environment, memoryOf: (manifest) => memories.get(manifest) },
    onRead: (madeOf) => watching.add(madeOf),
  };
  // Watching begins before the first build, so that no change made meanwhile goes unseen.
  const watching = watchPlaces(folders, { note: (path) => follower.note(path) });
  const follower = followChanges(async (changed) => {
    reporter.begin([...changed].map((path) => withSlashes(relative(here, path))));
    if (await buildTelling(manifests, building)) reporter.end();
  });
  const begun = Promise.all([watching.ready, follower.first]).then(() => {
    say(options.language, "正在等待修改，按 Ctrl+C 结束。", "Waiting for changes; press Ctrl+C to stop.");
    watching.hold();
  });
  const failed = await Promise.race([Promise.all([begun, ended]).then(() => undefined), watching.exhausted]);
  await follower.end();
  await watching.close();
  if (failed !== undefined) throw failed;
  return 0;
}

/**
 * Trouble with the disk is reported and waited out: the next change tries again.
 * @returns false where there was some
 */
async function buildTelling(manifests: readonly string[], options: BuildIssuesOptions): Promise<boolean> {
  try {
    return (await buildIssues(manifests, options)) !== EXIT_TROUBLE;
  } catch (fault) {
    if (!(fault instanceof EnvironmentError)) throw fault;
    const [zh, en] = (["zh", "en"] as const).map(
      (language) => `${printable(fault.problem[language])}\n  → ${printable(fault.remedy[language])}`,
    );
    say(options.language, zh ?? "", en ?? "");
    return false;
  }
}

function say(language: Language, zh: string, en: string): void {
  process.stderr.write(`${printableLines(language === "zh" ? zh : en)}\n`);
}
