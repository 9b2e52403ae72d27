/**
 * Checks of what callers without types hand to the public API: an option that is misspelt or of
 * another kind would otherwise be passed over in silence, or fail far inside. A fault is a TypeError
 * that names the function, the argument, what it may be and what was given; its stack begins with
 * the caller.
 */
import { allRules } from "./check/all-rules.js";
import { nearestName } from "./diagnostics/nearest-name.js";

/** @returns undefined where the value will do, else what it may be */
export type Check = (value: unknown) => string | undefined;

/** A check for each option, so that a new one cannot be forgotten. */
export type Checks<T> = { readonly [K in keyof Required<T>]: Check };

export interface Call {
  /** the function as its callers know it; frames from it inwards are left out of the stack */
  readonly entry: (...args: never[]) => unknown;
  readonly name: string;
}

/** @throws TypeError where the value is none that the check takes */
export function expectArgument(call: Call, [name, value]: readonly [string, unknown], check: Check): void {
  const allowed = check(value);
  if (allowed !== undefined) throw wrongArgument(call, `${name} must be ${allowed}, not ${describe(value)}.`);
}

/** @throws TypeError where an option is of another kind, or none that there is */
export function expectOptions<T>(call: Call, options: unknown, checks: Checks<T>): void {
  expectArgument(call, ["options", options], (value) => (isRecord(value) ? undefined : "an object"));
  const known = Object.entries<Check>(checks);
  for (const [key, value] of Object.entries(options ?? {})) {
    const check = known.find(([name]) => name === key)?.[1];
    if (check === undefined) {
      const names = known.map(([name]) => name);
      const nearest = nearestName(key, names);
      const meant = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
      throw wrongArgument(call, `there is no option ${key}.${meant} The options are ${names.join(", ")}.`);
    }
    // Written out as undefined, an option is left out.
    if (value !== undefined) expectArgument(call, [`options.${key}`, value], check);
  }
}

function wrongArgument({ entry, name }: Call, problem: string): TypeError {
  const fault = new TypeError(`${name}: ${problem}`);
  // Node prints the line of source that the first frame names: that of the wrong call.
  Error.captureStackTrace(fault, entry);
  return fault;
}

export const isText: Check = (value) =>
  typeof value === "string" && value !== "" ? undefined : "a string that is not empty";

export const isSwitch: Check = (value) => (typeof value === "boolean" ? undefined : "true or false");

export const isFunction: Check = (value) => (typeof value === "function" ? undefined : "a function");

export const isList: Check = (value) => (Array.isArray(value) ? undefined : "an array");

export const isDate: Check = (value) =>
  kindOf(value) === "Date" && !Number.isNaN(Number(value)) ? undefined : "a valid Date";

export const isWidth: Check = (value) =>
  Number.isInteger(value) && Number(value) > 0 ? undefined : "a whole number of columns";

export const isMap: Check = (value) => (kindOf(value) === "Map" ? undefined : "a Map");

/** Texts or bytes by path. */
export const isContent = (value: unknown): boolean =>
  typeof value === "string" || kindOf(value) === "Uint8Array";

export const isFiles: Check = (value) =>
  isRecord(value) && Object.values(value).every(isContent)
    ? undefined
    : "an object from path to string or Uint8Array";

/** @returns a check for one of the words */
export const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value) ? undefined : listed(words);

/** @returns a check for an array of nothing else */
export const listOf =
  (words: readonly string[]): Check =>
  (value) =>
    Array.isArray(value) && value.every((one) => words.includes(one))
      ? undefined
      : `an array of ${listed(words)}`;

export const isTexts: Check = (value) =>
  Array.isArray(value) && value.every((one) => typeof one === "string") ? undefined : "an array of strings";

/** @returns a check for an object with these methods */
export const withMethods =
  (what: string, methods: readonly string[]): Check =>
  (value) =>
    isRecord(value) && methods.every((method) => typeof value[method] === "function")
      ? undefined
      : `${what} (an object with ${methods.join(", ")})`;

const SEVERITIES = ["off", "info", "warning", "error"];

export const isSeverities: Check = (value) => {
  if (kindOf(value) !== "Map")
    return 'a Map from rule to severity, such as new Map([["item/vague-date", "off"]])';
  for (const [id, severity] of value as ReadonlyMap<unknown, unknown>) {
    const rule = allRules.find((one) => one.id === id);
    if (rule === undefined) {
      const nearest = nearestName(
        String(id),
        allRules.map((one) => one.id),
      );
      const meant = nearest === undefined ? "" : ` (did you mean ${JSON.stringify(nearest)}?)`;
      return `a Map keyed by rule names, and there is no rule ${JSON.stringify(id)}${meant}`;
    }
    if (!SEVERITIES.some((known) => known === severity))
      return `a Map to severities (${listed(SEVERITIES)}); for ${rule.id} it has ${describe(severity)}`;
    if (rule.structural && severity !== "error")
      return `a Map that keeps ${rule.id} an error: the editions cannot be made correctly without it`;
  }
  return undefined;
};

const listed = (words: readonly string[]): string => {
  const quoted = words.map((word) => JSON.stringify(word));
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && kindOf(value) !== "Map";

/** @returns `Map`, `Date`, `Uint8Array` …, of whatever realm */
const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

/** What is quoted of a text that was given. */
const LONGEST_QUOTE = 60;

function describe(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value);
  }
  if (Array.isArray(value)) {
    const isShort = value.length < 9 && value.every((one) => typeof one === "string" && one.length < 20);
    return isShort ? JSON.stringify(value) : "an array of something else";
  }
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  const kind = kindOf(value);
  return kind === "Object" ? "an object of another shape" : `a ${kind}`;
}
