/** Values without parts: text, yes or no, days, one word out of several. Numbers are read in number-field.ts. */
import { isMap, isScalar, isSeq, type Node, type Scalar } from "yaml";
import type { Message } from "../../diagnostics/diagnostic.js";
import { isSameName, nearestName } from "../../diagnostics/nearest-name.js";
import { type CalendarDate, isoDate, isRealDate } from "../../model/calendar-date.js";
import type { Located, Span } from "../../model/located.js";
import type { WrittenText } from "../../model/typed-text.js";
import { spanOf } from "../yaml-document.js";
import { type FieldReader, type FieldType, meantName, reportInvalid } from "./field.js";
import { type ReadScalar, readWrittenText, wordsOf } from "./written-text.js";

/** Any words. A number or a date without quotes is taken as it is written. */
export function text(): FieldType<WrittenText> {
  const expects = { zh: "一段文字", en: "text" };
  return {
    expects,
    schema: { type: ["string", "number"] },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined || isTooLong(scalar, MAX_CHARACTERS, reader)) return undefined;
      return readWrittenText(scalar, reader);
    },
  };
}

/** Longer than any word or name that is looked for in a text, in UTF-16 units. */
export const LONGEST_WORD = 64;

/** Words that are looked for in texts: not empty, and of a bounded length. */
export function word(): FieldType<Located<string>> {
  const plain = text();
  return {
    ...plain,
    schema: { type: ["string", "number"], minLength: 1, maxLength: LONGEST_WORD },
    read(node, reader) {
      const found = plain.read(node, reader);
      if (found === undefined || (found.value !== "" && found.value.length <= LONGEST_WORD)) return found;
      reportInvalid(reader, { span: found.span, ...wordLengthFault(found.value) });
      return undefined;
    },
  };
}

export const wordLengthFault = (value: string): { readonly message: Message; readonly help: Message } =>
  value === ""
    ? {
        message: { zh: "词不能是空的。", en: "A word cannot be empty." },
        help: { zh: "请填写，或删去这一项。", en: "Fill it in, or delete the entry." },
      }
    : {
        message: {
          zh: `“${shorten(value)}”太长，词表里的词最多 ${LONGEST_WORD} 个字。`,
          en: `“${shorten(value)}” is too long; a word in the list may have at most ${LONGEST_WORD} characters.`,
        },
        help: { zh: "请缩短。", en: "Shorten it." },
      };

/** What people write for yes and no, besides YAML's own words. */
const YES_OR_NO: ReadonlyMap<string, string> = new Map([
  ...["true", "yes", "y", "on", "是", "要", "开"].map((word) => [word, "true"] as const),
  ...["false", "no", "n", "off", "否", "不", "不要", "关"].map((word) => [word, "false"] as const),
]);

export function flag(): FieldType<Located<boolean>> {
  const expects = { zh: "true 或 false", en: "true or false" };
  return {
    expects,
    schema: { type: "boolean" },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined) return undefined;
      if (typeof scalar.node.value === "boolean") return { value: scalar.node.value, span: scalar.span };
      const meant = YES_OR_NO.get(wordsOf(scalar.node).trim().toLowerCase());
      // Quotes make a text of it: they go, too.
      const span = spanOf(scalar.node, reader.document.source);
      reportWrong(
        { node: scalar.node, span },
        expects,
        reader,
        meant === undefined
          ? { help: { zh: "请写 true（是）或 false（否）。", en: "Write true (yes) or false (no)." } }
          : {
              help: { zh: `请写 ${meant}，不加引号。`, en: `Write ${meant}, without quotes.` },
              fix: [{ span, text: meant }],
            },
      );
      return undefined;
    },
  };
}

const FORM_OF_DAYS: Message = {
  zh: "年份写四位，月、日各写两位，用“-”连接。",
  en: "Write four digits for the year and two each for month and day, joined by “-”.",
};

/** A day that exists, as 2026-03-16. */
export function date(): FieldType<Located<CalendarDate>> {
  const expects = { zh: "形如 2026-03-16 的日期", en: "a date like 2026-03-16" };
  return {
    expects,
    schema: { type: "string", format: "date", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined) return undefined;
      const written = wordsOf(scalar.node).trim();
      const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
      const found = dateOf(day ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(written));
      if (found !== undefined && !isRealDate(found)) {
        reportInvalid(reader, {
          span: scalar.span,
          message: { zh: `没有“${written}”这一天。`, en: `There is no such day as “${written}”.` },
          help: { zh: "请核对月份和日期。", en: "Check the month and the day." },
        });
        return undefined;
      }
      if (day !== null && found !== undefined) return { value: found, span: scalar.span };
      if (found === undefined) reportWrong(scalar, expects, reader, { help: FORM_OF_DAYS });
      else {
        reportInvalid(reader, {
          span: scalar.span,
          message: {
            zh: `日期“${written}”应写成 ${isoDate(found)}。`,
            en: `The date “${written}” should be written ${isoDate(found)}.`,
          },
          help: FORM_OF_DAYS,
          fix: [{ span: scalar.span, text: isoDate(found) }],
        });
      }
      return found && { value: found, span: scalar.span };
    },
  };
}

