/**
 * First step of a paragraph: inlines → cells. A cell is one character with what combines with it
 * (or —— or ……), the style it is set in, and its place in the author's file. Which marks are Latin
 * is decided here from what stands around them; spaces between cells come later (space-cells.ts).
 */

import { isCombining, isFullWidth, isHangul, isUnseen } from "../../han/character-class.js";
import { findLatinMarks } from "../../han/find-latin-marks.js";
import { hasLetter } from "../../model/letters.js";
import { plainText } from "../../model/plain-text.js";
import type { Inline } from "../../model/text.js";
import { elementNode } from "../element-node.js";
import type { Cell, CellText, SpanStyle } from "./cell.js";
import { smallFigure } from "./small-figures.js";
import type { TypeBook } from "./type-book.js";
import { clusterOf, type TypeStyle } from "./type-style.js";

interface Collector {
  readonly book: TypeBook;
  readonly pieces: Piece[];
}

/** A stretch of one style; all pieces together are the paragraph's text. */
interface Piece {
  readonly text: string;
  readonly span: SpanStyle;
  /** offset of a unit of `text`, or -1 */
  readonly offsetAt: (unit: number) => number;
}

const HARD_BREAK = "\n";
const HARD_BREAK_CODE = 10;
const EM_SPACE = "\u3000";
const nowhere = (): number => -1;

export function collectInlines(inlines: readonly Inline[], span: SpanStyle, book: TypeBook): CellText {
  const collector: Collector = { book, pieces: [] };
  for (const inline of inlines) collectInline(collector, inline, span);
  return cellsOf(collector.pieces);
}

/**
 * Words of our own (labels, headings, numbers), or as an author wrote them.
 * @param offset of the first unit in the author's file, or of each
 */
export function collectText(
  text: string,
  span: SpanStyle,
  offset: number | readonly number[] = -1,
): CellText {
  if (typeof offset !== "number") return cellsOf([{ text, span, offsetAt: (unit) => offset[unit] ?? -1 }]);
  return cellsOf([{ text, span, offsetAt: offset < 0 ? nowhere : (unit) => offset + unit }]);
}

function collectInline(collector: Collector, inline: Inline, span: SpanStyle): void {
  const { book, pieces } = collector;
  const collectChildren = (children: readonly Inline[], style: SpanStyle) => {
    for (const child of children) collectInline(collector, child, style);
  };
  switch (inline.kind) {
    case "text": {
      const { offsets, span: place } = inline;
      const offsetAt = offsets
        ? (unit: number) => offsets[unit] ?? place.start
        : (unit: number) => place.start + unit;
      pieces.push({ text: inline.value, span, offsetAt });
      return;
    }
    case "emphasis": {
      const owner = elementNode("Em", span.owner);
      collectChildren(inline.children, { ...span, owner, ...emphasisOf(inline.children, span, book) });
      return;
    }
    case "strong": {
      const owner = elementNode("Strong", span.owner);
      collectChildren(inline.children, {
        ...span,
        owner,
        type: book.style("strong", span.type.sizePt),
      });
      return;
    }
    case "strikethrough":
      collectChildren(inline.children, {
        ...span,
        owner: elementNode("Span", span.owner),
        struck: true,
      });
      return;
    case "inline-code": {
      const type = book.style("code", Math.min(span.type.sizePt, book.inlineCodeSize(span.type.sizePt)));
      const owner = elementNode("Code", span.owner);
      const { offsets = [], value } = inline;
      pieces.push({ text: value, span: { ...span, type, owner }, offsetAt: (unit) => offsets[unit] ?? -1 });
      return;
    }
    case "link": {
      const target = { kind: "url" as const, url: inline.url.value, description: inline.url.value };
      const link = elementNode("Link", span.owner, { target });
      collectChildren(inline.children, {
        ...span,
        owner: link,
        link,
        type: book.linkStyle(span.type),
      });
      return;
    }
    case "hard-break":
      pieces.push({ text: HARD_BREAK, span, offsetAt: nowhere });
      return;
    case "note-reference":
      pieces.push(noteReference(book, inline.number, span));
      return;
    default:
      inline satisfies never;
  }
}

