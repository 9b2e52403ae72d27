/**
 * The house's words, persons and units as indices in which a text is looked up in one pass. They are
 * built when a rule first asks, once a run, however many items there are.
 */
import { isPersonMention } from "../han/posts.js";
import { indexWords, type WordIndex } from "../han/word-index.js";
import type { ForbiddenWord, House, HouseWords, LintSettings, Unit } from "../model/house.js";
import type { PackLine } from "../model/pack.js";
import type { CopyLine } from "../rules/copy-line.js";
import type { HouseDictionary, Mention, RosterPerson, UnitName } from "../rules/rule.js";

export function houseDictionary({ lint, units }: House): HouseDictionary {
  const { words } = lint;
  let replacements: WordIndex<string | undefined> | undefined;
  let forbidden: WordIndex<ForbiddenWord | undefined> | undefined;
  let packs: WordIndex<readonly PackLine[] | undefined> | undefined;
  let formerNames: WordIndex<Unit | undefined> | undefined;
  let unitNames: WordIndex<UnitName> | undefined;
  let names: WordIndex<RosterPerson> | undefined;
  let similar: ReadonlyMap<string, readonly RosterPerson[]> | undefined;
  const mentions = new WeakMap<CopyLine, readonly Mention[]>();
  const roster = words.people.map((person, rank): RosterPerson => ({ person, rank }));
  return {
    get replacements() {
      replacements ??= indexWords(replacementsOf(words));
      return replacements;
    },
    get forbidden() {
      forbidden ??= indexWords(forbiddenOf(words));
      return forbidden;
    },
    get packs() {
      packs ??= indexWords(packWordsOf(lint));
      return packs;
    },
    get units() {
      unitNames ??= indexWords(units.flatMap(namesOf));
      return unitNames;
    },
    get formerNames() {
      formerNames ??= indexWords(formerNamesOf(units));
      return formerNames;
    },
    hasPeople: roster.length > 0,
    mentionsIn(line) {
      names ??= indexWords(
        roster.flatMap((entry) => namesOfPerson(entry).map((name) => [name, entry] as const)),
      );
      const known = mentions.get(line) ?? findMentions(line.text, names);
      mentions.set(line, known);
      return known;
    },
    peopleLike(name) {
      similar ??= indexSimilar(roster);
      const found = variantsOf(name).flatMap((variant) => similar?.get(variant) ?? []);
      return [...new Set(found)];
    },
  };
}

/** Behind the wrong words the right ones: a right word that is a wrong one elsewhere counts as wrong. */
function replacementsOf({ replace }: HouseWords): readonly (readonly [string, string | undefined])[] {
  const wrong = [...replace].map(([word, { value }]) => [word, value] as const);
  const right = [...replace.values()].map(({ value }) => [value, undefined] as const);
  return [...wrong.filter(([word, value]) => word !== value), ...right];
}

function forbiddenOf({ forbidden }: HouseWords): readonly (readonly [string, ForbiddenWord | undefined])[] {
  const words = forbidden.map((entry) => [entry.word.value, entry] as const);
  const exceptions = forbidden.flatMap(({ except }) =>
    except.map(({ value }) => [value, undefined] as const),
  );
  return [...words, ...exceptions];
}

/** What the house itself says of a word counts more, and a line that has one word on both sides says that it is right. */
function packWordsOf({
  packLines = [],
  words: { replace, forbidden },
}: LintSettings): readonly (readonly [string, readonly PackLine[] | undefined])[] {
  const byWord = new Map<string, PackLine[]>();
  const own = new Set([...replace.keys(), ...forbidden.map(({ word }) => word.value)]);
  for (const line of packLines) {
    const known = byWord.get(line.wrong);
    if (known === undefined) byWord.set(line.wrong, [line]);
    else known.push(line);
  }
  const wrong = [...byWord].map(([word, lines]) => {
    const isRight = own.has(word) || lines[0]?.right === word;
    return [word, isRight ? undefined : lines] as const;
  });
  const right = packLines.flatMap(({ right: one, except }) =>
    one === undefined ? except : [one, ...except],
  );
  return [...wrong, ...right.map((word) => [word, undefined] as const)];
}

/** A name that one unit had and another has now is that other's. */
function formerNamesOf(units: readonly Unit[]): readonly (readonly [string, Unit | undefined])[] {
  if (units.every(({ former = [] }) => former.length === 0)) return [];
  const present = units.flatMap(({ name, aliases }) => [name, ...aliases].map(({ value }) => value));
  return [
    ...present.map((name) => [name, undefined] as const),
    ...units.flatMap((unit) => (unit.former ?? []).map(({ value }) => [value, unit] as const)),
  ];
}

function namesOf({ name, aliases }: Unit): readonly (readonly [string, UnitName])[] {
  const full = name.value;
  return [
    [full, { full, isFull: true }],
    ...aliases.map(({ value }) => [value, { full, isFull: false }] as const),
  ];
}

const namesOfPerson = ({ person: { name, aliases = [] } }: RosterPerson): readonly string[] =>
  [name, ...aliases].map(({ value }) => value);

function findMentions(text: string, names: WordIndex<RosterPerson>): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const { start, end, value } of names.find(text)) {
    if (isPersonMention(text, start, end)) mentions.push({ start, end, ...value });
  }
  return mentions;
}

/** Names of three and more characters: of two, half the name would be another. */
const LEAST_COMPARED = 3;

function indexSimilar(roster: readonly RosterPerson[]): ReadonlyMap<string, readonly RosterPerson[]> {
  const index = new Map<string, RosterPerson[]>();
  for (const entry of roster) {
    for (const variant of variantsOf(entry.person.name.value)) {
      const known = index.get(variant);
      if (known === undefined) index.set(variant, [entry]);
      else known.push(entry);
    }
  }
  return index;
}

/** The name with each character left open in turn, and its characters in a fixed order. */
function variantsOf(name: string): readonly string[] {
  if (name.length < LEAST_COMPARED) return [];
  const open = Array.from({ length: name.length }, (_, at) => `${name.slice(0, at)}?${name.slice(at + 1)}`);
  return [...open, `=${[...name].sort().join("")}`];
}
