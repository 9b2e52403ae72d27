/**
 * Where the process begins and ends: arguments in, exit code out. Whatever ends it before its time
 * is caught here, also what is thrown when nobody waits for it, and told by tell-fault.ts.
 */

import { findVersion } from "../disk/package-files.js";
import { makeProgram } from "./program.js";
import { chooseLanguage } from "./terminal/choose-language.js";
import { tellUsageFault } from "./terminal/commander-faults.js";
import { guardOutput } from "./terminal/guard-output.js";
import { withholdCommands } from "./terminal/runner-output.js";
import { EXIT_TROUBLE, tellFault } from "./terminal/tell-fault.js";

export async function main(args: readonly string[]): Promise<void> {
  const language = chooseLanguage(args, process.env);
  const options = { language, version: versionOrNone() };
  withholdCommands(process.env);
  guardOutput((fault) => {
    tellFault(fault, options);
    // Told behind the command's own end, or before it: it has not done what it was asked for.
    process.once("exit", () => {
      process.exitCode = EXIT_TROUBLE;
    });
  });
  process.on("uncaughtException", (fault) => {
    process.exit(tellFault(fault, options));
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
    process.exitCode = tellFault(fault, options);
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
