/**
 * Markdown to its syntax tree. The parser is a fifth of all code that linting needs, and most items have no
 * markup: it is loaded when the first text asks for it. Reading is no asynchronous work otherwise, so
 * it is begun anew then (withParser); files that were read meanwhile are not parsed again.
 */
import type { Root } from "mdast";
import type { RefusedMarkup } from "./parse-markup.js";
import { parsePlainMarkdown } from "./plain-markdown.js";

let parseMarkup: ((text: string) => Root | RefusedMarkup) | undefined;

/** Thrown where markup is met before there is a parser; withParser alone catches it. */
class ParserAbsent extends Error {
  override readonly name = "ParserAbsent";
}

/** @param bodyStart up to here the text is white space, in the place of a head */
export function parseMarkdown(text: string, bodyStart: number): Root | RefusedMarkup {
  const plain = parsePlainMarkdown(text, bodyStart);
  if (plain !== undefined) return plain;
  if (parseMarkup === undefined) throw new ParserAbsent();
  return parseMarkup(text);
}

export async function loadParser(): Promise<void> {
  ({ parseMarkup } = await import("./parse-markup.js"));
}

/** @param read reads files; begun a second time where the first met markup before the parser was there */
export async function withParser<T>(read: () => T): Promise<T> {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof ParserAbsent)) throw fault;
    await loadParser();
    return read();
  }
}
