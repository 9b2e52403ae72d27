/**
 * The texts that remembered findings point into, read again to show their lines. A record names them, and is
 * not believed: a text is shown only where the work it remembers had read it whole, and where an author's
 * file may be read from (docs/security.md).
 */
import type { BuildEnvironment } from "../build.js";
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import { readText } from "../read/read-text-file.js";
import { folderOf, isInside, type Workspace } from "../read/workspace.js";
import { areWithin } from "./finding-shape.js";
import type { Fingerprint } from "./fingerprint.js";
import { type Door, MOST_READ_BYTES, ownQuestion } from "./question.js";

/** A file that was read, through which door, and whether a finding points into it. */
export interface KnownFile {
  readonly path: string;
  readonly door: Door;
  readonly isShown: boolean;
}

export interface KnownFindings {
  /** the manifest or the submission that they are about */
  readonly target: string;
  /** one that was the same just now */
  readonly fingerprint: Fingerprint;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly KnownFile[];
}

/** @returns the texts by path, empty for what is not shown; undefined where one is not to be had or not to be shown */
export function recallSources(known: KnownFindings, environment: BuildEnvironment): Sources | undefined {
  const mayBeShown = known.files.some(({ isShown }) => isShown) ? bounds(known, environment) : () => false;
  const sources = new Map<string, string>();
  for (const file of known.files) {
    const { path, door, isShown } = file;
    if (!isShown) {
      sources.set(path, "");
      continue;
    }
    if (!mayBeShown(file)) return undefined;
    const content = filesBehind(door, environment).readFile(path, { maxBytes: MOST_READ_BYTES });
    const read = readText(content, { path, rule: "" });
    if ("fault" in read) return undefined;
    sources.set(path, read.text);
  }
  return areWithin(known.diagnostics, sources) ? sources : undefined;
}

const filesBehind = (door: Door, { workspace, templates }: BuildEnvironment): Workspace =>
  door === "files" ? workspace : templates;

function bounds(
  { target, fingerprint }: KnownFindings,
  environment: BuildEnvironment,
): (file: KnownFile) => boolean {
  const read = fingerprint.questions.map(ownQuestion).flatMap((each) =>
    // Read whole, not its head alone.
    each[0] === "read" && each[4] === null ? [{ door: each[1], path: each[2] }] : [],
  );
  const houses = read.map(({ path }) => path).filter(isYaml);
  const folders = new Set([target, ...houses].map(folderOf));
  const { workspace, templates } = environment;
  const realFolder = workspace.realPath(folderOf(target));
  // The bulletin's folder is the issue's own, or that of a house file around it.
  const roots = [...folders]
    .map((folder) => workspace.realPath(folder))
    .filter((root) => root !== undefined && realFolder !== undefined && isInside(realFolder, root));
  return ({ path, door }) => {
    if (!read.some((each) => each.door === door && each.path === path)) return false;
    const real = filesBehind(door, environment).realPath(path);
    if (real === undefined) return false;
    const shipped = templates.realPath(".");
    if (door === "templates") return shipped !== undefined && isInside(real, shipped);
    // House rules may lie elsewhere; the target is what the command line named.
    if (path === target || (isYaml(path) && isYaml(real))) return true;
    return roots.some((root) => root !== undefined && isInside(real, root));
  };
}

const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);
