/**
 * Findings without what is secret: their output is kept and passed on. The file of a secret item is called by its place in the issue,
 * for files are called by titles; what is quoted from it, or quotes it, is left out, and lines keep their places and lose their words.
 */
import type { Diagnostic, Message, Sources } from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";
import { type AdoptedItem, foldedKey, stemOf } from "./counted-item.js";
import { hasSecretMark, quoterOf, starsFor } from "./secret-words.js";
import type { SecretThings } from "./withhold-titles.js";

export interface SecretFiles {
  /** what findings call them instead, by their paths */
  readonly names: ReadonlyMap<string, string>;
  readonly quotes: (words: string) => boolean;
}

/** @param secrets places too where nothing was read: the file may be missing */
export function secretFiles(items: readonly AdoptedItem[], { keys, places }: SecretThings): SecretFiles {
  const secret = items.filter(({ isSecret }) => isSecret);
  const files = [...secret.map(({ file }) => file), ...places];
  // A number tells nothing, and stands in many lines.
  const stems = files.map((file) => foldedKey(stemOf(file))).filter((stem) => /\p{L}/u.test(stem));
  const quotes = quoterOf(new Set([...keys, ...stems]));
  return {
    // Listed twice, it is called by its first place.
    names: new Map(secret.toReversed().map(({ file, nameInFindings }) => [file, nameInFindings])),
    quotes: (words) => hasSecretMark(words) || quotes(words),
  };
}

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  /** of one issue that may be secret: what it lists and was not read is as well */
  readonly mayBeSecret?: boolean;
}

export function withholdFindings(
  { diagnostics, sources, mayBeSecret = false }: Findings,
  { names, quotes }: SecretFiles,
): Findings {
  const places = diagnostics.flatMap(({ span, related = [] }) => [span, ...related.map((one) => one.span)]);
  const unread = diagnostics.filter(isOfUnread).map(({ span }) => span);
  const shown = [...new Set(places.map(({ path }) => path))].flatMap((path) => {
    const text = sources.get(path);
    const name = names.get(path);
    if (text === undefined) return [];
    const starts = unread.filter((span) => span.path === path).map(({ start }) => start);
    const isShown = (line: string, at: number) =>
      !quotes(line) && !starts.some((start) => start >= at && start < at + line.length);
    return [[name ?? path, name === undefined ? onlyLines(text, isShown) : starsFor(text)] as const];
  });
  const called = (span: Span): Span => ({ ...span, path: names.get(span.path) ?? span.path });
  const withheld = (one: Diagnostic): Diagnostic => {
    const { suggestions, fix, related, ...finding } = one;
    const isInside =
      names.has(one.span.path) || isOfUnread(one) || (mayBeSecret && one.rule.startsWith("item/"));
    const isSecret = (words: string): boolean =>
      quotes(words) || (isInside && quotesText(words)) || (mayBeSecret && NAMES_ITEM.test(words));
    const without = ({ zh, en }: Message): Message => ({
      zh: isSecret(zh) ? withoutQuotations(zh) : zh,
      en: isSecret(en) ? withoutQuotations(en) : en,
    });
    return {
      ...finding,
      message: without(one.message),
      span: called(one.span),
      // What to do about an encoding is the same of every file.
      ...(one.help !== undefined && { help: isOfUnread(one) ? one.help : without(one.help) }),
      ...(related !== undefined && {
        related: related.map(({ message, span }) => ({ message: without(message), span: called(span) })),
      }),
      // They show lines as they would become.
      ...(!isInside && suggestions !== undefined && { suggestions }),
      ...(!isInside && fix !== undefined && { fix }),
    };
  };
  return { diagnostics: diagnostics.map(withheld), sources: new Map(shown), mayBeSecret };
}

/** Nobody could read whether the item is secret, and its file is called by its title. */
const isOfUnread = ({ rule }: Diagnostic): boolean => rule === "item/encoding";

const onlyLines = (text: string, isShown: (line: string, at: number) => boolean): string =>
  text.replace(/[^\r\n]+/gu, (line, at: number) => (isShown(line, at) ? line : starsFor(line)));

const NAMES_ITEM = /\.(?:md|markdown)/iu;

/** Names of keys, and marks, are no words of the author's. */
const quotesText = (words: string): boolean =>
  [...words.matchAll(/“([^”]*)”?/gu)].some(([, quoted = ""]) => !/^(?:[a-z][a-z-]*|\P{L}*)$/u.test(quoted));

/** To the last mark: there may be others within. */
const withoutQuotations = (words: string): string => words.replace(/“.*”/su, "“＊”");
