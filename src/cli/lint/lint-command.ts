/** `bulletin lint`: finds the targets, lints or mends them, and prints one report. */
import type { CheckOptions } from "../../check/house-checks.js";
import { type Diagnostic, EnvironmentError, type Sources } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { summarise } from "../../diagnostics/summary.js";
import { asError } from "../../disk/fault-record.js";
import type { LintResult } from "../../lint.js";
import type { SeveritySetting } from "../../model/house.js";
import type { Workspace } from "../../read/workspace.js";
import { lintMany, type ManyTargetsOptions } from "../../threads/lint-many.js";
import { withCollisions } from "../colliding-places.js";
import { pickShard, type Shard } from "../shard.js";
import { EXIT_TROUBLE } from "../terminal/report-fault.js";
import { runTroubles } from "../terminal/run-troubles.js";
import { toTheLetter, writeAsItIs } from "../terminal/runner-output.js";
import type { AgainstBaseline } from "./lint-baseline.js";
import type { MendedFile, MendedTarget } from "./mend-targets.js";
import { openTargets } from "./open-targets.js";
import { type Format, printReport } from "./print-report.js";
import { refuseOwnInput } from "./refuse-own-input.js";
import { leftOut, type Mended, printMended } from "./tell-mended.js";
import type { TouchedFindings } from "./unchanged-copy.js";
import { reportBytes, writeReport } from "./write-report.js";

export interface LintCommandOptions {
  readonly language: Language;
  readonly settle?: ManyTargetsOptions["settle"];
  readonly format: Format;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  /** mend, and take suggestions too */
  readonly fixSuggestions?: boolean;
  readonly outputFile?: string;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  /** every finding, not three of a rule */
  readonly verbose?: boolean;
  /** how often each rule spoke, instead of where */
  readonly statistics?: boolean;
  readonly rule: readonly string[];
  readonly stdinFilename?: string;
  readonly shard?: Shard;
  /** file of findings that are not reported (lint-baseline.ts) */
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
  /** lint what changed: since a commit, or since the last one, or the paths given (changed-files.ts) */
  readonly changed?: boolean | string;
}

