/** Builds each issue asked for, writes its editions, has told what came of it (tell-outcome.ts). */
import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { BuildEnvironment, BuildOptions } from "../build.js";
import type { BuildMemory } from "../build-memory.js";
import { type Diagnostic, EnvironmentError, type Sources } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { findingRecords } from "../diagnostics/print-json.js";
import { printableJson } from "../diagnostics/printable.js";
import type { Artifact, EditionName } from "../editions/edition.js";
import { isInside } from "../read/workspace.js";
import { buildMany } from "./build-many.js";
import { type BuildOutcome, type MadeOf, placeOf } from "./build-outcome.js";
import { openRecords } from "./cache-file.js";
import { diskEnvironment } from "./disk-environment.js";
import { withSlashes } from "./disk-workspace.js";
import { type OutcomeMemory, outcomeMemory, type WrittenEdition } from "./remember-outcomes.js";
import { type TellOptions, type ToldIssue, tellOutcome } from "./tell-outcome.js";
import { writeFiles } from "./write-files.js";

export interface BuildIssuesOptions extends TellOptions {
  readonly edition: readonly EditionName[];
  readonly out?: string;
  /** false by --no-lint */
  readonly lint: boolean;
  readonly json?: boolean;
  readonly jobs?: number;
  readonly html?: "page" | "fragment";
  readonly fonts?: readonly string[];
  /** leave alone what has not changed */
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  /** told what each issue was made of */
  readonly onRead?: (madeOf: MadeOf) => void;
  /** says what came of an issue; default: findings and editions in full */
  readonly tell?: (issue: ToldIssue) => void;
  /** what is held from one build to the next */
  readonly held?: HeldBetweenBuilds;
}

/** For a process that builds the same issues again and again. */
export interface HeldBetweenBuilds {
  readonly environment: BuildEnvironment;
  readonly memoryOf: (manifest: string) => BuildMemory | undefined;
}

interface WrittenIssue {
  readonly manifest: string;
  readonly editions: readonly WrittenEdition[];
  readonly milliseconds: number;
}

/** Builds and writes every issue once; an issue that is refused does not keep the others back. */
export async function buildIssues(
  manifests: readonly string[],
  options: BuildIssuesOptions,
): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  const written: WrittenIssue[] = [];
  const claimed = new Map<string, string>();
  let refused = false;
  const build = buildOptions(options);
  const { environment, memoryOf } = options.held ?? { environment: diskEnvironment() };
  const tell = options.tell ?? ((issue: ToldIssue) => tellOutcome(issue, options));
  const memory = options.cache === true ? memoryFor(options, { environment, build }) : undefined;
  const many = {
    jobs: options.jobs,
    build,
    traced: memory !== undefined,
    environmentOf: (manifest: string) => ({ ...environment, memory: memoryOf?.(manifest) }),
    ...(memory && { recall: memory.recall }),
  };
  for await (const { outcome, editions: recalled } of buildMany(manifests, many)) {
    // One by one: a call takes no hundred thousand arguments.
    for (const one of outcome.diagnostics) diagnostics.push(one);
    for (const [path, text] of outcome.sources) sources.set(path, text);
    options.onRead?.(outcome.madeOf);
    claimPlaces(outcome, { editions: recalled, out: options.out, claimed });
    const editions = recalled ?? writeEditions(outcome, options.out);
    if (recalled === undefined) memory?.remember(outcome, editions);
    written.push({ manifest: outcome.manifest, editions, milliseconds: outcome.milliseconds });
    refused ||= outcome.slug === undefined;
    if (options.json !== true) tell({ outcome, editions, isRecalled: recalled !== undefined });
  }
  if (options.json === true) printDocument({ written, diagnostics, sources, language: options.language });
  return refused ? 1 : 0;
}

function buildOptions(options: BuildIssuesOptions): BuildOptions {
  const timestamp = readSourceDate(process.env.SOURCE_DATE_EPOCH);
  return {
    editions: options.edition,
    structuralOnly: !options.lint,
    strict: options.strict === true,
    htmlForm: options.html ?? "page",
    fontFolders: options.fonts ?? [],
    ...(timestamp === undefined ? {} : { timestamp }),
  };
}

