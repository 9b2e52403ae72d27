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
    rules.filter((rule) => wanted.every((word) => holdsWord(textOf(rule), word)));
  const said = ({ zh, en }: Message) => `${zh}\n${en}`.toLowerCase();
  const named = rules.filter(({ id }) => wanted.every((word) => word.length > 1 && id.includes(word)));
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

/** Letters of a Latin word from which its beginning stands for it. */
const LEAST_BEGINNING = 5;

/** One letter, one character of Han stand in any words: 付 in 付印. A Latin word is no part of another: foo in footnote, xyz in an alphabet. */
function holdsWord(text: string, word: string): boolean {
  if (/^[a-z\p{Script=Han}]$/u.test(word)) return false;
  if (!/^[a-z]/.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const behind = text.slice(at + word.length, at + word.length + 2);
    const isEnded = !/[a-z0-9]$/.test(word) || /^s?(?![a-z0-9])/.test(behind);
    if (!/[a-z0-9]/.test(text.charAt(at - 1)) && (isEnded || word.length >= LEAST_BEGINNING)) return true;
  }
  return false;
}
