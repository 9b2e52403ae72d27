/** Declares `bulletin preview`. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../../diagnostics/language.js";
import { PREVIEW_WORDS } from "./preview-words.js";

interface Parts {
  readonly language: Language;
  /** given the exit code */
  readonly finish: (exitCode: number) => void;
}

export function addPreview(program: Command, { language, finish }: Parts): void {
  const words = PREVIEW_WORDS[language];
  program
    .command("preview")
    .summary(words.summary)
    .description(words.description)
    .argument("[path]", words.path)
    .addOption(new Option("-p, --port <n>", words.port).argParser(readPort(language)))
    .option("--no-open", words.noOpen)
    .option("--open-with <cmd>", words.openWith)
    .option("--draft [text]", words.draft)
    .addHelpText("after", words.examples)
    .action(async (path: string | undefined, options) => {
      const { runPreview } = await import("./preview-command.js");
      finish(await runPreview(path, { ...options, language }));
    });
}

const MOST_PORT = 65_535;

const readPort =
  (language: Language) =>
  (value: string): number => {
    const port = Number(value);
    if (/^\d{1,5}$/.test(value) && port >= 1 && port <= MOST_PORT) return port;
    throw new InvalidArgumentError(
      language === "zh"
        ? `应为 1 到 ${MOST_PORT} 的整数。`
        : `It should be a whole number from 1 to ${MOST_PORT}.`,
    );
  };