export function choice<const V extends string>(...words: readonly V[]): FieldType<Located<V>> {
  const expects = { zh: words.join("、"), en: words.join(", ") };
  return {
    expects: { zh: `以下之一：${expects.zh}`, en: `one of ${expects.en}` },
    schema: { enum: words },
    read(node, reader) {
      const scalar = readScalar(node, this.expects, reader);
      if (scalar === undefined) return undefined;
      // YAML reads an unquoted on/off only as text, true/false as booleans; both are words here.
      const written = wordsOf(scalar.node).trim();
      const word = words.find((known) => known === written);
      if (word !== undefined) return { value: word, span: scalar.span };
      const nearest = nearestName(written, words);
      const meant =
        nearest === undefined
          ? { help: { zh: `请从中选一个：${expects.zh}。`, en: `Choose one of these: ${expects.en}.` } }
          : meantName({ name: nearest, isSure: isSameName(written, nearest), span: scalar.span });
      reportWrong(scalar, this.expects, reader, meant);
      return undefined;
    },
  };
}

/** An address on the web, http or https, without a query or fragment. */
export function webAddress(): FieldType<Located<string>> {
  const expects = {
    zh: "网址，如 https://example.org/bulletin/",
    en: "an address like https://example.org/bulletin/",
  };
  return {
    expects,
    schema: { type: "string", format: "uri", pattern: "^https?://[^?#]+$" },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined) return undefined;
      const written = wordsOf(scalar.node).trim();
      if (/^https?:\/\/[^\s?#]+$/.test(written) && URL.canParse(written))
        return { value: written, span: scalar.span };
      reportWrong(scalar, expects, reader, {
        help: {
          zh: "以 http:// 或 https:// 开头，中间不空格，不带“?”和“#”以后的部分。",
          en: "Begin with http:// or https://, without spaces, and without “?” or “#” and what follows them.",
        },
      });
      return undefined;
    },
  };
}

export function readScalar(node: Node, expects: Message, reader: FieldReader): ReadScalar | undefined {
  const scalar = reader.document.resolve(node);
  if (isScalar(scalar)) return { node: scalar, span: spanOfWords(scalar, reader) };
  reportInvalid(reader, {
    span: spanOf(node, reader.document.source),
    message: {
      zh: `这里应当是${expects.zh}，现在是${describeNode(scalar).zh}。`,
      en: `This should be ${expects.en}, but it is ${describeNode(scalar).en}.`,
    },
    help: {
      zh: "请把值直接写在冒号后面；值以“[”“{”开头，或里面有“: ”的，给整个值加英文引号。",
      en: "Write the value itself after the colon; put it in quotes if it begins with “[” or “{”, or contains “: ”.",
    },
  });
  return undefined;
}

export function describeNode(node: Node | undefined): Message {
  if (isMap(node)) return { zh: "“键: 值”", en: "keys with values" };
  if (isSeq(node)) return { zh: "列表", en: "a list" };
  if (!isScalar(node) || node.value === null) return { zh: "空的", en: "empty" };
  const words = shorten(wordsOf(node));
  return { zh: `“${words}”`, en: `“${words}”` };
}

/** A text longer than anything these keys are for; a page of print. */
const MAX_CHARACTERS = 2000;

/** Refuses what is longer than any reader of it expects. */
export function isTooLong(scalar: ReadScalar, most: number, reader: FieldReader): boolean {
  const { length } = wordsOf(scalar.node);
  if (length <= most) return false;
  reportInvalid(reader, {
    span: scalar.span,
    message: {
      zh: `这里有 ${length} 个字符，最多只能有 ${most} 个。`,
      en: `This has ${length} characters; at most ${most} are allowed.`,
    },
    help: { zh: "请缩短。", en: "Shorten it." },
  });
  return true;
}

/** True for a key without a value: `total:`. */
export function isEmptyNode(node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && (node.value === null || node.value === ""));
}

export function reportWrong(
  scalar: ReadScalar,
  expects: Message,
  reader: FieldReader,
  meant: ReturnType<typeof meantName>,
): void {
  const found = shorten(wordsOf(scalar.node));
  reportInvalid(reader, {
    span: scalar.span,
    message: {
      zh: `“${found}”不对，这里应当是${expects.zh}。`,
      en: `“${found}” is not valid here; this should be ${expects.en}.`,
    },
    ...meant,
  });
}

function dateOf(match: RegExpExecArray | null): CalendarDate | undefined {
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return { year, month, day };
}

function spanOfWords(scalar: Scalar, reader: FieldReader): Span {
  const { source } = reader.document;
  const span = spanOf(scalar, source);
  const isQuoted = scalar.type === "QUOTE_DOUBLE" || scalar.type === "QUOTE_SINGLE";
  if (!isQuoted || source.text.slice(span.start + 1, span.end - 1) !== scalar.value) return span;
  return { ...span, start: span.start + 1, end: span.end - 1 };
}

export const shorten = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words);
