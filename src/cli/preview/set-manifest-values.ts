/**
 * Values of a manifest set, added or taken away as edits of its text: comments, indents, line ends and the way that
 * everything else is written stay to the character. What the edit means is held to what the same change means to the
 * YAML document; where no edit gives that, the document is written anew, comments kept. Whether a value will do is
 * not judged here (change-manifest.ts).
 */
import { type Document, isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { quoted } from "../../read/quoted-yaml.js";
import { heldTo, lineEndOf } from "../new/held-edit.js";

export interface ValueChange {
  /** keys from the top of the manifest, one or two */
  readonly keys: readonly [string] | readonly [string, string];
  /** as the editor wrote it; an empty one takes the key away */
  readonly value: string;
}

/** A key that has a value of its own where a map of values belongs. */
export interface NoMap {
  readonly key: string;
}

/**
 * @param text a manifest without faults of YAML, a map at its top
 * @returns what stands in the way where there is no place for a value
 */
export function setManifestValues(text: string, changes: readonly ValueChange[]): string | NoMap {
  let now = text;
  for (const change of changes) {
    const next = setValue(now, change);
    if (typeof next !== "string") return next;
    now = next;
  }
  return now;
}

function setValue(text: string, { keys, value }: ValueChange): string | NoMap {
  const document = parseDocument(text);
  const before = document.getIn(keys);
  if (value === "" ? before === undefined : before !== undefined && String(before) === value) return text;
  const [key] = keys;
  const parent = document.get(key);
  const isEmpty = parent === undefined || parent === null;
  if (keys.length === 2 && !isEmpty && !isMap(parent)) return { key };
  const edited = editText(text, document, { keys, value });
  if (keys.length === 2 && isEmpty) document.set(key, document.createNode({}));
  change(document, { keys, value });
  return heldTo(document, edited, text);
}

function change(document: Document, { keys, value }: ValueChange): void {
  if (value !== "") {
    document.setIn(keys, isBare(value) && !isDay(value) ? Number(value) : value);
    return;
  }
  document.deleteIn(keys);
  const [parent] = keys;
  const left = document.get(parent);
  if (keys.length === 2 && isMap(left) && left.items.length === 0) document.delete(parent);
}

function editText(text: string, document: Document, wanted: ValueChange): string | undefined {
  const top = document.contents;
  if (!isMap(top) || top.flow === true) return undefined;
  const [key, inner] = wanted.keys;
  if (inner === undefined) return editMap(text, top, { ...wanted, key });
  const pair = pairOf(top, key);
  const { value } = wanted;
  if (pair === undefined) {
    return value === "" ? text : addLine(text, top, { key, words: `{${inner}: ${printFlow(value)}}` });
  }
  if (isNothing(pair.value)) return putBehind(text, pair, `{${inner}: ${printFlow(value)}}`);
  if (!isMap(pair.value)) return undefined;
  const isLast = value === "" && pair.value.items.length === 1 && pairOf(pair.value, inner) !== undefined;
  return isLast ? removeLine(text, pair) : editMap(text, pair.value, { key: inner, value });
}

const isNothing = (value: unknown): value is Scalar<null> | null =>
  value === null || (isScalar(value) && value.value === null);

/** Words in the place of nothing, before a comment of its line, or of what says so (`~`). */
function putBehind(text: string, { key, value }: Pair, words: string): string | undefined {
  const [start, end] = rangeOf(value) ?? [];
  const keyEnd = rangeOf(key)?.[1];
  if (start === undefined || end === undefined || keyEnd === undefined) return undefined;
  if (start < end) return `${text.slice(0, start)}${words}${text.slice(end)}`;
  const behind = text.indexOf(":", keyEnd) + 1;
  return `${text.slice(0, behind)} ${words}${text.slice(behind)}`;
}

interface KeyChange {
  readonly key: string;
  readonly value: string;
}

function editMap(text: string, map: YAMLMap, { key, value }: KeyChange): string | undefined {
  const pair = pairOf(map, key);
  const isFlow = map.flow === true;
  if (pair !== undefined && value !== "")
    return replaceScalar(text, pair, isFlow ? printFlow : printValue, value);
  if (isFlow) return editFlow(text, map, { key, value });
  if (pair !== undefined) return removeLine(text, pair);
  return addLine(text, map, { key, words: printValue(value) });
}

function replaceScalar(
  text: string,
  { value: old }: Pair,
  print: (value: string) => string,
  value: string,
): string | undefined {
  if (!isScalar(old) || !old.range) return undefined;
  const [start, end] = old.range;
  // `editor:` with nothing behind it
  const lead = start === end && /[:,{]/.test(text.charAt(start - 1)) ? " " : "";
  return `${text.slice(0, start)}${lead}${printLike(old, print(value), value)}${text.slice(end)}`;
}

/** Whoever writes names in quotation marks goes on to. */
function printLike({ type }: Scalar, printed: string, value: string): string {
  if (type === "QUOTE_DOUBLE" && !isBare(value)) return JSON.stringify(value);
  if (type === "QUOTE_SINGLE" && printed === value && !isBare(value)) return `'${value}'`;
  return printed;
}

/** `{editor: 甲, reviewer: 乙}` on one line: its pairs as they stand, one more or one less. */
function editFlow(text: string, map: YAMLMap, { key, value }: KeyChange): string | undefined {
  if (!map.range) return undefined;
  const [start, end] = map.range;
  const whole = text.slice(start, end);
  if (/[\r\n#]/.test(whole)) return undefined;
  const kept = map.items.filter((pair) => nameOf(pair) !== key).map((pair) => sliceOf(text, pair));
  if (kept.includes(undefined)) return undefined;
  const pairs = value === "" ? kept : [...kept, `${key}: ${printFlow(value)}`];
  const [, left = "", right = ""] = /^\{([ \t]*).*?([ \t]*)\}$/.exec(whole) ?? [];
  return `${text.slice(0, start)}{${left}${pairs.join(", ")}${right}}${text.slice(end)}`;
}

function sliceOf(text: string, { key, value }: Pair): string | undefined {
  const from = isScalar(key) ? key.range?.[0] : undefined;
  const to = rangeOf(value)?.[1];
  return from === undefined || to === undefined ? undefined : text.slice(from, to).trimEnd();
}

/** The lines of a pair, a comment at their end too. */
function removeLine(text: string, { key, value }: Pair): string | undefined {
  const from = isScalar(key) ? key.range?.[0] : undefined;
  const to = rangeOf(value)?.[1] ?? (isScalar(key) ? key.range?.[1] : undefined);
  if (from === undefined || to === undefined) return undefined;
  const start = text.lastIndexOf("\n", from - 1) + 1;
  if (text.slice(start, from).trim() !== "") return undefined;
  const lineEnd = text.charAt(to - 1) === "\n" ? to : text.indexOf("\n", to) + 1;
  return `${text.slice(0, start)}${lineEnd === 0 ? "" : text.slice(lineEnd)}`;
}

interface NewLine {
  readonly key: string;
  readonly words: string;
}

/** A line of its own: at the top behind the keys that usually come before it, elsewhere at the end of its map. */
function addLine(text: string, map: YAMLMap, { key, words }: NewLine): string | undefined {
  const before = ORDER.slice(0, Math.max(0, ORDER.indexOf(key)));
  const known = map.items.findLast((pair) => before.includes(nameOf(pair) ?? ""));
  const behind = known ?? map.items.at(-1);
  const first = behind?.key;
  const from = isScalar(first) ? first.range?.[0] : undefined;
  const end = rangeOf(behind?.value)?.[1];
  if (from === undefined || end === undefined) return undefined;
  const lead = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  if (lead.trim() !== "") return undefined;
  const eol = lineEndOf(text);
  const at = text.charAt(end - 1) === "\n" ? end : text.indexOf("\n", end) + 1;
  const line = `${lead}${key}: ${words}${eol}`;
  if (known === undefined && ORDER.includes(key)) return addFirst(text, map, line);
  return at === 0 ? `${text}${eol}${line}` : `${text.slice(0, at)}${line}${text.slice(at)}`;
}

function addFirst(text: string, map: YAMLMap, line: string): string | undefined {
  const key = map.items[0]?.key;
  if (!isScalar(key) || !key.range) return undefined;
  const start = text.lastIndexOf("\n", key.range[0] - 1) + 1;
  return `${text.slice(0, start)}${line}${text.slice(start)}`;
}

/** As `new issue` writes them. */
const ORDER: readonly string[] = ["year", "series", "number", "total", "date", "period"];

const nameOf = ({ key }: Pair): string | undefined => (isScalar(key) ? String(key.value) : undefined);

const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => nameOf(pair) === key);

export const rangeOf = (node: unknown): readonly [number, number, number] | undefined =>
  typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)
    ? // Of nodes that were parsed, it has three numbers.
      (node.range as [number, number, number])
    : undefined;

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);
/** Numbers and days are written as they are; whatever else looks like one to YAML is put into quotation marks. */
const isBare = (value: string): boolean => isDay(value) || /^(?:0|[1-9]\d{0,14})$/.test(value);

const printValue = (value: string): string => (isBare(value) ? value : quoted(value));
/** In braces a comma parts. */
const printFlow = (value: string): string => {
  const printed = printValue(value);
  return printed === value && /[,，]/.test(value) ? JSON.stringify(value) : printed;
};
