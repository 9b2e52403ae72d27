/** Values of bulletin.yaml about words, persons and units, to the model. */
import type { ForbiddenWord, HeldPost, Person, Unit } from "../model/house.js";
import type { Located } from "../model/located.js";
import type {
  forbiddenFields,
  lintField,
  personFields,
  postFields,
  unitsField,
} from "./dictionary-fields.js";
import type { DictionaryValue, ListValue } from "./fields/collection-fields.js";
import type { Field, RecordValue } from "./fields/field.js";

type ValueOf<F> = F extends Field<infer T> ? T : never;
type PostValue = Located<string> | RecordValue<typeof postFields>;
type PersonValue = ListValue<PostValue> | RecordValue<typeof personFields>;
type WordsValue = NonNullable<ValueOf<typeof lintField>["values"]["words"]>["values"];

export const wordsOf = (
  words: DictionaryValue<Located<string>> | undefined,
): ReadonlyMap<string, Located<string>> =>
  new Map([...(words ?? [])].map(([word, { value }]) => [word, value]));

export function forbiddenOf(
  entry: Located<string> | RecordValue<typeof forbiddenFields>,
): readonly ForbiddenWord[] {
  if ("value" in entry) return [{ word: entry, reason: undefined, instead: undefined, except: [] }];
  const { word, reason, instead, except } = entry.values;
  return word === undefined ? [] : [{ word, reason, instead, except: except?.items ?? [] }];
}

/** @returns the roster in its order: as it is written, but for those whose place is given */
export function peopleOf(names: WordsValue["names"]): readonly Person[] {
  const people: Person[] = [];
  const placed: { readonly order: number; readonly person: Person }[] = [];
  for (const { key, value } of names?.values() ?? []) {
    const person = personOf(key, value);
    const order = "values" in value ? value.values.order?.value : undefined;
    if (order === undefined) people.push(person);
    else placed.push({ order, person });
  }
  for (const { order, person } of placed.sort((a, b) => a.order - b.order))
    people.splice(order - 1, 0, person);
  return people;
}

function personOf(name: Located<string>, value: PersonValue): Person {
  if ("items" in value) return { name, posts: value.items.flatMap(postsOf) };
  const { posts, aliases } = value.values;
  return { name, aliases: aliases?.items ?? [], posts: (posts?.items ?? []).flatMap(postsOf) };
}

/** Posts may be listed, or joined by 、 as they are printed: 党组书记、主席. */
function postsOf(value: PostValue): readonly HeldPost[] {
  const post = "value" in value ? value : value.values.post;
  if (post === undefined) return [];
  const term = "value" in value ? {} : { from: value.values.from?.value, until: value.values.until?.value };
  return post.value
    .split("、")
    .filter((part) => part !== "")
    .map((part) => ({ value: part, span: post.span, ...term }));
}

type UnitValue = ValueOf<typeof unitsField>["items"][number];

export function unitOf(unit: UnitValue): readonly Unit[] {
  if ("value" in unit) return [{ name: unit, aliases: [] }];
  const { name, aliases, former, from, until } = unit.values;
  if (name === undefined) return [];
  return [
    {
      name,
      aliases: aliases?.items ?? [],
      former: former?.items ?? [],
      from: from?.value,
      until: until?.value,
    },
  ];
}
