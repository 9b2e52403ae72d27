/**
 * What kept issues of a run from being built or linted and is not a fault of theirs: trouble with the machine, told once however
 * many issues meet it, and faults of ours. The others are done all the same, where the machine lets them.
 */
import type { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { findVersion } from "../../disk/package-files.js";
import { isOfMachine, troubleOf } from "../../disk/system-trouble.js";
import { printFault } from "./report-fault.js";

/** As `--json` tells it. */
export interface TroubleRecord {
  readonly problem: string;
  readonly remedy: string;
  /** the issues that met it */
  readonly manifests: readonly string[];
}

export interface RunTroubles {
  /** Tells it, where it is new. @returns true where the next issue would meet it too */
  readonly note: (manifest: string, fault: unknown) => boolean;
  readonly records: () => readonly TroubleRecord[];
}

export function runTroubles(
  language: Language,
  { isAlone, work }: { readonly isAlone: boolean; readonly work: "build" | "lint" },
): RunTroubles {
  const known = new Map<string, { readonly record: TroubleRecord; readonly manifests: string[] }>();
  return {
    note(manifest, fault) {
      const trouble = troubleOf(fault);
      const told = printFault(trouble ?? fault, {
        language,
        version: findVersion(),
        ...(isAlone ? {} : { about: { path: manifest, work } }),
      });
      const earlier = known.get(told);
      if (earlier === undefined) {
        process.stderr.write(told);
        const manifests = [manifest];
        known.set(told, { manifests, record: { ...wordsOf(trouble, language), manifests } });
      } else earlier.manifests.push(manifest);
      return trouble !== undefined && isOfMachine(trouble);
    },
    records: () => [...known.values()].map(({ record }) => record),
  };
}

function wordsOf(trouble: EnvironmentError | undefined, language: Language) {
  if (trouble !== undefined) return { problem: trouble.problem[language], remedy: trouble.remedy[language] };
  return language === "zh"
    ? { problem: "程序出错。", remedy: "请把标准错误里的文字连同稿件一起反馈给维护者。" }
    : {
        problem: "The program failed.",
        remedy: "Please report the text on standard error together with the files that cause it.",
      };
}
