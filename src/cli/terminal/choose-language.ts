/** Which language the tool speaks: --lang, else the locale of the environment, else that of the system. */
import type { Language } from "../../diagnostics/language.js";

/** The options must be known before the program is made, for its help speaks the language too. */
export function chooseLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = findLanguageOption(args);
  if (asked === "zh" || asked === "en") return asked;
  const locale =
    environment.LC_ALL ||
    environment.LC_MESSAGES ||
    environment.LANG ||
    Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh\b|^zh[_-]/i.test(locale) ? "zh" : "en";
}

function findLanguageOption(args: readonly string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg === "--") return undefined;
    if (arg === "--lang") return args[index + 1];
    if (arg.startsWith("--lang=")) return arg.slice("--lang=".length);
  }
  return undefined;
}
