/**
 * `bulletin completion`: prints a script that makes a shell complete commands, options, their
 * values and names of rules. The script is whole in itself: a shell that sources it never starts
 * Node to complete a word.
 */
import type { Command } from "commander";
import { allRules } from "../check/all-rules.js";
import { EDITION_NAMES } from "../editions/edition-table.js";
import { SCHEMA_NAMES } from "../read/schema-names.js";
import { type CommandFacts, describeCommands, type OptionFacts } from "./describe-commands.js";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

export function runCompletion(shell: Shell, program: Command): number {
  const rules = allRules.map(({ id }) => id);
  const commands = describeCommands(program, {
    arguments: new Map<string, readonly string[]>([
      ["explain", rules],
      ["schema", SCHEMA_NAMES],
      ["completion", SHELLS],
    ]),
    options: new Map<string, readonly string[]>([
      ["--edition", EDITION_NAMES],
      ["--rule", rules],
    ]),
  });
  process.stdout.write(PRINTERS[shell](commands));
  return 0;
}

const PRINTERS: Readonly<Record<Shell, (commands: readonly CommandFacts[]) => string>> = {
  bash: printBash,
  zsh: printZsh,
  fish: printFish,
};

/** Where nothing of ours fits, bash goes on to file names (`-o default`). */
function printBash(commands: readonly CommandFacts[]): string {
  return `# bash completion of bulletin; to use it: source <(bulletin completion bash)
_bulletin() {
  local word command="" words=""
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
${findCommand('"${COMP_WORDS[@]:1:COMP_CWORD-1}"', commands)}
  case "$command $previous" in
${commands.flatMap(bashValues).join("\n")}
    *)
      case "$command" in
${commands.map((one) => `        ${quote(one.path)}) words=${quote(wordsOf(one).join(" "))};;`).join("\n")}
      esac
      if [[ $current == -* ]]; then
        case "$command" in
${commands.map((one) => `          ${quote(one.path)}) words=${quote(one.options.flatMap(flagsOf).join(" "))};;`).join("\n")}
        esac
      fi;;
  esac
  # Words with a slash in them (names of rules) stay whole: : and = alone part words in bash.
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _bulletin bulletin
`;
}

function bashValues({ path, options }: CommandFacts): string[] {
  return options
    .filter(({ takesValue }) => takesValue)
    .map((option) => {
      const patterns = flagsOf(option).map((flag) => quote(`${path} ${flag}`));
      return `    ${patterns.join("|")}) words=${quote(option.values.join(" "))};;`;
    });
}

/** The loop that both bash and zsh take to find the command among the words before the cursor. */
function findCommand(words: string, commands: readonly CommandFacts[]): string {
  const branches = commands.flatMap(({ path, subcommands }) =>
    subcommands.map(({ name }) => {
      const whole = path === "" ? name : `${path} ${name}`;
      return `      ${quote(`${path} ${name}`)}) command=${quote(whole)};;`;
    }),
  );
  return `  for word in ${words}; do
    case "$command $word" in
${branches.join("\n")}
    esac
  done`;
}

function printZsh(commands: readonly CommandFacts[]): string {
  return `#compdef bulletin
# zsh completion of bulletin; to use it: source <(bulletin completion zsh), after compinit
_bulletin() {
  local word command=""
  local current="$words[CURRENT]" previous="$words[CURRENT-1]"
  local -a found
${findCommand('"${(@)words[2,CURRENT-1]}"', commands)}
  case "$command $previous" in
${commands.flatMap(zshValues).join("\n")}
  esac
  if [[ $current == -* ]]; then
    case "$command" in
${commands.map((one) => `      ${quote(one.path)}) found=(${one.options.flatMap(zshOption).join(" ")});;`).join("\n")}
    esac
    _describe -o option found
    return
  fi
  case "$command" in
${commands.map(zshWords).join("\n")}
    *) _files;;
  esac
}
compdef _bulletin bulletin
`;
}

function zshValues({ path, options }: CommandFacts): string[] {
  return options
    .filter(({ takesValue }) => takesValue)
    .map((option) => {
      const patterns = flagsOf(option).map((flag) => quote(`${path} ${flag}`));
      const action =
        option.values.length === 0 ? "_files" : `compadd -- ${option.values.map(quote).join(" ")}`;
      return `    ${patterns.join("|")}) ${action}; return;;`;
    });
}

const zshOption = (option: OptionFacts): string[] =>
  flagsOf(option).map((flag) => quote(`${flag}:${option.summary.replaceAll(":", "\\:")}`));

function zshWords({ path, subcommands, values }: CommandFacts): string {
  const described = subcommands.map(({ name, summary }) =>
    quote(`${name}:${summary.replaceAll(":", "\\:")}`),
  );
  if (described.length > 0)
    return `    ${quote(path)}) found=(${described.join(" ")}); _describe command found;;`;
  if (values.length > 0) return `    ${quote(path)}) compadd -- ${values.map(quote).join(" ")};;`;
  return `    ${quote(path)}) _files;;`;
}

function printFish(commands: readonly CommandFacts[]): string {
  const lines = commands.flatMap((one) => {
    const here = `-n ${quote(fishCondition(one))}`;
    const files = one.subcommands.length + one.values.length > 0 ? ["-f"] : [];
    return [
      ...files.map((flag) => `complete -c bulletin ${here} ${flag}`),
      ...one.subcommands.map(
        ({ name, summary }) => `complete -c bulletin ${here} -a ${quote(name)} -d ${quote(summary)}`,
      ),
      ...(one.values.length > 0 ? [`complete -c bulletin ${here} -a ${quote(one.values.join(" "))}`] : []),
      ...one.options.map((option) => `complete -c bulletin ${here} ${fishOption(option)}`),
    ];
  });
  return `# fish completion of bulletin; to use it: bulletin completion fish | source\n${lines.join("\n")}\n`;
}

/** All words of the command's path are there, and none of its subcommands. */
function fishCondition({ path, subcommands }: CommandFacts): string {
  const seen = path === "" ? [] : path.split(" ").map((word) => `__fish_seen_subcommand_from ${word}`);
  const names = subcommands.map(({ name }) => name).join(" ");
  const unseen = names === "" ? [] : [`not __fish_seen_subcommand_from ${names}`];
  return [...seen, ...unseen].join("; and ") || "true";
}

function fishOption({ short, long, summary, takesValue, values }: OptionFacts): string {
  const parts = [`-l ${long.slice(2)}`];
  if (short !== undefined) parts.push(`-s ${short.slice(1)}`);
  if (takesValue) parts.push(values.length === 0 ? "-r" : `-x -a ${quote(values.join(" "))}`);
  if (summary !== "") parts.push(`-d ${quote(summary)}`);
  return parts.join(" ");
}

const flagsOf = ({ short, long }: OptionFacts): string[] => (short === undefined ? [long] : [short, long]);

const wordsOf = ({ subcommands, values }: CommandFacts): string[] => [
  ...subcommands.map(({ name }) => name),
  ...values,
];

/** One word of any of the three shells, whatever is in it. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
