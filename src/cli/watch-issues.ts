/**
 * `bulletin build --watch`: builds, then builds again whenever a file of the bulletin changes.
 * When a change is built is for follow-changes.ts to say, what is said of it for tell-rebuilds.ts;
 * what is watched, for this file.
 */
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { buildMemory } from "../build-memory.js";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { printable, printableLines } from "../diagnostics/printable.js";
import { folderOf } from "../read/workspace.js";
import { type BuildIssuesOptions, buildIssues } from "./build-issues.js";
import type { MadeOf } from "./build-outcome.js";
import { diskEnvironment } from "./disk-environment.js";
import { withSlashes } from "./disk-workspace.js";
import { followChanges } from "./follow-changes.js";
import { EXIT_TROUBLE } from "./tell-fault.js";
import { rebuildTeller } from "./tell-rebuilds.js";

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
    // Nobody reads any longer what is told.
    process.stdout.once("error", end);
  });
  const folders = [...new Set(manifests.map((manifest) => resolve(folderOf(manifest))))];
  const houses = folders.flatMap((folder) => [
    resolve(folder, "../bulletin.yaml"),
    resolve(folder, "../../bulletin.yaml"),
  ]);
  // Watching begins before the first build, so that no change made meanwhile goes unseen.
  const places: WatchedPlaces = { folders, elsewhere: new Set(), fontFolders: new Set() };
  const watcher = watch([...folders, ...houses], {
    ignoreInitial: true,
    ignored: (path) => isIgnored(path, places),
  });
  const ready = new Promise<void>((settle) => {
    watcher.once("ready", settle);
  });
  const environment = diskEnvironment();
  const memories = new Map(manifests.map((manifest) => [manifest, buildMemory()]));
  const teller = rebuildTeller(options, { isAlone: manifests.length === 1, clock: () => new Date() });
  const building: BuildIssuesOptions = {
    ...options,
    tell: teller.tell,
    held: { environment, memoryOf: (manifest) => memories.get(manifest) },
    onRead: (madeOf) => watcher.add(newPlaces(madeOf, places)),
  };
  const started = Date.now();
  const follower = followChanges(async (changed) => {
    teller.begin([...changed].map((path) => withSlashes(relative(process.cwd(), path))));
    if (await buildTelling(manifests, building)) teller.end();
  });
  watcher.on("all", (_event, path) => {
    // Gone, it is no longer watched, and is to be again when it comes back.
    if (!existsSync(path)) places.elsewhere.delete(path);
    if (SOURCES.test(path)) follower.note(path);
  });
  await Promise.all([ready, follower.first]);
  tell(options.language, "正在等待修改，按 Ctrl+C 结束。", "Waiting for changes; Ctrl+C ends it.");
  const holding = setTimeout(() => {
    for (const path of changedSince(started, watcher)) follower.note(path);
  }, HOLD_MILLISECONDS);
  await ended;
  clearTimeout(holding);
  await follower.end();
  await watcher.close();
  return 0;
}

/** All by absolute path. */
interface WatchedPlaces {
  /** of the issues themselves */
  readonly folders: readonly string[];
  /** what they are made of besides */
  readonly elsewhere: Set<string>;
  readonly fontFolders: Set<string>;
}

/** @returns what is to be watched from now on: files, the whole folder of an own template, folders of fonts */
function newPlaces(madeOf: MadeOf, { folders, elsewhere, fontFolders }: WatchedPlaces): string[] {
  for (const folder of madeOf.fontFolders) fontFolders.add(resolve(folder));
  const files = madeOf.files.map((path) => (/(^|\/)template\.yaml$/.test(path) ? folderOf(path) : path));
  const fresh = [...files, ...madeOf.fontFolders]
    .map((path) => resolve(path))
    .filter((path) => !elsewhere.has(path) && existsSync(path))
    .filter((path) => !folders.some((folder) => path.startsWith(`${folder}${sep}`)));
  for (const path of fresh) elsewhere.add(path);
  return fresh;
}

/**
 * Files that an edition is made of: copy, pictures, templates, fonts. Whatever else is written
 * beside them (a log of this very command, say) builds nothing.
 */
const SOURCES = /\.(ya?ml|md|markdown|png|jpe?g|css|ttf|otf|ttc|otc)$|[/\\]page\.html$/i;

/** Editions, and hidden folders within a bulletin; the bulletin itself may lie in a hidden one. */
function isIgnored(path: string, { folders, elsewhere, fontFolders }: WatchedPlaces): boolean {
  const folder = folders.find((each) => path.startsWith(each));
  if (folder !== undefined) return IGNORED.test(path.slice(folder.length));
  if (elsewhere.has(path)) return false;
  // All fonts of a system may lie below a folder of fonts, which is asked for its own files alone.
  return fontFolders.has(dirname(path)) ? !FONT.test(path) : IGNORED.test(basename(path));
}

const FONT = /\.(ttf|otf|ttc|otc)$/i;
const IGNORED = /(^|[/\\])(node_modules|\.[^/\\.][^/\\]*)([/\\]|$)|\.(docx|pdf|tmp)$/;

/** @returns the sources written after a moment, whether or not their watch saw it */
function changedSince(moment: number, watcher: FSWatcher): string[] {
  return Object.entries(watcher.getWatched()).flatMap(([folder, names]) =>
    names
      .filter((name) => SOURCES.test(name))
      .map((name) => join(folder, name))
      .filter((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > moment),
  );
}

/**
 * Trouble with the disk is told and waited out: the next change tries again.
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
    tell(options.language, zh ?? "", en ?? "");
    return false;
  }
}

function tell(language: Language, zh: string, en: string): void {
  process.stderr.write(`${printableLines(language === "zh" ? zh : en)}\n`);
}
