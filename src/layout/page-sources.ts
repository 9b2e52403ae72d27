/**
 * Where what stands on the pages comes from: characters and pictures with their places on the paper and in the authors'
 * files. Made while pages are painted, where places are asked for; source-places.ts looks things up in it, both ways.
 * Lengths are points from the top left corner of the paper.
 */
import type { Span } from "../model/located.js";

/** A line of print as far as it comes from one file: rows in step, a place in them a cell (an object each would be dear). */
export interface SourceLine {
  readonly kind: "line";
  /** from 1 */
  readonly page: number;
  readonly path: string;
  /** top of the type, and from there to its foot */
  readonly y: number;
  readonly height: number;
  /** edges of the cells; a space that the line's end dropped is not among them */
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  /** in the file, UTF-16 units; of words of our own an empty place, behind what they follow */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** true for what is printed a second time: entries of the contents, heads of tables, the mark of a draft */
  readonly again: boolean;
}

export interface SourcePicture {
  readonly kind: "picture";
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** of the picture as its author called it: `![…](…)` */
  readonly span: Span;
}

export type SourcePiece = SourceLine | SourcePicture;

/** Pieces of one page in painting order. */
export type PageSources = readonly SourcePiece[];
