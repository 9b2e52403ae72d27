/** `bulletin lint`: finds the targets, lints or mends them, and prints one report. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { CheckOptions } from "../check/check-issue.js";
import { type Diagnostic, EnvironmentError, type Sources } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { printable } from "../diagnostics/printable.js";
import type { FixResult } from "../fix.js";
import { type LintTarget, lint } from "../lint.js";
import type { SeveritySetting } from "../model/house.js";
import { overlayWorkspace, type Workspace } from "../read/workspace.js";
import { diskWorkspace, withSlashes } from "./disk-workspace.js";
import { findLintTargets } from "./find-targets.js";
import { toTheLetter, writeAsItIs } from "./guard-output.js";
import { lintMany } from "./lint-many.js";
import { templatesFolder } from "./package-files.js";
import { type Format, printReport } from "./print-report.js";
import { pickShard, type Shard } from "./shard.js";

export interface LintCommandOptions {
  readonly language: Language;
  readonly format: Format;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly outputFile?: string;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly rule: readonly string[];
  readonly stdinFilename?: string;
  readonly shard?: Shard;
  /** file of findings that are not told (lint-baseline.ts) */
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** compose the pages too, for the findings that only they show */
  readonly layout?: boolean;
  /** worker threads at most; default: as many as there are cores */
  readonly jobs?: number;
  /** do not lint again what is unchanged (remember-findings.ts) */
  readonly cache?: boolean;
  /** folder of the records */
  readonly cacheLocation?: string;
}

/** @returns the exit code */
export async function runLint(paths: readonly string[], options: LintCommandOptions): Promise<number> {
  const checkOptions: CheckOptions = { severities: await readRuleSettings(options.rule) };
  const { workspace, targets: all } = await openTargets(paths, options);
  const targets = pickShard(all, { shard: options.shard, pathOf: ({ path }) => path });
  const found: Diagnostic[] = [];
  const sources = new Map<string, string>();
  const changes = new Map<string, { readonly before: string; readonly after: string }>();
  const isOnDisk = !paths.includes("-");
  const results = mendsOrComposes(options)
    ? mendAndCompose(targets, { workspace, checkOptions, options })
    : lintMany(targets, workspace, {
        jobs: options.jobs,
        check: checkOptions,
        records:
          options.cache === true && isOnDisk
            ? (await import("./cache-file.js")).openRecords(options.cacheLocation)
            : undefined,
        isOnDisk,
      });
  for await (const result of results) {
    if ("changes" in result) for (const [path, change] of result.changes) changes.set(path, change);
    // One by one: a call takes no hundred thousand arguments.
    for (const one of result.diagnostics) found.push(one);
    for (const [path, text] of result.sources) if (text !== "" || !sources.has(path)) sources.set(path, text);
  }
  const diagnostics = await newFindings(found, { sources, options });
  if (options.fixDryRun === true) {
    const { printDiff } = await import("../diagnostics/print-diff.js");
    const patch = [...changes].map(([path, change]) => printDiff(path, change)).join("");
    writeAsItIs(patch, process.env);
  } else if (isStandardInputFix(paths, options)) {
    // Whole even where nothing was to be mended: editors replace their text by what comes back.
    const path = targets[0]?.path ?? "";
    writeAsItIs(changes.get(path)?.after ?? sources.get(path) ?? "", process.env);
  } else if (options.fix === true) {
    await keepChanges(changes, options.language);
  }
  const shown =
    options.quiet === true ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  const report = await printReport(shown, sources, {
    ...options,
    toTerminal: options.outputFile === undefined,
  });
  const told = options.format === "github" ? toTheLetter(report) : report;
  if (options.outputFile !== undefined) {
    const { writeFiles } = await import("./write-files.js");
    writeFiles([{ path: options.outputFile, bytes: toTheLetter(report) }]);
  } else if (options.fixDryRun === true || isStandardInputFix(paths, options)) {
    process.stderr.write(told);
  } else {
    process.stdout.write(told);
  }
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  if (count("warning") > (options.maxWarnings ?? Number.POSITIVE_INFINITY)) {
    process.stderr.write(tooManyWarnings(count("warning"), options));
    return 1;
  }
  return count("error") > 0 ? 1 : 0;
}

const mendsOrComposes = ({ fix, fixDryRun, layout }: LintCommandOptions): boolean =>
  fix === true || fixDryRun === true || layout === true;

/** One target after another, and nothing remembered: mending changes what the next is judged by. */
async function* mendAndCompose(
  targets: readonly LintTarget[],
  { workspace, checkOptions, options }: MendingInput,
): AsyncGenerator<FixResult> {
  const { fix } = await import("../fix.js");
  const lintOptions = { ...checkOptions, templates: diskWorkspace(templatesFolder()) };
  for (const target of targets) {
    const mends = options.fix === true || options.fixDryRun === true;
    const result = mends
      ? await fix(target, workspace, lintOptions)
      : { ...(await lint(target, workspace, lintOptions)), changes: new Map<string, never>() };
    const told =
      options.layout === true ? await lintPages(target, { workspace, result, checkOptions }) : result;
    yield { ...told, changes: result.changes };
  }
}

