/**
 * Where systems and office programs keep their fonts, and the font files there. Looked through only where a house or
 * the command line asks for it (`fonts.system`, `--system-fonts`): what is found differs from computer to computer.
 * @see fontconfig, fonts.conf(5) (dir); Apple, Font Book (locations of fonts); Windows, known folders (Fonts)
 */
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import type { FontFile } from "../fonts/face.js";
import type { Machine } from "./own-folders.js";
import { systemTrouble } from "./system-trouble.js";

/** Folders of fonts lie this deep in each other, and no deeper (macOS: assets, TeX: families). */
const MOST_LEVELS = 6;
/** More folders than any collection of fonts has; a link that leads round ends here too. */
const MOST_FOLDERS = 5000;

/** @returns absolute paths in order of preference, whether or not they are there */
export function systemFontFolders(machine: Machine = thisMachine()): readonly string[] {
  switch (machine.platform) {
    case "win32":
      return windowsFolders(machine);
    case "darwin":
      return macFolders(machine);
    default:
      return fontconfigFolders(machine);
  }
}

/** Those for all users, the user's own, those of Office from the net and of WPS. */
function windowsFolders({ environment, home }: Machine): readonly string[] {
  // Windows minds no letter case in the names of variables.
  const upper = new Map(Object.entries(environment).map(([name, value]) => [name.toUpperCase(), value]));
  const variable = (name: string) => upper.get(name.toUpperCase()) || undefined;
  const windows = variable("SystemRoot") ?? variable("windir") ?? "C:\\Windows";
  const below = (folder: string | undefined, ...parts: readonly string[]) =>
    folder === undefined ? [] : [join(folder, ...parts)];
  const local = variable("LOCALAPPDATA") ?? (home && join(home, "AppData", "Local"));
  const roaming = variable("APPDATA") ?? (home && join(home, "AppData", "Roaming"));
  const programs = [variable("ProgramFiles"), variable("ProgramFiles(x86)")];
  return [
    join(windows, "Fonts"),
    ...below(local, "Microsoft", "Windows", "Fonts"),
    ...below(local, "Microsoft", "FontCache", "4", "CloudFonts"),
    ...below(local, "Kingsoft", "WPS Office"),
    ...below(roaming, "kingsoft", "office6", "fonts"),
    ...programs.flatMap((folder) => below(folder, "Kingsoft", "WPS Office")),
  ];
}

/** Those of the system, of all users and of the user, those fetched when asked for, those inside of office programs. */
function macFolders({ home }: Machine): readonly string[] {
  const assets = "/System/Library/AssetsV2";
  const apps = ["Microsoft Word", "Microsoft Excel", "Microsoft PowerPoint"];
  return [
    ...(home === undefined ? [] : [join(home, "Library", "Fonts")]),
    "/Library/Fonts",
    "/System/Library/Fonts",
    ...namesIn(assets)
      .filter((name) => name.startsWith("com_apple_MobileAsset_Font"))
      .map((name) => join(assets, name)),
    ...apps.map((app) => `/Applications/${app}.app/Contents/Resources/DFonts`),
    "/Applications/wpsoffice.app/Contents/Resources/office6/fonts",
    "/Applications/wpsoffice.app/Contents/Resources/fonts",
  ];
}

/** The folders that fontconfig's files name, its defaults where it has none, and those of WPS. */
function fontconfigFolders(machine: Machine): readonly string[] {
  const { environment, home } = machine;
  const files = environment.FONTCONFIG_FILE
    ? [environment.FONTCONFIG_FILE]
    : ["/etc/fonts/fonts.conf", ...configsIn("/etc/fonts/conf.d")];
  const named = files.flatMap((file) => foldersNamedIn(file, machine));
  const data = environment.XDG_DATA_HOME || (home && join(home, ".local", "share"));
  const byDefault = [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    ...(data ? [join(data, "fonts")] : []),
    ...(home ? [join(home, ".fonts")] : []),
  ];
  const folders = named.length > 0 ? named : byDefault;
  return [...new Set([...folders, "/opt/kingsoft/wps-office/office6/fonts"])].filter(isAbsolute);
}

const configsIn = (folder: string): readonly string[] =>
  namesIn(folder)
    .filter((name) => name.endsWith(".conf"))
    .map((name) => join(folder, name));

/** `<dir prefix="xdg">fonts</dir>`, `<dir>~/.fonts</dir>`, `<dir>/usr/share/fonts</dir>` */
const DIR = /<dir(?:\s+prefix="(\w+)")?[^>]*>([^<]+)<\/dir>/g;

function foldersNamedIn(file: string, { environment, home }: Machine): readonly string[] {
  const text = textOf(file).replace(/<!--.*?-->/gs, "");
  return [...text.matchAll(DIR)].flatMap(([, prefix, written = ""]) => {
    const path = written.trim();
    if (prefix === "xdg") {
      const data = environment.XDG_DATA_HOME || (home && join(home, ".local", "share"));
      return data ? [join(data, path)] : [];
    }
    if (path.startsWith("~")) return home ? [join(home, path.slice(1))] : [];
    return [prefix === "relative" ? join(dirname(file), path) : path];
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (fault) {
    return passOver(fault, "");
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (fault) {
    return passOver(fault, []);
  }
}

/** What may not be read there is none of our business. */
function passOver<T>(fault: unknown, instead: T): T {
  const trouble = systemTrouble(fault);
  if (trouble === undefined || trouble.stopsRun) throw trouble ?? fault;
  return instead;
}

/**
 * @param list gives the font files of one folder
 * @returns the font files of folders and all below them, each file once
 */
export function* fontsBelow(
  folders: readonly string[],
  list: (folder: string) => Iterable<FontFile>,
): Iterable<FontFile> {
  const seen = new Set<string>();
  let waiting = folders.map((path) => ({ path, level: 0 }));
  while (waiting.length > 0) {
    const below: typeof waiting = [];
    for (const { path, level } of waiting) {
      const real = realOf(path);
      if (real === undefined || seen.has(real) || seen.size >= MOST_FOLDERS) continue;
      seen.add(real);
      yield* readable(path, list);
      if (level < MOST_LEVELS) {
        for (const name of foldersIn(path)) below.push({ path: join(path, name), level: level + 1 });
      }
    }
    waiting = below;
  }
}

function readable(folder: string, list: (folder: string) => Iterable<FontFile>): Iterable<FontFile> {
  try {
    return [...list(folder)];
  } catch (fault) {
    return passOver(causeOf(fault), []);
  }
}

/** The lister explains what a folder refuses; what it explains is behind it. */
const causeOf = (fault: unknown): unknown =>
  fault instanceof Error && fault.cause !== undefined ? fault.cause : fault;

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || (entry.isSymbolicLink() && !/\.\w+$/.test(entry.name)))
      .map(({ name }) => name)
      .sort();
  } catch (fault) {
    return passOver(fault, []);
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (fault) {
    return passOver(fault, undefined);
  }
}

const thisMachine = (): Machine => ({
  platform: process.platform,
  environment: process.env,
  home: homedir(),
});
