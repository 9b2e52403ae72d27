/**
 * The blocks of an item as strips: paragraphs, sub-headings, quotes, code, breaks. Lists, tables and
 * figures have files of their own.
 */

import { attributionPlace, attributionText } from "../../model/furniture.js";
import type { Located, Span } from "../../model/located.js";
import { pitchFor } from "../../model/page-geometry.js";
import { QUOTE_INDENT_EM, ROOM_LINES } from "../../model/printed-measures.js";
import { staysWithNext } from "../../model/stays-with-next.js";
import type { Block, CodeBlock, Heading, Inline, Paragraph, Quote } from "../../model/text.js";
import { isUnmarkedHeading } from "../../model/unmarked-heading.js";
import { elementNode } from "../element-node.js";
import { type CellText, joinCells, plainSpan } from "../paragraph/cell.js";
import { collectInlines, collectText } from "../paragraph/collect-cells.js";
import { collectValue } from "../paragraph/placed-words.js";
import { composeFigure, composeFigureRow } from "./compose-figure.js";
import { composeStrips } from "./compose-lines.js";
import { composeList } from "./compose-list.js";
import { composeTable } from "./compose-table.js";
import type { BlockContext, Column, Composing } from "./composing.js";
import { heightOf, inAllSizes, type Strip } from "./strip.js";

/** The unit that signs, printed behind the last word of an item. */
export type Signature = Located<string>;

export function composeBlocks(
  blocks: readonly Block[],
  context: BlockContext,
  signature?: Signature,
): readonly Strip[] {
  const strips: Strip[] = [];
  const place = attributionPlace(blocks);
  let above = context.above;
  if (place.index < 0) sign();
  blocks.forEach((block, index) => {
    const signed = index === place.index && place.joins ? signature : undefined;
    const own = composeBlock(block, { ...context, above }, signed);
    const heads = isUnmarkedHeading(blocks, index);
    const isUnderTitle = context.parent.type === "Art";
    const keeps = staysWithNext({ blocks, index, isUnderTitle, isOneLine: () => own.length === 1 });
    own.forEach((strip, line) => {
      const isKept = keeps && (heads || line === own.length - 1);
      const kept = (size: Strip): Strip => ({ ...size, keep: true, ...(heads ? { heads } : {}) });
      strips.push(isKept ? inAllSizes(strip, kept) : strip);
    });
    above = heads || block.kind === "heading" ? above + heightOf(own) : 0;
    if (index === place.index && !place.joins) sign();
  });
  // A heading with nothing behind it does not stay with the next item.
  const last = strips.at(-1);
  if (last?.keep === true) strips[strips.length - 1] = inAllSizes(last, (size) => ({ ...size, keep: false }));
  return strips;

  function sign(): void {
    if (signature === undefined) return;
    for (const strip of composeText([], context, { span: signature.span, signature })) strips.push(strip);
  }
}

function composeBlock(block: Block, context: BlockContext, signature?: Signature): readonly Strip[] {
  switch (block.kind) {
    case "paragraph":
      return composePlainParagraph(block, context, signature);
    case "heading":
      return composeHeading(block, context);
    case "list":
      return composeList(block, context, composeBlocks);
    case "quote":
      return composeQuote(block, context);
    case "code-block":
      return composeCode(block, context);
    case "table":
      return composeTable(block, context);
    case "figure":
      return composeFigure(block, context);
    case "figure-row":
      return composeFigureRow(block, context);
    case "thematic-break":
      return composeThematicBreak(context);
    default:
      return block satisfies never;
  }
}

function composePlainParagraph(
  block: Paragraph,
  context: BlockContext,
  signature?: Signature,
): readonly Strip[] {
  return composeText(block.children, context, {
    span: block.span,
    ...(signature === undefined ? {} : { signature }),
  });
}

function composeText(
  children: readonly Inline[],
  context: BlockContext,
  { span, signature }: { readonly span: Span; readonly signature?: Signature },
): readonly Strip[] {
  const { composing, column, parent, indentEm } = context;
  const { book } = composing;
  const owner = elementNode("P", parent);
  const type = book.style(column.role);
  const body = collectInlines(children, plainSpan(type, owner), book);
  const signed: CellText | undefined =
    signature === undefined
      ? undefined
      : collectValue(signature, plainSpan(book.style("attribution", type.sizePt), owner), attributionText);
  const text = signed === undefined ? body : joinCells(body, signed);
  return composeStrips(composing, text, {
    column,
    sizePt: type.sizePt,
    indent: indentEm * type.sizePt,
    align: "justify",
    place: span,
    ...(signed === undefined ? {} : { attribution: { start: body.cells.length, end: text.cells.length } }),
  });
}

