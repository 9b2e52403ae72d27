/**
 * `lint --fix` and `lint --layout`: targets one after another, and nothing remembered, for mending changes what the
 * next is judged by. What is mended is written by keep-changes.ts.
 */
import type { CheckOptions } from "../../check/house-checks.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { diskWorkspace } from "../../disk/disk-workspace.js";
import { templatesFolder } from "../../disk/package-files.js";
import { type FixResult, fix } from "../../fix.js";
import { type LintTarget, lint } from "../../lint.js";
import { overlayWorkspace, type Workspace } from "../../read/workspace.js";
import type { Change } from "../history/keep-changes.js";
import type { LockedFiles } from "./locked-files.js";

export interface MendOptions {
  readonly workspace: Workspace;
  readonly check: CheckOptions;
  /** false where the pages alone are asked for */
  readonly mends: boolean;
  readonly suggestions: boolean;
  readonly layout: boolean;
  /** the files stay as they are: what is left is told by its places in them */
  readonly isTrial: boolean;
  /** files that are left as they are; undefined where nothing is written */
  readonly locked: LockedFiles | undefined;
}

export interface MendedTarget extends Pick<FixResult, "diagnostics" | "sources" | "submitted" | "refused"> {
  readonly changes: ReadonlyMap<string, MendedFile>;
}

export interface MendedFile extends Change {
  /** how many findings the change mends */
  readonly fixed: number;
}

export async function* mendTargets(
  targets: readonly LintTarget[],
  { workspace, check, mends, suggestions, layout, isTrial, locked }: MendOptions,
): AsyncGenerator<MendedTarget> {
  const options = { ...check, templates: diskWorkspace(templatesFolder()) };
  for (const target of targets) {
    const isLocked = locked?.of(target.path);
    const result = mends
      ? await fix(target, workspace, { ...options, suggestions, ...(isLocked && { isLocked }) })
      : { ...(await lint(target, workspace, options)), ...NOTHING_MENDED };
    const judged = layout ? await lintPages(target, { workspace, result, check }) : result;
    const told = isTrial ? onDisk(judged, result) : judged;
    const changes = [...result.changes].map(
      ([path, change]) =>
        [path, { ...change, target: target.path, fixed: result.fixed.get(path) ?? 0 }] as const,
    );
    const diagnostics = isLocked
      ? told.diagnostics.map((one) => (isKept(one, isLocked) ? withoutFix(one) : one))
      : told.diagnostics;
    yield { ...told, diagnostics, refused: result.refused, changes: new Map(changes) };
  }
}

const NOTHING_MENDED: Pick<FixResult, "changes" | "fixed" | "refused" | "asItStood"> = {
  changes: new Map(),
  fixed: new Map(),
  refused: [],
  asItStood: (finding) => finding,
};

/** What is left after mending, as the files have it that were not mended. */
function onDisk(judged: Told, { changes, asItStood }: FixResult): Told {
  const originals = [...changes].map(([path, { before }]) => [path, before] as const);
  return {
    ...judged,
    diagnostics: judged.diagnostics.map(asItStood),
    sources: new Map([...judged.sources, ...originals]),
  };
}

type Told = Pick<FixResult, "diagnostics" | "sources" | "submitted">;

/** True where what would mend it lies in a file that is left as it is. */
const isKept = ({ fix }: Diagnostic, isLocked: (path: string) => boolean): boolean =>
  fix?.some(({ span }) => isLocked(span.path)) === true;

/** What this run has not mended, the next cannot mend either: it is not promised. */
function withoutFix({ fix: _, ...finding }: Diagnostic): Diagnostic {
  return finding;
}

/** The pages of an issue composed as `build` does, fonts and all; nothing is rendered. */
async function lintPages(target: LintTarget, { workspace, result, check }: PagesInput): Promise<Told> {
  if (target.kind !== "issue") return result;
  const { build } = await import("../../build.js");
  const { diskEnvironment } = await import("../../disk/disk-environment.js");
  const mended = new Map([...result.changes].map(([path, { after }]) => [path, after]));
  const environment = { ...diskEnvironment(), workspace: overlayWorkspace(workspace, mended) };
  return build(target.path, environment, { ...check, editions: [], layOut: true });
}

interface PagesInput {
  readonly workspace: Workspace;
  readonly result: FixResult;
  readonly check: CheckOptions;
}
