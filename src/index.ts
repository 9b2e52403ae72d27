/**
 * The public API: build and lint an issue from any workspace. The only file that re-exports.
 */
export { type BuildEnvironment, type BuildOptions, type BuildResult, build } from "./build.js";
export type { CheckOptions } from "./check/check-issue.js";
export { diskEnvironment } from "./cli/disk-environment.js";
export {
  type Diagnosed,
  type Diagnostic,
  EnvironmentError,
  type Message,
  type Severity,
  type Sources,
} from "./diagnostics/diagnostic.js";
export type { Artifact, EditionName } from "./editions/edition.js";
export { type FixResult, fix } from "./fix.js";
export { type LintResult, type LintTarget, lint } from "./lint.js";
export { memoryWorkspace, type Workspace } from "./read/workspace.js";
