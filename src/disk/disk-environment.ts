/**
 * The build's surroundings: templates and faces of the package, and the author's files, either those
 * of this machine or texts held in memory.
 */
import { resolve } from "node:path";
import type { BuildEnvironment } from "../build.js";
import { memoryWorkspace } from "../read/workspace.js";
import { readCodec } from "./codec-files.js";
import { fontLister, shippedFonts } from "./disk-fonts.js";
import { diskWorkspace } from "./disk-workspace.js";
import { findReadyTemplate, templatesFolder } from "./package-files.js";
import { fontsBelow, systemFontFolders } from "./system-fonts.js";

/** @param folder where relative paths start; default: the folder the process was started in */
export function diskEnvironment(folder: string = process.cwd()): BuildEnvironment {
  const list = fontLister();
  const listSystem = fontLister(true);
  return {
    workspace: diskWorkspace(folder),
    templates: diskWorkspace(templatesFolder()),
    readyTemplates: findReadyTemplate,
    fonts: shippedFonts(),
    listFonts: (path) => list(resolve(folder, path), path),
    systemFonts: () => fontsBelow(systemFontFolders(), listSystem),
    readCodec,
  };
}

/** @param files the author's files by path; faces of a house's own cannot be held here */
export function memoryEnvironment(files: Readonly<Record<string, string | Uint8Array>>): BuildEnvironment {
  return {
    ...diskEnvironment("/"),
    workspace: memoryWorkspace(files),
    listFonts: () => [],
    systemFonts: undefined,
  };
}
