/**
 * What an archive of issues printed, to a roster and a register that a person confirms: who was named with which posts,
 * which units signed, how often, since when, and where. A pure function of what was read; nothing is guessed that no
 * text gives evidence of, and what is unclear stands apart.
 */
import { nearestName } from "../diagnostics/nearest-name.js";
import { findDerivedNames } from "../han/body-names.js";
import { indexWords } from "../han/word-index.js";
import { type CalendarDate, isoDate } from "../model/calendar-date.js";
import type { House } from "../model/house.js";
import type { Item } from "../model/issue.js";
import type { Span } from "../model/located.js";
import { passagesOf, spanInPassage } from "../model/passage.js";
import { registeredUnits } from "../model/register.js";
import { findPeople } from "./find-people.js";

export interface PrintedItem {
  readonly item: Item;
  /** of the issue */
  readonly date: CalendarDate;
}

/** What was printed, how often, and where first. */
export interface Printed {
  readonly count: number;
  /** first and last day of issue, ISO 8601 */
  readonly first: string;
  readonly last: string;
  /** the first few */
  readonly places: readonly Span[];
}

export interface ProposedUnit extends Printed {
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface ProposedPost {
  readonly post: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

export interface ProposedPerson extends Printed {
  readonly name: string;
  readonly posts: readonly ProposedPost[];
}

export type UnclearReason = "end-of-name" | "near-another" | "no-post";

export interface Unclear {
  readonly text: string;
  readonly reason: UnclearReason;
  /** the name that it is near to */
  readonly near?: string;
  readonly count: number;
  readonly place: Span;
}

export interface Proposal {
  readonly items: number;
  readonly units: readonly ProposedUnit[];
  readonly people: readonly ProposedPerson[];
  readonly unclear: readonly Unclear[];
  /** how many of those printed the house has already */
  readonly known: { readonly units: number; readonly people: number };
}

const MOST_PLACES = 3;
const MOST_UNCLEAR = 100;

interface Tally {
  count: number;
  first: string;
  last: string;
  readonly places: Span[];
}

function add<K>(tallies: Map<K, Tally>, key: K, date: string, place: Span): Tally {
  const known = tallies.get(key) ?? { count: 0, first: date, last: date, places: [] };
  known.count += 1;
  if (date < known.first) known.first = date;
  if (date > known.last) known.last = date;
  if (known.places.length < MOST_PLACES) known.places.push(place);
  tallies.set(key, known);
  return known;
}

export function proposeNames(printed: Iterable<PrintedItem>, house: House | undefined): Proposal {
  const registered = registeredUnits(house?.units ?? []);
  const known = new Set(registered.flatMap(({ name, aliases }) => [name, ...aliases]));
  const roster = new Set(
    (house?.lint.words.people ?? []).flatMap(({ name, aliases = [] }) =>
      [name, ...aliases].map(({ value }) => value),
    ),
  );
  const units = new Map<string, Tally>();
  const people = new Map<string, Tally>();
  const posts = new Map<string, Map<string, Tally>>();
  const open = new Map<string, Tally>();
  const all = [...printed];
  for (const { item, date } of all) {
    const { attribution } = item;
    for (const unit of attribution?.value.split(/[、，,;；\s]+/u).filter((name) => name !== "") ?? [])
      if (attribution !== undefined) add(units, unit, isoDate(date), attribution.span);
  }
  const unitNames = indexWords([...units.keys(), ...known].map((name) => [name, true] as const));
  for (const { item, date } of all) {
    const day = isoDate(date);
    for (const person of item.signature?.people ?? [])
      add(people, person, day, item.signature?.span ?? item.body);
    for (const passage of passagesOf(item)) {
      const { text } = passage;
      const found = findPeople(text, unitNames.find(text));
      for (const { name, start, posts: held } of found.people) {
        const place = spanInPassage(passage, start, start + name.length);
        add(people, name, day, place);
        const own = posts.get(name) ?? new Map<string, Tally>();
        posts.set(name, own);
        for (const post of held) add(own, post, day, place);
      }
      for (const { start, end } of found.unclear)
        add(open, text.slice(start, end), day, spanInPassage(passage, start, end));
    }
  }
  const named = [...people].filter(([name]) => !roster.has(name));
  const withPosts = named.filter(([name]) => (posts.get(name)?.size ?? 0) > 0);
  const proposed = withPosts.map(
    ([name, tally]): ProposedPerson => ({ name, ...tally, posts: postsOf(posts.get(name)) }),
  );
  const proposedUnits = joinUnits([...units].filter(([name]) => !known.has(name)));
  const nearPeople = nearOnes(proposed, [...withPosts.map(([name]) => name), ...roster]);
  const nearUnits = nearOnes(proposedUnits, [...units.keys(), ...known]);
  const isClear = ({ name }: { readonly name: string }) =>
    ![...nearPeople, ...nearUnits].some(({ text }) => text === name);
  return {
    items: all.length,
    units: proposedUnits.filter(isClear).sort(byCount),
    people: proposed.filter(isClear).sort(byCount),
    unclear: [
      ...nearPeople,
      ...nearUnits,
      ...named
        .filter(([name]) => (posts.get(name)?.size ?? 0) === 0)
        .map(([text, tally]) => unclearOf(text, "no-post", tally)),
      ...[...open]
        .filter(([text]) => ![...roster, ...people.keys()].some((name) => text.includes(name)))
        .map(([text, tally]) => unclearOf(text, "end-of-name", tally)),
    ].slice(0, MOST_UNCLEAR),
    known: {
      units: [...units.keys()].filter((name) => known.has(name)).length,
      people: [...people.keys()].filter((name) => roster.has(name)).length,
    },
  };
}

const unclearOf = (text: string, reason: UnclearReason, { count, places }: Tally): Unclear => {
  const [place = { path: "", start: 0, end: 0 }] = places;
  return { text, reason, count, place };
};

const byCount = (
  a: { readonly name: string; readonly count: number },
  b: { readonly name: string; readonly count: number },
): number => b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const postsOf = (own: ReadonlyMap<string, Tally> | undefined): readonly ProposedPost[] =>
  [...(own ?? [])]
    .map(([post, { count, first, last }]) => ({ post, count, first, last }))
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));

