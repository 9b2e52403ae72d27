/**
 * `bulletin build --watch`: builds, then builds again whenever a file of the bulletin changes.
 * When a change is built is for follow-changes.ts to say, what is said of it for report-rebuilds.ts;
 * what is watched, for watched-places.ts; which issues there are, for followed-issues.ts.
 */
import { existsSync } from "node:fs";
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
import { SYSTEM_CLOCK } from "./clock.js";
import { followChanges } from "./follow-changes.js";
import { type FollowedIssues, followIssues } from "./followed-issues.js";
import { rebuildReporter } from "./report-rebuilds.js";
import { watchPlaces } from "./watched-places.js";

/** So often new issues are looked for. */
const LOOK_MILLISECONDS = 1000;

/**
 * Ends when the process is told to (Ctrl+C).
 * @param find finds the issues anew; undefined where those given are all that is asked for
 * @returns the exit code
 */
export async function watchIssues(
  first: readonly string[],
  { find, ...options }: BuildIssuesOptions & { readonly find?: (() => readonly string[]) | undefined },
): Promise<number> {
  // From the start: Ctrl+C during the first build lets it finish its files.
  const ended = new Promise<void>((end) => {
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
    // Nobody reads any longer what is reported.
    process.stdout.once("error", end);
  });
  const here = process.cwd();
  const issues = followIssues(first, {
    find: find ?? (() => first),
    hasFolder: (manifest) => existsSync(folderOf(manifest)),
    now: SYSTEM_CLOCK.now,
  });
  const environment = diskEnvironment();
  const memories = new Map(first.map((manifest) => [manifest, buildMemory()]));
  const isAlone = find === undefined && first.length === 1;
  const reporter = rebuildReporter(options, { isAlone, clock: () => new Date() });
  const building: BuildIssuesOptions = {
    ...options,
    report: reporter.report,
    held: { environment, memoryOf: (manifest) => memories.get(manifest) },
    onRead: (madeOf) => watching.add(madeOf),
  };
  // Watching begins before the first build, so that no change made meanwhile goes unseen.
  const watching = watchPlaces(foldersOf(first), { note: (path) => follower.note(path) });
  const takeChanges = () => {
    const { appeared, gone } = issues.take();
    if (appeared.length + gone.length === 0) return;
    for (const manifest of gone) memories.delete(manifest);
    for (const manifest of appeared) memories.set(manifest, buildMemory());
    reporter.come({ appeared, gone });
    watching.keep(foldersOf(issues.manifests()));
  };
  const follower = followChanges(async (changed) => {
    reporter.begin([...changed].map((path) => withSlashes(relative(here, path))));
    if (find !== undefined) takeChanges();
    if (await buildTelling(issues.manifests(), building)) reporter.end();
  });
  const stopLooking =
    find === undefined
      ? undefined
      : SYSTEM_CLOCK.every(LOOK_MILLISECONDS, () => noteChanges(issues, follower.note));
  const begun = Promise.all([watching.ready, follower.first]).then(() => {
    say(options.language, "正在等待修改，按 Ctrl+C 结束。", "Waiting for changes; press Ctrl+C to stop.");
    watching.hold();
  });
  const failed = await Promise.race([Promise.all([begun, ended]).then(() => undefined), watching.exhausted]);
  stopLooking?.();
  await follower.end();
  await watching.close();
  if (failed !== undefined) throw failed;
  return 0;
}

const foldersOf = (manifests: readonly string[]): readonly string[] => [
  ...new Set(manifests.map((manifest) => resolve(folderOf(manifest)))),
];

function noteChanges(issues: FollowedIssues, note: (path: string) => void): void {
  const { appeared, gone } = issues.look();
  for (const manifest of [...appeared, ...gone]) note(resolve(manifest));
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
