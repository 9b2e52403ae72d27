/**
 * Where a value stands in the author's files. Every value read carries its span, so that
 * every finding can name file:line:column. Lines and columns exist only when printed
 * (diagnostics/line-index.ts).
 */

/** A half-open range of UTF-16 code units in one file. */
export interface Span {
  /** path as the workspace names it, `/` between folders */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** A value together with the place at which its author wrote it. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}
