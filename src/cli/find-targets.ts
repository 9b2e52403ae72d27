/**
 * Turns the paths of a command line into what they stand for: issues by their manifests,
 * submissions by their item files. A path that stands for nothing is an EnvironmentError with the
 * remedy, exit code 2.
 */
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import { isUnreadableName, UNREADABLE_NAME_HELP } from "../diagnostics/unreadable-name.js";
import { withSlashes } from "../disk/disk-workspace.js";
import type { LintTarget } from "../lint.js";
import { steadyWorkspace } from "../read/steady-workspace.js";
import { isMedia, isUnread, isUnreadItem } from "../read/unread-file.js";
import { isInside, joinPath, NOT_A_FILE, type Workspace } from "../read/workspace.js";

export const MANIFEST = "issue.yaml";
const ISSUES_FOLDER = "issues";

/** @returns manifests and item files, in the order of the paths, each once */
export function findLintTargets(paths: readonly string[], workspace: Workspace): readonly LintTarget[] {
  // Where a folder really is, is asked for each file in it.
  const steady = steadyWorkspace(workspace);
  const targets = (paths.length === 0 ? ["."] : paths).flatMap((path) => targetsAt(path, steady));
  return unique(targets);
}

/**
 * @param all also take every issue under `issues/` of a folder
 * @returns workspace paths of manifests
 */
export function findManifests(
  paths: readonly string[],
  { workspace, all }: { workspace: Workspace; all: boolean },
): readonly string[] {
  const found = (paths.length === 0 ? ["."] : paths).flatMap((path) => manifestsAt(path, workspace, all));
  return [...new Set(found)];
}

function targetsAt(path: string, workspace: Workspace): LintTarget[] {
  const clean = joinPath("", withSlashes(path));
  if (/\.ya?ml$/i.test(clean) && isFile(clean, workspace)) return [{ kind: "issue", path: clean }];
  if (/\.(md|markdown)$/i.test(clean) && isFile(clean, workspace))
    return [{ kind: "submission", path: clean }];
  const names = workspace.listFolder(clean);
  if (names === undefined) {
    if (!isFile(clean, workspace)) throw nothingThere(path, workspace);
    if (isPipeOrDevice(clean, workspace)) throw notReadable(path);
    return [{ kind: "manuscript", path: clean }];
  }
  if (names.includes(MANIFEST)) return [{ kind: "issue", path: joinPath(clean, MANIFEST) }];
  const issues = issuesUnder(clean, workspace);
  if (issues.length > 0) return issues.map((manifest) => ({ kind: "issue", path: manifest }));
  const isCalled = callsOf(names.filter(isItem), clean, workspace);
  const unread = names.filter(
    (name) =>
      isPassedOver(name, clean, workspace) ||
      (isLoose(name, names, { folder: clean, workspace }) && !isCalled(name)),
  );
  if (!names.some(isItem) && unread.length === 0) throw emptyFolder(path);
  return names.flatMap((name): readonly LintTarget[] => {
    const place = joinPath(clean, name.replace(/\/$/, ""));
    if (isItem(name)) return [asSubmission(place, clean, workspace)];
    if (!unread.includes(name)) return [];
    return name.endsWith("/") || isMedia(name)
      ? [{ kind: "passed-over", path: place }]
      : [asManuscript(place, clean, workspace)];
  });
}

const isItem = (name: string): boolean => /\.(md|markdown)$/i.test(name) && !/^readme\b/i.test(name);

/** A file that cannot be read, or a folder that holds items or such files. */
function isPassedOver(name: string, folder: string, workspace: Workspace): boolean {
  if (!name.endsWith("/")) return isUnread(name);
  if (/^\.|^(?:dist|node_modules)\/$/.test(name)) return false;
  const inside = workspace.listFolder(joinPath(folder, name.slice(0, -1)));
  // One that may not be opened is told as such.
  return inside?.some((one) => isItem(one) || isUnreadItem(one)) ?? true;
}

interface Within {
  readonly folder: string;
  readonly workspace: Workspace;
}

