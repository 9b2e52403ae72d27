/** `bulletin new` on the command line: its two commands, their options and help. */
import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/language.js";
import { readCount } from "../terminal/read-count.js";
import type { Words } from "../terminal/words.js";
import { OUTPUT_WORDS } from "../terminal/words-of-output.js";

interface Parts {
  readonly words: Words;
  readonly language: Language;
  /** given the exit code */
  readonly finish: (exitCode: number) => void;
}

export function addNew(program: Command, { words, language, finish }: Parts): void {
  const group = program
    .command("new")
    .summary(words.new.summary)
    .description(words.new.description)
    .addHelpText("after", words.new.examples);
  group
    .command("issue")
    .description(words.new.issue)
    .argument("[folder]", words.new.issueFolder)
    .option("--series <name>", OUTPUT_WORDS[language].series)
    .addOption(new Option("-n, --number <n>", words.new.number).argParser(readCount(words, 1)))
    .option("-d, --date <date>", words.new.date)
    .addHelpText("after", OUTPUT_WORDS[language].newIssueExamples)
    .action(async (folder: string | undefined, options) => {
      const { runNewIssue } = await import("./new-issue-command.js");
      finish(runNewIssue(folder, { ...options, language }));
    });
  group
    .command("item")
    .description(words.new.item)
    .argument("[title]", words.new.title)
    .option("--from <file>", words.new.from)
    .option("-s, --section <name>", words.new.section)
    .option("--source <unit>", words.new.source)
    .option("-i, --issue <path>", words.new.inIssue, ".")
    .addOption(new Option("--file <name>", words.new.file).conflicts("from"))
    .addHelpText("after", OUTPUT_WORDS[language].newItemExamples)
    .action(async (title: string | undefined, options) => {
      const { runNewItem } = await import("./new-item-command.js");
      finish(await runNewItem(title, { ...options, language }));
    });
}
