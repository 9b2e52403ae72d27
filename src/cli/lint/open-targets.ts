/** What `bulletin lint` is to look at: paths, what a commit changed, or standard input under the name it goes by. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { diskWorkspace, withSlashes } from "../../disk/disk-workspace.js";
import type { LintTarget } from "../../lint.js";
import { overlayWorkspace, type Workspace } from "../../read/workspace.js";
import { findLintTargets } from "../find-targets.js";

export interface OpenOptions {
  readonly stdinFilename?: string;
  readonly changed?: boolean | string;
}

export interface OpenTargets {
  readonly workspace: Workspace;
  readonly targets: readonly LintTarget[];
  /** what came by standard input, and the name it goes by */
  readonly input?: { readonly path: string; readonly bytes: Uint8Array };
}

export async function openTargets(
  paths: readonly string[],
  { stdinFilename, changed }: OpenOptions,
): Promise<OpenTargets> {
  const disk = diskWorkspace(process.cwd());
  if (changed !== undefined) {
    const { changedTargets } = await import("./changed-targets.js");
    return { workspace: disk, targets: changedTargets(paths, disk) };
  }
  if (!paths.includes("-")) return { workspace: disk, targets: findLintTargets(paths, disk) };
  if (stdinFilename === undefined || paths.length > 1) {
    throw new EnvironmentError(
      {
        zh: "从标准输入检查时，只能给出一个“-”，并须用 --stdin-filename 说明它是哪个文件。",
        en: "To lint standard input, give “-” as the only path, and --stdin-filename to say which file it stands for.",
      },
      {
        zh: "请写作“bulletin lint - --stdin-filename items/05-fair.md < 来稿.md”。",
        en: "Write it like “bulletin lint - --stdin-filename items/05-fair.md < submission.md”.",
      },
    );
  }
  const path = withSlashes(stdinFilename);
  const { readStandardInput } = await import("./read-standard-input.js");
  const bytes = await readStandardInput();
  const kind = /\.ya?ml$/i.test(path)
    ? "issue"
    : /\.(?:md|markdown)$/i.test(path)
      ? "submission"
      : "manuscript";
  const workspace = overlayWorkspace(disk, new Map([[path, bytes]]));
  return { workspace, targets: [{ kind, path }], input: { path, bytes } };
}
