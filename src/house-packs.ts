/**
 * Lays what the word lists of a house say over its rules (bulletin.yaml, lint.packs). A house without lists, as most
 * are, loads nothing; of one that speaks for many items the lists are read anew only where a file has changed.
 */
import type { ReadIssueResult, ReadSubmissionResult } from "./check/check-issue.js";
import type { House } from "./model/house.js";
import type { PackBounds, PacksReading } from "./packs/read-packs.js";
import { findRoot } from "./read/find-house.js";
import { folderOf, type Workspace } from "./read/workspace.js";

/** @returns the reading with the lists laid over its house, and what is wrong with them */
export async function withIssuePacks<R extends ReadIssueResult>(read: R, workspace: Workspace): Promise<R> {
  const { issue } = read;
  if (issue === undefined || issue.house.lint.packs.length === 0) return read;
  const { house, sources, diagnostics } = await layPacks(issue.house, { root: issue.root, workspace });
  return {
    ...read,
    issue: { ...issue, house },
    sources: new Map([...read.sources, ...sources]),
    diagnostics: [...read.diagnostics, ...diagnostics],
  };
}

/** @param path of what is judged alone */
export async function withSubmissionPacks<R extends ReadSubmissionResult>(
  read: R,
  path: string,
  workspace: Workspace,
): Promise<R> {
  if (read.house.lint.packs.length === 0) return read;
  const root = findRoot(folderOf(path), read.house.path, workspace);
  const { house, sources, diagnostics } = await layPacks(read.house, { root, workspace });
  return {
    ...read,
    house,
    sources: new Map([...read.sources, ...sources]),
    diagnostics: [...read.diagnostics, ...diagnostics],
  };
}

interface LaidPacks extends Omit<PacksReading, "lines" | "files"> {
  readonly house: House;
}

async function layPacks(house: House, bounds: PackBounds): Promise<LaidPacks> {
  const before = known.get(house);
  if (before?.root === bounds.root && isSame(before, bounds.workspace)) return before.laid;
  const { readPacks } = await import("./packs/read-packs.js");
  const { lines, files, ...told } = await readPacks(house.lint.packs, bounds);
  const laid = { house: { ...house, lint: { ...house.lint, packLines: lines } }, ...told };
  known.set(house, { root: bounds.root, files, isWhole: told.diagnostics.length === 0, laid });
  return laid;
}

interface KnownPacks {
  readonly root: string;
  readonly files: PacksReading["files"];
  /** a list that could not be read may be about to come, and is looked for again */
  readonly isWhole: boolean;
  readonly laid: LaidPacks;
}

const known = new WeakMap<House, KnownPacks>();

const isSame = ({ files, isWhole }: KnownPacks, workspace: Workspace): boolean =>
  isWhole &&
  [...files].every(([path, bytes]) => {
    const content = workspace.readFile(path, { maxBytes: bytes.length });
    return content.state === "found" && isSameContent(content.bytes, bytes);
  });

const isSameContent = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
