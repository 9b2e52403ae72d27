/**
 * The commands, their options and their help, in both languages. What a command does is loaded
 * when it runs: `bulletin rules` loads neither Markdown nor fonts.
 */
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { displayWidth } from "../diagnostics/display-width.js";
import type { Language } from "../diagnostics/language.js";
import { wrapText } from "../diagnostics/wrap-text.js";
import {
  DEFAULT_EDITIONS,
  EDITION_NAMES,
  EDITIONS_WITH_FORMS,
  formsOf,
  isEditionName,
} from "../editions/edition-table.js";
import type { Begun } from "../start/start-command.js";
import { DRAFT_WORDS } from "./build/draft-words.js";
import { FORM_WORDS } from "./build/form-words.js";
import { ITEM_WORDS } from "./build/item-words.js";
import type { Shell } from "./completion-command.js";
import { addFontOptions, addFonts } from "./fonts/add-fonts.js";
import { UNDO_WORDS } from "./history/undo-words.js";
import { addImport } from "./import/add-import.js";
import { addNames } from "./names/add-names.js";
import { addNew } from "./new/add-new.js";
import { addPages } from "./pages/add-pages.js";
import { addPreview } from "./preview/add-preview.js";
import { readShard, type Shard } from "./shard.js";
import { addSite } from "./site/add-site.js";
import { addStats } from "./stats/add-stats.js";
import { translateHelp } from "./terminal/commander-help.js";
import { readCount } from "./terminal/read-count.js";
import { readPlace } from "./terminal/read-place.js";
import { unknownEdition } from "./terminal/unknown-edition.js";
import { COMMANDER_WORDS, WORDS, type Words } from "./terminal/words.js";
import { OUTPUT_WORDS } from "./terminal/words-of-output.js";

export interface Surroundings {
  readonly language: Language;
  readonly version: string;
  /** what was begun before the command was loaded */
  readonly begun?: Begun | undefined;
  /** told the exit code of the command that ran */
  readonly finish: (exitCode: number) => void;
  /** the command that will run, where that is known; all are there without it */
  readonly asked?: string | undefined;
}

export function makeProgram({ language, version, begun, finish, asked }: Surroundings): Command {
  const words = WORDS[language];
  const program = new Command("bulletin")
    .description(words.program)
    .version(version, "-V, --version", words.version)
    .addOption(new Option("--lang <lang>", words.lang).choices(["zh", "en"]))
    .option("--no-color", words.noColor)
    .helpOption("-h, --help", words.help)
    .helpCommand("help [command]", words.helpCommand)
    .configureHelp({
      styleTitle: (title) => COMMANDER_WORDS[language].get(title) ?? title,
      styleUsage: (usage) => translateHelp(usage, language),
      styleOptionDescription: (description) => translateHelp(description, language),
      styleArgumentDescription: (description) => translateHelp(description, language),
      showGlobalOptions: true,
      // Commander counts characters and breaks at blanks, which Chinese has not.
      displayWidth,
      boxWrap: (text, width) => wrapText(text, { width }),
    })
    .addHelpText("after", words.programExamples)
    .showSuggestionAfterError(true);

  program.hook("preAction", () => {
    if (program.opts().color === false) process.env.NO_COLOR = "1";
  });

  const parts = { words, language, begun, finish };
  const often = OFTEN_ASKED.find(([name]) => name === asked);
  for (const [, add] of often === undefined ? COMMANDS : [often]) add(program, parts);
  return program;
}

interface Parts {
  readonly words: Words;
  readonly language: Language;
  readonly begun: Begun | undefined;
  readonly finish: (exitCode: number) => void;
}

type AddCommand = (program: Command, parts: Parts) => void;

/** Each costs a third of a millisecond: where one of these is asked for by its name, no other is made. */
const OFTEN_ASKED: readonly (readonly [name: string, add: AddCommand])[] = [
  ["build", addBuild],
  ["lint", addLint],
];

