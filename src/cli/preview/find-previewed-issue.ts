/** The one issue that a path stands for: as `build` has it, and of a folder with several the newest. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Workspace } from "../../read/workspace.js";
import { findManifests } from "../find-targets.js";

export interface PreviewedIssue {
  /** workspace path */
  readonly manifest: string;
  /** how many there were to choose from */
  readonly among: number;
}

/** @throws EnvironmentError where there is no issue */
export function findPreviewedIssue(path: string, workspace: Workspace): PreviewedIssue {
  try {
    const [only = path] = findManifests([path], { workspace, all: false });
    return { manifest: only, among: 1 };
  } catch (fault) {
    if (!(fault instanceof EnvironmentError)) throw fault;
    const manifests = severalAt(path, workspace);
    if (manifests.length === 0) throw fault;
    const dated = manifests.map((manifest) => ({ manifest, date: dateOf(manifest, workspace) }));
    // Of two of one day the one whose folder comes last.
    const newest = dated.reduce((best, one) => (one.date >= best.date ? one : best));
    return { manifest: newest.manifest, among: manifests.length };
  }
}

function severalAt(path: string, workspace: Workspace): readonly string[] {
  try {
    return findManifests([path], { workspace, all: true });
  } catch {
    return [];
  }
}

/** No manifest is as large. */
const MOST_BYTES = 1024 * 1024;

/** @returns YYYY-MM-DD, which sorts as days do; empty where it has none */
function dateOf(manifest: string, workspace: Workspace): string {
  const content = workspace.readFile(manifest, { maxBytes: MOST_BYTES });
  const text = content.state === "found" ? new TextDecoder().decode(content.bytes) : "";
  return /^date:\s*["']?(\d{4}-\d\d-\d\d)/m.exec(text)?.[1] ?? "";
}
