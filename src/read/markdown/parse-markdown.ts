/**
 * Markdown to its syntax tree. The parser is a fifth of all code that linting needs, and most items have no
 * markup: it is loaded where one of the texts that were found has some. Reading itself waits for nothing, so
 * the texts are found first (open…), looked at, and read then.
 */
import type { Root } from "mdast";
import type { RefusedMarkup } from "./parse-markup.js";
import { parsePlainMarkdown } from "./plain-markdown.js";

let parseMarkup: ((text: string) => Root | RefusedMarkup) | undefined;

/**
 * @param bodyStart up to here the text is white space, in the place of a head
 * @throws Error where the text has markup and nobody has loaded the parser: a fault of ours
 */
export function parseMarkdown(text: string, bodyStart: number): Root | RefusedMarkup {
  const plain = parsePlainMarkdown(text, bodyStart);
  if (plain !== undefined) return plain;
  if (parseMarkup === undefined) throw new Error("a text with markup is read before its parser is loaded");
  return parseMarkup(text);
}

export async function loadParser(): Promise<void> {
  ({ parseMarkup } = await import("./parse-markup.js"));
}

/** Files that were found, and what reads them. */
export interface Opened<T> {
  /** true where a text among them is not plain */
  readonly hasMarkup: () => boolean;
  readonly read: () => T;
}

export async function readOpened<T>({ hasMarkup, read }: Opened<T>): Promise<T> {
  if (parseMarkup === undefined && hasMarkup()) await loadParser();
  return read();
}