/** 示例市科学技术协会 and 示例市科协 are one: the full name with its short one. */
function joinUnits(found: readonly (readonly [string, Tally])[]): ProposedUnit[] {
  const fullOf = (name: string): string => {
    const [derived] = findDerivedNames(`，${name}`);
    return derived?.start === 1 && derived.end === name.length + 1 ? derived.body : name;
  };
  const names = new Set(found.map(([name]) => name));
  const byFull = new Map<string, (readonly [string, Tally])[]>();
  for (const entry of found) {
    // A full name that nobody printed is not proposed.
    const full = names.has(fullOf(entry[0])) ? fullOf(entry[0]) : entry[0];
    byFull.set(full, [...(byFull.get(full) ?? []), entry]);
  }
  return [...byFull].map(([name, entries]) => {
    const tallies = entries.map(([, tally]) => tally);
    return {
      name,
      aliases: entries.map(([one]) => one).filter((one) => one !== name),
      count: tallies.reduce((sum, { count }) => sum + count, 0),
      first: tallies.map(({ first }) => first).sort()[0] ?? "",
      last:
        tallies
          .map(({ last }) => last)
          .sort()
          .at(-1) ?? "",
      places: tallies.flatMap(({ places }) => places).slice(0, MOST_PLACES),
    };
  });
}

/** Printed once, and one character off a name that is printed: a slip, or somebody else. */
function nearOnes(
  found: readonly (Printed & { readonly name: string })[],
  names: readonly string[],
): readonly Unclear[] {
  return found.flatMap((one): readonly Unclear[] => {
    const { name, count, places } = one;
    if (count > 1 || name.length < 3) return [];
    const alike = names.filter((other) => other !== name && other.length === name.length);
    const near = nearestName(name, alike);
    const differences = [...name].filter((character, index) => character !== near?.charAt(index)).length;
    if (near === undefined || differences !== 1) return [];
    return [
      { ...unclearOf(name, "near-another", { count, first: "", last: "", places: [...places] }), near },
    ];
  });
}
