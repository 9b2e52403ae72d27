/**
 * `bulletin undo`: brings back what the last run of `lint --fix` or change of the preview replaced, and the run before that when called
 * again. A file that changed since is not touched unless it is forced, and then its present text is kept.
 */
import { realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable, printableLines } from "../../diagnostics/printable.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { entryAt } from "../../disk/file-facts.js";
import { forget, HISTORY_FOLDER, type HistoryEntry, readHistory } from "./fix-history.js";
import { restoreRun, type Standing, type Step, stepOf } from "./restore-run.js";
import { shownPath } from "./shown-path.js";

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
  const steps = entries.map((entry) => stepOf(home, entry));
  // What stands as it was needs nothing: an undo that was interrupted, or a run that never wrote.
  const index = steps.findIndex(({ files }) => files.some(({ state }) => state !== "as-before"));
  const step = steps[index];
  if (step === undefined) throw nothingToUndo(folder);
  if (options.dryRun === true) await showStep(step, options);
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

function restore(home: string, step: Step, options: UndoOptions): void {
  const outcome = restoreRun(home, step, { force: options.force === true });
  if (!outcome.isDone) throw changedSince(outcome.changed);
  for (const { path } of outcome.replaced)
    tell(options, `已改回 ${shownPath(path)}`, `restored ${shownPath(path)}`);
  for (const { path } of outcome.removed)
    tell(options, `已删去 ${shownPath(path)}`, `removed ${shownPath(path)}`);
  for (const { path, file, state } of step.files) {
    if (state === "changed" && file.before === undefined) {
      tell(
        options,
        `${shownPath(path)} 导入之后又有改动，没有删去。`,
        `${shownPath(path)} has changed since it was imported, and was not removed.`,
      );
    }
    if (state === "refused") {
      tell(
        options,
        `${shownPath(path)} 是链接或不能替换，没有改回。`,
        `${shownPath(path)} is a link or cannot be replaced, and was not restored.`,
      );
    }
  }
  if (outcome.hasKept) {
    tell(
      options,
      "被覆盖的内容也已留底，再运行一次 bulletin undo 即可换回。",
      "What was overwritten has been kept, too: run bulletin undo again to restore it.",
    );
  }
}

/** A diff from what stands there now to what would be brought back. */
async function showStep({ files }: Step, options: UndoOptions): Promise<void> {
  const { printDiff } = await import("../../diagnostics/print-diff.js");
  const patch = files
    .flatMap(({ path, file, now }) =>
      now === undefined || file.before === undefined
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
  for (const { path, file, now } of files) {
    if (file.before === undefined && now !== undefined)
      tell(options, `会删去 ${shownPath(path)}`, `would remove ${shownPath(path)}`);
  }
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

function tell({ language }: UndoOptions, zh: string, en: string): void {
  process.stderr.write(`${language === "zh" ? zh : en}\n`);
}

const nothingToUndo = (folder: string) =>
  new EnvironmentError(
    {
      zh: `没有可以改回的文件了（${shownPath(resolve(folder))}）。`,
      en: `There is nothing to undo in “${shownPath(resolve(folder))}”.`,
    },
    {
      zh: "只有 bulletin lint --fix 或在预览页面上改过、导入的文件才能改回。请在简报的文件夹里运行，或写出它的路径。",
      en: "Only what bulletin lint --fix changed, or was changed or imported in the preview, can be undone. Run it in the bulletin's folder, or give that folder.",
    },
  );

const changedSince = (files: readonly Standing[]) => {
  const names = files.map(({ path }) => shownPath(path));
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
