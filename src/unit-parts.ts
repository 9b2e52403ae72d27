/**
 * Where in an item a place is, as its author would say it: the title, the third paragraph, the
 * second picture; and the words around it, without markup. Paragraphs are counted as one reads,
 * entries of lists and quotes among them, headings and pictures aside.
 */
import { excerptOf } from "./diagnostics/excerpt.js";
import type { UnitPart, UnitPlace } from "./diagnostics/print-unit-report.js";
import type { Item } from "./model/issue.js";
import type { Span } from "./model/located.js";
import type { Block } from "./model/text.js";
import { OBJECT, type TypedPiece } from "./model/typed-text.js";
import { type PlacedText, typedTextsOf } from "./model/typed-texts.js";

/** @returns what says of a span where it is */
export function unitPlaces(item: Item, source: string): (span: Span) => UnitPlace {
  const parts = partsOf(item);
  const lines = typedTextsOf(item, source);
  return (span) => {
    const part = parts.find((each) => isWithin(span, each.span))?.part ?? { kind: "item" };
    const line = lines.find((each) => isWithin(span, each.span));
    return { part, excerpt: line === undefined ? "" : excerptIn(line, span, source) };
  };
}

interface PlacedPart {
  readonly part: UnitPart;
  readonly span: Span;
}

const isWithin = ({ start }: Span, around: Span): boolean => start >= around.start && start <= around.end;

function partsOf(item: Item): readonly PlacedPart[] {
  const { attribution, summary } = item;
  const counting: Counting = { parts: [], paragraphs: 0, pictures: 0 };
  for (const { span } of item.title) counting.parts.push({ part: { kind: "title" }, span });
  if (summary !== undefined) counting.parts.push({ part: { kind: "summary" }, span: summary.span });
  // In front of the paragraph at whose end it stands.
  if (attribution?.typed !== undefined)
    counting.parts.push({ part: { kind: "signature" }, span: attribution.typed });
  for (const block of item.blocks) addBlock(block, counting);
  for (const { span } of item.notes) counting.parts.push({ part: { kind: "note" }, span });
  return counting.parts;
}

interface Counting {
  readonly parts: PlacedPart[];
  paragraphs: number;
  pictures: number;
}

function addBlock(block: Block, counting: Counting): void {
  const { span } = block;
  const add = (part: UnitPart) => counting.parts.push({ part, span });
  switch (block.kind) {
    case "paragraph":
    case "code-block":
      counting.paragraphs += 1;
      add({ kind: "paragraph", number: counting.paragraphs });
      break;
    case "figure":
      counting.pictures += 1;
      add({ kind: "picture", number: counting.pictures });
      break;
    case "figure-row":
      for (const figure of block.figures) addBlock(figure, counting);
      break;
    case "heading":
    case "table":
      add({ kind: block.kind });
      break;
    case "list":
      for (const entry of block.items) for (const child of entry.children) addBlock(child, counting);
      break;
    case "quote":
      for (const child of block.children) addBlock(child, counting);
      break;
    case "thematic-break":
      break;
    default:
      block satisfies never;
  }
}

/** The place in the line as it reads; of a place that is the whole line, how that begins. */
function excerptIn(line: PlacedText, span: Span, source: string): string {
  const { text, at } = readable(line, source);
  const start = at(span.start);
  const end = Math.max(start, at(span.end));
  if (start === 0 && end >= text.length) {
    const head = [...text].slice(0, LONGEST_HEAD).join("");
    return head.length < text.length ? `${head}…` : head;
  }
  return excerptOf(text, { start, end });
}

/** Characters shown of a whole paragraph or title. */
const LONGEST_HEAD = 24;

/** What a reader sees of something that is no prose: addresses and code as they are, no markup. */
function wordsOf(masked: string): string {
  if (masked.startsWith("![")) return "〔图〕";
  if (/^<(?!\w+:|[^<>\s]+@)/.test(masked)) return "";
  return masked.replace(/[`<>]/g, "");
}

/** The line with its addresses and code in place of what masks them. */
function readable({ pieces, text }: PlacedText, source: string) {
  let shown = "";
  const starts: { readonly piece: TypedPiece; readonly at: number }[] = [];
  for (const piece of pieces) {
    starts.push({ piece, at: shown.length });
    const typed = text.slice(piece.at, piece.at + piece.length);
    shown += typed === OBJECT ? wordsOf(source.slice(piece.start, piece.end)) : typed;
  }
  const at = (offset: number): number => {
    const last = starts.findLast(({ piece }) => piece.start <= offset);
    if (last === undefined) return 0;
    const { piece } = last;
    const isWhole = piece.whole || offset >= piece.end;
    const next = starts[starts.indexOf(last) + 1]?.at ?? shown.length;
    return isWhole ? (offset > piece.start ? next : last.at) : last.at + offset - piece.start;
  };
  return { text: shown, at };
}
