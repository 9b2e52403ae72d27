/**
 * The commands as plain data, read from the program itself: what completion scripts are made of.
 */
import type { Command, Option } from "commander";

export interface CommandFacts {
  /** words behind `bulletin`, such as `new issue`; empty for the program itself */
  readonly path: string;
  readonly summary: string;
  readonly subcommands: readonly { readonly name: string; readonly summary: string }[];
  readonly options: readonly OptionFacts[];
  /** what its first argument may be; empty where that is a path or free text */
  readonly values: readonly string[];
}

export interface OptionFacts {
  /** `-e`, where there is a short one */
  readonly short: string | undefined;
  readonly long: string;
  readonly summary: string;
  readonly takesValue: boolean;
  /** what its value may be; empty where that is a path or free text */
  readonly values: readonly string[];
}

/** Values that the program checks itself instead of declaring them as choices. */
export interface KnownValues {
  /** by path of the command */
  readonly arguments: ReadonlyMap<string, readonly string[]>;
  /** by long option */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** @returns the program first, each command before its subcommands */
export function describeCommands(program: Command, known: KnownValues): readonly CommandFacts[] {
  const globals = program.options.map((option) => describeOption(option, known));
  const describe = (command: Command, path: string): CommandFacts[] => {
    const own = command === program ? [] : command.options.map((option) => describeOption(option, known));
    const names = command.commands.map((one) => ({ name: one.name(), summary: summaryOf(one) }));
    const facts = {
      path,
      summary: summaryOf(command),
      subcommands: names,
      options: [...own, ...globals, HELP],
      values: known.arguments.get(path) ?? [],
    };
    return [
      facts,
      ...command.commands.flatMap((one) => describe(one, path === "" ? one.name() : `${path} ${one.name()}`)),
    ];
  };
  return describe(program, "");
}

/** Commander keeps its help option apart from the others. */
const HELP: OptionFacts = { short: "-h", long: "--help", summary: "", takesValue: false, values: [] };

function describeOption(option: Option, known: KnownValues): OptionFacts {
  const long = option.long ?? option.flags;
  return {
    short: option.short,
    long,
    summary: option.description,
    takesValue: option.required || option.optional,
    values: option.argChoices ?? known.options.get(long) ?? [],
  };
}

const summaryOf = (command: Command) => command.summary() || command.description();
