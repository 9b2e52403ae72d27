/**
 * Where the process begins and ends: arguments in, exit code out. Whatever ends it before its time
 * is caught here, also what is thrown when nobody waits for it, and told by report-fault.ts.
 */

import { findVersion } from "../disk/package-files.js";
import type { Begun } from "../start/start-command.js";
import { makeProgram } from "./program.js";
import { chooseLanguage } from "./terminal/choose-language.js";
import { translateUsageFault } from "./terminal/commander-faults.js";
import { guardOutput } from "./terminal/guard-output.js";
import { EXIT_TROUBLE, reportFault } from "./terminal/report-fault.js";
import { withholdCommands } from "./terminal/runner-output.js";

export async function main(args: readonly string[], begun?: Begun): Promise<void> {
  const language = chooseLanguage(args, process.env);
  const options = { language, version: versionOrNone() };
  withholdCommands(process.env);
  guardOutput((fault) => {
    reportFault(fault, options);
    // Told behind the command's own end, or before it: it has not done what it was asked for.
    process.prependOnceListener("exit", () => {
      process.exitCode = EXIT_TROUBLE;
    });
  });
  process.on("uncaughtException", (fault) => {
    process.exit(reportFault(fault, options));
  });
  try {
    const program = makeProgram({
      language,
      version: findVersion(),
      begun,
      asked: args[0],
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
        outputError: (text, write) => write(translateUsageFault(text, language)),
      });
    }
    await program.parseAsync(args, { from: "user" });
  } catch (fault) {
    process.exitCode = reportFault(fault, options);
  }
}

/** For reports of faults, among them that the package is not whole. */
function versionOrNone(): string {
  try {
    return findVersion();
  } catch {
    return "";
  }
}
