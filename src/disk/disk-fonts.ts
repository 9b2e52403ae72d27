/** Font files on disk: the faces shipped with the package, and folders of the user's own. */
import { type BigIntStats, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import type { FontFile, FontSource } from "../fonts/face.js";
import { withSlashes } from "./disk-workspace.js";
import { fontFile, stampOf } from "./font-file.js";
import { facesFolder } from "./package-files.js";
import { systemTrouble } from "./system-trouble.js";

/**
 * @returns what lists the font files of a folder in the order of their names, none where it is not
 * there; `shown` is the folder as messages call it. A file that has not changed since it was last
 * listed is the same one.
 * @param isSystem true for folders of this system, whose fonts nobody of the house answers for
 */
export function fontLister(isSystem = false): (folder: string, shown?: string) => Iterable<FontFile> {
  const known = new Map<string, { readonly stamp: string; readonly file: FontFile }>();
  return function* list(folder, shown = folder) {
    for (const { name, facts } of fontsIn(folder, shown)) {
      const path = join(folder, name);
      const stamp = stampOf(facts);
      const last = known.get(path);
      const entry =
        last?.stamp === stamp
          ? last
          : { stamp, file: fontFile(path, { shown: withSlashes(join(shown, name)), facts, isSystem }) };
      known.set(path, entry);
      yield entry.file;
    }
  };
}

interface ListedFont {
  readonly name: string;
  readonly facts: BigIntStats;
}

/** Folders, links to nowhere and files that are being replaced are left out. */
function fontsIn(folder: string, shown: string): readonly ListedFont[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(ttf|otf|ttc|otc)$/i.test(name))
      .sort()
      .map((name) => ({
        name,
        facts: statSync(join(folder, name), { bigint: true, throwIfNoEntry: false }),
      }))
      .filter((font): font is ListedFont => font.facts?.isFile() === true);
  } catch (fault) {
    const trouble = systemTrouble(fault);
    if (trouble === undefined || trouble.stopsRun) throw trouble ?? fault;
    if (trouble.code === "ENOENT" || trouble.code === "ENOTDIR") return [];
    throw unreadableFolder(shown, trouble);
  }
}

/** The faces of the package. */
export function shippedFonts(): FontSource {
  const opened = new Map<string, FontFile>();
  let faces: readonly string[] | undefined;
  return {
    open({ family, weight }) {
      faces ??= listFaces();
      // Files are named `FamilyName_400Regular.ttf`.
      const stem = `${family.replaceAll(" ", "")}_${weight}`;
      const name = faces.find((file) => file.startsWith(stem));
      if (name === undefined) return undefined;
      const known = opened.get(name) ?? openFace(name);
      opened.set(name, known);
      return known;
    },
  };
}

function listFaces(): readonly string[] {
  try {
    return readdirSync(facesFolder());
  } catch (cause) {
    throw systemTrouble(cause)?.stopsRun === true ? systemTrouble(cause) : incomplete(cause);
  }
}

function openFace(name: string): FontFile {
  const path = join(facesFolder(), name);
  try {
    return { ...fontFile(path, { shown: path, facts: statSync(path, { bigint: true }) }), isShipped: true };
  } catch (cause) {
    throw incomplete(cause);
  }
}

const incomplete = (cause: unknown) =>
  new EnvironmentError(
    {
      zh: `安装不完整：找不到字体文件夹“${facesFolder()}”。`,
      en: `The installation is incomplete: the font folder “${facesFolder()}” is missing.`,
    },
    {
      zh: "请重新安装；在源码目录中运行 npm run build。",
      en: "Install the program again; in a checkout of the sources, run npm run build.",
    },
    { cause },
  );

const unreadableFolder = (
  folder: string,
  { code, cause }: { readonly code: string; readonly cause?: unknown },
) =>
  new EnvironmentError(
    {
      zh: `字体文件夹“${folder}”打不开（${code}）。`,
      en: `The font folder “${folder}” cannot be read (${code}).`,
    },
    {
      zh: "请检查它的权限；如不用自备的字体，请从 fonts.folders 里去掉它。",
      en: "Check its permissions, or remove it from fonts.folders if you do not need fonts of your own.",
    },
    { cause },
  );
