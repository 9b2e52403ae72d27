/** Declares `bulletin stats`. */
import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/language.js";
import { STATS_WORDS } from "./stats-words.js";

interface Parts {
  readonly language: Language;
  readonly finish: (exitCode: number) => void;
}

export function addStats(program: Command, { language, finish }: Parts): void {
  const words = STATS_WORDS[language];
  program
    .command("stats")
    .summary(words.summary)
    .description(words.description)
    .argument("[paths...]", words.paths)
    .option("--from <date>", words.from)
    .option("--to <date>", words.to)
    .option("--year <year>", words.year)
    .option("--quarter <quarter>", words.quarter)
    .addOption(new Option("--by <what>", words.by).choices(["unit", "section", "month"]).default("unit"))
    .addOption(
      new Option("-f, --format <format>", words.format)
        .choices(["table", "csv", "json", "xlsx", "html", "docx", "pdf"])
        .default("table"),
    )
    .option("-o, --out <file>", words.out)
    .option("--date <date>", words.date)
    .option("--letters <dir>", words.letters)
    .addHelpText("after", words.examples)
    .action(async (paths: string[], options, command: Command) => {
      const { runStats } = await import("./stats-command.js");
      // A bulletin is Chinese, and so are files made of it, whatever the terminal speaks.
      const sheetLanguage = command.optsWithGlobals().lang === undefined ? "zh" : language;
      finish(await runStats(paths, { ...options, language, sheetLanguage }));
    });
}
