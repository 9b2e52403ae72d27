/**
 * A value that YAML takes for a comment: `accent: #A00000`. What an author wrote as a value would pass as a key that
 * nobody has filled in.
 */
import type { Message, Suggestion } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../model/located.js";
import type { YamlSource } from "../yaml-document.js";
import { type FieldReader, type FieldType, reportInvalid } from "./field.js";

/** Characters of a line that are looked at behind a key or a dash. */
const LONGEST_COMMENT = 200;

export interface EatenValue {
  /** as it would have been read: `#A00000` */
  readonly value: string;
  readonly span: Span;
}

/**
 * @param behind the key, or the dash of a list, without what joins it to its value
 * @returns what stands there as a comment and not apart from its “#”, as remarks are written
 */
export function findEatenValue(behind: Span, { text, path }: YamlSource): EatenValue | undefined {
  const line = text.slice(behind.end, behind.end + LONGEST_COMMENT).split(/[\r\n]/, 1)[0] ?? "";
  const [, joint = "", comment] = /^(\s*:?\s+|)(#[^\s#!].*)$/.exec(line) ?? [];
  if (comment === undefined) return undefined;
  const value = comment.replace(/\s+#.*$/, "").replace(/[\s,\]}]+$/, "");
  const start = behind.end + joint.length;
  return { value, span: { path, start, end: start + value.length } };
}

export function eatenMessage(name: string): Message {
  return {
    zh: `“${name}”没有值：没有引号，“#”以后的字都是注释。`,
    en: `“${name}” has no value: without quotes, all that follows “#” is a comment.`,
  };
}

/**
 * @returns what to do, and the edit that does it. A remark may have been meant, so that a person decides, unless the key
 * takes such values alone
 */
export function sayingEaten(
  { value, span }: EatenValue,
  type?: FieldType<unknown>,
): { readonly help: Message; readonly suggestions: readonly Suggestion[] } {
  const isMeant = type?.commentMeant?.test(value) === true;
  const isText = type === undefined || isTextual(type);
  const text = isText ? JSON.stringify(value) : value.slice(1);
  const act = isText
    ? { zh: `请给值加上引号：${text}`, en: `Put the value in quotes: ${text}` }
    : { zh: `请去掉“#”，写成 ${text}`, en: `Remove the “#” and write ${text}` };
  const help = isMeant
    ? { zh: `${act.zh}。`, en: `${act.en}.` }
    : {
        zh: `${act.zh}；如果本来就是注释，请在“#”后空一格。`,
        en: `${act.en}; if it is a comment, write a space after the “#”.`,
      };
  const message = { zh: `${act.zh}。`, en: `${act.en}.` };
  return { help, suggestions: [{ message, edits: [{ span, text }] }] };
}

/** True where a value may begin with “#”: numbers, days and switches do not. */
const isTextual = ({ schema: { type, format, anyOf, enum: words } }: FieldType<unknown>): boolean =>
  words === undefined && format === undefined && (anyOf !== undefined || [type].flat().includes("string"));

/** @returns true where a value that is a comment to YAML was reported */
export function reportEaten(
  { name, span }: { readonly name: string; readonly span: Span },
  { type, reader }: { readonly type: FieldType<unknown>; readonly reader: FieldReader },
): boolean {
  const eaten = findEatenValue(span, reader.document.source);
  if (eaten === undefined) return false;
  reportInvalid(reader, { span, message: eatenMessage(name), ...sayingEaten(eaten, type) });
  return true;
}
