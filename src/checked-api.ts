/**
 * The functions of the public API as they are called from outside: arguments first (api-arguments.ts),
 * then the work. The command line and the tests of the core call what stands behind them.
 */
import {
  type Call,
  type Check,
  type Checks,
  expectArgument,
  expectOptions,
  isContent,
  isDate,
  isFiles,
  isFunction,
  isList,
  isMap,
  isRecord,
  isSeverities,
  isSwitch,
  isText,
  isTexts,
  isWidth,
  listOf,
  oneOf,
  withMethods,
} from "./api-arguments.js";
import { type BuildEnvironment, type BuildOptions, type BuildResult, build as buildIssue } from "./build.js";
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import type { Language } from "./diagnostics/language.js";
import { type FindingRecord, findingRecords as recordsOf } from "./diagnostics/print-json.js";
import { type PrettyOptions, printPretty as print } from "./diagnostics/print-pretty.js";
import { memoryEnvironment as inMemory, diskEnvironment as onDisk } from "./disk/disk-environment.js";
import {
  EDITION_NAMES,
  EDITIONS_WITH_FORMS,
  type FormOptions,
  formOption,
  formsOf,
} from "./editions/edition-table.js";
import { type FixOptions, type FixResult, fix as mend } from "./fix.js";
import { lint as check, type LintOptions, type LintResult, type LintTarget } from "./lint.js";
import { whyNoDraft } from "./read/fields/mark-fields.js";
import { SCHEMA_NAMES, type SchemaName } from "./read/schema-names.js";
import {
  memoryWorkspace as filesInMemory,
  overlayWorkspace as overlaid,
  type Workspace,
} from "./read/workspace.js";
import { schemaOf as schema } from "./schema.js";

const isWorkspace = withMethods("a workspace", ["readFile", "listFolder", "realPath"]);
const isDraft: Check = (value) =>
  isText(value) ?? (whyNoDraft(String(value)) && "a short text that can be part of a file name");
const isLanguage = oneOf(["zh", "en"]);

const LINT_OPTIONS: Checks<LintOptions> = {
  severities: isSeverities,
  structuralOnly: isSwitch,
  everyFinding: isSwitch,
  templates: isWorkspace,
};

const FIX_OPTIONS: Checks<FixOptions> = { ...LINT_OPTIONS, suggestions: isSwitch, isLocked: isFunction };

// A key for each edition with forms, as FormOptions has.
const FORM_CHECKS = Object.fromEntries(
  EDITIONS_WITH_FORMS.map((name) => [formOption(name), oneOf(formsOf(name))]),
) as Checks<FormOptions>;

const BUILD_OPTIONS: Checks<BuildOptions> = {
  editions: listOf(EDITION_NAMES),
  draft: isDraft,
  lineNumbers: isSwitch,
  inlinePictures: isSwitch,
  perItem: isSwitch,
  severities: isSeverities,
  structuralOnly: isSwitch,
  everyFinding: isSwitch,
  strict: isSwitch,
  ...FORM_CHECKS,
  fontFolders: isTexts,
  systemFonts: isSwitch,
  layOut: isSwitch,
  places: isSwitch,
  pagesAlone: isSwitch,
  timestamp: isDate,
};

const PRETTY_OPTIONS: Checks<PrettyOptions> = {
  language: isLanguage,
  paint: isFunction,
  verbose: isSwitch,
  width: isWidth,
  hidden: (value) => (isRecord(value) ? undefined : "an object"),
};

export async function lint(
  target: LintTarget,
  workspace: Workspace,
  options: LintOptions = {},
): Promise<LintResult> {
  expectLinting({ entry: lint, name: "lint" }, { target, workspace });
  expectOptions({ entry: lint, name: "lint" }, options, LINT_OPTIONS);
  return check(target, workspace, options);
}

export async function fix(
  target: LintTarget,
  workspace: Workspace,
  options: FixOptions = {},
): Promise<FixResult> {
  expectLinting({ entry: fix, name: "fix" }, { target, workspace });
  expectOptions({ entry: fix, name: "fix" }, options, FIX_OPTIONS);
  return mend(target, workspace, options);
}

