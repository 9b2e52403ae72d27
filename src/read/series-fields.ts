/**
 * The keys by which an issue is counted: its number, and the series (增刊, 专刊) that it is counted in. Both in one value
 * are taken apart where they can be nothing else, each to its own key; nothing that was written is lost by it.
 */
import { isMap, isScalar, type Node, type Pair } from "yaml";
import type { Message, TextEdit } from "../diagnostics/diagnostic.js";
import type { Located } from "../model/located.js";
import { type FieldReader, type FieldType, reportInvalid } from "./fields/field.js";
import { integer } from "./fields/number-field.js";
import { text } from "./fields/scalar-fields.js";
import { whyNoName } from "./file-names.js";
import { type NumberedSeries, numberedSeries } from "./numbered-series.js";
import { spanOf } from "./yaml-document.js";

/** 增刊, 学习贯彻党的二十大精神专刊: what stands between year and number in one line of the masthead. */
const MOST_CHARACTERS = 20;
/** What names a series, though where its name ends and the number begins is not certain. */
const NAMES_SERIES = /[增专特副附]刊|[专特]辑|号外/u;
/** It becomes part of file names; a character takes up to four bytes. */
const MOST_BYTES = 4 * MOST_CHARACTERS;

/** A number, or a number with its series, which is reported with both keys. */
export function issueNumber(range: {
  readonly min: number;
  readonly max: number;
}): FieldType<Located<number>> {
  const plain = integer(range);
  return {
    ...plain,
    read(node, reader) {
      const scalar = reader.document.resolve(node);
      const written = isScalar(scalar) && typeof scalar.value === "string" ? scalar.value : "";
      const found = numberedSeries(written);
      if (found === undefined || found.number > range.max) {
        if (!NAMES_SERIES.test(written)) return plain.read(node, reader);
        reportInvalid(reader, {
          span: spanOf(node, reader.document.source),
          message: {
            zh: `期号“${shorten(written)}”不只是数字。`,
            en: `The number “${shorten(written)}” is more than a number.`,
          },
          help: {
            zh: "这里只写数字；增刊、专刊另写一行，如“series: 增刊”。",
            en: "Write figures alone; a supplement has a line of its own, such as “series: 增刊”.",
          },
        });
        return undefined;
      }
      reportInvalid(reader, {
        span: spanOf(node, reader.document.source),
        message: {
          zh: `期号“${written}”里还有刊别：期号只写数字，“${found.series}”另写一行。`,
          en: `The number “${written}” contains the name of a series; the number is written in figures alone, and “${found.series}” on a line of its own.`,
        },
        help: bothKeys(found),
        ...fixOf(node, { found, reader, from: "number" }),
      });
      return undefined;
    },
  };
}

/** A name that may stand in front of 第1期 and in the name of a file. */
export function seriesName(): FieldType<Located<string>> {
  const plain = text();
  return {
    ...plain,
    schema: { type: "string", minLength: 1, maxLength: MOST_CHARACTERS },
    read(node, reader) {
      const value = plain.read(node, reader);
      if (value === undefined) return undefined;
      const found = numberedSeries(value.value);
      if (found !== undefined) {
        reportInvalid(reader, {
          span: value.span,
          message: {
            zh: `刊别“${value.value}”里还有期号：刊别只写“${found.series}”，期号写进“number”。`,
            en: `The series “${value.value}” contains a number; write “${found.series}” alone, and the number under “number”.`,
          },
          help: bothKeys(found),
          ...fixOf(node, { found, reader, from: "series" }),
        });
        return undefined;
      }
      const why = whyNoSeries(value.value);
      if (why === undefined) return value;
      reportInvalid(reader, {
        span: value.span,
        message: {
          zh: `“${shorten(value.value)}”不能作刊别：${why.zh}。`,
          en: `“${shorten(value.value)}” cannot be the name of a series: ${why.en}.`,
        },
        help: {
          zh: "请写“增刊”“专刊”这样的名称，期号写进“number”。",
          en: "Write a name such as 增刊 or 专刊, and the number under “number”.",
        },
      });
      return undefined;
    },
  };
}

/** @returns why a name cannot stand between year and number; undefined where it can */
export function whyNoSeries(name: string): Message | undefined {
  const { length } = Array.from(name);
  if (length > MOST_CHARACTERS) {
    return {
      zh: `有 ${length} 个字，最多 ${MOST_CHARACTERS} 个`,
      en: `it has ${length} characters; at most ${MOST_CHARACTERS} are allowed`,
    };
  }
  if (/\p{Nd}$|第.*期/u.test(name)) return { zh: "里面有期号", en: "it contains a number" };
  if (!/\p{L}/u.test(name)) return { zh: "里面没有文字", en: "it has no letters" };
  return whyNoName(name, MOST_BYTES);
}

const bothKeys = ({ series, number }: NumberedSeries): Message => ({
  zh: `请写成两行：“series: ${series}”和“number: ${number}”。`,
  en: `Write two lines: “series: ${series}” and “number: ${number}”.`,
});

interface FixParts {
  readonly found: NumberedSeries;
  readonly reader: FieldReader;
  /** the key under which both were written */
  readonly from: "number" | "series";
}

/** Nothing where the other key says something else, or the value stands in a way that is not known here. */
function fixOf(node: Node, { found, reader, from }: FixParts): { readonly fix?: readonly TextEdit[] } {
  const { document } = reader;
  const { source } = document;
  const map = document.root;
  const pairs = isMap<Node, Node | null>(map) ? map.items : [];
  const pair = pairs.find(({ value }) => value === node);
  if (pair === undefined || !isScalar(node) || !isMap(map)) return {};
  const other = valueUnder(pairs, from === "number" ? "series" : "number");
  const isSaid = other !== undefined && other !== null;
  if (isSaid && String(other).trim() !== String(from === "number" ? found.series : found.number)) return {};
  if (found.year !== undefined && valueUnder(pairs, "year") !== found.year) return {};
  const span = spanOf(node, source);
  const key = spanOf(pair.key, source);
  const isPlain = node.type === "PLAIN" || node.type === "QUOTE_SINGLE" || node.type === "QUOTE_DOUBLE";
  if (!isPlain || /[\r\n]/.test(source.text.slice(key.start, span.end))) return {};
  const own = { span, text: String(found[from]) };
  if (other !== undefined) return isSaid ? { fix: [own] } : {};
  const lineStart = Math.max(source.text.lastIndexOf("\n", key.start - 1) + 1, source.start);
  const indent = source.text.slice(lineStart, key.start);
  const isInline = map.flow === true;
  if (!isInline && indent.trim() !== "") return {};
  const line = from === "number" ? `series: ${found.series}` : `number: ${found.number}`;
  const before = { ...key, end: key.start };
  const eol = source.text.includes("\r\n") ? "\r\n" : "\n";
  return { fix: [{ span: before, text: isInline ? `${line}, ` : `${line}${eol}${indent}` }, own] };
}

/** @returns undefined where there is no such key, null where it has no value */
function valueUnder(pairs: readonly Pair<Node, Node | null>[], name: string): unknown {
  const found = pairs.find(({ key }) => isScalar(key) && key.value === name);
  if (found === undefined) return undefined;
  return isScalar(found.value) ? found.value.value : (found.value ?? null);
}

const shorten = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words);
