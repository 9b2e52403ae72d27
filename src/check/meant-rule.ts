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
  const nearest = nearestName(name, ids);
  if (nearest !== undefined) return nearest;
  const about = rulesAbout(name, rules);
  return about.length === 1 ? about[0]?.id : undefined;
}

/**
 * @param words what somebody looks for who knows no name: parts of one, or words of either language
 * @returns rules whose names hold them all; else those whose laws do, else those whose laws and reasons do, else those whose examples do, too
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
  if (ruled.length > 0) return ruled;
  const reasonedOf = ({ id, summary, why }: Rule) => `${id}\n${said(summary)}\n${said(why)}`;
  const reasoned = speakingOf(reasonedOf);
  if (reasoned.length > 0) return reasoned;
  const shown = ({ examples }: Rule) =>
    examples.map(({ name, files }) => `${said(name)}\n${Object.values(files).join("\n")}`).join("\n");
  return speakingOf((rule) => `${reasonedOf(rule)}\n${shown(rule).toLowerCase()}`);
}