function expectLinting(
  call: Call,
  { target, workspace }: { readonly target: unknown; readonly workspace: unknown },
): void {
  const { kind, path } = isRecord(target) ? target : {};
  expectArgument(call, ["target", target], (value) =>
    isRecord(value) ? undefined : "an object { kind, path }",
  );
  expectArgument(call, ["target.kind", kind], oneOf(["issue", "submission"]));
  expectArgument(call, ["target.path", path], isText);
  expectArgument(call, ["workspace", workspace], isWorkspace);
}

export async function build(
  path: string,
  environment: BuildEnvironment,
  options: BuildOptions,
): Promise<BuildResult> {
  const call = { entry: build, name: "build" };
  expectArgument(call, ["path", path], isText);
  expectArgument(call, ["environment", environment], (value) =>
    isRecord(value) ? undefined : "an environment, such as diskEnvironment() gives",
  );
  expectArgument(call, ["environment.workspace", environment.workspace], isWorkspace);
  expectArgument(call, ["environment.templates", environment.templates], isWorkspace);
  expectArgument(call, ["environment.fonts", environment.fonts], withMethods("a source of fonts", ["open"]));
  expectArgument(call, ["environment.listFonts", environment.listFonts], isFunction);
  expectOptions(call, options, BUILD_OPTIONS);
  return buildIssue(path, environment, options);
}

export function findingRecords(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): FindingRecord[] {
  const call = { entry: findingRecords, name: "findingRecords" };
  expectArgument(call, ["diagnostics", diagnostics], isList);
  expectArgument(call, ["sources", sources], isMap);
  expectArgument(call, ["language", language], isLanguage);
  return recordsOf(diagnostics, sources, language);
}

export function printPretty(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: PrettyOptions,
): string {
  const call = { entry: printPretty, name: "printPretty" };
  expectArgument(call, ["diagnostics", diagnostics], isList);
  expectArgument(call, ["sources", sources], isMap);
  expectOptions(call, options, PRETTY_OPTIONS);
  expectArgument(call, ["options.language", options.language], isLanguage);
  expectArgument(call, ["options.paint", options.paint], isFunction);
  return print(diagnostics, sources, options);
}

export function schemaOf(name: SchemaName): ReturnType<typeof schema> {
  expectArgument({ entry: schemaOf, name: "schemaOf" }, ["name", name], oneOf(SCHEMA_NAMES));
  return schema(name);
}

/** @param folder where relative paths start; default: the folder the process was started in */
export function diskEnvironment(folder?: string): BuildEnvironment {
  const call = { entry: diskEnvironment, name: "diskEnvironment" };
  if (folder !== undefined) expectArgument(call, ["folder", folder], isText);
  return onDisk(folder);
}

/** @param files the author's files by path; faces of a house's own cannot be held here */
export function memoryEnvironment(files: Readonly<Record<string, string | Uint8Array>>): BuildEnvironment {
  expectArgument({ entry: memoryEnvironment, name: "memoryEnvironment" }, ["files", files], isFiles);
  return inMemory(files);
}

/** A workspace in memory: files by path, for callers that hold texts. */
export function memoryWorkspace(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  expectArgument({ entry: memoryWorkspace, name: "memoryWorkspace" }, ["files", files], isFiles);
  return filesInMemory(files);
}

/** A workspace in which some files have other contents than in the one below. */
export function overlayWorkspace(
  below: Workspace,
  contents: ReadonlyMap<string, string | Uint8Array>,
): Workspace {
  const call = { entry: overlayWorkspace, name: "overlayWorkspace" };
  expectArgument(call, ["below", below], isWorkspace);
  expectArgument(call, ["contents", contents], (value) =>
    isMap(value) === undefined && [...contents.values()].every(isContent)
      ? undefined
      : "a Map from path to string or Uint8Array",
  );
  return overlaid(below, contents);
}
