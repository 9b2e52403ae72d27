/**
 * `bulletin undo`: brings back what the last run of `lint --fix` or change of the preview replaced, and the run before
 * that when called again. A file that changed since is not touched unless it is forced, and then its present text is
 * kept. How runs are listed and why one is refused: print-kept-runs.ts, undo-refusal.ts.
 */
import { realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printableLines } from "../../diagnostics/printable.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { entryAt } from "../../disk/file-facts.js";
import { forget, HISTORY_FOLDER, readHistory } from "./fix-history.js";
import { printKeptRuns } from "./print-kept-runs.js";
import { changedOf, fateOf, isKeptByHand, restoreRun, type Step, stepOf } from "./restore-run.js";
import { shownPath } from "./shown-path.js";
import { changedSince, nothingToUndo } from "./undo-refusal.js";

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
    process.stdout.write(printKeptRuns(entries, options.language));
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
  if (!outcome.isDone) throw changedSince(step.files);
  for (const { path } of outcome.replaced)
    tell(options, `已改回 ${shownPath(path)}`, `restored ${shownPath(path)}`);
  for (const { path } of outcome.removed)
    tell(options, `已删去 ${shownPath(path)}`, `removed ${shownPath(path)}`);
  for (const standing of step.files) {
    const { path, state } = standing;
    if (isKeptByHand(standing)) {
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
  for (const standing of files) {
    const name = shownPath(standing.path);
    if (fateOf(standing) === "removed") tell(options, `会删去 ${name}`, `would remove ${name}`);
    if (isKeptByHand(standing)) {
      tell(
        options,
        `${name} 导入之后又有改动，不会删去。`,
        `${name} has changed since it was imported, and would not be removed.`,
      );
    }
  }
  const changed = changedOf(files);
  if (changed.length === 0 || options.force === true) return;
  if (files.every((standing) => fateOf(standing) === "left")) return;
  const names = changed.map(({ path }) => shownPath(path));
  tell(
    options,
    `这一步之后，${names.join("、")} 又有改动：加 --force 才会这样做。`,
    `${names.join(", ")} ${names.length === 1 ? "has" : "have"} changed since: this is only done with --force.`,
  );
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function tell({ language }: UndoOptions, zh: string, en: string): void {
  process.stderr.write(`${language === "zh" ? zh : en}\n`);
}