const HEADING_ROLES = ["heading1", "heading2", "heading3"] as const;
const HEADING_TYPES = ["H4", "H5", "H6"] as const;

/** 一、（一） 1.: on a line of its own at the paragraphs' indent, kept with the text behind it. */
function composeHeading(block: Heading, context: BlockContext): readonly Strip[] {
  const { composing, column, parent, indentEm } = context;
  const type = composing.book.style(HEADING_ROLES[block.level - 1] ?? "heading3");
  const owner = elementNode(HEADING_TYPES[block.level - 1] ?? "H6", parent);
  const text = collectInlines(block.children, plainSpan(type, owner), composing.book);
  return composeStrips(composing, text, {
    column,
    sizePt: type.sizePt,
    indent: indentEm * type.sizePt,
    align: "left",
    place: block.span,
    stack: { keepWithNext: true, whole: true, heads: true },
  });
}

function composeQuote(block: Quote, context: BlockContext): readonly Strip[] {
  const { column, composing } = context;
  const inset = Math.min(QUOTE_INDENT_EM * composing.geometry.em, column.width / 6);
  const inner: Column = { x: column.x + inset, width: column.width - 2 * inset, role: quoteRole(column) };
  const parent = elementNode("BlockQuote", context.parent);
  return composeBlocks(block.children, { ...context, column: inner, parent });
}

function quoteRole(column: Column): Column["role"] {
  return column.role === "body" ? "quote" : column.role;
}

/** Code keeps its lines and is never justified; a line too long goes on in the next. */
function composeCode(block: CodeBlock, context: BlockContext): readonly Strip[] {
  const { composing, column } = context;
  const type = composing.book.style("code");
  const inset = Math.min(context.indentEm * composing.geometry.em, column.width / 6);
  const inner: Column = { ...column, x: column.x + inset, width: column.width - inset };
  const owner = elementNode("Code", elementNode("P", context.parent));
  const pitch = pitchFor(composing.geometry, type.sizePt);
  const blank: Strip = { before: 0, height: pitch, snap: false, keep: false, parts: [], notes: [] };
  const lines = block.value.split("\n");
  const firstWritten = lines.findIndex((line) => line !== "");
  const strips = lines.flatMap((line, index) => {
    // A heading above stays with what is written, not with the empty lines before it.
    if (line === "") return [{ ...blank, keep: index < firstWritten }];
    const options = {
      column: inner,
      sizePt: type.sizePt,
      indent: 0,
      align: "left",
      place: block.span,
    } as const;
    return composeStrips(
      composing,
      collectText(line, plainSpan(type, owner), block.lineStarts?.[index]),
      options,
    );
  });
  const room = ROOM_LINES * composing.geometry.pitch;
  return strips.map((strip, index) => ({
    ...strip,
    startsBlock: index === 0,
    before: index === 0 ? room : 0,
    height: strip.height + (index === strips.length - 1 ? room : 0),
    parts: [barBeside(composing, { x: column.x + inset, height: strip.height }), ...strip.parts],
  }));
}

const CODE_BAR_PT = 1;
const CODE_BAR_DISTANCE_PT = 8;

function barBeside(composing: Composing, { x, height }: { readonly x: number; readonly height: number }) {
  const color = composing.book.template.colors.muted;
  const left = x - CODE_BAR_DISTANCE_PT;
  return { kind: "rule", owner: "decoration", x: left, y: 0, width: CODE_BAR_PT, height, color } as const;
}

const BREAK_RULE_SHARE = 1 / 3;
const BREAK_RULE_PT = 0.5;

function composeThematicBreak({ composing, column }: BlockContext): readonly Strip[] {
  const { geometry, book } = composing;
  const width = column.width * BREAK_RULE_SHARE;
  const x = column.x + (column.width - width) / 2;
  const color = book.template.colors.text;
  const rule = {
    kind: "rule",
    owner: "decoration",
    x,
    y: geometry.pitch / 2,
    width,
    height: BREAK_RULE_PT,
    color,
  } as const;
  return [{ before: 0, height: geometry.pitch, snap: true, keep: false, parts: [rule], notes: [] }];
}
