/** Lists, maps with free keys, and values that may be written in two ways. */
import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Located, Span } from "../../model/located.js";
import { spanOf } from "../yaml-document.js";
import { eatenMessage, findEatenValue, sayingEaten } from "./eaten-value.js";
import { type FieldType, reportInvalid } from "./field.js";
import { describeNode, isEmptyNode, LONGEST_WORD, wordLengthFault } from "./scalar-fields.js";

export interface ListValue<T> {
  readonly items: readonly T[];
  readonly span: Span;
}

export function list<T>(of: FieldType<T>): FieldType<ListValue<T>> {
  return {
    expects: { zh: "列表", en: "a list" },
    schema: { type: "array", items: of.schema },
    read(node, reader) {
      const sequence = reader.document.resolve(node);
      const span = spanOf(node, reader.document.source);
      if (!isSeq<Node>(sequence)) {
        reportInvalid(reader, {
          span,
          message: {
            zh: `这里应当是列表，现在是${describeNode(sequence).zh}。`,
            en: `This should be a list, but it is ${describeNode(sequence).en}.`,
          },
          help: {
            zh: "请每项写一行，以“- ”开头；或写在一行里：[甲, 乙]。",
            en: "Write each entry on a line beginning with “- ”, or all on one line: [a, b].",
          },
        });
        return undefined;
      }
      const items: T[] = [];
      for (const entry of sequence.items) {
        const resolved = reader.document.resolve(entry);
        if (isEmptyNode(resolved)) {
          const at = entry ? spanOf(entry, reader.document.source) : span;
          const eaten = findEatenValue(at, reader.document.source);
          reportInvalid(reader, {
            span: at,
            message: { zh: "列表里有一项是空的。", en: "An entry of the list is empty." },
            ...(eaten === undefined
              ? { help: { zh: "请填写，或删去这一行。", en: "Fill it in, or delete the line." } }
              : sayingEaten(eaten)),
          });
          continue;
        }
        const value = of.read(entry, reader);
        if (value !== undefined) items.push(value);
      }
      return { items, span };
    },
  };
}

const FILL_IN: Message = {
  zh: "请在冒号后填写，或删去这一行。",
  en: "Fill it in after the colon, or delete the line.",
};

/** An entry of a map with free keys. */
export interface DictionaryEntry<T> {
  readonly key: Located<string>;
  readonly value: T;
}

export type DictionaryValue<T> = ReadonlyMap<string, DictionaryEntry<T>>;

/** A map whose keys are the house's own words; a manifest's entries lie over the house's. */
export function dictionary<T>(of: FieldType<T>): FieldType<DictionaryValue<T>> {
  return {
    expects: { zh: "若干“词: 值”", en: "words with values" },
    schema: { type: "object", additionalProperties: of.schema },
    read(node, reader) {
      const map = reader.document.resolve(node);
      if (!isMap<Node, Node | null>(map)) {
        reportInvalid(reader, {
          span: spanOf(node, reader.document.source),
          message: {
            zh: `这里应当是若干“词: 值”，现在是${describeNode(map).zh}。`,
            en: `This should be words with values, but it is ${describeNode(map).en}.`,
          },
          help: {
            zh: "请每项写一行，缩进两格，写成“词: 值”。",
            en: "Write each entry on a line of its own, indented by two spaces, as “word: value”.",
          },
        });
        return undefined;
      }
      const entries = new Map<string, DictionaryEntry<T>>();
      for (const pair of map.items) {
        const word = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value).normalize("NFC") : "";
        const span = spanOf(pair.key, reader.document.source);
        if (word === "" || word.length > LONGEST_WORD) {
          reportInvalid(reader, { span, ...wordLengthFault(word) });
          continue;
        }
        if (!pair.value || isEmptyNode(reader.document.resolve(pair.value))) {
          const eaten = findEatenValue(span, reader.document.source);
          reportInvalid(reader, {
            span,
            message: eaten
              ? eatenMessage(word)
              : { zh: `“${word}”后面没有值。`, en: `“${word}” has no value.` },
            ...(eaten === undefined ? { help: FILL_IN } : sayingEaten(eaten)),
          });
          continue;
        }
        const value = of.read(pair.value, reader);
        if (value !== undefined) entries.set(word, { key: { value: word, span }, value });
      }
      return entries;
    },
    merge: (base, over) => new Map([...base, ...over]),
  };
}

/** A list, or its one entry without the brackets. */
export function oneOrMore<T extends { readonly span: Span }>(of: FieldType<T>): FieldType<ListValue<T>> {
  const many = list(of);
  return {
    expects: of.expects,
    schema: { anyOf: [of.schema, many.schema] },
    read(node, reader) {
      if (isSeq(reader.document.resolve(node))) return many.read(node, reader);
      const one = of.read(node, reader);
      return one && { items: [one], span: one.span };
    },
  };
}

/** A map may stand for the short way of writing, which is anything else. */
export function shortOrMap<S, M>(short: FieldType<S>, map: FieldType<M>): FieldType<S | M> {
  return {
    expects: short.expects,
    schema: { anyOf: [short.schema, map.schema] },
    read(node, reader) {
      return isMap(reader.document.resolve(node)) ? map.read(node, reader) : short.read(node, reader);
    },
  };
}
