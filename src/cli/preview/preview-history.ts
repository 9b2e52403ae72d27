/** What can be undone from the page: the runs kept beside the bulletin that touched this issue, whoever made them. */
import { realpathSync } from "node:fs";
import { basename, relative, sep } from "node:path";
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { realPlace } from "../../disk/stay-inside.js";
import type { HistoryState } from "../../preview/protocol.js";
import { findHouse, findRoot } from "../../read/find-house.js";
import { folderOf, type Workspace } from "../../read/workspace.js";
import { forget, type HistoryEntry, readHistory } from "../history/fix-history.js";
import { isUndone, restoreRun, stepOf } from "../history/restore-run.js";
import { shownPath } from "../history/shown-path.js";
import { type RefusedChange, refuse } from "./refused-change.js";

export interface PreviewHistory {
  readonly list: () => readonly HistoryState[];
  /** @returns paths of the files that were brought back, absolute */
  readonly undo: (id: string) => { readonly restored: readonly string[] } | RefusedChange;
}

export interface HistorySurroundings {
  /** one that starts in the current folder */
  readonly workspace: Workspace;
  readonly language: Language;
  /** @returns workspace paths of what the issue is made of */
  readonly sources: () => Iterable<string>;
}

export function previewHistory(
  manifest: string,
  { workspace, language, sources }: HistorySurroundings,
): PreviewHistory {
  /** None where the folder has gone: there is nothing to undo there. */
  const open = (): { readonly home: string; readonly entries: readonly HistoryEntry[] } | undefined => {
    try {
      const folder = folderOf(manifest);
      const home = realpathSync(findRoot(folder, findHouse(folder, workspace), workspace));
      const own = withSlashes(relative(home, realpathSync(folder)));
      const listed = new Set([...sources()].map((path) => realPlace(path)));
      // Of this issue, of the house rules beside it, or of an item that lies elsewhere in the bulletin.
      const isOwn = (path: string) =>
        own === "" ||
        path.startsWith(`${own}/`) ||
        !path.includes("/") ||
        listed.has(`${withSlashes(home)}/${path}`);
      const entries = readHistory(home).entries.filter(({ record }) =>
        record.files.every(({ path, before }) => isOwn(path) || (before === undefined && isInInbox(path))),
      );
      return { home, entries };
    } catch {
      return undefined;
    }
  };
  return {
    list() {
      const { home = "", entries = [] } = open() ?? {};
      return entries
        .filter((entry) => !isUndone(home, entry))
        .map(({ path, record: { at, label, files } }) => ({
          id: recordId(path),
          label: label ?? FILES[language](files.map((file) => printable(file.path.split("/").join(sep)))),
          at,
        }));
    },
    undo(id) {
      const { home = "", entries = [] } = open() ?? {};
      const entry = entries.find(({ path }) => recordId(path) === id);
      if (entry === undefined) return refuse(GONE);
      const outcome = restoreRun(home, stepOf(home, entry), { force: false });
      if (!outcome.isDone) return refuse(changedSince(outcome.changed.map(({ path }) => shownPath(path))));
      forget(entry.path);
      return { restored: [...outcome.replaced, ...outcome.removed].map(({ path }) => path) };
    },
  };
}

/** Where an import puts what came in. */
const isInInbox = (path: string): boolean => path.startsWith("inbox/");

/** @param record path of a kept run; @returns what the page calls it */
export const recordId = (record: string): string => basename(record);

/** Files named of a run; the others are counted. */
const FILES_NAMED = 3;

const FILES = {
  zh: (paths: readonly string[]) =>
    `自动改正 ${paths.slice(0, FILES_NAMED).join("、")}${paths.length > FILES_NAMED ? ` 等 ${paths.length} 个文件` : ""}`,
  en: (paths: readonly string[]) =>
    `Fixes in ${paths.slice(0, FILES_NAMED).join(", ")}${paths.length > FILES_NAMED ? ` and others, ${paths.length} files` : ""}`,
};

const GONE = {
  problem: {
    zh: "这一步已经撤销过，或留底已经不在了。",
    en: "This has been undone already, or is no longer kept.",
  },
  remedy: { zh: "请看现在能撤销哪几步。", en: "See what can be undone now." },
};

const changedSince = (names: readonly string[]): { readonly problem: Message; readonly remedy: Message } =>
  names.length === 0
    ? GONE
    : {
        problem: {
          zh: `没有撤销：这一步之后，${names.join("、")} 又有改动。`,
          en: `Nothing was undone: ${names.join(", ")} ${names.length === 1 ? "has" : "have"} changed since.`,
        },
        remedy: {
          zh: "请先撤销之后的改动；要保留它们，请在编辑器里改回这一处。",
          en: "Undo the later changes first; to keep them, take this one back in an editor.",
        },
      };