/** All, in the order of the help. */
const COMMANDS: readonly (readonly [name: string, add: AddCommand])[] = [
  ...OFTEN_ASKED,
  ["preview", addPreview],
  ["pages", addPages],
  ["import", addImport],
  ["fonts", addFonts],
  ["names", addNames],
  ["stats", addStats],
  ["site", addSite],
  ["undo", addUndo],
  ["init", addInit],
  ["new", addNew],
  ["rules", addRules],
  ["completion", addCompletion],
];

function addBuild(program: Command, { words, language, begun, finish }: Parts): void {
  const command = program
    .command("build")
    .summary(words.build.summary)
    .description(words.build.description)
    .argument("[paths...]", words.build.paths)
    .addOption(
      new Option("-e, --edition <names>", words.build.edition)
        .argParser(readEditions(language))
        .default([...DEFAULT_EDITIONS], DEFAULT_EDITIONS.join(",")),
    )
    .addOption(new Option("-o, --out <dir>", words.build.out).argParser(readPlace(language)))
    .option("--draft [text]", DRAFT_WORDS[language].draft)
    .option("--line-numbers", DRAFT_WORDS[language].lineNumbers)
    .option("--strict", words.build.strict)
    .option("--no-lint", words.build.noLint)
    .option("--all", words.build.all)
    .option("--json", words.build.json)
    .option("--quiet", OUTPUT_WORDS[language].buildQuiet)
    .option("--verbose", OUTPUT_WORDS[language].verbose)
    .option("-w, --watch", words.build.watch)
    .addOption(new Option("-j, --jobs <n>", words.build.jobs).argParser(readCount(words, 1)))
    .option("--cache", words.build.cache)
    .option("--cache-location <dir>", words.build.cacheLocation);
  for (const name of EDITIONS_WITH_FORMS) {
    command.addOption(new Option(`--${name} <form>`, words.build.form(name)).choices(formsOf(name)));
  }
  command.option("--per-item", ITEM_WORDS[language].perItem);
  command.option("--inline-pictures", FORM_WORDS[language].inlinePictures);
  addFontOptions(command, language)
    .addOption(new Option("--shard <i/n>", words.shard).argParser(readShardOption(words)))
    .addOption(new Option("--print <stage>", words.build.print).choices(["issue", "layout"]))
    .addHelpText("after", words.build.examples + EXAMPLES.map((each) => each[language].example).join(""))
    .action(async (paths: string[], { edition, ...options }) => {
      const { runBuild } = await import("./build/build-command.js");
      // What nobody asked for by name may be withheld.
      const asked = command.getOptionValueSource("edition") === "default" ? {} : { edition };
      finish(await runBuild(paths, { ...options, ...asked, ...begun, language }));
    });
}

function addLint(program: Command, { words, language, begun, finish }: Parts): void {
  program
    .command("lint")
    .summary(words.lint.summary)
    .description(words.lint.description)
    .argument("[paths...]", words.lint.paths)
    .option("--fix", words.lint.fix)
    .option("--fix-dry-run", words.lint.fixDryRun)
    .option("--fix-suggestions", words.lint.fixSuggestions)
    .addOption(
      new Option("-f, --format <format>", words.lint.format)
        .choices(["pretty", "compact", "json", "sarif", "github", "junit", "report"])
        .default("pretty"),
    )
    .option("-o, --output-file <file>", words.lint.outputFile)
    .addOption(new Option("--max-warnings <n>", words.lint.maxWarnings).argParser(readCount(words, 0)))
    .option("--quiet", words.lint.quiet)
    .option("--verbose", OUTPUT_WORDS[language].verbose)
    .option("--statistics", OUTPUT_WORDS[language].statistics)
    .addOption(
      new Option("--rule <setting>", words.lint.rule)
        .argParser((value, earlier: string[]) => [...earlier, value])
        .default([], ""),
    )
    .option("--layout", words.lint.layout)
    .addOption(new Option("-j, --jobs <n>", words.lint.jobs).argParser(readCount(words, 1)))
    .option("--cache", words.lint.cache)
    .option("--cache-location <dir>", words.lint.cacheLocation)
    .option("--baseline <file>", words.lint.baseline)
    .option("--update-baseline", words.lint.updateBaseline)
    .option("--stdin-filename <path>", words.lint.stdinFilename)
    .option("--changed [ref]", words.lint.changed)
    .addOption(new Option("--shard <i/n>", words.shard).argParser(readShardOption(words)))
    .addHelpText("after", words.lint.examples)
    .action(async (paths: string[], options) => {
      const { runLint } = await import("./lint/lint-command.js");
      finish(await runLint(paths, { ...options, settle: begun?.settle, language }));
    });
}

