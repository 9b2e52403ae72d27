/**
 * Whether words tell of something secret: by a level that stands in them, or by the title of something secret that they
 * quote. Fails closed: what cannot be told apart is taken for secret. What is done about it: withhold-titles.ts.
 */
import { foldedKey } from "./counted-item.js";

/** @param words of a decision, a reason or a remark */
export const saysSecret = (words: string): boolean =>
  /(?<![不非未无])涉密|(?<!不属于?国?家?)(?:秘密|机密|绝密)/u.test(words);

/** （机密）, 【秘密★1年】, a level with its star, or one at the very end behind a blank: a mark, no word of the title. */
const MARK =
  /[([【〔]\s*(?:绝密|机密|秘密|涉密)[^)\]】〕]{0,10}[)\]】〕]|(?:绝密|机密|秘密)\s*[★☆*]|\s(?:绝密|机密|秘密)$/u;

export const hasSecretMark = (title: string): boolean => MARK.test(title.normalize("NFKC").trim());

/** As many letters in a row as a secret title has are a part of it. */
const PART = 8;
/** Shorter titles are found whole. */
const LEAST = 2;

/** @param keys what secret titles are compared by (counted-item.ts) */
export function quoterOf(keys: ReadonlySet<string>): (words: string) => boolean {
  const parts = new Set<string>();
  const short: string[] = [];
  for (const key of keys) {
    const letters = [...key];
    if (letters.length < PART && letters.length >= LEAST) short.push(key);
    for (const part of partsOf(letters)) parts.add(part);
  }
  if (parts.size === 0 && short.length === 0) return () => false;
  return (words) => {
    const key = foldedKey(words);
    return short.some((one) => key.includes(one)) || partsOf([...key]).some((part) => parts.has(part));
  };
}

const partsOf = (letters: readonly string[]): readonly string[] =>
  Array.from({ length: Math.max(0, letters.length - PART + 1) }, (_, at) =>
    letters.slice(at, at + PART).join(""),
  );

/** What a column on secrecy is called, however it is spelt: 密级和保密期限, 是否涉密, Secret, classification. */
export const isSecrecyHeading = (heading: string): boolean =>
  /密级|密級|涉密|保密|secre|classif/iu.test(heading.normalize("NFKC").replace(/\s/gu, ""));

/** Lines and columns stay where they are. */
export const starsFor = (text: string): string => text.replace(/[^\r\n]/g, "＊");
