/**
 * The files that the commit under way changes. A hook is given the names of those that are there; an issue that
 * still lists one which is taken away would pass unseen. So git is asked for these, the one program that is ever
 * started.
 */
import { spawnSync } from "node:child_process";
import { isUnreadableName } from "../../diagnostics/unreadable-name.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { joinPath } from "../../read/workspace.js";

/** pre-commit tells by these which commits it was asked to check, when it is not the one under way. */
const FROM = "PRE_COMMIT_FROM_REF";
const TO = "PRE_COMMIT_TO_REF";

/**
 * @param given names from the command line, never taken for `-`, the standard input
 * @returns workspace paths, of files that are there and of files that are no longer; of those, none with a name that
 *   is not UTF-8, so that such a name always stands for a file that is there and cannot be opened
 */
export function changedFiles(given: readonly string[], environment: NodeJS.ProcessEnv): readonly string[] {
  const removed = new Set(removedFiles(environment));
  const isMuteAndGone = (name: string) => isUnreadableName(name) && removed.has(name);
  const names = [...given.filter((name) => name !== "-"), ...removed].filter((name) => !isMuteAndGone(name));
  return [...new Set(names.map((name) => joinPath("", withSlashes(name))))];
}

/** @returns names below the current folder; none where there is no git or no repository */
function removedFiles(environment: NodeJS.ProcessEnv): readonly string[] {
  const [from, to] = [environment[FROM], environment[TO]];
  const what =
    from === undefined || to === undefined ? ["--cached"] : ["--end-of-options", `${from}...${to}`];
  // Windows would look for a git.exe in the current folder first, which is the author's.
  environment.NoDefaultCurrentDirectoryInExePath = "1";
  const { status, stdout } = spawnSync(
    "git",
    ["diff", "--name-only", "--no-renames", "--diff-filter=D", "-z", "--relative", ...what],
    { encoding: "utf8" },
  );
  return status === 0 ? stdout.split("\0").filter((name) => name !== "") : [];
}