/** A photo, and beside submissions a folder of photos: that no item was made of it is told, as import tells it. */
function isLoose(name: string, names: readonly string[], { folder, workspace }: Within): boolean {
  if (!name.endsWith("/")) return isMedia(name);
  if (/^\.|^(?:dist|node_modules)\/$/.test(name)) return false;
  if (!names.some((one) => isItem(one) || isUnreadItem(one))) return false;
  return (workspace.listFolder(joinPath(folder, name.slice(0, -1))) ?? []).some(isMedia);
}

/** Far more than an item has. */
const MOST_ITEM_BYTES = 1024 * 1024;

/** @returns what tells whether an item of the folder names a file or a folder in it; read only where that is asked */
function callsOf(items: readonly string[], folder: string, workspace: Workspace): (name: string) => boolean {
  let texts: readonly string[] | undefined;
  return (name) => {
    texts ??= items.map((item) => {
      const content = workspace.readFile(joinPath(folder, item), { maxBytes: MOST_ITEM_BYTES });
      return content.state === "found" ? new TextDecoder().decode(content.bytes) : "";
    });
    return texts.some((text) => text.includes(name) || text.includes(encodeURI(name)));
  };
}

/** As `asSubmission`, for a file that is not Markdown. */
export const asManuscript = (path: string, folder: string, workspace: Workspace): LintTarget => {
  const target = asSubmission(path, folder, workspace);
  return target.kind === "submission" ? { kind: "manuscript", path } : target;
};

/** What a folder brings along may not lead out of it; what is named in the command line may. */
export function asSubmission(path: string, folder: string, workspace: Workspace): LintTarget {
  const real = workspace.realPath(path);
  const realFolder = workspace.realPath(folder);
  const isHeld = real === undefined || realFolder === undefined || isInside(real, realFolder);
  return { kind: isHeld ? "submission" : "leads-out", path };
}

function manifestsAt(path: string, workspace: Workspace, all: boolean): string[] {
  const clean = joinPath("", withSlashes(path));
  if (isFile(clean, workspace)) {
    if (/\.ya?ml$/i.test(clean)) return [clean];
    throw notAManifest(path);
  }
  const names = workspace.listFolder(clean);
  if (names === undefined) throw nothingThere(path, workspace);
  const own = names.includes(MANIFEST) ? [joinPath(clean, MANIFEST)] : [];
  const issues = issuesUnder(clean, workspace);
  if (all && own.length + issues.length > 0) return [...own, ...issues];
  if (own.length > 0) return own;
  // Of the only one there is no doubt.
  if (issues.length === 1) return issues;
  throw issues.length > 0 ? severalIssues(path, issues) : noManifest(path);
}

/** Issues under `issues/` of the folder; where there are none, those in the folder itself. */
export function issuesUnder(folder: string, workspace: Workspace): string[] {
  const under = issuesIn(joinPath(folder, ISSUES_FOLDER), workspace);
  return under.length > 0 ? under : issuesIn(folder, workspace);
}

function issuesIn(folder: string, workspace: Workspace): string[] {
  const folders = (workspace.listFolder(folder) ?? [])
    .filter((name) => name.endsWith("/"))
    .map((name) => joinPath(folder, name.slice(0, -1)));
  const holdsManifest = (place: string) => {
    const { state } = workspace.readFile(joinPath(place, MANIFEST), {
      maxBytes: Number.POSITIVE_INFINITY,
      headBytes: 0,
    });
    // Of a folder that may not be opened nobody knows what it holds.
    return state === "found" || (state === "refused" && workspace.listFolder(place) !== undefined);
  };
  // Beside issues another is one too, as far as can be seen: what reads it tells that its name is in the way.
  const isInTheWay = (place: string) => isUnreadableName(place) && workspace.realPath(place) === undefined;
  const isAmongIssues = folder.split("/").at(-1) === ISSUES_FOLDER || folders.some(holdsManifest);
  return folders
    .filter((place) => holdsManifest(place) || (isAmongIssues && isInTheWay(place)))
    .map((place) => joinPath(place, MANIFEST));
}

