/** Declares `bulletin fonts`. */
import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/language.js";
import { WORDS } from "../terminal/words.js";
import { FONTS_WORDS } from "./fonts-words.js";

interface Parts {
  readonly language: Language;
  readonly finish: (exitCode: number) => void;
}

export function addFonts(program: Command, { language, finish }: Parts): void {
  const words = FONTS_WORDS[language];
  const command = program
    .command("fonts")
    .summary(words.summary)
    .description(words.description)
    .argument("[paths...]", words.paths)
    .option("--json", words.json)
    .option("--lock", words.lock);
  addFontOptions(command, language)
    .addHelpText("after", words.examples)
    .action(async (paths: string[], options) => {
      const { runFonts } = await import("./fonts-command.js");
      finish(await runFonts(paths, { ...options, language }));
    });
}

/** Where fonts are looked for, of every command that sets pages. */
export function addFontOptions(command: Command, language: Language): Command {
  return command
    .addOption(
      new Option("--fonts <dir>", WORDS[language].build.fonts).argParser((value, earlier: string[] = []) => [
        ...earlier,
        value,
      ]),
    )
    .option("--system-fonts", FONTS_WORDS[language].system)
    .option("--no-system-fonts", FONTS_WORDS[language].noSystem);
}
