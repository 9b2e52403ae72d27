/**
 * What a piece of work asks of its surroundings, as it is kept in records (fingerprint.ts). What a record
 * holds is taken apart here: a question that the program would never ask makes the record worthless. Patterns
 * are kept by name, for a pattern of somebody else's making can take for ever.
 */
import { MAX_PICTURE_BYTES } from "../read/pictures/find-image.js";
import { NAME_PATTERNS } from "../read/read-surroundings.js";
import type { NamePattern, ReadLimits } from "../read/workspace.js";

/** Through which door a question goes: the author's files, or the package's templates. */
export type Door = "files" | "templates";

export type PatternName = keyof typeof NAME_PATTERNS;

export type Question =
  | readonly ["read", Door, string, number | null, number | null, boolean]
  | readonly ["list", Door, string, PatternName | null]
  | readonly ["real", Door, string]
  | readonly ["font", string, number]
  | readonly ["fonts", string];

/** Nothing that is read whole may be larger, and no head is as large. */
export const MOST_READ_BYTES = MAX_PICTURE_BYTES;

/** JSON knows no Infinity. */
export const readQuestion = (
  door: Door,
  path: string,
  { maxBytes, headBytes, ignoresSize }: ReadLimits,
): Question => [
  "read",
  door,
  path,
  Number.isFinite(maxBytes) ? maxBytes : null,
  headBytes ?? null,
  ignoresSize === true,
];

/** @returns the question for the names that match; for all names where the pattern is none of ours */
export const listQuestion = (door: Door, path: string, only: NamePattern | undefined) =>
  ["list", door, path, PATTERN_NAMES.find((name) => NAME_PATTERNS[name] === only) ?? null] as const;

// Object.keys gives the names of the literal above.
const PATTERN_NAMES = Object.keys(NAME_PATTERNS) as readonly PatternName[];

/** @param text as JSON.stringify wrote a question; @returns undefined where it is none */
export function parseQuestion(text: string): Question | undefined {
  const value: unknown = parseJson(text);
  return Array.isArray(value) && isQuestion(value) ? value : undefined;
}

/** As `parseQuestion`, of a text that this very run wrote. */
// Written by JSON.stringify from a Question.
export const ownQuestion = (text: string): Question => JSON.parse(text) as Question;

export const patternOf = (name: PatternName | null): NamePattern | undefined =>
  name === null ? undefined : NAME_PATTERNS[name];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isQuestion(value: readonly unknown[]): value is Question {
  const [kind, first, second, third, fourth, fifth] = value;
  switch (kind) {
    case "read":
      return (
        value.length === 6 &&
        isDoor(first) &&
        isPath(second) &&
        (isSize(third) || (third === null && fourth !== null)) &&
        (fourth === null || isSize(fourth)) &&
        typeof fifth === "boolean"
      );
    case "list":
      return (
        value.length === 4 &&
        isDoor(first) &&
        isPath(second) &&
        (third === null || PATTERN_NAMES.some((name) => name === third))
      );
    case "real":
      return value.length === 3 && isDoor(first) && isPath(second);
    case "font":
      return value.length === 3 && isPath(first) && Number.isInteger(second);
    case "fonts":
      return value.length === 2 && isPath(first);
    default:
      return false;
  }
}

const isDoor = (value: unknown): value is Door => value === "files" || value === "templates";

const isSize = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= MOST_READ_BYTES;

/** Of a file, or of a family of fonts. */
const isPath = (value: unknown): value is string => typeof value === "string" && !value.includes("\0");