interface MendingInput {
  readonly workspace: Workspace;
  readonly checkOptions: CheckOptions;
  readonly options: LintCommandOptions;
}

/** The pages of an issue composed as `build` does, fonts and all; nothing is rendered. */
async function lintPages(
  target: LintTarget,
  { workspace, result, checkOptions }: PagesInput,
): Promise<Pick<FixResult, "diagnostics" | "sources">> {
  if (target.kind !== "issue") return result;
  const { build } = await import("../build.js");
  const { diskEnvironment } = await import("./disk-environment.js");
  const mended = new Map([...result.changes].map(([path, { after }]) => [path, after]));
  const environment = { ...diskEnvironment(), workspace: overlayWorkspace(workspace, mended) };
  return build(target.path, environment, { ...checkOptions, editions: [], layOut: true });
}

interface PagesInput {
  readonly workspace: Workspace;
  readonly result: FixResult;
  readonly checkOptions: CheckOptions;
}

async function newFindings(
  found: readonly Diagnostic[],
  { sources, options }: { readonly sources: Sources; readonly options: LintCommandOptions },
): Promise<readonly Diagnostic[]> {
  const { baseline: file, updateBaseline: update = false, language } = options;
  if (file !== undefined) {
    const { withBaseline } = await import("./lint-baseline.js");
    return withBaseline(found, { file, update, sources, language });
  }
  if (!update) return found;
  throw new EnvironmentError(
    { zh: "--update-baseline 要和 --baseline 文件 一起用", en: "--update-baseline needs --baseline FILE" },
    {
      zh: "例如：bulletin lint --baseline lint-baseline.json --update-baseline",
      en: "For example: bulletin lint --baseline lint-baseline.json --update-baseline",
    },
  );
}

function tooManyWarnings(count: number, { maxWarnings, language }: LintCommandOptions): string {
  return language === "zh"
    ? `警告 ${count} 条，多于 --max-warnings 允许的 ${maxWarnings} 条。\n`
    : `${count} ${count === 1 ? "warning" : "warnings"}, more than the ${maxWarnings} that --max-warnings allows.\n`;
}

async function openTargets(
  paths: readonly string[],
  { stdinFilename }: LintCommandOptions,
): Promise<{ workspace: Workspace; targets: readonly LintTarget[] }> {
  const disk = diskWorkspace(process.cwd());
  if (!paths.includes("-")) return { workspace: disk, targets: findLintTargets(paths, disk) };
  if (stdinFilename === undefined || paths.length > 1) {
    throw new EnvironmentError(
      {
        zh: "从标准输入检查时，只能给出一个 -，并须用 --stdin-filename 说明它是哪个文件",
        en: "Standard input needs --stdin-filename, and no other path beside -",
      },
      {
        zh: "例如：bulletin lint - --stdin-filename items/05-fair.md < 来稿.md",
        en: "For example: bulletin lint - --stdin-filename items/05-fair.md < submission.md",
      },
    );
  }
  const path = withSlashes(stdinFilename);
  const bytes = await readStandardInput();
  const kind = /\.ya?ml$/i.test(path) ? "issue" : "submission";
  return { workspace: overlayWorkspace(disk, new Map([[path, bytes]])), targets: [{ kind, path }] };
}

/** Bytes, so that another encoding than UTF-8 is named as that of a file is. */
async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const isStandardInputFix = (paths: readonly string[], { fix }: LintCommandOptions) =>
  fix === true && paths.includes("-");

async function keepChanges(
  changes: ReadonlyMap<string, { readonly after: string }>,
  language: Language,
): Promise<void> {
  const { writeFiles } = await import("./write-files.js");
  writeFiles([...changes].map(([path, { after }]) => ({ path, bytes: withMarkOf(path, after) })));
  for (const path of changes.keys()) {
    const shown = withSlashes(relative(process.cwd(), path)) || path;
    process.stderr.write(language === "zh" ? `已改正 ${printable(shown)}\n` : `mended ${printable(shown)}\n`);
  }
}

async function readRuleSettings(settings: readonly string[]): Promise<ReadonlyMap<string, SeveritySetting>> {
  if (settings.length === 0) return new Map();
  const { readSeverityOverride } = await import("../check/severity-override.js");
  return new Map(
    settings.map((setting) => {
      const override = readSeverityOverride(setting);
      if (override.state === "read") return [override.rule, override.severity];
      throw new EnvironmentError(override.problem, {
        zh: "应写作 --rule '规则名: off|info|warn|error'；bulletin rules 列出全部规则。",
        en: "Write --rule 'NAME: off|info|warn|error'; bulletin rules lists them all.",
      });
    }),
  );
}

/** Texts are read without a byte order mark; a file that had one keeps it. */
function withMarkOf(path: string, text: string): Uint8Array {
  const head = readFileSync(path).subarray(0, BYTE_ORDER_MARK.length);
  const bytes = new TextEncoder().encode(text);
  return head.equals(BYTE_ORDER_MARK) ? Buffer.concat([BYTE_ORDER_MARK, bytes]) : bytes;
}

/** U+FEFF in UTF-8 */
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
