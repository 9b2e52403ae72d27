/**
 * What the command library says of wrong usage and in its help, in the user's language. It has only
 * English sentences; each is known by its pattern, and one that is not stays as it is.
 */
import type { Language } from "../diagnostics/language.js";

type Sentence = readonly [pattern: RegExp, chinese: string];

/** Sentences of commander 14 (lib/command.js); test/package/usage.test.ts meets each of them. */
const MISTAKES: readonly Sentence[] = [
  [/^error: unknown command '(.*?)'/, "没有“$1”这个命令。"],
  [/^error: unknown option '(.*?)'/, "没有“$1”这个选项。"],
  [/^error: missing required argument '(.*?)'/, "缺少必需的参数 <$1>。"],
  [/^error: option '(.*?)' argument missing/, "选项 $1 后面缺少内容。"],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. ?/, "选项 $1 的内容“$2”不对。"],
  [/^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\. ?/, "“$1”不能用作 <$2>。"],
  [
    /^error: too many arguments(?: for '(.*?)')?\. .*$/m,
    "给出的参数太多。路径里有空格的，请在两边加上英文引号。",
  ],
  [/\(Did you mean one of (.*?)\?\)/, "是不是想用 $1？"],
  [/\(Did you mean (.*?)\?\)/, "是不是想用 $1？"],
  [/Allowed choices are (.*?)\./, "可选：$1。"],
];

/** @param text what the library is about to print on standard error */
export function tellMistake(text: string, language: Language): string {
  const told = language === "zh" ? replaceAll(text, MISTAKES) : text;
  const advice =
    language === "zh"
      ? "  → 用法见 bulletin help，或在命令后面加 --help。"
      : "  → See bulletin help, or add --help to the command.";
  return /^error: /.test(text) ? `${told.replace(/\n*$/, "")}\n${advice}\n` : told;
}

const HELP: readonly Sentence[] = [
  [/ ?\(choices: (.*?)(, default: (.*?))?\)/, "（可选 $1$2）"],
  [/, default: (.*?)）/, "，默认 $1）"],
  [/ ?\(default: (.*?)\)/, "（默认 $1）"],
  [/\[options\]/, "[选项]"],
  [/\[command\]/, "[命令]"],
  [/\[paths\.\.\.\]/, "[路径...]"],
];

/** @param text a line of usage, or a description with what the library adds to it */
export function tellHelp(text: string, language: Language): string {
  // A list that is empty until an option adds to it is no default to speak of.
  const meant = text.replace(" (default: [])", "");
  return language === "zh" ? replaceAll(meant, HELP) : meant;
}

const replaceAll = (text: string, sentences: readonly Sentence[]) =>
  sentences.reduce((told, [pattern, chinese]) => told.replace(pattern, chinese), text);
