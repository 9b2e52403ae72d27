/** Where a key belongs that stands in the wrong place: in another file of the bulletin, or under another key. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Fields, JsonSchema, KeyFile } from "./field.js";

export interface KeyHome {
  /** undefined for the file itself */
  readonly file: Message | undefined;
  /** keys from the top down to the one that holds it */
  readonly under: readonly string[];
}

/** Keys lie no deeper under each other. */
const MOST_LEVELS = 4;

/**
 * @param own the file in which the key was found
 * @param others files in order of preference
 * @returns the place nearest to the top of a file; undefined where there is none, or two are as near
 */
export function findKeyHome(name: string, own: Fields, others: readonly KeyFile[]): KeyHome | undefined {
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    for (const { file, fields } of [{ file: undefined, fields: own }, ...others]) {
      if (file !== undefined && fields === own) continue;
      const [under, second] = placesOf(name, fields, level);
      if (under !== undefined && second === undefined) return { file, under };
      if (second !== undefined) return undefined;
    }
  }
  return undefined;
}

export function describeHome({ file, under }: KeyHome): Message {
  const path = under.join(".");
  if (file === undefined) {
    return under.length === 0
      ? {
          zh: "这个键写在文件的最外层，前面不缩进。",
          en: "This key belongs at the top level of the file, without indentation.",
        }
      : { zh: `这个键写在“${path}”下面。`, en: `This key belongs under “${path}”.` };
  }
  return under.length === 0
    ? { zh: `这个键写在${file.zh}。`, en: `This key belongs ${file.en}.` }
    : { zh: `这个键写在${file.zh}的“${path}”下面。`, en: `This key belongs under “${path}” ${file.en}.` };
}

function placesOf(name: string, fields: Fields, level: number): readonly (readonly string[])[] {
  if (level === 0) return Object.hasOwn(fields, name) ? [[]] : [];
  return Object.entries(fields).flatMap(([key, { type }]) =>
    placesIn(name, type.schema, level - 1).map((under) => [key, ...under]),
  );
}

/** @returns the paths, so many levels down, of maps that have the key; the entries of a list are no level */
function placesIn(name: string, schema: JsonSchema, level: number): readonly (readonly string[])[] {
  return mapsOf(schema).flatMap((properties) =>
    level === 0
      ? Object.hasOwn(properties, name)
        ? [[]]
        : []
      : Object.entries(properties).flatMap(([key, below]) =>
          placesIn(name, below, level - 1).map((under) => [key, ...under]),
        ),
  );
}

type Properties = Readonly<Record<string, JsonSchema>>;

/** The maps that a value can be, by itself or as an entry of a list. */
function mapsOf({ properties, items, anyOf }: JsonSchema): readonly Properties[] {
  const inner = [items, ...(Array.isArray(anyOf) ? anyOf : [])].filter(isSchema).flatMap(mapsOf);
  // The schemas are ours (field.ts): `properties` is a map of schemas.
  return isSchema(properties) ? [properties as Properties, ...inner] : inner;
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
