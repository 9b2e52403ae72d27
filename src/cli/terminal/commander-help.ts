/**
 * What commander puts into its help, in the user's language: it speaks English alone. Its messages
 * of wrong usage are commander-faults.ts's.
 */
import type { Language } from "../../diagnostics/language.js";

/** @param text a line of usage, or a description with what commander adds to it */
export function translateHelp(text: string, language: Language): string {
  const meant = withoutIdleDefaults(text);
  if (language === "en") return meant;
  return SHAPES.reduce((told, [shape, words]) => told.replace(shape, words), meant).replace(
    /（可选 [^（）]*）/,
    (choices) => choices.replaceAll('"', "").replaceAll(", ", "、"),
  );
}

/** A list that is empty until an option adds to it is no default to speak of; a folder is named once. */
function withoutIdleDefaults(text: string): string {
  const meant = text.replace(" (default: [])", "");
  const isSaid = /（默认|\(default: (?!")/.test(meant);
  return isSaid ? meant.replace(' (default: ".")', "") : meant;
}

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/ ?\(choices: (.*?)(, default: (.*?))?\)/, "（可选 $1$2）"],
  [/, default: (.*?)）/, "，默认 $1）"],
  [/ ?\(default: "\."\)/, "（默认当前文件夹）"],
  [/ ?\(default: (.*?)\)/, "（默认 $1）"],
  [/\[options\]/, "[选项]"],
  [/\[command\]/, "[命令]"],
  [/\[paths\.\.\.\]/, "[路径...]"],
];
