/**
 * Where blocks are placed: in an item's text, a quote, a list or a note. A paragraph sets directly only the
 * indents that its style does not. Lengths are in twips, from the edges of the text block.
 */

import { listTextIndentEm, type Marker, markerWidthEm } from "../styles/numbering.js";
import {
  codeIndentTwips,
  listContinueIndentTwips,
  noteIndentTwips,
  quoteIndentTwips,
} from "../styles/style-format.js";
import type { StyleId } from "../styles/style-names.js";
import { emTwips } from "../word/word-geometry.js";
import type { DocumentContext } from "./document-context.js";
import type { EnclosingList } from "./lists.js";

/** A column of text, by its distance from either edge. */
export interface TextColumn {
  readonly left: number;
  readonly right: number;
}

export interface Place extends TextColumn {
  /** style of a plain paragraph */
  readonly style: "BodyText" | "Quote" | "ListContinue" | "FootnoteText";
  /** added on the left to the indent that a list's numbering sets */
  readonly listLeft: number;
  /** level of the enclosing list, from 0; -1 outside lists */
  readonly listLevel: number;
  /** the numbering of that list */
  readonly list?: EnclosingList;
}

export const bodyPlace: Place = { style: "BodyText", left: 0, right: 0, listLeft: 0, listLevel: -1 };

export const notePlace = ({ template }: DocumentContext): Place => ({
  ...bodyPlace,
  style: "FootnoteText",
  left: noteIndentTwips(template),
});

/** Inside a quote, which is indented on both sides. */
export function quotePlace(place: Place, { template }: DocumentContext): Place {
  const step = quoteIndentTwips(template);
  return {
    ...place,
    style: place.style === "FootnoteText" ? "FootnoteText" : "Quote",
    left: place.left + step,
    right: place.right + step,
    listLeft: place.listLeft + step,
  };
}

export interface ListLevel {
  readonly level: number;
  readonly marker: Marker;
}

/** Inside a list item, behind its marker. */
export function listPlace(place: Place, { level, marker }: ListLevel, { template }: DocumentContext): Place {
  return {
    ...place,
    style: place.style === "FootnoteText" ? "FootnoteText" : "ListContinue",
    left: listTextIndentEm(level, marker) * emTwips(template, "body") + place.listLeft,
    listLevel: level,
  };
}

/** @returns the indent to set directly on the paragraph that carries a list marker, as paragraph options */
export function markedIndent(
  { listLeft, right }: Place,
  { level, marker }: ListLevel,
  { template }: DocumentContext,
) {
  if (listLeft === 0 && right === 0) return {};
  const em = emTwips(template, "body");
  return {
    indent: {
      left: listTextIndentEm(level, marker) * em + listLeft,
      hanging: markerWidthEm(marker) * em,
      ...(right === 0 ? {} : { right }),
    },
  };
}

/** @returns the indent to set directly on a paragraph of a style in a place, as paragraph options */
export function indentIn(place: Place, style: StyleId, context: DocumentContext) {
  const own = ownIndent(style, context);
  const isListed = place.listLevel >= 0;
  // In an item's text, code is indented like a paragraph's first line; in a list, first lines are not indented.
  const left = place.left + (style === "Code" && !isListed ? own.left : 0);
  const { right } = place;
  const isOwn = left === own.left && right === own.right;
  if (isOwn && style !== "FootnoteText" && !(isListed && own.hasFirstLine)) return {};
  return {
    indent: {
      left,
      ...(right === own.right ? {} : { right }),
      // Cancelled in both units that the style uses.
      ...(isListed && own.hasFirstLine ? { firstLine: 0, firstLineChars: 0 } : {}),
      ...(style === "FootnoteText" ? { hanging: 0 } : {}),
    },
  };
}

interface OwnIndent extends TextColumn {
  readonly hasFirstLine: boolean;
}

/** @returns the indents that a style sets; for a note's text, without the hanging number */
function ownIndent(style: StyleId, { template }: DocumentContext): OwnIndent {
  const plain = { left: 0, right: 0, hasFirstLine: false };
  switch (style) {
    case "BodyText":
    case "Heading3":
    case "Heading4":
    case "Heading5":
      return { ...plain, hasFirstLine: true };
    case "Quote": {
      const inset = quoteIndentTwips(template);
      return { left: inset, right: inset, hasFirstLine: true };
    }
    case "Code":
      return { ...plain, left: codeIndentTwips(template) };
    case "ListContinue":
      return { ...plain, left: listContinueIndentTwips(template) };
    case "FootnoteText":
      return { ...plain, left: noteIndentTwips(template) };
    default:
      return plain;
  }
}
