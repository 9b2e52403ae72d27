/**
 * Which rule somebody means who does not write its id: settings, comments, the command line and `bulletin explain`
 * ask alike. People know a rule by a part of its name, or by a word of what it says in their own language.
 */
import type { Message } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/nearest-name.js";
import type { Rule } from "../rules/rule.js";

/**
 * @param name what is no rule's id: one mistyped, a part of one, or a word of what a rule says in either language
 * @returns the only id that it can stand for as far as can be told
 */
export function meantRule(name: string, rules: readonly Rule[]): string | undefined {
  const ids = rules.map(({ id }) => id);
  const word = name.trim().toLowerCase();
  // Whoever types `title-length` means `item/title-length`.
  const within = ids.filter((id) => id.endsWith(`/${word}`));
  const [only] = within.length === 1 ? within : [];
  if (only !== undefined) return only;
  const about = rulesAbout(name, rules);
  return nearestName(name, ids) ?? (about.length === 1 ? about[0]?.id : undefined);
}

/**
 * @param words what somebody looks for who knows no name: parts of one, or words of either language
 * @returns rules whose names hold them all; else those whose laws do, else those whose laws and reasons do
 */
export function rulesAbout(words: string, rules: readonly Rule[]): readonly Rule[] {
  const wanted = words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (wanted.length === 0) return [];
  const speakingOf = (textOf: (rule: Rule) => string): readonly Rule[] =>
    rules.filter((rule) => wanted.every((word) => textOf(rule).includes(word)));
  const said = ({ zh, en }: Message) => `${zh}\n${en}`.toLowerCase();
  const named = speakingOf(({ id }) => id);
  if (named.length > 0) return named;
  const ruled = speakingOf(({ id, summary }) => `${id}\n${said(summary)}`);
  return ruled.length > 0
    ? ruled
    : speakingOf(({ id, summary, why }) => `${id}\n${said(summary)}\n${said(why)}`);
}
