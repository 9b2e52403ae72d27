/** Declares `bulletin site`. */
import type { Command } from "commander";
import type { Language } from "../../diagnostics/language.js";
import { SITE_WORDS } from "./site-words.js";

interface Parts {
  readonly language: Language;
  readonly finish: (exitCode: number) => void;
}

export function addSite(program: Command, { language, finish }: Parts): void {
  const words = SITE_WORDS[language];
  program
    .command("site")
    .summary(words.summary)
    .description(words.description)
    .argument("[paths...]", words.paths)
    .requiredOption("-o, --out <dir>", words.out)
    .option("--only", words.only)
    .option("--cache-location <dir>", words.cacheLocation)
    .option("--json", words.json)
    .addHelpText("after", words.examples)
    .action(async (paths: string[], options) => {
      const { runSite } = await import("./site-command.js");
      finish(await runSite(paths, { ...options, language }));
    });
}
