/**
 * The public API: lint, fix and build an issue from files on disk or in memory, and tell its
 * findings. It re-exports, as package-data.ts does for the build of the package and no other file;
 * docs/api.md shows it at work. Everything here is plain data and functions; what they remember from
 * call to call changes no result (docs/decisions/014). Nothing is written to disk and nothing printed.
 */
export type { BuildEnvironment, BuildOptions, BuildResult } from "./build.js";
export type { CheckOptions } from "./check/house-checks.js";
export {
  build,
  diskEnvironment,
  findingRecords,
  fix,
  lint,
  memoryEnvironment,
  memoryWorkspace,
  overlayWorkspace,
  printPretty,
  schemaOf,
} from "./checked-api.js";
export {
  type Diagnostic,
  EnvironmentError,
  type Message,
  type RelatedPlace,
  type Severity,
  type Sources,
  type Suggestion,
  type TextEdit,
} from "./diagnostics/diagnostic.js";
export type { Language } from "./diagnostics/language.js";
export type { Position } from "./diagnostics/line-index.js";
export type { FindingRecord } from "./diagnostics/print-json.js";
export type { Paint, PrettyOptions } from "./diagnostics/print-pretty.js";
export type { Hidden } from "./diagnostics/summary.js";
export type { Artifact, EditionName } from "./editions/edition-table.js";
export type { FixOptions, FixResult } from "./fix.js";
export type { FontFile, FontSource } from "./fonts/face.js";
export type { Layout } from "./layout/layout.js";
export type { IssueSources } from "./layout/source-places.js";
export type { LintOptions, LintResult, LintTarget } from "./lint.js";
export type { SeveritySetting } from "./model/house.js";
export type { CheckedIssue, Issue } from "./model/issue.js";
export type { Span } from "./model/located.js";
export type { SchemaName } from "./read/schema-names.js";
export type { FileContent, ReadLimits, Workspace } from "./read/workspace.js";
