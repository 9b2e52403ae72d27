/**
 * `bulletin undo`: brings back what the last run of `lint --fix` replaced, and the run before that when called
 * again. A file that changed since is not touched unless it is forced, and then its present text is kept.
 */
import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable, printableLines } from "../../diagnostics/printable.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { entryAt } from "../../disk/file-facts.js";
import { isReadOnly, readOnly } from "../../disk/read-only.js";
import { writeFiles } from "../../disk/write-files.js";
import { forget, HISTORY_FOLDER, type HistoryEntry, keepRun, readHistory } from "./fix-history.js";
import { digestOf, type HistoryFile } from "./history-record.js";

export interface UndoOptions {
  readonly language: Language;
  readonly list?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

/** @param folder a bulletin, or anything in it. @returns the exit code */
export async function runUndo(folder: string, options: UndoOptions): Promise<number> {
  const home = findHome(folder);
  const { entries, unreadable } = home === undefined ? { entries: [], unreadable: [] } : readHistory(home);
  for (const name of unreadable) {
    tell(
      options,
      `${HISTORY_FOLDER}/${name} 无法读取，没有使用。`,
      `${HISTORY_FOLDER}/${name} cannot be read and was ignored.`,
    );
  }
  if (home === undefined || entries.length === 0) throw nothingToUndo(folder);
  if (options.list === true) {
    process.stdout.write(entries.map((entry, index) => listed(entry, index, options)).join(""));
    return 0;
  }
  const steps = entries.map((entry) => ({
    entry,
    files: entry.record.files.map((file) => standingOf(home, file)),
  }));
  // What stands as it was needs nothing: an undo that was interrupted, or a run that never wrote.
  const index = steps.findIndex(({ files }) => files.some(({ state }) => state !== "as-before"));
  const step = steps[index];
  if (step === undefined) throw nothingToUndo(folder);
  if (options.dryRun === true) await showStep(step);
  else {
    restore(home, step, options);
    // What was left alone can be had back once nothing stands in its way: its record stays.
    const isDone = step.files.every(({ state }) => state !== "refused");
    for (const { entry } of steps.slice(0, isDone ? index + 1 : index)) forget(entry.path);
    if (!isDone) return EXIT_LEFT_ALONE;
    const left = steps.length - index - 1;
    if (left > 0)
      tell(
        options,
        `还可以再往前改回 ${left} 次。`,
        `${left} earlier ${left === 1 ? "run" : "runs"} can be undone, too.`,
      );
  }
  return 0;
}

/** Something was brought back, and something was not. */
const EXIT_LEFT_ALONE = 1;

/** The nearest folder upwards that has a history. */
function findHome(start: string): string | undefined {
  const path = resolve(start);
  const facts = entryAt(path);
  if (facts === undefined) {
    throw new EnvironmentError(
      { zh: `找不到“${start}”。`, en: `“${start}” does not exist.` },
      { zh: "请检查路径是否正确。", en: "Check the path." },
    );
  }
  let folder = realpathSync(facts.isFile() ? dirname(path) : path);
  for (;;) {
    const history = entryAt(join(folder, HISTORY_FOLDER));
    if (history?.isDirectory() === true) return folder;
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

interface Standing {
  readonly file: HistoryFile;
  /** absolute */
  readonly path: string;
  /** what stands there now; undefined where there is no file that may be replaced */
  readonly now: Uint8Array | undefined;
  readonly state: "as-left" | "as-before" | "changed" | "missing" | "refused";
}

interface Step {
  readonly entry: HistoryEntry;
  readonly files: readonly Standing[];
}

/** Only a regular file that lies where its path says, through no link, is looked at. */
function standingOf(home: string, file: HistoryFile): Standing {
  const path = join(home, ...file.path.split("/"));
  const at = { file, path, now: undefined };
  try {
    const facts = lstatSync(path, { throwIfNoEntry: false });
    if (facts === undefined) {
      return { ...at, state: realpathSync(dirname(path)) === dirname(path) ? "missing" : "refused" };
    }
    if (!facts.isFile() || realpathSync(path) !== path) return { ...at, state: "refused" };
    const now = readFileSync(path);
    const digest = digestOf(now);
    if (digest === digestOf(file.before)) return { ...at, now, state: "as-before" };
    return { ...at, now, state: digest === file.after ? "as-left" : "changed" };
  } catch {
    return { ...at, state: "refused" };
  }
}

function restore(home: string, { files }: Step, options: UndoOptions): void {
  const changed = files.filter(
    ({ state }) => state === "changed" || state === "missing" || state === "refused",
  );
  if (changed.length > 0 && options.force !== true) throw changedSince(changed);
  const replaced = files.filter(({ state }) => state !== "as-before" && state !== "refused");
  if (replaced.length === 0) throw changedSince(changed);
  const locked = replaced.find(({ path }) => isReadOnly(path));
  if (locked !== undefined) throw readOnly(shown(locked.path));
  const overwritten = changed.flatMap(({ file, now }) =>
    now === undefined ? [] : [{ path: file.path, before: now, after: digestOf(file.before) }],
  );
  const kept =
    overwritten.length === 0
      ? undefined
      : keepRun(home, { at: new Date().toISOString(), files: overwritten }, NOT_BROUGHT_BACK);
  try {
    writeFiles(replaced.map(({ path, file }) => ({ path, bytes: file.before })));
  } catch (fault) {
    if (kept !== undefined) forget(kept);
    throw fault;
  }
  for (const { path } of replaced) tell(options, `已改回 ${shown(path)}`, `restored ${shown(path)}`);
  for (const { path, state } of files) {
    if (state === "refused") {
      tell(
        options,
        `${shown(path)} 是链接或不能替换，没有改回。`,
        `${shown(path)} is a link or cannot be replaced, and was not restored.`,
      );
    }
  }
  if (kept !== undefined) {
    tell(
      options,
      "被覆盖的内容也已留底，再运行一次 bulletin undo 即可换回。",
      "What was overwritten has been kept, too: run bulletin undo again to restore it.",
    );
  }
}

const NOT_BROUGHT_BACK: Message = { zh: "没有改回任何文件", en: "Nothing was restored" };

/** A diff from what stands there now to what would be brought back. */
async function showStep({ files }: Step): Promise<void> {
  const { printDiff } = await import("../../diagnostics/print-diff.js");
  const patch = files
    .flatMap(({ path, file, now }) =>
      now === undefined
        ? []
        : [
            printDiff(withSlashes(relative(process.cwd(), path)), {
              before: textOf(now),
              after: textOf(file.before),
            }),
          ],
    )
    .join("");
  process.stdout.write(process.stdout.isTTY ? printableLines(patch) : patch);
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Names shown of a run; its others are counted. */
const MOST_NAMES = 5;

function listed({ record: { at, files } }: HistoryEntry, index: number, { language }: UndoOptions): string {
  const names = files.slice(0, MOST_NAMES).map(({ path }) => printable(path));
  const more = files.length - names.length;
  const when = localTime(at);
  if (language === "zh") {
    return `${index + 1}  ${when}  改了 ${files.length} 个文件：${names.join("、")}${more > 0 ? " 等" : ""}\n`;
  }
  return `${index + 1}  ${when}  ${files.length} ${files.length === 1 ? "file" : "files"}: ${names.join(", ")}${more > 0 ? ", …" : ""}\n`;
}

/** To the minute, on this machine's clock. */
function localTime(at: string): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

const shown = (path: string): string => printable(withSlashes(relative(process.cwd(), path) || path));

function tell({ language }: UndoOptions, zh: string, en: string): void {
  process.stderr.write(`${language === "zh" ? zh : en}\n`);
}

const nothingToUndo = (folder: string) =>
  new EnvironmentError(
    {
      zh: `没有可以改回的文件了（${shown(resolve(folder))}）。`,
      en: `There is nothing to undo in “${shown(resolve(folder))}”.`,
    },
    {
      zh: "只有 bulletin lint --fix 改过的文件才能改回。请在简报的文件夹里运行，或写出它的路径。",
      en: "Only changes made by bulletin lint --fix can be undone. Run it in the bulletin's folder, or give that folder.",
    },
  );

const changedSince = (files: readonly Standing[]) => {
  const names = files.map(({ path }) => shown(path));
  return new EnvironmentError(
    {
      zh: `没有改回任何文件：自动改正之后，${names.join("、")} 又有改动。`,
      en: `Nothing was restored: ${names.join(", ")} ${names.length === 1 ? "has" : "have"} changed since.`,
    },
    {
      zh: "可用 bulletin undo --dry-run 查看会改回什么；确要改回，请加 --force，现有的内容会另留一份。",
      en: "Use bulletin undo --dry-run to see what it would do; add --force to do it, keeping a copy of the present contents.",
    },
  );
};
