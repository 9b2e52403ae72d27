/** How a file is named to people: from the current folder, `/` between folders. */
import { relative, resolve } from "node:path";
import { printable } from "../../diagnostics/printable.js";
import { withSlashes } from "../../disk/disk-workspace.js";

export const shownPath = (path: string): string =>
  printable(withSlashes(relative(process.cwd(), resolve(path)) || path));