export function isFile(path: string, workspace: Workspace): boolean {
  const { state } = workspace.readFile(path, { maxBytes: Number.POSITIVE_INFINITY, headBytes: 0 });
  return state === "found" || state === "refused";
}

function isPipeOrDevice(path: string, workspace: Workspace): boolean {
  const content = workspace.readFile(path, { maxBytes: Number.POSITIVE_INFINITY, headBytes: 0 });
  return content.state === "refused" && content.reason === NOT_A_FILE;
}

export function unique(targets: readonly LintTarget[]): LintTarget[] {
  return [...new Map(targets.map((target) => [target.path, target])).values()];
}

function nothingThere(path: string, workspace: Workspace): EnvironmentError {
  if (isUnreadableName(path)) {
    return new EnvironmentError(
      {
        zh: `打不开“${path}”：它的路径里有不是 UTF-8 编码的名字，显示为“\ufffd”。`,
        en: `“${path}” cannot be opened: a name in its path is not UTF-8 and shows as “\ufffd”.`,
      },
      UNREADABLE_NAME_HELP,
    );
  }
  return workspace.realPath(".") === undefined ? nowhere() : notFound(path);
}

const nowhere = () =>
  new EnvironmentError(
    {
      zh: "打不开当前文件夹：它的路径里有不是 UTF-8 编码的名字，或者它已被移走。",
      en: "The current folder cannot be opened: a name in its path is not UTF-8, or it has been moved.",
    },
    UNREADABLE_NAME_HELP,
  );

const notFound = (path: string) =>
  new EnvironmentError(
    { zh: `找不到“${path}”。`, en: `“${path}” does not exist.` },
    { zh: "请检查路径是否正确。", en: "Check the path." },
  );

const notReadable = (path: string) =>
  new EnvironmentError(
    {
      zh: `读不了“${path}”：它不是普通文件（是管道或设备）。`,
      en: `“${path}” cannot be read: it is not a regular file (a pipe or a device).`,
    },
    {
      zh: "请给出稿件的文件或文件夹；从标准输入读，请写“-”。",
      en: "Give a file or a folder of items; write - to read standard input.",
    },
  );

const notAManifest = (path: string) =>
  new EnvironmentError(
    { zh: `“${path}”不是清单（issue.yaml）。`, en: `“${path}” is not a manifest (issue.yaml).` },
    { zh: "请给出 issue.yaml 或它所在的文件夹。", en: "Give an issue.yaml or the folder that contains one." },
  );

const noManifest = (path: string) =>
  new EnvironmentError(
    { zh: `“${path}”里没有 issue.yaml。`, en: `There is no issue.yaml in “${path}”.` },
    {
      zh: "请给出一期的文件夹；要新建简报，运行 bulletin init。",
      en: "Give the folder of an issue; bulletin init creates a new bulletin.",
    },
  );

function severalIssues(path: string, issues: readonly string[]): EnvironmentError {
  // By name, supplements stand behind all regular issues of their year.
  const regular = issues.findLast((manifest) => /(?:^|\/)[\d-]+\/[^/]+$/.test(manifest));
  const latest = regular ?? issues.findLast((manifest) => !isUnreadableName(manifest)) ?? issues.at(-1);
  return new EnvironmentError(
    {
      zh: `“${path}”本身不是一期，里面有 ${issues.length} 期。`,
      en: `“${path}” is not an issue itself; it contains ${issues.length}.`,
    },
    {
      zh: `请加 --all 编译全部，或指明一期，如 ${latest}。`,
      en: `Build them all with --all, or give one, such as ${latest}.`,
    },
  );
}

const emptyFolder = (path: string) =>
  new EnvironmentError(
    {
      zh: `“${path}”里既没有 issue.yaml，也没有稿件。`,
      en: `“${path}” contains neither an issue.yaml nor items.`,
    },
    {
      zh: "请检查路径；要新建简报，运行 bulletin init。",
      en: "Check the path; bulletin init creates a new bulletin.",
    },
  );
