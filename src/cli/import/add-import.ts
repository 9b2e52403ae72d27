/** `bulletin import` on the command line: its arguments, options and help. */
import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/language.js";
import { IMPORT_WORDS } from "./import-words.js";

export interface ImportSurroundings {
  readonly language: Language;
  /** given the exit code */
  readonly finish: (exitCode: number) => void;
}

export function addImport(program: Command, { language, finish }: ImportSurroundings): void {
  const words = IMPORT_WORDS[language];
  program
    .command("import")
    .summary(words.summary)
    .description(words.description)
    .argument("<files...>", words.files)
    .option("-i, --issue <path>", words.issue)
    .option("-s, --section <name>", words.section)
    .option("--dry-run", words.dryRun)
    .option("-y, --yes", words.yes)
    .option("--strict", words.strict)
    .addOption(
      new Option("-f, --format <format>", words.format).choices(["pretty", "json"]).default("pretty"),
    )
    .addHelpText("after", words.examples)
    .action(async (files: string[], options) => {
      const { runImport } = await import("./import-command.js");
      finish(await runImport(files, { ...options, language }));
    });
}