/** SOURCE_DATE_EPOCH: seconds since 1970, as reproducible-builds.org defines it. */
function readSourceDate(text: string | undefined): Date | undefined {
  if (text === undefined || text === "") return undefined;
  const date = new Date(Number(text) * 1000);
  if (/^\d+$/.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new EnvironmentError(
    { zh: `SOURCE_DATE_EPOCH 不是秒数：${text}`, en: `SOURCE_DATE_EPOCH is no number of seconds: ${text}` },
    { zh: "请改正或去掉这个环境变量。", en: "Mend or unset this environment variable." },
  );
}

function memoryFor(
  options: BuildIssuesOptions,
  asked: { readonly environment: BuildEnvironment; readonly build: BuildOptions },
): OutcomeMemory | undefined {
  const records = openRecords(options.cacheLocation);
  return records && outcomeMemory({ records, ...asked, out: options.out });
}

/** Where the editions lie or are to lie: inside the bulletin, and each place one issue's alone. */
function claimPlaces(
  outcome: BuildOutcome,
  {
    editions = outcome.artifacts,
    out,
    claimed,
  }: {
    readonly editions: readonly { readonly edition: string }[] | undefined;
    readonly out: string | undefined;
    readonly claimed: Map<string, string>;
  },
): void {
  const { folder, root, manifest } = outcome;
  if (folder === undefined || root === undefined) return;
  if (out === undefined) holdInside(folder, root);
  for (const { edition } of editions) {
    const path = placeOf(outcome, edition, out);
    const other = claimed.get(resolve(path));
    if (other !== undefined) throw sameOutput(path, other, manifest);
    claimed.set(resolve(path), manifest);
  }
}

function writeEditions(outcome: BuildOutcome, out: string | undefined): readonly WrittenEdition[] {
  if (outcome.slug === undefined) return [];
  writeFiles(
    outcome.artifacts.map(({ edition, bytes }) => ({ path: placeOf(outcome, edition, out), bytes })),
    { elsewhere: ANOTHER_FOLDER },
  );
  return outcome.artifacts.map((artifact) => recordOf(artifact, placeOf(outcome, artifact.edition, out)));
}

const ANOTHER_FOLDER = { zh: "也可用 --out 换一个文件夹", en: "choose another folder with --out" };

const recordOf = ({ edition, bytes, pages }: Artifact, path: string): WrittenEdition => ({
  edition,
  path,
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  ...(pages === undefined ? {} : { pages }),
});

/** The manifest's own output folder may not be a link that leaves the bulletin's folder. */
function holdInside(folder: string, root: string): void {
  let existing = resolve(folder);
  for (;;) {
    try {
      const real = withSlashes(realpathSync(existing));
      if (isInside(real, withSlashes(realpathSync(resolve(root))))) return;
      throw outputOutside(folder, real);
    } catch (fault) {
      if (fault instanceof EnvironmentError || dirname(existing) === existing) throw fault;
      existing = dirname(existing);
    }
  }
}

function printDocument({
  written,
  diagnostics,
  sources,
  language,
}: {
  written: readonly WrittenIssue[];
  diagnostics: readonly Diagnostic[];
  sources: Sources;
  language: Language;
}): void {
  const document = {
    version: 1,
    issues: written,
    findings: findingRecords(diagnostics, sources, language),
  };
  process.stdout.write(`${printableJson(document)}\n`);
}

const sameOutput = (path: string, first: string, second: string) =>
  new EnvironmentError(
    {
      zh: `${first} 和 ${second} 会写入同一个文件 ${path}`,
      en: `${first} and ${second} would both write ${path}`,
    },
    { zh: "给其中一期换一个 slug。", en: "Give one of the issues another slug." },
  );

const outputOutside = (folder: string, real: string) =>
  new EnvironmentError(
    {
      zh: `输出文件夹 ${folder} 通过链接指向了简报文件夹之外：${real}`,
      en: `The output folder ${folder} leaves the bulletin's folder by a link: ${real}`,
    },
    {
      zh: "去掉这个链接，或用 --out 明确指定输出文件夹。",
      en: "Remove the link, or name the folder with --out.",
    },
  );