function addUndo(program: Command, { language, finish }: Parts): void {
  const words = UNDO_WORDS[language];
  program
    .command("undo")
    .summary(words.summary)
    .description(words.description)
    .argument("[folder]", words.folder, ".")
    .option("-l, --list", words.list)
    .option("--dry-run", words.dryRun)
    .option("--force", words.force)
    .addHelpText("after", words.examples)
    .action(async (folder: string, options) => {
      const { runUndo } = await import("./history/undo-command.js");
      finish(await runUndo(folder, { ...options, language }));
    });
}

function addInit(program: Command, { words, language, finish }: Parts): void {
  program
    .command("init")
    .summary(words.init.summary)
    .description(words.init.description)
    .argument("[folder]", words.init.folder, ".")
    .addHelpText("after", words.init.examples)
    .action(async (folder: string) => {
      const { runInit } = await import("./new/init-command.js");
      const { askForSystemFonts } = await import("./fonts/ask-for-fonts.js");
      const systemFonts = await askForSystemFonts(language);
      finish(runInit(folder, { language, systemFonts }));
    });
}

function addRules(program: Command, { words, language, finish }: Parts): void {
  program
    .command("rules")
    .summary(words.rules.summary)
    .description(words.rules.description)
    .option("--json", words.rules.json)
    .addHelpText("after", OUTPUT_WORDS[language].rulesExamples)
    .action(async (options: { json?: boolean }) => {
      const { runRules } = await import("./rules-command.js");
      finish(runRules({ json: options.json === true, language }));
    });
  program
    .command("explain")
    .summary(words.explain.summary)
    .description(words.explain.description)
    .argument("<rule...>", words.explain.rule)
    .addHelpText("after", words.explain.examples)
    .action(async (rule: string[]) => {
      const { runExplain } = await import("./rules-command.js");
      finish(runExplain(rule.join(" "), language));
    });
  program
    .command("schema")
    .summary(words.schema.summary)
    .description(words.schema.description)
    .argument("<name>", words.schema.name)
    .addHelpText("after", words.schema.examples)
    .action(async (name: string) => {
      const { runSchema } = await import("./new/schema-command.js");
      finish(runSchema(name, language));
    });
}

function addCompletion(program: Command, { words, finish }: Parts): void {
  program
    .command("completion")
    .summary(words.completion.summary)
    .description(words.completion.description)
    .addArgument(new Argument("<shell>", words.completion.shell).choices(["bash", "zsh", "fish"]))
    .addHelpText("after", words.completion.examples)
    .action(async (shell: Shell) => {
      const { runCompletion } = await import("./completion-command.js");
      finish(runCompletion(shell, program));
    });
}

const EXAMPLES = [DRAFT_WORDS, FORM_WORDS, ITEM_WORDS];

/** Repeated, the option adds: `-e pdf -e html`. */
function readEditions(language: Language): (value: string) => string[] {
  const chosen = new Set<string>();
  return (value) => {
    const names = value.split(/[,，]/).map((name) => name.trim());
    for (const name of names) {
      if (!isEditionName(name)) throw new InvalidArgumentError(unknownEdition(name, language));
      chosen.add(name);
    }
    return EDITION_NAMES.filter((name) => chosen.has(name));
  };
}

function readShardOption(words: Words): (value: string) => Shard {
  return (value) => {
    const shard = readShard(value);
    if (shard === undefined) throw new InvalidArgumentError(words.badShard);
    return shard;
  };
}
