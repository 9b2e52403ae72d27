/**
 * Fonts of the house that turn out unusable only while an issue is built: each is reported at the folder that the house
 * names, and so is a folder that is not there or holds none. Fonts of the package and of the command line are none of
 * the issue's faults.
 */
import { type Diagnostic, type Message, UnusableFile } from "./diagnostics/diagnostic.js";
import type { FontFile } from "./fonts/face.js";
import type { IssueHead } from "./model/issue.js";
import type { Located } from "./model/located.js";
import { asOnDisk } from "./read/resolve-path.js";
import { folderOf, joinPath, type Workspace, whatIsAt } from "./read/workspace.js";

/** A folder of fonts as the house names it, and where it is. */
export interface HouseFontFolder {
  readonly written: Located<string>;
  /** workspace path */
  readonly path: string;
}

export function fontFoldersOf({ house, folder, root }: IssueHead): readonly HouseFontFolder[] {
  const base = house.path === undefined ? folder : root;
  return house.fonts.folders.map((written) => ({ written, path: joinPath(base, written.value) }));
}

/** @returns undefined where it is no font of the house that failed */
export function findingOfFont(fault: unknown, issue: IssueHead): Diagnostic | undefined {
  if (!(fault instanceof UnusableFile)) return undefined;
  const told = { severity: "error", message: fault.problem, help: fault.remedy } as const;
  const fonts = fontFoldersOf(issue).find(({ path }) => path === joinPath("", folderOf(fault.path)));
  return fonts && { rule: "manifest/invalid-value", span: fonts.written.span, ...told };
}

export interface FolderSurroundings {
  readonly workspace: Workspace;
  readonly listFonts: (folder: string) => Iterable<FontFile>;
  /** false for a file that is no font, or is damaged */
  readonly isFont: (file: FontFile) => boolean;
}

/** @returns a finding for each folder that gives no fonts, or not all that lie in it */
export function checkFontFolders(
  issue: IssueHead,
  { workspace, listFonts, isFont }: FolderSurroundings,
): readonly Diagnostic[] {
  return fontFoldersOf(issue).flatMap(({ written: { value, span }, path }) => {
    const folder = asOnDisk(path, workspace);
    const fault =
      whyNoFonts(folder, value, workspace) ??
      damaged(
        [...listFonts(folder)].filter((file) => !isFont(file)),
        value,
      );
    return fault === undefined ? [] : [{ rule: "font/folder", severity: "warning", span, ...fault }];
  });
}

interface FolderFault {
  readonly message: Message;
  readonly help: Message;
}

const FONT = /\.(ttf|otf|ttc|otc)$/i;
/** Fonts in forms that no edition can take. */
const OTHER_FONT = /\.(dfont|woff2?|eot|pf[ab]|fon|suit|zip|rar|7z)$/i;

function whyNoFonts(folder: string, value: string, workspace: Workspace): FolderFault | undefined {
  const state = whatIsAt(folder, workspace);
  if (state === "missing") {
    return {
      message: {
        zh: `没有字体文件夹“${value}”，其中的字体用不上。`,
        en: `There is no font folder “${value}”, so its fonts are not used.`,
      },
      help: {
        zh: "请建这个文件夹并放进字体文件，或改正 fonts.folders；路径从写它的文件所在的文件夹算起。",
        en: "Make the folder and put font files into it, or correct fonts.folders; the path is relative to the folder of the file that names it.",
      },
    };
  }
  if (state !== "folder") {
    return {
      message: { zh: `“${value}”不是文件夹。`, en: `“${value}” is not a folder.` },
      help: FONT.test(value)
        ? {
            zh: "请写放着字体文件的文件夹，不写文件本身。",
            en: "Name the folder that holds the font file, not the file itself.",
          }
        : {
            zh: "请写放着字体文件的文件夹，如 fonts。",
            en: "Name a folder that holds font files, such as fonts.",
          },
    };
  }
  const names = workspace.listFolder(folder) ?? [];
  if (names.some((name) => FONT.test(name))) return undefined;
  const other = names.find((name) => OTHER_FONT.test(name));
  const below = names.find((name) => name.endsWith("/"));
  return {
    message: {
      zh: `字体文件夹“${value}”里没有能用的字体文件${other === undefined ? "" : `，“${other}”不是能用的格式`}。`,
      en: `The font folder “${value}” holds no font files that can be used${other === undefined ? "" : `; “${other}” is not of a form that can`}.`,
    },
    help:
      other === undefined && below !== undefined
        ? {
            zh: `字体文件要直接放在这个文件夹里；下面还有文件夹“${below.slice(0, -1)}”，要用就把它也写进 fonts.folders。`,
            en: `Font files have to lie in the folder itself; there is a folder “${below.slice(0, -1)}” inside of it: name that in fonts.folders to use it.`,
          }
        : {
            zh: "请放进 TTF、OTF、TTC 或 OTC 字体文件，或从 fonts.folders 里去掉它。",
            en: "Put TTF, OTF, TTC or OTC files into it, or remove it from fonts.folders.",
          },
  };
}

/** Of more files than these the number is said. */
const MOST_NAMED = 3;

function damaged(files: readonly FontFile[], value: string): FolderFault | undefined {
  if (files.length === 0) return undefined;
  const names = files.slice(0, MOST_NAMED).map(({ path }) => `“${path.slice(path.lastIndexOf("/") + 1)}”`);
  const isMore = files.length > MOST_NAMED;
  return {
    message: {
      zh: `字体文件夹“${value}”里的${names.join("、")}${isMore ? `等 ${files.length} 个文件` : ""}没有用上：不是字体，或已损坏。`,
      en: `In the font folder “${value}”, ${names.join(", ")}${isMore ? ` and ${files.length - MOST_NAMED} more` : ""} cannot be used: not a font, or damaged.`,
    },
    help: {
      zh: "请重新取得这个字体文件，或把它移出这个文件夹。",
      en: "Obtain the font file again, or move it out of the folder.",
    },
  };
}
