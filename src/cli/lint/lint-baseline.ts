/**
 * `bulletin lint --baseline FILE`: the file is read, told from, and written; its law is diagnostics/baseline.ts.
 * It may lie in a checkout and be its author's: it is read as any file of theirs, and repeated in safe characters.
 */
import { dirname, relative, resolve } from "node:path";
import { allRules } from "../../check/all-rules.js";
import {
  applyBaseline,
  type Baseline,
  printBaseline,
  readBaseline,
  updateBaseline,
} from "../../diagnostics/baseline.js";
import {
  type Diagnostic,
  EnvironmentError,
  type Message,
  type Sources,
} from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { entryAt } from "../../disk/file-facts.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { writeOutput } from "../../disk/write-output.js";

export interface BaselineCommand {
  readonly file: string;
  readonly update: boolean;
  /** false where the report itself says how many findings the baseline holds */
  readonly tellsKnown: boolean;
  readonly sources: Sources;
  readonly language: Language;
}

export interface AgainstBaseline {
  /** findings that are new; where they have just become the baseline, those that none may hold */
  readonly fresh: readonly Diagnostic[];
  /** how many the baseline holds */
  readonly known: number;
}

/** @returns the findings that are new; where they have just become the baseline, those that none may hold */
export function withBaseline(
  diagnostics: readonly Diagnostic[],
  { file, update, tellsKnown, sources, language }: BaselineCommand,
): AgainstBaseline {
  const folder = dirname(resolve(file));
  const pathOf = (path: string) => withSlashes(relative(folder, resolve(path)));
  const run = { baseline: readFrom(file, update), sources, pathOf, isAlwaysTold };
  const said = SAID[language];
  if (update) {
    const bytes = new TextEncoder().encode(printBaseline(updateBaseline(diagnostics, run)));
    writeBaseline(file, bytes);
    const left = diagnostics.filter(({ rule }) => isAlwaysTold(rule));
    tell(said.written(printable(file), diagnostics.length - left.length));
    if (left.length > 0) tell(said.left(left.length));
    return { fresh: left, known: diagnostics.length - left.length };
  }
  const { diagnostics: fresh, known, mended } = applyBaseline(diagnostics, run);
  if (known > 0 && tellsKnown) tell(said.known(known));
  if (mended.length > 0) {
    tell(said.mended(mended.reduce((total, { count }) => total + count, 0)));
    for (const { path, rule, count } of mended)
      tell(`  ${printable(path)} ${printable(rule)}${count > 1 ? ` × ${count}` : ""}`);
  }
  return { fresh, known };
}

const NOT_STRUCTURAL = new Set(allRules.filter(({ structural }) => !structural).map(({ id }) => id));

/** What guards the editions themselves: nobody can lower it, and no baseline can hide it. */
const isAlwaysTold = (rule: string): boolean => !NOT_STRUCTURAL.has(rule);

/** Some 100,000 entries. */
const MOST_BYTES = 16 * 1024 * 1024;

function readFrom(file: string, update: boolean): Baseline {
  const content = readRegularFile(file, { maxBytes: MOST_BYTES, followsLinks: true });
  switch (content.state) {
    case "found":
      return readBaseline(content.bytes.toString("utf8"), file);
    case "missing":
      // A new baseline would be written where it leads, which nobody named.
      if (isLinkOfOthers(file)) throw noBaseline(file, DANGLING);
      if (update) return { entries: [] };
      throw new EnvironmentError(
        { zh: `找不到基线文件“${file}”。`, en: `The baseline “${file}” does not exist.` },
        {
          zh: "请加 --update-baseline，把现有的问题记下来。",
          en: "Add --update-baseline to record the present findings.",
        },
      );
    case "other":
      // There is nothing to be read in a device or a pipe that the new baseline goes into.
      if (update && !content.isFolder && !isLinkOfOthers(file)) return { entries: [] };
      throw noBaseline(
        file,
        content.isFolder ? { zh: "是文件夹，不是文件", en: "is a folder, not a file" } : NO_REGULAR_FILE,
      );
    case "too-large":
      throw noBaseline(file, {
        zh: `有 ${inMib(content.size)} MiB，最多只能有 ${inMib(MOST_BYTES)} MiB`,
        en: `is ${inMib(content.size)} MiB, more than the ${inMib(MOST_BYTES)} MiB allowed`,
      });
    case "refused":
      throw noBaseline(file, { zh: `无法读取（${content.code}）`, en: `cannot be read (${content.code})` });
    default:
      return content satisfies never;
  }
}

/** A link that came with a checkout does not lead the baseline into a device; those of the system stand for one. */
const isLinkOfOthers = (file: string): boolean =>
  entryAt(file)?.isSymbolicLink() === true && !/^\/(?:dev|proc)\//.test(resolve(file));

/** A pipe that came with a checkout has no reader, and is not waited for. */
function writeBaseline(file: string, bytes: Uint8Array): void {
  try {
    writeOutput(file, bytes, { waits: false });
  } catch (fault) {
    const { cause } = fault instanceof EnvironmentError ? fault : { cause: undefined };
    const hasNoReader = cause instanceof Error && "code" in cause && cause.code === "ENXIO";
    throw hasNoReader ? noBaseline(file, NO_REGULAR_FILE) : fault;
  }
}

const DANGLING: Message = {
  zh: "是一个链接，它指向的文件不存在",
  en: "is a link to a file that does not exist",
};

const NO_REGULAR_FILE: Message = { zh: "不是普通文件", en: "is not a regular file" };

const inMib = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

const noBaseline = (file: string, why: Message) =>
  new EnvironmentError(
    { zh: `基线文件“${file}”${why.zh}。`, en: `The baseline “${file}” ${why.en}.` },
    {
      zh: "请检查 --baseline 后面写的文件名。",
      en: "Check the name given after --baseline.",
    },
  );

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const SAID = {
  zh: {
    written: (file: string, count: number) => `已把 ${count} 个问题记入基线 ${file}。`,
    left: (count: number) => `另有 ${count} 个错误会妨碍生成各版，不能记入基线，仍须改正。`,
    known: (count: number) => `基线中已有的 ${count} 个问题没有列出。`,
    mended: (count: number) => `基线中有 ${count} 个问题已经改好，可用 --update-baseline 去掉：`,
  },
  en: {
    written: (file: string, count: number) =>
      `Recorded ${count} ${count === 1 ? "finding" : "findings"} in the baseline ${file}.`,
    left: (count: number) =>
      count === 1
        ? "1 error prevents the editions from being made; a baseline cannot hold it."
        : `${count} errors prevent the editions from being made; a baseline cannot hold them.`,
    known: (count: number) =>
      `${count} ${count === 1 ? "finding of the baseline is" : "findings of the baseline are"} not listed.`,
    mended: (count: number) =>
      `${count} ${count === 1 ? "finding of the baseline is" : "findings of the baseline are"} fixed; --update-baseline removes ${count === 1 ? "it" : "them"}:`,
  },
} as const;