/** @returns the exit code */
export async function runLint(given: readonly string[], options: LintCommandOptions): Promise<number> {
  refuseStatistics(options);
  const paths = options.changed === undefined ? given : await readChanges(given, options.changed);
  // Which findings are new is known only beside all of them.
  const everyFinding = options.baseline !== undefined;
  const checkOptions: CheckOptions = { severities: await readRuleSettings(options.rule), everyFinding };
  const { workspace, targets: all, input } = await openTargets(paths, options);
  const targets = pickShard(all, { shard: options.shard, pathOf: ({ path }) => path });
  const found: Diagnostic[] = [];
  const sources = new Map<string, string>();
  const submitted: NonNullable<LintResult["submitted"]>[number][] = [];
  const changes = new Map<string, MendedFile>();
  const refused: Diagnostic[] = [];
  const undo: string[] = [];
  const isOnDisk = input === undefined;
  // A hook mends what is being committed, not what lies beside it.
  const isOthers = (path: string) => options.changed !== undefined && mends(options) && !paths.includes(path);
  if (options.changed !== undefined && targets.length === 0)
    process.stderr.write(NOTHING_CHANGED[options.language]);
  const locked = writesMended(options, isOnDisk)
    ? (await import("./locked-files.js")).lockedFiles(workspace)
    : undefined;
  const outcomes = mendsOrComposes(options)
    ? (await import("./mend-targets.js")).mendTargets(targets, {
        workspace,
        check: checkOptions,
        mends: mends(options),
        suggestions: options.fixSuggestions === true,
        layout: options.layout === true,
        isTrial: options.fixDryRun === true,
        locked,
      })
    : lintMany(targets, workspace, {
        jobs: options.jobs,
        check: checkOptions,
        records:
          options.cache === true && isOnDisk
            ? (await import("../../outcomes/cache-file.js")).openRecords(options.cacheLocation)
            : undefined,
        isOnDisk,
        settle: options.settle,
      });
  const troubles = runTroubles(options.language, { isAlone: targets.length === 1, work: "lint" });
  for await (const result of withCollisions(outcomes, all, workspace)) {
    if ("fault" in result) troubles.note(result.fault.target, asError(result.fault.record));
    if (isMended(result)) {
      for (const [path, change] of result.changes) if (!isOthers(path)) changes.set(path, change);
      refused.push(...result.refused);
    }
    submitted.push(...(result.submitted ?? []));
    // One by one: a call takes no hundred thousand arguments.
    for (const one of result.diagnostics) if (!isOthers(one.span.path)) found.push(one);
    for (const [path, text] of result.sources) if (text !== "" || !sources.has(path)) sources.set(path, text);
  }
  const isInputFix = input !== undefined && mends(options) && options.fixDryRun !== true;
  const { touched, untouched } = await touchedFindings(found, { paths, sources, workspace }, options);
  const { fresh: diagnostics, known } = await newFindings(touched, { sources, options });
  let written: ReadonlyMap<string, MendedFile> = changes;
  if (options.fixDryRun === true) {
    const { printDiff } = await import("../../diagnostics/print-diff.js");
    const patch = [...changes].map(([path, change]) => printDiff(path, change)).join("");
    writeAsItIs(patch, process.env);
  } else if (isInputFix && input !== undefined) {
    // Whole even where nothing was to be mended: editors replace their text by what comes back.
    const { givenBack } = await import("../history/keep-changes.js");
    writeAsItIs(givenBack(input.bytes, changes.get(input.path)), process.env);
  } else if (mends(options)) {
    const { keepChanges } = await import("../history/keep-changes.js");
    const kept = keepChanges(changes, { workspace, language: options.language });
    undo.push(...kept.undo);
    written = new Map([...changes].filter(([path]) => kept.replaced.has(path)));
    process.stderr.write(locked?.print(options.language) ?? "");
  }
  if (refused.length > 0) process.stderr.write(leftOut(refused, options.language));
  const { errors, warnings, infos } = summarise(diagnostics);
  const isQuiet = options.quiet === true;
  const warningsFail = warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
  // Whatever standard output carries besides, the report is not to stand in its way.
  const stream = options.fixDryRun === true || isInputFix ? process.stderr : process.stdout;
  const mended = countMended(written);
  const report = await printReport(isQuiet ? diagnostics.filter(isError) : diagnostics, sources, {
    ...options,
    stream: options.outputFile === undefined ? stream : undefined,
    warningsFail,
    submitted,
    mended: mends(options) && options.fixDryRun !== true ? mended : undefined,
    hidden: { byBaseline: known, byChange: untouched, ...(isQuiet && { byQuiet: { warnings, infos } }) },
  });
  if (options.outputFile === undefined) {
    await writeReport(report, stream, options.format === "github" ? toTheLetter : undefined);
  } else {
    refuseOwnInput(options.outputFile, sources.keys());
    const { writeOutput } = await import("../../disk/write-output.js");
    writeOutput(options.outputFile, reportBytes(report, toTheLetter));
  }
  // Where a program reads the report from there, nothing stands behind it.
  const isReportAlone =
    options.outputFile === undefined && stream === process.stderr && options.format !== "pretty";
  if (!isReportAlone) {
    const told = {
      left: diagnostics.length,
      isTrial: options.fixDryRun === true,
      language: options.language,
    };
    process.stderr.write(printMended({ ...mended, ...told }));
  }
  process.stderr.write(undo.map((line) => `${line}\n`).join(""));
  if (troubles.records().length > 0) return EXIT_TROUBLE;
  if (warningsFail) {
    process.stderr.write(tooManyWarnings(warnings, options));
    return 1;
  }
  return errors > 0 ? 1 : 0;
}

const countMended = (written: ReadonlyMap<string, MendedFile>): Mended => ({
  findings: [...written.values()].reduce((sum, { fixed }) => sum + fixed, 0),
  files: written.size,
});

const isMended = (result: MendedTarget | LintResult): result is MendedTarget => "changes" in result;

const isError = ({ severity }: Diagnostic): boolean => severity === "error";

