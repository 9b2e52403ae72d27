/** Declares `bulletin pages`. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../../diagnostics/language.js";
import { DRAFT_WORDS } from "../build/draft-words.js";
import { addFontOptions } from "../fonts/add-fonts.js";
import { WORDS } from "../terminal/words.js";
import { OUTPUT_WORDS } from "../terminal/words-of-output.js";
import { type PageRange, readPageRanges } from "./page-ranges.js";
import { PAGES_WORDS } from "./pages-words.js";

interface Parts {
  readonly language: Language;
  readonly finish: (exitCode: number) => void;
}

export function addPages(program: Command, { language, finish }: Parts): void {
  const words = PAGES_WORDS[language];
  const command = program
    .command("pages")
    .summary(words.summary)
    .description(words.description)
    .argument("[paths...]", WORDS[language].build.paths)
    .option("-o, --out <dir>", words.out)
    .addOption(new Option("--pages <list>", words.pages).argParser(readPages(words.badPages)))
    .option("--draft [text]", DRAFT_WORDS[language].draft)
    .option("--line-numbers", words.lineNumbers)
    .option("--strict", WORDS[language].build.strict)
    .option("--quiet", OUTPUT_WORDS[language].buildQuiet)
    .option("--verbose", OUTPUT_WORDS[language].verbose);
  addFontOptions(command, language)
    .addHelpText("after", words.examples)
    .action(async (paths: string[], options) => {
      const { runPages } = await import("./pages-command.js");
      finish(await runPages(paths, { ...options, language }));
    });
}

function readPages(badPages: string): (value: string) => readonly PageRange[] {
  return (value) => {
    const ranges = readPageRanges(value);
    if (ranges === undefined) throw new InvalidArgumentError(badPages);
    return ranges;
  };
}
