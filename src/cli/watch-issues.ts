/**
 * `bulletin build --watch`: builds, then builds again whenever a file of the bulletin changes.
 * Changes that come together make one build; a change during a build makes one more behind it.
 */
import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { printableLines } from "../diagnostics/printable.js";
import { folderOf } from "../read/workspace.js";
import { type BuildIssuesOptions, buildIssues } from "./build-issues.js";

/** Editors write a file in several steps; waiting this long sees them as one. */
const SETTLE_MILLISECONDS = 30;
/** A watch takes hold a moment after it is said to be ready; this much later it surely has. */
const HOLD_MILLISECONDS = 200;

/** Ends when the process is told to (Ctrl+C). @returns the exit code */
export async function watchIssues(
  manifests: readonly string[],
  options: BuildIssuesOptions,
): Promise<number> {
  // From the start: Ctrl+C during the first build lets it finish its files.
  const ended = new Promise<void>((end) => {
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
  });
  const folders = [...new Set(manifests.map((manifest) => resolve(folderOf(manifest))))];
  const houses = folders.flatMap((folder) => [
    resolve(folder, "../bulletin.yaml"),
    resolve(folder, "../../bulletin.yaml"),
  ]);
  // Watching begins before the first build, so that no change made meanwhile goes unseen.
  const watcher = watch([...folders, ...houses], {
    ignoreInitial: true,
    ignored: (path) => isIgnored(path, folders),
  });
  const ready = new Promise<void>((settle) => {
    watcher.once("ready", settle);
  });
  const building: BuildIssuesOptions = { ...options, onRead: (paths) => watcher.add(ownPlaces(paths)) };
  const started = Date.now();
  let running = buildTelling(manifests, building);
  let timer: NodeJS.Timeout | undefined;
  const buildSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => buildTelling(manifests, building));
    }, SETTLE_MILLISECONDS);
  };
  watcher.on("all", (_event, path) => {
    if (SOURCES.test(path)) buildSoon();
  });
  await Promise.all([ready, running]);
  tell(options.language, "正在等待修改，按 Ctrl+C 结束。", "Waiting for changes; Ctrl+C ends it.");
  const holding = setTimeout(() => {
    if (timer === undefined && hasChangedSince(started, watcher)) buildSoon();
  }, HOLD_MILLISECONDS);
  await ended;
  clearTimeout(holding);
  clearTimeout(timer);
  await running;
  await watcher.close();
  return 0;
}

/** The texts outside an issue's folder that it was made of: the house rules, and the folder of its own template. */
function ownPlaces(paths: Iterable<string>): string[] {
  const places = [...paths].map((path) => (/(^|\/)template\.yaml$/.test(path) ? folderOf(path) : path));
  return places.map((path) => resolve(path)).filter((path) => existsSync(path));
}

/**
 * Files that an edition is made of: copy, pictures, templates, fonts. Whatever else is written
 * beside them (a log of this very command, say) builds nothing.
 */
const SOURCES = /\.(ya?ml|md|markdown|png|jpe?g|css|ttf|otf|ttc)$|[/\\]page\.html$/i;

/** Editions, and hidden folders within a bulletin; the bulletin itself may lie in a hidden one. */
function isIgnored(path: string, folders: readonly string[]): boolean {
  const folder = folders.find((each) => path.startsWith(each));
  const within = folder === undefined ? basename(path) : path.slice(folder.length);
  return IGNORED.test(within);
}

const IGNORED = /(^|[/\\])(node_modules|\.[^/\\.][^/\\]*)([/\\]|$)|\.(docx|pdf|tmp)$/;

/** True where a source was written after a moment, whether or not its watch saw it. */
function hasChangedSince(moment: number, watcher: FSWatcher): boolean {
  return Object.entries(watcher.getWatched()).some(([folder, names]) =>
    names
      .filter((name) => SOURCES.test(name))
      .some((name) => (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) > moment),
  );
}

/** Trouble with the disk is told and waited out: the next change tries again. */
async function buildTelling(manifests: readonly string[], options: BuildIssuesOptions): Promise<void> {
  try {
    await buildIssues(manifests, options);
  } catch (fault) {
    if (!(fault instanceof EnvironmentError)) throw fault;
    const { problem, remedy } = fault;
    tell(options.language, `${problem.zh}\n  → ${remedy.zh}`, `${problem.en}\n  → ${remedy.en}`);
  }
}

function tell(language: Language, zh: string, en: string): void {
  process.stderr.write(`${printableLines(language === "zh" ? zh : en)}\n`);
}
