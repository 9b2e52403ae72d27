/**
 * Files that an issue names and that turn out unusable only while it is built: a picture whose data are damaged, a font
 * of the house. Each is told at the place that names it. A file that nothing in the issue names, as those of the package
 * and of the command line, is none of its faults.
 */
import { type Diagnostic, UnusableFile } from "./diagnostics/diagnostic.js";
import type { Issue } from "./model/issue.js";
import type { Located } from "./model/located.js";
import { figuresOf } from "./read/read-assets.js";
import { folderOf, joinPath } from "./read/workspace.js";

/** A folder of fonts as the house names it, and where it is. */
export interface HouseFontFolder {
  readonly written: Located<string>;
  /** workspace path */
  readonly path: string;
}

export function fontFoldersOf({ house, folder, root }: Issue): readonly HouseFontFolder[] {
  const base = house.path === undefined ? folder : root;
  return house.fonts.folders.map((written) => ({ written, path: joinPath(base, written.value) }));
}

/** @returns undefined where the issue does not name what failed */
export function findingOfFile(fault: unknown, issue: Issue): Diagnostic | undefined {
  if (!(fault instanceof UnusableFile)) return undefined;
  const told = { severity: "error", message: fault.problem, help: fault.remedy } as const;
  const figure = issue.sections
    .flatMap(({ items }) => items.flatMap(figuresOf))
    .find(({ image }) => image.state === "found" && image.path === fault.path);
  if (figure !== undefined)
    return { rule: "image/unsupported-format", span: figure.destination.span, ...told };
  const fonts = fontFoldersOf(issue).find(({ path }) => path === joinPath("", folderOf(fault.path)));
  return fonts && { rule: "manifest/invalid-value", span: fonts.written.span, ...told };
}
