/**
 * GitHub resolves the places of annotations and of SARIF from the repository's root, wherever the command was
 * started. A runner says where that is; elsewhere paths stay relative to the current folder, as everywhere.
 */
import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import type { Diagnostic, Sources, TextEdit } from "../../diagnostics/diagnostic.js";
import { withSlashes } from "../../disk/disk-workspace.js";

interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** @param workspace GITHUB_WORKSPACE, undefined where no runner is at work */
export function fromRepository(findings: Findings, workspace: string | undefined): Findings {
  const root = realFolder(workspace);
  if (root === undefined || resolve(root) === process.cwd()) return findings;
  const moved = (path: string): string => {
    const below = relative(root, resolve(path));
    return below === "" || below.startsWith("..") || isAbsolute(below) ? path : withSlashes(below);
  };
  const movedSpan = <Placed extends { readonly span: Diagnostic["span"] }>(placed: Placed): Placed => ({
    ...placed,
    span: { ...placed.span, path: moved(placed.span.path) },
  });
  const movedEdits = (edits: readonly TextEdit[]) => edits.map(movedSpan);
  return {
    diagnostics: findings.diagnostics.map((one) => ({
      ...movedSpan(one),
      ...(one.related && { related: one.related.map(movedSpan) }),
      ...(one.fix && { fix: movedEdits(one.fix) }),
      ...(one.suggestions && {
        suggestions: one.suggestions.map((each) => ({ ...each, edits: movedEdits(each.edits) })),
      }),
    })),
    sources: new Map([...findings.sources].map(([path, text]) => [moved(path), text])),
  };
}

function realFolder(path: string | undefined): string | undefined {
  try {
    return path === undefined || path === "" ? undefined : realpathSync(path);
  } catch {
    return undefined;
  }
}
