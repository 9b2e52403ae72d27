/**
 * Font files on disk, read by offset: the faces shipped with the package, and folders of the user's
 * own. A file stays open while the process lives; the system closes it at the end.
 */
import { existsSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import type { FontFile, FontSource } from "../fonts/face.js";
import { facesFolder } from "./package-files.js";

/**
 * @returns what lists the font files of a folder in the order of their names; none where it is not
 * there. A file that has not changed since it was last listed is the same one, and is not opened again.
 */
export function fontLister(): (folder: string) => Iterable<FontFile> {
  const opened = new Map<string, { readonly stamp: string; readonly file: FontFile }>();
  return function* list(folder) {
    const names = existsSync(folder) ? readdirSync(folder).sort() : [];
    for (const name of names) {
      if (!/\.(ttf|otf|ttc|otc)$/i.test(name)) continue;
      const path = join(folder, name);
      const stamp = stampOf(path);
      if (stamp === undefined) continue;
      const known = opened.get(path);
      const entry = known?.stamp === stamp ? known : { stamp, file: openFontFile(path) };
      opened.set(path, entry);
      yield entry.file;
    }
  };
}

/**
 * @returns what changes with a file, of which the system alone sets the time of change; undefined where there
 * is none: a folder, a link to nowhere, a file that is being replaced
 */
function stampOf(path: string): string | undefined {
  const facts = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (facts?.isFile() !== true) return undefined;
  const { dev, ino, size, mtimeNs, ctimeNs } = facts;
  return `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}

/** The faces of the package. */
export function shippedFonts(): FontSource {
  const opened = new Map<string, FontFile | undefined>();
  let faces: readonly string[] | undefined;
  return {
    open({ family, weight }) {
      faces ??= listFaces();
      // Files are named `FamilyName_400Regular.ttf`.
      const stem = `${family.replaceAll(" ", "")}_${weight}`;
      const name = faces.find((file) => file.startsWith(stem));
      if (name === undefined) return undefined;
      if (!opened.has(name)) opened.set(name, openFontFile(join(facesFolder(), name)));
      return opened.get(name);
    },
  };
}

function listFaces(): readonly string[] {
  try {
    return readdirSync(facesFolder());
  } catch (cause) {
    throw new EnvironmentError(
      {
        zh: `安装不完整：找不到字体文件夹 ${facesFolder()}`,
        en: `The installation is incomplete: no fonts at ${facesFolder()}`,
      },
      {
        zh: "请重新安装；在源码目录中运行 npm run build。",
        en: "Install again; in a checkout, run npm run build.",
      },
      { cause },
    );
  }
}

function openForReading(path: string): number {
  try {
    return openSync(path, "r");
  } catch (cause) {
    throw new EnvironmentError(
      { zh: `字体文件打不开：${path}`, en: `A font file cannot be opened: ${path}` },
      {
        zh: "请检查它的权限，或把它移出字体文件夹。",
        en: "Check its permissions, or take it out of the folder of fonts.",
      },
      { cause },
    );
  }
}

function openFontFile(path: string): FontFile {
  const handle = openForReading(path);
  const { size } = fstatSync(handle);
  return {
    path,
    size,
    read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let filled = 0;
      while (filled < bytes.length) {
        const count = readSync(handle, bytes, filled, bytes.length - filled, offset + filled);
        if (count === 0) break;
        filled += count;
      }
      return bytes.subarray(0, filled);
    },
  };
}
