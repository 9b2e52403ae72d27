/**
 * Where the process begins and ends: arguments in, exit code out. Faults of the environment are
 * told with their remedy; faults of ours with their stack and how to report them.
 */
import { CommanderError } from "commander";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { printable, printableLines } from "../diagnostics/printable.js";
import { chooseLanguage } from "./choose-language.js";
import { tellUsageFault } from "./commander-faults.js";
import { guardOutput } from "./guard-output.js";
import { findVersion } from "./package-files.js";
import { makeProgram } from "./program.js";

/** Wrong usage, unreadable input, or a fault of the program. */
const EXIT_TROUBLE = 2;

export async function main(args: readonly string[]): Promise<void> {
  const language = chooseLanguage(args, process.env);
  guardOutput(process.env);
  // A reader that closes the pipe early (bulletin rules | head) is no fault.
  process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
    if (fault.code === "EPIPE") process.exit(0);
    throw fault;
  });
  try {
    const program = makeProgram({
      language,
      version: findVersion(),
      finish: (exitCode) => {
        process.exitCode = exitCode;
      },
    });
    for (const command of [
      program,
      ...program.commands,
      ...program.commands.flatMap((one) => one.commands),
    ]) {
      command.exitOverride().configureOutput({
        outputError: (text, write) => write(tellUsageFault(text, language)),
      });
    }
    await program.parseAsync(args, { from: "user" });
  } catch (fault) {
    process.exitCode = tellFault(fault, language);
  }
}

function tellFault(fault: unknown, language: Language): number {
  if (fault instanceof CommanderError) {
    // Commander has printed its message already; help and version are no faults.
    return fault.exitCode === 0 ? 0 : EXIT_TROUBLE;
  }
  if (fault instanceof EnvironmentError) {
    process.stderr.write(
      `bulletin: ${printable(fault.problem[language])}\n  → ${printable(fault.remedy[language])}\n`,
    );
    return EXIT_TROUBLE;
  }
  const stack = printableLines(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  process.stderr.write(
    language === "zh"
      ? `bulletin: 程序出错，没有写入任何文件。这是程序的问题，不是稿件的问题；请把下面的文字连同稿件一起反馈给维护者。\n\n${stack}\n`
      : `bulletin: the program failed; no file was written. This is our fault, not that of your copy; please report the text below with the files that show it.\n\n${stack}\n`,
  );
  return EXIT_TROUBLE;
}
