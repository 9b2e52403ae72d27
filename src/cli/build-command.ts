/** `bulletin build`: finds the issues asked for, then builds, watches or prints a stage. */
import { type BuildIssuesOptions, buildIssues } from "./build-issues.js";
import { diskWorkspace } from "./disk-workspace.js";
import { findManifests } from "./find-targets.js";
import { optimiseLate } from "./optimise-late.js";
import { pickShard, type Shard } from "./shard.js";

export interface BuildCommandOptions extends BuildIssuesOptions {
  readonly all?: boolean;
  readonly watch?: boolean;
  readonly print?: "issue" | "layout";
  readonly shard?: Shard;
}

/** @returns the exit code */
export async function runBuild(paths: readonly string[], options: BuildCommandOptions): Promise<number> {
  optimiseLate();
  const workspace = diskWorkspace(process.cwd());
  const found = findManifests(paths, { workspace, all: options.all === true });
  const manifests = pickShard(found, { shard: options.shard, pathOf: (path) => path });
  if (options.print !== undefined) {
    const { printStage } = await import("./print-stage.js");
    return printStage(manifests, { stage: options.print, language: options.language });
  }
  if (options.watch === true) {
    const { watchIssues } = await import("./watch-issues.js");
    return watchIssues(manifests, options);
  }
  return buildIssues(manifests, options);
}
