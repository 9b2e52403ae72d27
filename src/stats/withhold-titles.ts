/**
 * Titles of what is secret, taken out of the rows of the register before anything is printed of them: letters go further
 * than the issue does. What cannot be told apart is withheld. The issues' own items: count-items.ts.
 */
import { isNoSecrecy } from "../read/may-be-secret.js";
import { type ReceivedItem, WITHHELD } from "./counted-item.js";

export interface SecretThings {
  /** what titles of secret items are compared by (counted-item.ts) */
  readonly keys: ReadonlySet<string>;
  /** paths of secret items, and of issues that are secret or could not be read, from the bulletin's folder */
  readonly places: ReadonlySet<string>;
}

/** A title with more words around it is the same one, where it has at least as many letters. */
const LEAST_PART = 8;

export function withholdTitles(
  rows: readonly ReceivedItem[],
  { keys, places }: SecretThings,
): readonly ReceivedItem[] {
  const long = [...keys].filter((key) => [...key].length >= LEAST_PART);
  const folded = new Set([...places].map(foldedPlace));
  const isSecretKey = (key: string): boolean =>
    key !== "" &&
    (keys.has(key) ||
      long.some((one) => key.includes(one) || (key.length >= LEAST_PART && one.includes(key))));
  return rows.map((row) => {
    const isSecret =
      !isNoSecrecy(row.secrecy) ||
      saysSecret(row.decision) ||
      saysSecret(row.reason) ||
      [...row.places, ...row.issueFolders].some((place) => isAtOrIn(foldedPlace(place), folded)) ||
      isSecretKey(row.key);
    return isSecret ? { ...row, title: WITHHELD, reason: "" } : row;
  });
}

const saysSecret = (words: string): boolean =>
  /(?<![不非未无])涉密|(?<!不属于?国?家?)(?:秘密|机密|绝密)/u.test(words);

/** Names are compared as Windows does. */
const foldedPlace = (place: string): string => place.normalize("NFKC").toLowerCase();

function isAtOrIn(place: string, places: ReadonlySet<string>): boolean {
  for (let at = place; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/"))))
    if (places.has(at)) return true;
  return false;
}
