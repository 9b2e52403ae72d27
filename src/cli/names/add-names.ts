/** Declares `bulletin names`. */
import type { Command } from "commander";
import type { Language } from "../../diagnostics/language.js";
import { NAMES_WORDS } from "./names-words.js";

interface Parts {
  readonly language: Language;
  readonly finish: (exitCode: number) => void;
}

export function addNames(program: Command, { language, finish }: Parts): void {
  const words = NAMES_WORDS[language];
  program
    .command("names")
    .summary(words.summary)
    .description(words.description)
    .requiredOption("--from <dir>", words.from)
    .option("--json", words.json)
    .option("--out <file>", words.out)
    .addHelpText("after", words.examples)
    .action(async (options) => {
      const { runNames } = await import("./names-command.js");
      finish(await runNames({ ...options, language }));
    });
}
