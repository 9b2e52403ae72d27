/** Issues that cannot be built, as they are told: what is wrong once, however many issues share it, and what became of each. */
import type { Diagnostic, Sources } from "../../diagnostics/diagnostic.js";
import { foldFindings } from "../../diagnostics/fold-findings.js";
import type { Language } from "../../diagnostics/language.js";
import { printGroups } from "../../diagnostics/print-pretty.js";
import { printable } from "../../diagnostics/printable.js";
import { lookOf } from "../terminal/paint.js";

/** Left out; on the website as it last was; or kept from it, for it is marked as secret or as a draft. */
export type RefusedState = "left-out" | "stale" | "hidden";

export interface RefusedIssues {
  readonly add: (
    manifest: string,
    found: {
      readonly diagnostics: readonly Diagnostic[];
      readonly sources: Sources;
      readonly state: RefusedState;
    },
  ) => void;
  /** @returns lines for the terminal */
  readonly print: () => string;
}

export function refusedIssues(language: Language): RefusedIssues {
  const told = new Set<string>();
  const findings: string[] = [];
  const lines: string[] = [];
  return {
    add(manifest, { diagnostics, sources, state }) {
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      const fresh = errors.filter(({ rule, span, message }) => {
        const key = `${rule}\n${span.path}\n${span.start}\n${span.end}\n${message.zh}`;
        const isFresh = !told.has(key);
        told.add(key);
        return isFresh;
      });
      const options = { ...lookOf(process.stderr), language };
      for (const block of printGroups(foldFindings(fresh), sources, options)) findings.push(`${block}\n`);
      lines.push(WORDS[language](printable(manifest), errors.length, state));
    },
    print: () => [...findings, ...lines].join(""),
  };
}

const WORDS = {
  zh: (manifest: string, errors: number, state: RefusedState) =>
    `${manifest} 有 ${errors} 个错误，${STATES.zh[state]}。\n`,
  en: (manifest: string, errors: number, state: RefusedState) =>
    `${manifest} has ${errors === 1 ? "an error" : `${errors} errors`}: ${STATES.en[state]}.\n`,
};

const STATES: Readonly<Record<Language, Readonly<Record<RefusedState, string>>>> = {
  zh: {
    "left-out": "没有上网站",
    stale: "在网站上还是上一次的样子",
    hidden: "但写着密级或草稿，不上网站",
  },
  en: {
    "left-out": "left out of the website",
    stale: "on the website as it last was",
    hidden: "kept from the website, for it is marked as secret or as a draft",
  },
};
