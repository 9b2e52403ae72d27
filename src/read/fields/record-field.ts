/**
 * Maps with known keys: unknown keys are reported with the nearest known one, required keys are
 * asked for, and a manifest's map lies over the house's key by key.
 */
import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Message } from "../../diagnostics/diagnostic.js";
import { isOneSlip } from "../../diagnostics/nearest-name.js";
import type { Span } from "../../model/located.js";
import { spanOf } from "../yaml-document.js";
import { reportEaten } from "./eaten-value.js";
import {
  type FieldReader,
  type Fields,
  type FieldType,
  isUnreadable,
  type JsonSchema,
  meantName,
  type RecordValue,
  reportInvalid,
} from "./field.js";
import { describeHome, findKeyHome } from "./key-home.js";
import { listKeys, meantKey } from "./meant-key.js";
import { describeNode, isEmptyNode } from "./scalar-fields.js";

/** After so many the file is something else, and more findings would not help. */
const MAX_UNKNOWN_KEYS = 20;

/**
 * A map that holds some of these keys and no others.
 * @param main the key that a value without keys is meant for
 */
export function record<F extends Fields>(fields: F, main?: keyof F & string): FieldType<RecordValue<F>> {
  return {
    expects: { zh: "若干“键: 值”", en: "keys with values" },
    schema: recordSchema(fields),
    parts: fields,
    ...(main !== undefined && { main }),
    read: (node, reader) => readRecord(fields, node, reader, main),
    merge: (base, over) => mergeRecords(fields, base, over),
  };
}

export function readRecord<F extends Fields>(
  fields: F,
  node: Node,
  reader: FieldReader,
  main?: string,
): RecordValue<F> | undefined {
  const map = reader.document.resolve(node);
  const span = spanOf(node, reader.document.source);
  if (!isMap<Node, Node | null>(map)) {
    reportInvalid(reader, {
      span,
      message: {
        zh: `这里应当是若干“键: 值”，现在是${describeNode(map).zh}。`,
        en: `This should be keys with values, but it is ${describeNode(map).en}.`,
      },
      ...(meantFor(main, map, { span, reader }) ?? {
        help: {
          zh: `可用的键：${listKeys(fields).zh}。`,
          en: `The keys are: ${listKeys(fields).en}.`,
        },
      }),
    });
    return undefined;
  }
  const values: Record<string, unknown> = Object.fromEntries(
    Object.keys(fields).map((name) => [name, undefined]),
  );
  const keys = new Map<string, Span>();
  let unknown = 0;
  const told = new Set<string>();
  for (const pair of map.items) {
    const name = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : "";
    const keySpan = spanOf(pair.key, reader.document.source);
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (known === undefined) {
      if (isUnreadable(keySpan, reader)) continue;
      unknown += 1;
      if (unknown > MAX_UNKNOWN_KEYS) continue;
      const meant = reportUnknownKey(name, keySpan, {
        fields,
        keys: map.items.map((item) => String(item.key)),
        reader,
      });
      if (meant !== undefined) told.add(meant);
      continue;
    }
    keys.set(name, keySpan);
    const value = reader.document.resolve(pair.value);
    if (value !== undefined && pair.value && !isEmptyNode(value))
      values[name] = known.type.read(pair.value, reader);
    else if (reportEaten({ name, span: keySpan }, { type: known.type, reader })) told.add(name);
    else if (known.isTellingEmpty && isUnwritten(value))
      reportEmpty(reader, { name, title: known.title, span: keySpan });
  }
  // A key whose value could not be read has its finding already.
  for (const [name, known] of Object.entries(fields)) {
    if (
      !known.required ||
      values[name] !== undefined ||
      told.has(name) ||
      reader.document.brokenFrom !== undefined
    )
      continue;
    const at = keys.get(name);
    const isEmpty =
      at !== undefined && isEmptyNode(reader.document.resolve(map.get(name, true) as Node | undefined));
    if (at === undefined || isEmpty)
      reportMissing(reader, { name, title: known.title, span: at ?? startOf(span), isThere: isEmpty });
  }
  // Every key of `fields` was set above, each by the type its field declares.
  return { values: values as RecordValue<F>["values"], span, keys, told };
}