/** A table stands on its own; other programs are given it in JSON. */
function refuseStatistics({ statistics, format }: LintCommandOptions): void {
  if (statistics !== true || format === "pretty" || format === "json") return;
  throw new EnvironmentError(
    {
      zh: `--statistics 打印的是一张表，不能用 ${format} 格式。`,
      en: `--statistics prints a table, which the format ${format} cannot hold.`,
    },
    { zh: "请去掉 -f，或改用 -f json。", en: "Leave out -f, or use -f json." },
  );
}

const NOTHING_CHANGED = {
  zh: "改动里没有简报的清单、稿件和图片，不用检查。\n",
  en: "The changes do not touch any manifest, item or picture of a bulletin: there is nothing to check.\n",
};

const mends = ({ fix, fixDryRun, fixSuggestions }: LintCommandOptions): boolean =>
  fix === true || fixDryRun === true || fixSuggestions === true;

/** Standard input is given back by standard output. */
const writesMended = (options: LintCommandOptions, isOnDisk: boolean): boolean =>
  isOnDisk && mends(options) && options.fixDryRun !== true;

const mendsOrComposes = (options: LintCommandOptions): boolean => mends(options) || options.layout === true;

async function newFindings(
  found: readonly Diagnostic[],
  { sources, options }: { readonly sources: Sources; readonly options: LintCommandOptions },
): Promise<AgainstBaseline> {
  const { baseline: file, updateBaseline: update = false, language } = options;
  if (file !== undefined) {
    const { withBaseline } = await import("./lint-baseline.js");
    const { boundFindings } = await import("../../check/bound-findings.js");
    const tellsKnown = options.format !== "pretty";
    const { fresh, known } = await withBaseline(found, { file, update, tellsKnown, sources, language });
    return { fresh: boundFindings(fresh), known };
  }
  if (!update) return { fresh: found, known: 0 };
  throw new EnvironmentError(
    {
      zh: "--update-baseline 须和 --baseline 一起使用。",
      en: "--update-baseline needs --baseline with the name of a file.",
    },
    {
      zh: "请写出基线文件，如“bulletin lint --baseline lint-baseline.json --update-baseline”。",
      en: "Give the file, as in “bulletin lint --baseline lint-baseline.json --update-baseline”.",
    },
  );
}

function tooManyWarnings(count: number, { maxWarnings, language }: LintCommandOptions): string {
  return language === "zh"
    ? `检查没有通过：有 ${count} 个警告，多于 --max-warnings 允许的 ${maxWarnings} 个。\n`
    : `The check failed: there ${count === 1 ? "is 1 warning" : `are ${count} warnings`}, more than the ${maxWarnings} that --max-warnings allows.\n`;
}

async function readChanges(paths: readonly string[], changed: boolean | string): Promise<readonly string[]> {
  // A current folder that is gone is told as such, and not as git would.
  process.cwd();
  const { changedFiles } = await import("./changed-files.js");
  const since = typeof changed === "string" ? changed : undefined;
  return changedFiles({ paths, since, environment: process.env });
}

/** A baseline is of all that there is, and says itself what of it is old. */
async function touchedFindings(
  found: readonly Diagnostic[],
  where: { readonly paths: readonly string[]; readonly sources: Sources; readonly workspace: Workspace },
  { changed, baseline }: LintCommandOptions,
): Promise<TouchedFindings> {
  if (changed === undefined || baseline !== undefined) return { touched: found, untouched: 0 };
  const { partFindings } = await import("./unchanged-copy.js");
  return partFindings(found, where);
}

async function readRuleSettings(settings: readonly string[]): Promise<ReadonlyMap<string, SeveritySetting>> {
  if (settings.length === 0) return new Map();
  const { readSeverityOverride } = await import("../../check/severity-override.js");
  return new Map(
    settings.map((setting) => {
      const override = readSeverityOverride(setting);
      if (override.state === "read") return [override.rule, override.severity];
      throw new EnvironmentError(override.problem, {
        zh: "请写作 --rule '规则名: off|info|warn|error'；运行 bulletin rules 可查看全部规则。",
        en: "Write --rule 'NAME: off|info|warn|error'; bulletin rules lists all rules.",
      });
    }),
  );
}
