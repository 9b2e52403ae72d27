/**
 * Titles of what is secret, taken out of the rows of the register and of the items before anything is printed of them: letters
 * go further than the issue does. What cannot be told apart is withheld. What issues say of themselves: may-be-secret.ts.
 */
import { isNoSecrecy } from "../read/may-be-secret.js";
import { type AdoptedItem, foldedKey, stemOf, type UndatedRow, WITHHELD } from "./counted-item.js";
import { hasSecretMark, quoterOf, saysSecret } from "./secret-words.js";

export interface SecretThings {
  /** what titles of secret items are compared by (counted-item.ts) */
  readonly keys: ReadonlySet<string>;
  /** paths of secret items, and of issues that are secret or could not be read, from the bulletin's folder */
  readonly places: ReadonlySet<string>;
}

/** A title with more words around it is the same one, where it has at least as many letters. */
const LEAST_PART = 8;

/** @returns what rows that say so themselves make secret: their titles, and the items at the places that they name */
export function secretsOfRows(rows: readonly UndatedRow[]): SecretThings {
  const secret = rows.filter(saysSo);
  return {
    keys: new Set(secret.map(({ key }) => key).filter((key) => key !== "")),
    places: new Set(secret.flatMap(({ places }) => places)),
  };
}

const saysSo = ({ secrecy, decision, reason, title }: UndatedRow): boolean =>
  secrecy.some((words) => !isNoSecrecy(words)) ||
  saysSecret(decision) ||
  saysSecret(reason) ||
  hasSecretMark(title);

export function withholdTitles<T extends UndatedRow>(
  rows: readonly T[],
  { keys, places }: SecretThings,
): readonly T[] {
  const folded = new Set([...places].map(foldedPlace));
  const isSecretKey = secretKeys(keys);
  const quotes = quoterOf(keys);
  return rows.map((row) => {
    const isSecret =
      saysSo(row) ||
      [...row.places, ...row.issueFolders].some((place) => isAtOrIn(foldedPlace(place), folded)) ||
      isSecretKey(row.key);
    const { decision, reason } = row;
    return {
      ...withoutNames(row, { isName: (words) => isSecretName(words, keys), isLevel: quotes }),
      decision: quotes(decision) ? withoutWords(decision) : decision,
      ...(isSecret ? { title: WITHHELD, reason: "" } : { reason: quotes(reason) ? "" : reason }),
    };
  });
}

/** @returns the items, secret where a row of the register makes them so */
export function withholdItems(
  items: readonly AdoptedItem[],
  { keys, places }: SecretThings,
): readonly AdoptedItem[] {
  const folded = new Set([...places].map(foldedPlace));
  const isSecretKey = secretKeys(keys);
  // A level that shares some words with a title is one still, and has its points.
  const isName = (words: string) => isSecretName(words, keys);
  return items.map((item) => ({
    ...withoutNames(item, { isName, isLevel: isName }),
    isSecret:
      item.isSecret ||
      folded.has(foldedPlace(item.path)) ||
      [item.key, foldedKey(stemOf(item.path))].some(isSecretKey),
  }));
}

/** What tells a title in the place of a unit, and of a level. */
type Told = Readonly<Record<"isName" | "isLevel", (words: string) => boolean>>;

/** Of cells and values that stand in each other's places, too. */
const withoutNames = <T extends Pick<UndatedRow, "signed" | "levels">>(
  one: T,
  { isName, isLevel }: Told,
): T => ({
  ...one,
  signed: isName(one.signed) ? LEFT_OUT : one.signed,
  levels: one.levels.map((level) => (isLevel(level.value) ? { ...level, value: LEFT_OUT } : level)),
});

function secretKeys(keys: ReadonlySet<string>): (key: string) => boolean {
  const long = [...keys].filter((key) => [...key].length >= LEAST_PART);
  return (key) =>
    key !== "" &&
    (keys.has(key) ||
      long.some((one) => key.includes(one) || (key.length >= LEAST_PART && one.includes(key))));
}

/** Titles name units, too: only a whole title is none. */
function isSecretName(signed: string, keys: ReadonlySet<string>): boolean {
  const key = foldedKey(signed);
  return [...keys].some((one) => [...one].length >= LEAST_PART && key.includes(one));
}

/** Of a name or a level: one word, that falls into no two. */
const LEFT_OUT = "（略）";

/** What was decided, without the words about it. */
const withoutWords = (decision: string): string =>
  /^(?:已?采用|[未不](?:予|被)?采用|待定)/u.exec(decision)?.[0] ?? "处理情况略";

/** Names are compared as Windows does. */
const foldedPlace = (place: string): string => place.normalize("NFKC").toLowerCase();

function isAtOrIn(place: string, places: ReadonlySet<string>): boolean {
  for (let at = place; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/"))))
    if (places.has(at)) return true;
  return false;
}