/** `signed: 云岭区科协` for `signed: {by: 云岭区科协}`. */
function meantFor(
  main: string | undefined,
  node: Node | undefined,
  { span, reader }: { readonly span: Span; readonly reader: FieldReader },
) {
  const written = reader.document.source.text.slice(span.start, span.end);
  const isOneLine = !/[\r\n]/.test(written) && (isScalar(node) || (isSeq(node) && node.flow === true));
  if (main === undefined || !isOneLine || isEmptyNode(node)) return undefined;
  // Inside of braces a comma or a bracket would end the value; what has quotes or brackets is closed already.
  const isClosed = /^["'[]/.test(written) || /^[\p{L}\p{N}@.-]+$/u.test(written);
  const text = `{${main}: ${isClosed ? written : JSON.stringify(written)}}`;
  const help = { zh: `请写“${text}”。`, en: `Write “${text}”.` };
  return { help, suggestions: [{ message: help, edits: [{ span, text }] }] };
}

/** Lays the manifest's values over the house's: maps key by key, all else as a whole. */
export function mergeRecords<F extends Fields>(
  fields: F,
  base: RecordValue<F>,
  over: RecordValue<F>,
): RecordValue<F> {
  const values: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(fields)) {
    const below: unknown = base.values[name];
    const above: unknown = over.values[name];
    const both = below !== undefined && above !== undefined;
    values[name] = both && type.merge ? type.merge(below, above) : (above ?? below);
  }
  // Both sides were read by the same fields.
  return {
    values: values as RecordValue<F>["values"],
    span: over.span,
    keys: new Map([...base.keys, ...over.keys]),
    told: new Set([...base.told, ...over.told]),
  };
}

export function recordSchema(fields: Fields): JsonSchema {
  const required = Object.keys(fields).filter((name) => fields[name]?.required);
  const properties = Object.entries(fields).map(([name, { type, title, description, fallback }]) => [
    name,
    {
      title: `${title.zh} / ${title.en}`,
      description: `${description.zh}\n${description.en}`,
      ...type.schema,
      ...(fallback !== undefined && { default: fallback }),
    },
  ]);
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  };
}

interface NamedKey {
  readonly name: string;
  readonly title: Message;
  readonly span: Span;
}

/** @param isThere whether the key is, and nothing behind it: a second line of it would be one too many */
export function reportMissing(
  reader: FieldReader,
  { name, title, span, isThere = false }: NamedKey & { readonly isThere?: boolean },
): void {
  reportNoValue(reader, span, {
    message: { zh: `缺少“${name}”（${title.zh}）。`, en: `“${name}” (${title.en}) is missing.` },
    help: isThere
      ? { zh: `请在“${name}:”后面写上内容。`, en: `Write it behind “${name}:”.` }
      : { zh: `请补上一行“${name}: …”。`, en: `Add a line “${name}: …”.` },
  });
}

/** `~` says that there is nothing; a key with nothing behind it may have been forgotten. */
const isUnwritten = (node: Node | undefined): boolean =>
  node === undefined || (isScalar(node) && (node.source ?? "") === "");

function reportEmpty(reader: FieldReader, { name, title, span }: NamedKey): void {
  reportNoValue(reader, span, {
    message: { zh: `“${name}”（${title.zh}）是空的。`, en: `“${name}” (${title.en}) is left empty.` },
    help: {
      zh: "请写上内容；没有的，请删去这一行。",
      en: "Write its value, or delete the line where there is none.",
    },
  });
}

function reportNoValue(
  reader: FieldReader,
  span: Span,
  words: { readonly message: Message; readonly help: Message },
): void {
  reader.report({ rule: reader.rules.missingValue, severity: "error", span, ...words });
}

/** @returns the key that was meant, where one is near */
function reportUnknownKey(
  name: string,
  span: Span,
  {
    fields,
    keys,
    reader,
  }: { readonly fields: Fields; readonly keys: readonly string[]; readonly reader: FieldReader },
): string | undefined {
  const meant = meantKey(name, fields, keys);
  const home = meant?.isSure ? undefined : findKeyHome(name, reader.keys.own, reader.keys.others);
  // A key of another place, letter for letter, was hardly meant for one of this that is only like it.
  if (home !== undefined && (meant === undefined || !isOneSlip(name, meant.key))) {
    const message = { zh: `“${name}”不是这里的键。`, en: `“${name}” is not a key of this place.` };
    const rule = reader.rules.unknownKey;
    reader.report({ rule, severity: "error", span, message, help: describeHome(home) });
    return undefined;
  }
  reader.report({
    rule: reader.rules.unknownKey,
    severity: "error",
    span,
    message: { zh: `没有“${name}”这个键。`, en: `There is no key “${name}”.` },
    ...(meant === undefined
      ? { help: otherKeys(name, fields, keys) }
      : meantName({ name: meant.key, isSure: meant.isSure, title: fields[meant.key]?.title.zh, span })),
  });
  return meant?.key;
}

/** The key that it is like, where that is there already; otherwise all that there are. */
function otherKeys(name: string, fields: Fields, taken: readonly string[]): Message {
  const near = meantKey(name, fields, [])?.key;
  if (near !== undefined && taken.includes(near)) {
    return {
      zh: `是否想写“${near}”？那个键已经有了：请合并，或删去这一行。`,
      en: `Did you mean “${near}”? That key is there already: join the two, or delete this line.`,
    };
  }
  const all = listKeys(fields);
  return { zh: `这里可用：${all.zh}。`, en: `The keys allowed here are: ${all.en}.` };
}

const startOf = (span: Span): Span => ({ ...span, end: span.start });
