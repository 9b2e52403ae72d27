/**
 * What closes an item: its attachments (附件说明), each name hanging behind its number, and who signs it (落款), the
 * longest line two characters in from the right, the others centred on it. Neither begins a page without text before it.
 */

import type { Item } from "../../model/issue.js";
import {
  ABOVE_END_LINES,
  ATTACHMENTS_INDENT_EM,
  ATTACHMENTS_LABEL,
  type AttachmentLine,
  itemEnd,
  LINES_BEFORE_END,
  MOST_ATTACHMENTS_TOGETHER,
  SIGNATURE_INSET_EM,
  type SignatureLine,
} from "../../model/item-end.js";
import type { Span } from "../../model/located.js";
import { baselineIn, pitchFor } from "../../model/page-geometry.js";
import { type ElementNode, elementNode } from "../element-node.js";
import { type CellText, plainSpan } from "../paragraph/cell.js";
import { collectText } from "../paragraph/collect-cells.js";
import { composeParagraph } from "../paragraph/compose-paragraph.js";
import { collectValue } from "../paragraph/placed-words.js";
import { composeLines, composeStrips } from "./compose-lines.js";
import type { Column, Composing } from "./composing.js";
import { type Part, type Strip, withLead } from "./strip.js";

interface EndPlace {
  readonly column: Column;
  readonly parent: ElementNode;
}

/**
 * @param text strips of the item's text
 * @returns them, and behind them what closes the item, kept with their last lines
 */
export function withItemEnd(
  text: readonly Strip[],
  composing: Composing,
  { item, place }: { readonly item: Item; readonly place: EndPlace },
): readonly Strip[] {
  const end = itemEnd(item);
  if (end === undefined) return text;
  const attachments = composeAttachments(composing, { item, lines: end.attachments, place });
  const signature = composeSignature(composing, { item, lines: end.signature, place });
  return [
    ...keepLast(text, LINES_BEFORE_END),
    ...(signature.length === 0 ? attachments : keepLast(attachments, LINES_BEFORE_END)),
    ...signature,
  ];
}

/** Pictures are kept with nothing: a page would stay empty for their sake. */
function keepLast(strips: readonly Strip[], count: number): readonly Strip[] {
  return strips.map((strip, index) =>
    index >= strips.length - count && strip.figure === undefined ? { ...strip, keep: true } : strip,
  );
}

interface Attachments {
  readonly item: Item;
  readonly lines: readonly AttachmentLine[];
  readonly place: EndPlace;
}

/** Several are a list, whose numbers are words of the text: what they are called elsewhere goes by them (见附件1). */
function composeAttachments(composing: Composing, { item, lines, place }: Attachments): readonly Strip[] {
  const [first] = lines;
  if (first === undefined) return [];
  const { geometry, book } = composing;
  const type = book.style(place.column.role);
  const em = type.sizePt;
  const paragraph = elementNode("P", place.parent);
  const label = collectText(ATTACHMENTS_LABEL, plainSpan(type, paragraph));
  const indent = Math.min(ATTACHMENTS_INDENT_EM * em, place.column.width / 6);
  const left = place.column.x + indent + widthOf(label);
  const list = lines.length === 1 ? undefined : elementNode("L", place.parent, { listNumbering: "None" });
  const strips = lines.map(({ number, name }, index) => {
    const owner = list === undefined ? paragraph : elementNode("LBody", elementNode("LI", list));
    const numbered = collectText(number, plainSpan(type, owner));
    const x = left + widthOf(numbered);
    const column = { ...place.column, x, width: place.column.x + place.column.width - x };
    const span = item.attachments?.[index]?.span ?? item.frontMatter;
    const own = composeStrips(composing, collectValue({ value: name, span }, plainSpan(type, owner)), {
      column,
      sizePt: em,
      indent: 0,
      align: "justify",
      place: span,
      stack: { whole: true },
    });
    const labelled = index === 0 ? [{ text: label, x: place.column.x + indent }] : [];
    const lead = [...labelled, { text: numbered, x: left }].flatMap((one) =>
      partOf(composing, { ...one, sizePt: em, place: span }),
    );
    return withLead(own, lead);
  });
  const all = strips.flat();
  const isTogether = all.length <= MOST_ATTACHMENTS_TOGETHER;
  return all.map((strip, index) => ({
    ...strip,
    before: index === 0 ? ABOVE_END_LINES * geometry.pitch : strip.before,
    keep: strip.keep || index === 0 ? index < all.length - 1 : isTogether && index < all.length - 1,
  }));
}

interface Lead {
  readonly text: CellText;
  readonly x: number;
  readonly sizePt: number;
  readonly place: Span;
}

/** One line of its own beside others. */
function partOf(composing: Composing, { text, x, sizePt, place }: Lead): readonly Part[] {
  const column: Column = { x, width: Number.MAX_SAFE_INTEGER, role: "body" };
  const { lines } = composeLines(composing, text, { column, sizePt, indent: 0, align: "left", place });
  const baseline = baselineIn(pitchFor(composing.geometry, sizePt), sizePt);
  return lines.map((line): Part => ({ kind: "line", line, x, baseline }));
}

interface Signature {
  readonly item: Item;
  readonly lines: readonly SignatureLine[];
  readonly place: EndPlace;
}

function composeSignature(composing: Composing, { item, lines, place }: Signature): readonly Strip[] {
  const { geometry, book } = composing;
  const type = book.style(place.column.role);
  const inset = Math.min(SIGNATURE_INSET_EM * type.sizePt, place.column.width / 6);
  const spanOf = (index: number): Span =>
    item.signed?.by[index]?.span ?? item.signed?.date?.span ?? item.frontMatter;
  const texts = lines.map(({ text, isoDate }, index) => {
    const value = { value: text, span: spanOf(index), isRestated: isoDate !== undefined };
    return collectValue(value, plainSpan(type, elementNode("P", place.parent)));
  });
  const width = Math.min(Math.max(0, ...texts.map(lineWidth)), place.column.width - inset);
  const column = { ...place.column, x: place.column.x + place.column.width - inset - width, width };
  return texts.flatMap((text, index) => {
    return composeStrips(composing, text, {
      column,
      sizePt: type.sizePt,
      indent: 0,
      align: "center",
      place: spanOf(index),
      stack: {
        before: index === 0 ? ABOVE_END_LINES * geometry.pitch : 0,
        whole: true,
        keepWithNext: index < texts.length - 1,
      },
    });
  });
}

/** @returns the width of a text set in one line, with the spaces that composing puts in, in points */
function lineWidth(text: CellText): number {
  const shape = { measure: Number.MAX_SAFE_INTEGER, indent: 0, align: "left", hang: false } as const;
  return Math.max(0, ...composeParagraph(text, shape).map(({ right }) => right));
}

/** @returns the width of Han and marks, which nothing comes between, in points */
const widthOf = ({ cells }: CellText): number => cells.reduce((sum, { cluster }) => sum + cluster.width, 0);
