/** One item's share of a manuscript: its lines and tables, and which of the manuscript's paragraphs are its own. */
import type { KnownUnits } from "../../han/signature-names.js";
import type { Notice } from "../manuscript.js";
import type { LaidOut } from "./choose-manuscripts.js";
import type { LeftOut } from "./left-out.js";
import { cutPageTail } from "./page-tail.js";
import type { SheetPart } from "./sheet.js";
import { collectiveTitle, splitItems } from "./split-items.js";
import { type UnfoldedTables, unfoldTables } from "./unfold-tables.js";

export interface Share extends LaidOut {
  readonly unfolded: UnfoldedTables;
  readonly parts: readonly SheetPart[];
  /** title of all the items together, what a web page sets below them */
  readonly leftOut: readonly LeftOut[];
  /** numbers of its first paragraph and of the first that is no longer its own */
  readonly from: number;
  readonly until: number;
}

export function sharesOf(one: LaidOut, units: KnownUnits["units"]): readonly Share[] {
  const unfolded = unfoldTables(one.sheet);
  const page = cutPageTail(unfolded.parts);
  const items = splitItems(page.rest, units);
  const starts = items.map((parts) => parts[0]?.place ?? 0);
  const collective = items.length > 1 ? collectiveTitle(items[0]?.[0]) : undefined;
  return items.map((parts, index) => ({
    ...one,
    unfolded,
    parts: index === 0 && collective !== undefined ? parts.slice(1) : parts,
    leftOut: [
      ...(index === 0 && collective !== undefined ? [collective] : []),
      ...(index === items.length - 1 ? page.leftOut : []),
    ],
    from: index === 0 ? 0 : (starts[index] ?? 0),
    until: starts[index + 1] ?? Number.POSITIVE_INFINITY,
  }));
}

/** Headers and footers repeat: each text once. */
export function furnitureOf({ manuscript, sheet, from }: Share): readonly LeftOut[] {
  if (from > 0) return [];
  const texts = new Map(sheet.furniture.map(({ text, place }) => [text, place]));
  const why = manuscript.carrier === "html" ? "page-frame" : "furniture";
  return [...texts].map(([text, place]) => ({ text, place, why }));
}

/** What is about the whole file stands with its first item. */
export const isOwnOf =
  ({ from, until }: Share) =>
  ({ place }: Pick<Notice, "place">): boolean =>
    place === undefined ? from === 0 : place >= from && place < until;
