/** A path as an author would write it: from the folder of the issue, where the file lies in it. */

/** @param folder workspace folder of the issue, `.` for the workspace's own */
export function shownPath(path: string, folder: string | undefined): string {
  const prefix = `${folder}/`;
  return folder !== undefined && path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
