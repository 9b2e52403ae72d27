/** `bulletin build --print`: a stage's outcome on standard output, for people who look inside. */
import { build } from "../../build.js";
import type { Language } from "../../diagnostics/language.js";
import { printPretty } from "../../diagnostics/print-pretty.js";
import { printableJson } from "../../diagnostics/printable.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import { readOpened } from "../../read/markdown/parse-markdown.js";
import { openIssue } from "../../read/read-issue.js";
import { lookOf } from "../terminal/paint.js";

export interface StageOptions {
  readonly stage: "issue" | "layout";
  readonly language: Language;
  /** makes a draft of the issue, under this name */
  readonly draft?: string;
  readonly lineNumbers?: boolean;
}

/** @returns the exit code */
export async function printStage(
  manifests: readonly string[],
  { stage, language, ...marks }: StageOptions,
): Promise<number> {
  const environment = diskEnvironment();
  let exitCode = 0;
  for (const manifest of manifests) {
    if (stage === "issue") {
      const { issue } = await readOpened(openIssue(manifest, environment.workspace));
      process.stdout.write(`${printableJson(issue ?? null, { replacer: showMaps })}\n`);
      if (issue === undefined) exitCode = 1;
      continue;
    }
    const { printLayout } = await import("../../layout/print-layout.js");
    const result = await build(manifest, environment, { editions: [], layOut: true, ...marks });
    if (result.layout !== undefined) process.stdout.write(printLayout(result.layout));
    else exitCode = 1;
    if (result.diagnostics.length > 0) {
      const look = lookOf(process.stderr);
      process.stderr.write(printPretty(result.diagnostics, result.sources, { ...look, language }));
    }
  }
  return exitCode;
}

const showMaps = (_key: string, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value);