/** Dots, too, where the face of emphasis would look like the text around it: Latin letters, or no 楷体 at hand. */
function emphasisOf(children: readonly Inline[], span: SpanStyle, book: TypeBook): Partial<SpanStyle> {
  if (book.emphasisDots) return { dotted: true };
  const type = book.style("emphasis", span.type.sizePt);
  if (type !== span.type && isSetApart(plainText(children), type, span.type)) return { type };
  return { dotted: true, lacksFace: !book.hasEmphasisFace };
}

function isSetApart(text: string, type: TypeStyle, around: TypeStyle): boolean {
  for (const character of text) {
    if (!hasLetter(character)) continue;
    if (clusterOf(type, character, "han").face !== clusterOf(around, character, "han").face) return true;
  }
  return false;
}

/** Raised by a third of the text's size and two thirds as large, as reference marks are set. */
function noteReference(book: TypeBook, number: number, span: SpanStyle): Piece {
  const target = { kind: "destination" as const, name: `note-${number}`, description: `${number}` };
  const reference = elementNode("Reference", span.owner);
  const link = elementNode("Link", reference, { target });
  const { sizePt } = span.type;
  const type = book.resize(span.type, sizePt * 0.64);
  const style = { ...span, type, owner: link, link, raisePt: sizePt * 0.36, note: number };
  return { text: String(number), span: style, offsetAt: nowhere };
}

function cellsOf(pieces: readonly Piece[]): CellText {
  const cells: Cell[] = [];
  const breaksAfter = new Set<number>();
  const scripts = findLatinMarks(pieces.map((piece) => piece.text).join(""));
  let base = 0;
  for (const { text, span, offsetAt } of pieces) {
    for (let at = 0; at < text.length; ) {
      if (text.charCodeAt(at) === HARD_BREAK_CODE) {
        breaksAfter.add(cells.length - 1);
        at += 1;
        continue;
      }
      const end = clusterEnd(text, at);
      const written = text.slice(at, end);
      const script = scripts.has(base + at) ? "latin" : "han";
      const shown = written === " " && isBetweenHan(text, at, cells.at(-1)) ? EM_SPACE : written;
      const cluster = clusterOf(span.type, shown, script);
      const offset = offsetAt(at);
      const isBorrowed = cluster.missing.length > 0 || cluster.face !== cluster.asked;
      const small = isBorrowed ? smallFigure(written, span, offset) : undefined;
      // A piece of the text by itself would be a string of its own for each cell.
      const own = shown === written ? cluster.text : written;
      cells.push(small ?? { text: own, cluster, span, offset });
      at = end;
    }
    base += text.length;
  }
  return { cells, breaksAfter };
}

/** A space inside a slogan, “科技逐梦未来 创新赋能成长”, is one em wide; one between Korean words is not. */
function isBetweenHan(text: string, at: number, before: Cell | undefined): boolean {
  const behind = text.codePointAt(at + 1) ?? 0;
  const isKorean = isHangul(behind) || isHangul(before?.text.codePointAt(0) ?? 0);
  return before?.cluster.class === "han" && isFullWidth(behind) && !isKorean;
}

/**
 * A character with its combining marks; —— and …… are one. What is not seen goes with the character
 * before it, or before its first: it makes no gap and no cell of its own.
 */
function clusterEnd(text: string, at: number): number {
  const start = isPlain(text.charCodeAt(at)) ? at : behindUnseen(text, at);
  const code = text.charCodeAt(start);
  if (start === text.length || code === HARD_BREAK_CODE) return start;
  const isPair = (code === 0x2014 || code === 0x2026) && text.charCodeAt(start + 1) === code;
  let end = start + (isPair ? 2 : unitsAt(text, start));
  if (isPlain(text.charCodeAt(end))) return end;
  while (end < text.length) {
    const next = text.codePointAt(end) ?? 0;
    if (!isCombining(next) && !isUnseen(next)) break;
    end += unitsAt(text, end);
  }
  return end;
}

/** True for units that are seen and combine with nothing before them: ASCII, ideographs. */
const isPlain = (unit: number): boolean => unit < 0xad || (unit >= 0x4e00 && unit <= 0x9fff);

function behindUnseen(text: string, at: number): number {
  let start = at;
  while (start < text.length && isUnseen(text.codePointAt(start) ?? 0)) start += unitsAt(text, start);
  return start;
}

/** @returns 2 for a character that takes a pair of surrogates */
function unitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length ? 2 : 1;
}
