/** What of a manuscript belongs to each of its items: one share, or several where several items stand in it. */
import type { KnownUnits } from "../../han/known-units.js";
import type { Notice } from "../manuscript.js";
import type { LaidOut } from "./choose-manuscripts.js";
import { type FormField, readFormLine } from "./form-fields.js";
import type { LeftOut } from "./left-out.js";
import { findNumberedStories, type NumberedStories } from "./numbered-stories.js";
import { cutPageTail } from "./page-tail.js";
import type { SheetPart } from "./sheet.js";
import { collectiveTitle, splitItems } from "./split-items.js";
import { type UnfoldedTables, unfoldTables } from "./unfold-tables.js";

export interface Share extends LaidOut {
  readonly unfolded: UnfoldedTables;
  readonly parts: readonly SheetPart[];
  /** the first part is the title, its number taken off */
  readonly isHeaded: boolean;
  /** title of all the items together, the letter around them, what a web page sets below them */
  readonly leftOut: readonly LeftOut[];
  /** said in front of all the items */
  readonly fields: readonly FormField[];
  /** numbers of its first paragraph and of the first that is no longer its own */
  readonly from: number;
  readonly until: number;
  /** it may be several items, which nobody can tell */
  readonly unsure: Extract<NumberedStories, { kind: "unsure" }> | undefined;
  /** the number by which several items were told apart: 一、 */
  readonly number: string | undefined;
}

export function sharesOf(one: LaidOut, units: KnownUnits["units"]): readonly Share[] {
  const unfolded = unfoldTables(one.sheet);
  const page = cutPageTail(unfolded.parts);
  const items = splitItems(page.rest, units);
  const numbered = items.length === 1 ? findNumberedStories(page.rest, units) : undefined;
  if (numbered?.kind === "stories")
    return numberedShares(
      { ...numbered, leftOut: [...numbered.leftOut, ...page.leftOut] },
      { ...one, unfolded },
    );
  const starts = items.map((parts) => parts[0]?.place ?? 0);
  const collective = items.length > 1 ? collectiveTitle(items[0]?.[0]) : undefined;
  return items.map((parts, index) => ({
    ...one,
    unfolded,
    parts: index === 0 && collective !== undefined ? parts.slice(1) : parts,
    isHeaded: false,
    leftOut: [
      ...(index === 0 && collective !== undefined ? [collective] : []),
      ...(index === items.length - 1 ? page.leftOut : []),
    ],
    fields: [],
    ...reachOf(starts, index),
    unsure: numbered,
    number: undefined,
  }));
}

function numberedShares(
  { stories, leftOut, number }: Extract<NumberedStories, { kind: "stories" }>,
  one: LaidOut & Pick<Share, "unfolded">,
): readonly Share[] {
  const starts = stories.map(({ title }) => title.place);
  const fields = leftOut.flatMap(({ text, place }) => readFormLine(text, place) ?? []);
  return stories.map(({ title, rest }, index) => ({
    ...one,
    parts: [title, ...rest],
    isHeaded: true,
    leftOut: index === 0 ? leftOut : [],
    fields,
    ...reachOf(starts, index),
    unsure: undefined,
    number: number.trim(),
  }));
}

const reachOf = (starts: readonly number[], index: number): Pick<Share, "from" | "until"> => ({
  from: index === 0 ? 0 : (starts[index] ?? 0),
  until: starts[index + 1] ?? Number.POSITIVE_INFINITY,
});

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
