/**
 * The word lists that a house switches on: by a name those of the package, by a path its own files, which stay inside
 * of the bulletin's folder. A list that cannot be read is told where the house names it, a line where it stands.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/nearest-name.js";
import { decodeText } from "../intake/plain/decode-text.js";
import { RefusedPackage } from "../intake/word/refused-package.js";
import type { Located } from "../model/located.js";
import type { PackLine } from "../model/pack.js";
import { resolvePath } from "../read/resolve-path.js";
import { folderOf, type Workspace } from "../read/workspace.js";
import { readCsv } from "./csv-table.js";
import * as notices from "./pack-notices.js";
import { readLines } from "./read-lines.js";
import { readSheet } from "./sheet-table.js";
import { SHIPPED_PACKS } from "./shipped-packs.js";
import type { Table } from "./table.js";
import { readYamlTable } from "./yaml-table.js";

export const MAX_PACK_BYTES = 4 * 1024 * 1024;
const MOST_PACKS = 20;

export interface PackBounds {
  /** the bulletin's folder, which no path may leave */
  readonly root: string;
  readonly workspace: Workspace;
}

export interface PacksReading {
  /** of lines about the same word, those of a later list stand in front */
  readonly lines: readonly PackLine[];
  readonly sources: ReadonlyMap<string, string>;
  /** the house's own lists as they were read, by path */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reading {
  readonly lines: readonly PackLine[];
  readonly diagnostics: readonly Diagnostic[];
  readonly file?: { readonly path: string; readonly text: string; readonly bytes: Uint8Array };
}

export async function readPacks(
  packs: readonly Located<string>[],
  bounds: PackBounds,
): Promise<PacksReading> {
  const readings: Reading[] = [];
  for (const [index, written] of packs.entries()) {
    if (index === MOST_PACKS) {
      readings.push(refused(written, notices.tooMany(packs.length, MOST_PACKS)));
      break;
    }
    readings.push(await readPack(written, bounds));
  }
  const files = readings.flatMap(({ file }) => (file === undefined ? [] : [file]));
  return {
    lines: [...readings].reverse().flatMap(({ lines }) => lines),
    sources: new Map(files.map(({ path, text }) => [path, text])),
    files: new Map(files.map(({ path, bytes }) => [path, bytes])),
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
  };
}

const SOUNDS_LIKE_PATH = /[/\\]|\.(?:csv|tsv|txt|ya?ml|xlsx?|et|ods|numbers)$/i;

async function readPack(written: Located<string>, bounds: PackBounds): Promise<Reading> {
  const name = written.value.trim();
  const load = Object.hasOwn(SHIPPED_PACKS, name) ? SHIPPED_PACKS[name] : undefined;
  if (load !== undefined) return readLines(readCsv(await load()), { name, path: undefined });
  if (SOUNDS_LIKE_PATH.test(name)) return readFile(written, bounds);
  const names = Object.keys(SHIPPED_PACKS);
  return refused(written, notices.unknown(name, nearestName(name, names), names));
}

function readFile(written: Located<string>, { root, workspace }: PackBounds): Reading {
  const found = resolvePath(written.value, { folder: folderOf(written.span.path), root, workspace });
  if (found.state === "outside") return refused(written, notices.outside(written.value, found.reason));
  if (found.state === "missing") return refused(written, notices.missing(written.value, found.nearest));
  const { path } = found;
  const content = workspace.readFile(path, { maxBytes: MAX_PACK_BYTES });
  if (content.state === "too-large")
    return refused(written, notices.tooLarge(written.value, content.size, MAX_PACK_BYTES));
  if (content.state !== "found") return refused(written, notices.unreadable(written.value));
  const table = readTable(content.bytes, path, written.value);
  if ("problem" in table) return refused(written, table.problem);
  const { lines, diagnostics } = readLines(table, { name: written.value, path });
  return { lines, diagnostics, file: { path, text: table.text, bytes: content.bytes } };
}

/** What it is, is told by its content; text is YAML by its name, else it has separators. */
function readTable(
  bytes: Uint8Array,
  path: string,
  name: string,
): Table | { readonly problem: notices.PackProblem } {
  const [first, second, third, fourth] = bytes;
  if (first === 0x50 && second === 0x4b && third === 3 && fourth === 4) {
    try {
      return readSheet(bytes);
    } catch (fault) {
      if (!(fault instanceof RefusedPackage)) throw fault;
      return { problem: notices.refusedSheet(name, fault.refusal) };
    }
  }
  if (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0)
    return { problem: notices.oldSheet(name) };
  const decoded = decodeText(bytes);
  if (decoded === undefined) return { problem: notices.noText(name) };
  if (decoded.unreadable > 0) return { problem: notices.unreadableCharacters(name, decoded.unreadable) };
  return /\.ya?ml$/i.test(path) ? readYamlTable(path, decoded.text) : readCsv(decoded.text);
}

function refused({ span }: Located<string>, { message, help }: notices.PackProblem): Reading {
  return {
    lines: [],
    diagnostics: [{ rule: "manifest/invalid-value", severity: "error", span, message, help }],
  };
}
