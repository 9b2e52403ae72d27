/**
 * Fonts of the house that turn out unusable only while an issue is built: each is reported at the folder that the house
 * names. Fonts of the package and of the command line are none of the issue's faults.
 */
import { type Diagnostic, UnusableFile } from "./diagnostics/diagnostic.js";
import type { Issue } from "./model/issue.js";
import type { Located } from "./model/located.js";
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

/** @returns undefined where it is no font of the house that failed */
export function findingOfFont(fault: unknown, issue: Issue): Diagnostic | undefined {
  if (!(fault instanceof UnusableFile)) return undefined;
  const told = { severity: "error", message: fault.problem, help: fault.remedy } as const;
  const fonts = fontFoldersOf(issue).find(({ path }) => path === joinPath("", folderOf(fault.path)));
  return fonts && { rule: "manifest/invalid-value", span: fonts.written.span, ...told };
}
