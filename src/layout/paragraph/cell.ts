/**
 * The nouns of a paragraph. A cell is a cluster at its place in a text: whose it is, how it is set, and
 * where it stands in the author's file. Cells are made in collect-cells.ts; all steps behind it read them.
 */
import type { Span } from "../../model/located.js";
import type { ElementNode } from "../element-node.js";
import type { Cluster, TypeStyle } from "./type-style.js";

/** How the cells of one stretch are set, and whose content they are. */
export interface SpanStyle {
  readonly type: TypeStyle;
  readonly owner: ElementNode;
  /** emphasis dots under the characters (着重号, GB/T 15834-2011, 4.12; clreq) */
  readonly dotted: boolean;
  /** dotted because the face of emphasis is the one of the text: another was asked for and is not at hand */
  readonly lacksFace?: boolean;
  readonly struck: boolean;
  /** raised over the base line, in points */
  readonly raisePt: number;
  readonly link: ElementNode | undefined;
  /** a note called here */
  readonly note: number | undefined;
  /** true for leaders: seen, not read */
  readonly artifact: boolean;
}

export interface Cell {
  readonly text: string;
  readonly cluster: Cluster;
  readonly span: SpanStyle;
  /** UTF-16 offset in the author's file, -1 for words of our own */
  readonly offset: number;
}

/** Cells of a paragraph, and where a hard break stands: the line ends behind these cells. */
export interface CellText {
  readonly cells: readonly Cell[];
  readonly breaksAfter: ReadonlySet<number>;
  /**
   * Where words that are put together of several values stand in the authors' files, cell by cell; a cell whose value
   * is printed otherwise than written has the place of the whole value. Absent where the cells' offsets say it.
   */
  readonly places?: readonly (Span | undefined)[] | undefined;
}

export function plainSpan(type: TypeStyle, owner: ElementNode): SpanStyle {
  return {
    type,
    owner,
    dotted: false,
    struck: false,
    raisePt: 0,
    link: undefined,
    note: undefined,
    artifact: false,
  };
}

export function joinCells(...parts: readonly CellText[]): CellText {
  const cells: Cell[] = [];
  const breaksAfter = new Set<number>();
  const isPlaced = parts.some((part) => part.places !== undefined);
  const places: (Span | undefined)[] = [];
  for (const part of parts) {
    for (const index of part.breaksAfter) breaksAfter.add(index + cells.length);
    part.cells.forEach((cell, index) => {
      cells.push(cell);
      if (isPlaced) places.push(part.places?.[index]);
    });
  }
  return isPlaced ? { cells, breaksAfter, places } : { cells, breaksAfter };
}
