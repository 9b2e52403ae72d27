/** `bulletin lint`: finds the targets, lints or mends them, and prints one report. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { CheckOptions } from "../check/check-issue.js";
import { type Diagnostic, EnvironmentError } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { printable, printableLines } from "../diagnostics/printable.js";
import { fix } from "../fix.js";
import { type LintTarget, lint } from "../lint.js";
import type { SeveritySetting } from "../model/house.js";
import { overlayWorkspace, type Workspace } from "../read/workspace.js";
import { diskWorkspace, withSlashes } from "./disk-workspace.js";
import { findLintTargets } from "./find-targets.js";
import { type Format, printReport } from "./print-report.js";
import { pickShard, type Shard } from "./shard.js";
import { writeFiles } from "./write-files.js";

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
}

/** @returns the exit code */
export async function runLint(paths: readonly string[], options: LintCommandOptions): Promise<number> {
  const checkOptions: CheckOptions = { severities: readRuleSettings(options.rule) };
  const { workspace, targets: found } = await openTargets(paths, options);
  const targets = pickShard(found, { shard: options.shard, pathOf: ({ path }) => path });
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  const changes = new Map<string, { readonly before: string; readonly after: string }>();
  for (const target of targets) {
    const mends = options.fix === true || options.fixDryRun === true;
    const result = mends
      ? await fix(target, workspace, checkOptions)
      : { ...(await lint(target, workspace, checkOptions)), changes: new Map<string, never>() };
    diagnostics.push(...result.diagnostics);
    for (const [path, text] of result.sources) sources.set(path, text);
    for (const [path, change] of result.changes) changes.set(path, change);
  }
  if (options.fixDryRun === true) {
    const { printDiff } = await import("../diagnostics/print-diff.js");
    const patch = [...changes].map(([path, change]) => printDiff(path, change)).join("");
    // A program that applies the patch needs it to the letter; a terminal must not obey it.
    process.stdout.write(process.stdout.isTTY ? printableLines(patch) : patch);
  } else if (options.fix === true) {
    keepChanges(changes, { paths, language: options.language });
  }
  const shown =
    options.quiet === true ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  const report = await printReport(shown, sources, {
    ...options,
    toTerminal: options.outputFile === undefined,
  });
  if (options.outputFile !== undefined) {
    writeFiles([{ path: options.outputFile, bytes: new TextEncoder().encode(report) }]);
  } else if (options.fixDryRun === true) {
    process.stderr.write(report);
  } else if (!isStandardInputFix(paths, options)) {
    process.stdout.write(report);
  }
  return isRefused(diagnostics, options.maxWarnings) ? 1 : 0;
}

function isRefused(diagnostics: readonly Diagnostic[], maxWarnings: number | undefined): boolean {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  return count("error") > 0 || (maxWarnings !== undefined && count("warning") > maxWarnings);
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
  const text = await readStandardInput();
  const kind = /\.ya?ml$/i.test(path) ? "issue" : "submission";
  return { workspace: overlayWorkspace(disk, new Map([[path, text]])), targets: [{ kind, path }] };
}

async function readStandardInput(): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const isStandardInputFix = (paths: readonly string[], { fix }: LintCommandOptions) =>
  fix === true && paths.includes("-");

/** Mended files are replaced; mended standard input goes to standard output. */
function keepChanges(
  changes: ReadonlyMap<string, { readonly after: string }>,
  { paths, language }: { paths: readonly string[]; language: Language },
): void {
  if (paths.includes("-")) {
    for (const { after } of changes.values()) process.stdout.write(after);
    return;
  }
  writeFiles([...changes].map(([path, { after }]) => ({ path, bytes: withMarkOf(path, after) })));
  for (const path of changes.keys()) {
    const shown = withSlashes(relative(process.cwd(), path)) || path;
    process.stderr.write(language === "zh" ? `已改正 ${printable(shown)}\n` : `mended ${printable(shown)}\n`);
  }
}

const SEVERITIES: ReadonlyMap<string, SeveritySetting> = new Map([
  ["off", "off"],
  ["info", "info"],
  ["warn", "warning"],
  ["warning", "warning"],
  ["error", "error"],
]);

function readRuleSettings(settings: readonly string[]): ReadonlyMap<string, SeveritySetting> {
  const severities = new Map<string, SeveritySetting>();
  for (const setting of settings) {
    const [, rule, word = ""] = /^\s*([\w/-]+)\s*[:：=]\s*"?(\w+)"?\s*$/.exec(setting) ?? [];
    const severity = SEVERITIES.get(word);
    if (rule === undefined || severity === undefined) {
      throw new EnvironmentError(
        { zh: `--rule 的写法不对：${setting}`, en: `--rule cannot be read: ${setting}` },
        {
          zh: "应写作 --rule '规则名: off|info|warn|error'。",
          en: "Write --rule 'NAME: off|info|warn|error'.",
        },
      );
    }
    severities.set(rule, severity);
  }
  return severities;
}

/** Texts are read without a byte order mark; a file that had one keeps it. */
function withMarkOf(path: string, text: string): Uint8Array {
  const head = readFileSync(path).subarray(0, BYTE_ORDER_MARK.length);
  const bytes = new TextEncoder().encode(text);
  return head.equals(BYTE_ORDER_MARK) ? Buffer.concat([BYTE_ORDER_MARK, bytes]) : bytes;
}

/** U+FEFF in UTF-8 */
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
