/**
 * Which files a change touches: those that a hook names and those that git tells, the one program that is ever
 * started. A hook is given the names of files that are there; an issue that still lists one which is taken away
 * would pass unseen, so git is asked for these. Without names git is asked for all: what differs from the last
 * commit, or from where a branch left another one. A folder by its name is a place to look in: no change is a folder.
 */
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import { isUnreadableName } from "../../diagnostics/unreadable-name.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { joinPath } from "../../read/workspace.js";

/** pre-commit tells by these which commits it was asked to check, when it is not the one under way. */
const FROM = "PRE_COMMIT_FROM_REF";
const TO = "PRE_COMMIT_TO_REF";
/** pre-commit sets it for each hook. */
const IN_HOOK = "PRE_COMMIT";

export interface ChangeAsked {
  /** from the command line; without `since` the files that changed and folders to look in, with it where to look; never taken for `-` */
  readonly paths: readonly string[];
  /** a commit, branch or tag of git; changes are told from where the present branch left it */
  readonly since?: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * @returns workspace paths, of files that are there and of files that are no longer; of those, none with a name that
 *   is not UTF-8, so that such a name always stands for a file that is there and cannot be opened
 * @throws EnvironmentError where git is asked for all changes and cannot tell them
 */
export function changedFiles({ paths, since, environment }: ChangeAsked): readonly string[] {
  const given = paths.filter((name) => name !== "-");
  if (since !== undefined) return within(given, namesSince(since, environment));
  const isInHook = environment[FROM] !== undefined || environment[IN_HOOK] !== undefined;
  const folders = isInHook ? [] : given.filter(isFolder);
  if (!isInHook && folders.length === given.length) return within(folders, namesSince("HEAD", environment));
  if (folders.length > 0) {
    const files = given.filter((name) => !folders.includes(name));
    return [
      ...new Set([
        ...changedFiles({ paths: folders, environment }),
        ...changedFiles({ paths: files, environment }),
      ]),
    ];
  }
  const removed = new Set(removedFiles(environment));
  const isMuteAndGone = (name: string) => isUnreadableName(name) && removed.has(name);
  return asPaths([...given, ...removed].filter((name) => !isMuteAndGone(name)));
}

const isFolder = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;

const asPaths = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map((name) => joinPath("", withSlashes(name)))),
];

/** Git names what lies below the current folder, and so has to be asked in such names. */
const fromHere = (name: string): string => (isAbsolute(name) ? relative(process.cwd(), name) || "." : name);

/** @param places files and folders; none for the whole current folder */
function within(places: readonly string[], names: readonly string[]): readonly string[] {
  const folders = asPaths(places.map(fromHere)).map((place) => place.replace(/\/+$/, ""));
  const changed = asPaths(names);
  if (folders.length === 0 || folders.includes(".")) return changed;
  return changed.filter((path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`)));
}

/** @returns names below the current folder: committed since, changed in the working tree, or not yet in git */
function namesSince(since: string, environment: NodeJS.ProcessEnv): readonly string[] {
  const base = commonCommit(since, environment);
  const names = (args: readonly string[]): readonly string[] => {
    const { status, stdout, stderr } = askGit(args, environment);
    if (status !== 0) throw untold(stderr);
    return namesIn(stdout);
  };
  const differing = (filter: string) =>
    names(["diff", "--name-only", "--no-renames", `--diff-filter=${filter}`, "-z", "--relative", base, "--"]);
  return [
    ...differing("d"),
    ...differing("D").filter((name) => !isUnreadableName(name)),
    ...names(["ls-files", "-z", "--others", "--exclude-standard"]),
  ];
}

/** @returns the commit at which the present branch left another */
function commonCommit(since: string, environment: NodeJS.ProcessEnv): string {
  const commit = askGit(
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${since}^{commit}`],
    environment,
  );
  if (commit.status !== 0) throw isRepository(environment) ? unknownCommit(since) : untold(commit.stderr);
  const base = askGit(["merge-base", commit.stdout.trim(), "HEAD"], environment);
  if (base.status !== 0) throw unrelated(since);
  return base.stdout.trim();
}

const isRepository = (environment: NodeJS.ProcessEnv): boolean =>
  askGit(["rev-parse", "--is-inside-work-tree"], environment).status === 0;

/** @returns names below the current folder; none where there is no git or no repository */
function removedFiles(environment: NodeJS.ProcessEnv): readonly string[] {
  const [from, to] = [environment[FROM], environment[TO]];
  const what =
    from === undefined || to === undefined ? ["--cached"] : ["--end-of-options", `${from}...${to}`];
  const asked = ["diff", "--name-only", "--no-renames", "--diff-filter=D", "-z", "--relative", ...what];
  const { status, stdout } = askGit(asked, environment);
  return status === 0 ? namesIn(stdout) : [];
}

const namesIn = (stdout: string): readonly string[] => stdout.split("\0").filter((name) => name !== "");

/** More names than any archive has; past them git is ended, which is told. */
const MOST_BYTES = 64 * 1024 * 1024;

interface Answer {
  /** null where git could not be started */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function askGit(args: readonly string[], environment: NodeJS.ProcessEnv): Answer {
  // Windows would look for a git.exe in the current folder first, which is the author's.
  environment.NoDefaultCurrentDirectoryInExePath = "1";
  const { status, stdout, stderr } = spawnSync("git", args, { encoding: "utf8", maxBuffer: MOST_BYTES });
  return { status, stdout: stdout ?? "", stderr: stderr ?? "" };
}

function untold(stderr: string): EnvironmentError {
  const reason = (stderr.trim().split("\n")[0] ?? "").replace(/[.。]$/, "");
  return new EnvironmentError(
    {
      zh: `git 说不出有哪些改动${reason === "" ? "" : `：${reason}`}。`,
      en: `Git cannot tell what has changed${reason === "" ? "" : `: ${reason}`}.`,
    },
    {
      zh: "请确认装有 git，并在简报所在的 git 仓库里运行；不用 git 的，写出要检查的文件：bulletin lint items/01.md。",
      en: "Make sure that git is installed, and run the command in the bulletin's repository. Without git, name the files: bulletin lint items/01.md.",
    },
  );
}

const USE: Message = {
  zh: "请写提交、分支或标签，如 bulletin lint --changed origin/main；文件名写在 -- 后面：bulletin lint --changed -- items/01.md。",
  en: "Give a commit, branch or tag, as in bulletin lint --changed origin/main. Names of files stand behind --: bulletin lint --changed -- items/01.md.",
};

const unknownCommit = (since: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `git 不认识“${since}”，说不出自那以后有哪些改动。`,
      en: `Git does not know “${since}” and cannot tell what has changed since.`,
    },
    {
      zh: `${USE.zh}在 CI 里，取代码时要取全部历史（actions/checkout 加 fetch-depth: 0）。`,
      en: `${USE.en} In CI, fetch the whole history (fetch-depth: 0 for actions/checkout).`,
    },
  );

const unrelated = (since: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `现在的分支和“${since}”没有共同的历史，说不出改动了什么。`,
      en: `The present branch and “${since}” have no history in common, so the changes cannot be told.`,
    },
    {
      zh: "在 CI 里，取代码时要取全部历史（actions/checkout 加 fetch-depth: 0）；或者换一个提交。",
      en: "In CI, fetch the whole history (fetch-depth: 0 for actions/checkout), or name another commit.",
    },
  );
