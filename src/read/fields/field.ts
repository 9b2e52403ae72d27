/**
 * What a key of a YAML file is: its type, its title and description in both languages, whether
 * it must be there. One declaration drives the reader and the JSON Schema that ships with the
 * package (json-schema.ts), so neither can promise what the other refuses.
 */
import type { Node } from "yaml";
import type { Diagnostic, Message, Suggestion, TextEdit } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../model/located.js";
import type { YamlDocument } from "../yaml-document.js";

/** A JSON Schema, draft-07: the draft that YAML language servers take. */
export type JsonSchema = { readonly [key: string]: unknown };

/** Ids of the rules under which faults of a file are reported. */
export interface FieldRules {
  readonly unknownKey: string;
  readonly invalidValue: string;
  readonly missingValue: string;
}

/** A file of the bulletin and the keys it has; `file` says in which one something is written: 期次清单 issue.yaml 里. */
export interface KeyFile {
  readonly file: Message;
  readonly fields: Fields;
}

/** What a reader of values needs around it. */
export interface FieldReader {
  readonly document: YamlDocument;
  readonly rules: FieldRules;
  /** the keys of the file that is read, and the files where one of them may belong that it has not */
  readonly keys: { readonly own: Fields; readonly others: readonly KeyFile[] };
  readonly report: (diagnostic: Diagnostic) => void;
}

// Methods, not properties: a Field<string> must pass as a Field<unknown>.
export interface FieldType<T> {
  /** what is expected, for messages: 一个整数 */
  readonly expects: Message;
  readonly schema: JsonSchema;
  /** of a map with known keys: those keys */
  readonly parts?: Fields;
  /** of such a map: the key that a value without keys is meant for */
  readonly main?: string;
  /** a comment in place of a value that can only have been meant for the value: `accent: #A00000` (eaten-value.ts) */
  readonly commentMeant?: RegExp;
  /** @returns undefined where the value cannot be read; the fault is reported */
  read(node: Node, reader: FieldReader): T | undefined;
  /** how a manifest's value lies over the house's; absent: it replaces it */
  merge?(base: T, over: T): T;
}

export interface Field<T> {
  readonly type: FieldType<T>;
  readonly title: Message;
  readonly description: Message;
  readonly required: boolean;
  /** a key that nobody filled in is told: without its value something would be lost that was to be there */
  readonly isTellingEmpty: boolean;
  /** shown in the schema; filled where the value is used */
  readonly fallback: string | number | boolean | undefined;
}

export interface FieldOptions {
  readonly required?: boolean;
  readonly isTellingEmpty?: boolean;
  readonly fallback?: string | number | boolean;
}

/** Declares a key: its type, then title and description in Chinese and English. */
export function field<T>(
  type: FieldType<T>,
  words: { readonly zh: readonly [string, string]; readonly en: readonly [string, string] },
  { required = false, isTellingEmpty = false, fallback }: FieldOptions = {},
): Field<T> {
  return {
    type,
    title: { zh: words.zh[0], en: words.en[0] },
    description: { zh: words.zh[1], en: words.en[1] },
    required,
    isTellingEmpty,
    fallback,
  };
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values of a map, by key; undefined where a key is absent or its value cannot be read. */
export interface RecordValue<F extends Fields> {
  readonly values: { readonly [K in keyof F]: (F[K] extends Field<infer T> ? T : never) | undefined };
  /** span of the whole map */
  readonly span: Span;
  /** span of each key that is there, readable or not */
  readonly keys: ReadonlyMap<string, Span>;
  /** keys without a value of which that is told already, as those that a misspelt one stands for */
  readonly told: ReadonlySet<string>;
}

/** Reports a value that is not what its key takes. */
export function reportInvalid(
  reader: FieldReader,
  fault: {
    readonly span: Span;
    readonly message: Message;
    readonly help: Message;
    readonly fix?: readonly TextEdit[];
    readonly suggestions?: readonly Suggestion[];
  },
): void {
  if (isUnreadable(fault.span, reader)) return;
  reader.report({ rule: reader.rules.invalidValue, severity: "error", ...fault });
}

/** «Did you mean»: a name that can stand for one other alone is mended; any other guess is suggested. */
export function meantName({ name, isSure, title, span }: GuessedName): MeantName {
  const edits = [{ span, text: name }];
  const called = title === undefined ? "" : `（${title}）`;
  const help = { zh: `是否想写“${name}”${called}？`, en: `Did you mean “${name}”?` };
  return isSure ? { help, fix: edits } : { help, suggestions: [{ message: help, edits }] };
}

interface GuessedName {
  readonly name: string;
  readonly isSure: boolean;
  /** what the name is called in Chinese */
  readonly title?: string | undefined;
  readonly span: Span;
}

interface MeantName {
  readonly help: Message;
  readonly fix?: readonly TextEdit[];
  readonly suggestions?: readonly Suggestion[];
}

/** True for what stands behind a fault of YAML itself, which is mostly its echo. */
export function isUnreadable(span: Span, { document: { brokenFrom } }: FieldReader): boolean {
  return brokenFrom !== undefined && span.end > brokenFrom;
}
