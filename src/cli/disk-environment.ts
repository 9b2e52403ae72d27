/** The build's surroundings on this machine: files, templates and faces of the package. */
import type { BuildEnvironment } from "../build.js";
import { listFontFiles, shippedFonts } from "./disk-fonts.js";
import { diskWorkspace } from "./disk-workspace.js";
import { templatesFolder } from "./package-files.js";

export function diskEnvironment(): BuildEnvironment {
  return {
    workspace: diskWorkspace(process.cwd()),
    templates: diskWorkspace(templatesFolder()),
    fonts: shippedFonts(),
    listFonts: listFontFiles,
  };
}
