/** `bulletin lint --baseline FILE`: the file is read, told from, and written; its law is diagnostics/baseline.ts. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import {
  applyBaseline,
  type Baseline,
  printBaseline,
  readBaseline,
  updateBaseline,
} from "../diagnostics/baseline.js";
import { type Diagnostic, EnvironmentError, type Sources } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { withSlashes } from "./disk-workspace.js";
import { writeFiles } from "./write-files.js";

export interface BaselineRun {
  readonly file: string;
  readonly update: boolean;
  /** false where the report itself says how many findings the baseline holds */
  readonly tellsKnown: boolean;
  readonly sources: Sources;
  readonly language: Language;
}

export interface AgainstBaseline {
  /** findings that are new; none where they have just become the baseline */
  readonly fresh: readonly Diagnostic[];
  /** how many the baseline holds */
  readonly known: number;
}

export function withBaseline(
  diagnostics: readonly Diagnostic[],
  { file, update, tellsKnown, sources, language }: BaselineRun,
): AgainstBaseline {
  const folder = dirname(resolve(file));
  const pathOf = (path: string) => withSlashes(relative(folder, resolve(path)));
  const baseline = readFrom(file, update);
  if (update) {
    const updated = updateBaseline(diagnostics, { baseline, sources, pathOf });
    writeFiles([{ path: file, bytes: new TextEncoder().encode(printBaseline(updated)) }]);
    tell(SAID[language].written(file, diagnostics.length));
    return { fresh: [], known: diagnostics.length };
  }
  const { diagnostics: fresh, known, mended } = applyBaseline(diagnostics, { baseline, sources, pathOf });
  if (known > 0 && tellsKnown) tell(SAID[language].known(known));
  if (mended.length > 0) {
    tell(SAID[language].mended(mended.reduce((total, { count }) => total + count, 0)));
    for (const { path, rule, count } of mended) tell(`  ${path} ${rule}${count > 1 ? ` × ${count}` : ""}`);
  }
  return { fresh, known };
}

function readFrom(file: string, update: boolean): Baseline {
  if (existsSync(file)) return readBaseline(readFileSync(file, "utf8"), file);
  if (update) return { entries: [] };
  throw new EnvironmentError(
    { zh: `没有基线文件 ${file}`, en: `There is no baseline ${file}` },
    {
      zh: "加 --update-baseline，把现有的问题记下来。",
      en: "Add --update-baseline to record the findings there are.",
    },
  );
}

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const SAID = {
  zh: {
    written: (file: string, count: number) => `已把 ${count} 个问题记入基线 ${file}。`,
    known: (count: number) => `基线中已有的 ${count} 个问题没有列出。`,
    mended: (count: number) => `基线中有 ${count} 个问题已经改好，可用 --update-baseline 去掉：`,
  },
  en: {
    written: (file: string, count: number) =>
      `Recorded ${count} ${count === 1 ? "finding" : "findings"} in the baseline ${file}.`,
    known: (count: number) =>
      `${count} ${count === 1 ? "finding of the baseline is" : "findings of the baseline are"} not listed.`,
    mended: (count: number) =>
      `${count} ${count === 1 ? "finding of the baseline is" : "findings of the baseline are"} mended; --update-baseline takes ${count === 1 ? "it" : "them"} out:`,
  },
} as const;
