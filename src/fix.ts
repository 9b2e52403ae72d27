/**
 * Mending: lint, apply the fixes that do not overlap, lint the outcome, and so on until nothing
 * changes. Works on texts alone; who called decides whether they are written or shown.
 */
import { applyFixes } from "./diagnostics/apply-edits.js";
import type { Sources } from "./diagnostics/diagnostic.js";
import { type LintOptions, type LintResult, type LintTarget, lint } from "./lint.js";
import { overlayWorkspace, type Workspace } from "./read/workspace.js";

/** A fix may bare another finding; ten rounds settle any text seen, and bound those never seen. */
const MOST_ROUNDS = 10;

export interface FixResult extends LintResult {
  /** texts before and after, by path; only files that changed */
  readonly changes: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
}

export async function fix(
  target: LintTarget,
  workspace: Workspace,
  options: LintOptions = {},
): Promise<FixResult> {
  let result = await lint(target, workspace, options);
  const originals: Sources = result.sources;
  const mended = new Map<string, string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { changed } = applyFixes(result.diagnostics, result.sources);
    if (changed.size === 0) break;
    for (const [path, text] of changed) mended.set(path, text);
    result = await lint(target, overlayWorkspace(workspace, mended), options);
  }
  const changes = new Map<string, { readonly before: string; readonly after: string }>();
  for (const [path, after] of mended) {
    const before = originals.get(path);
    if (before !== undefined && before !== after) changes.set(path, { before, after });
  }
  return { ...result, changes };
}
