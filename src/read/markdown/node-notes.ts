/**
 * What is noted on the nodes of the syntax tree while it is made: the source place of every piece of text
 * and of every destination.
 */
import type { Nodes } from "mdast";

/** A piece of a text node: from here on, source and value run side by side unless `whole`. */
export interface TextPiece {
  /** index in the node's value */
  readonly at: number;
  /** source offset of the first character */
  readonly start: number;
  readonly end: number;
  /** true where the piece is one unit of markup (`&amp;`), each of its characters the whole of it */
  readonly whole: boolean;
}

export interface NodeNotes {
  readonly pieces?: TextPiece[];
  /** source place of a destination, angle brackets left out */
  destination?: { readonly start: number; readonly end: number };
}

/** @returns what was noted about a node */
export function notesOf(node: Nodes): NodeNotes {
  // Whoever makes the tree (parse-markup.ts, plain-markdown.ts) is the only one to write this key.
  return ((node.data ?? {}) as { bulletin?: NodeNotes }).bulletin ?? {};
}
