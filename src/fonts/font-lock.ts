/**
 * fonts.lock: which font files a bulletin is set with, so that a build with others is told. Written by
 * `bulletin fonts --lock`, compared by every build that lays pages out. Fonts are told apart by their content.
 */
import { createHash } from "node:crypto";
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import type { RoleName } from "../model/template.js";
import type { FontFile } from "./face.js";
import type { OpenedFace } from "./face-opener.js";
import type { RolePick } from "./find-faces.js";
import { rolesNamed } from "./role-labels.js";

export const LOCK_FILE = "fonts.lock";
/** Some twenty roles, a few hundred bytes each. */
export const MAX_LOCK_BYTES = 256 * 1024;

/** One font file, and the roles that are set in it. */
export interface LockedFont {
  /** PostScript name */
  readonly name: string;
  readonly weight: number;
  /** name of the file, without its folder, which differs from computer to computer */
  readonly file: string;
  readonly version: string | undefined;
  readonly sha256: string;
  readonly roles: readonly RoleName[];
  /** roles whose Latin letters alone are set in it */
  readonly latin: readonly RoleName[];
}

export type RolePicks = Readonly<Record<RoleName, RolePick>>;

/** @returns the faces that roles are set in, in the order of the template's roles */
export function fontsInUse(picks: RolePicks): readonly LockedFont[] {
  const fonts = new Map<
    string,
    { readonly opened: OpenedFace; readonly roles: RoleName[]; readonly latin: RoleName[] }
  >();
  const entryOf = (opened: OpenedFace) => {
    const key = `${opened.file.path}\0${opened.file.postScriptName ?? ""}`;
    const entry = fonts.get(key) ?? { opened, roles: [], latin: [] };
    fonts.set(key, entry);
    return entry;
  };
  for (const [role, { main, latin }] of Object.entries(picks) as [RoleName, RolePick][]) {
    entryOf(main).roles.push(role);
    if (latin !== undefined) entryOf(latin).latin.push(role);
  }
  return [...fonts.values()].map(({ opened: { face, file }, roles, latin }) => ({
    name: face.name,
    weight: face.weight,
    file: fileNameOf(file),
    version: face.version,
    sha256: digestOf(file),
    roles,
    latin,
  }));
}

export const fileNameOf = ({ path }: FontFile): string =>
  path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

/** How much of a font is held at once, in bytes. */
const BLOCK = 4 * 1024 * 1024;
const digests = new WeakMap<FontFile["read"], string>();

/** @returns SHA-256 of the whole file, in hexadecimal */
export function digestOf(file: FontFile): string {
  const known = digests.get(file.read);
  if (known !== undefined) return known;
  const hash = createHash("sha256");
  for (let offset = 0; offset < file.size; offset += BLOCK) hash.update(file.read(offset, BLOCK));
  const digest = hash.digest("hex");
  digests.set(file.read, digest);
  return digest;
}

export const printLock = (fonts: readonly LockedFont[]): string =>
  `${JSON.stringify({ version: 1, fonts }, undefined, 2)}\n`;

/** @returns undefined where the text is no lock */
export function readLock(text: string): readonly LockedFont[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value.version !== 1 || !Array.isArray(value.fonts)) return undefined;
    return value.fonts.every(isLockedFont) ? value.fonts : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

const isLockedFont = (value: unknown): value is LockedFont =>
  isRecord(value) &&
  typeof value.name === "string" &&
  typeof value.file === "string" &&
  typeof value.sha256 === "string" &&
  isTexts(value.roles) &&
  isTexts(value.latin);

/**
 * @param text of fonts.lock at `path`
 * @returns a finding for each font that a role was locked to and is not set in; one for a file that is no lock
 */
export function compareLock(text: string, path: string, now: readonly LockedFont[]): readonly Diagnostic[] {
  const locked = readLock(text);
  const told = { rule: "font/changed", severity: "warning", span: { path, start: 0, end: 0 } } as const;
  if (locked === undefined) return [{ ...told, ...UNREADABLE }];
  return locked.flatMap((font): Diagnostic[] => {
    const moved = [...lost(font, now, "roles"), ...lost(font, now, "latin")];
    if (moved.length === 0) return [];
    const roles = [...new Set(moved.map(({ role }) => role))];
    const used = [...new Set(moved.map(({ used: each }) => each))];
    return [{ ...told, ...changedWords(font, roles, used) }];
  });
}

/** Roles that are no longer set in the font, and what they are set in. */
function lost(font: LockedFont, now: readonly LockedFont[], list: "roles" | "latin") {
  return font[list].flatMap((role) => {
    const used = now.find((each) => each[list].includes(role));
    return used === undefined || used.sha256 === font.sha256 ? [] : [{ role, used }];
  });
}

const shown = ({ file, version, sha256 }: LockedFont): string =>
  `${file} (${[version, sha256.slice(0, 8)].filter((each) => each !== undefined).join(", ")})`;

function changedWords(
  font: LockedFont,
  roles: readonly RoleName[],
  used: readonly LockedFont[],
): { readonly message: Message; readonly help: Message } {
  const where = rolesNamed(roles);
  const instead = used.map(shown);
  return {
    message: {
      zh: `${where.zh}用的字体文件和记下的不同：记的是 ${shown(font)}，现在是 ${instead.join("、")}。`,
      en: `The font file of ${where.en} is not the one that was kept: ${shown(font)} then, ${instead.join(", ")} now.`,
    },
    help: {
      zh: "请换回原来的字体文件；如果就是要换，请运行 bulletin fonts --lock 重新记下，并核对行数和页数。",
      en: "Put the former file back; if the change is meant, run bulletin fonts --lock and look at the lines and pages again.",
    },
  };
}

const UNREADABLE = {
  message: {
    zh: "这个文件不是 bulletin fonts --lock 写的，或被改坏了，没有和它核对字体。",
    en: "This file was not written by bulletin fonts --lock, or is damaged; fonts were not compared with it.",
  },
  help: {
    zh: "请运行 bulletin fonts --lock 重新写，或删去它。",
    en: "Write it anew with bulletin fonts --lock, or delete it.",
  },
};
