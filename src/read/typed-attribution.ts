/**
 * The signature that an author typed at the end of the body, `……举办。（示例区科协 张三 供稿）`. What it says
 * is read in han/typed-signature.ts; here it is looked for in the last blocks and taken out of the text,
 * so that the unit is printed once, in its own role. Where front matter names another unit, or the words
 * may belong to the text, the text stays as it is and the rules speak.
 */
import { isSameUnit, type KnownUnits } from "../han/known-units.js";
import { findSignature, type Signature } from "../han/typed-signature.js";
import { isPicture } from "../model/figures.js";
import type { Unit } from "../model/house.js";
import type { Attribution, TypedSignature } from "../model/issue.js";
import type { Span } from "../model/located.js";
import { registeredUnits } from "../model/register.js";
import type { Block, Inline } from "../model/text.js";
import { type TypedText, typedInlines, typedSlice, type WrittenText } from "../model/typed-text.js";
import { sliceText } from "./markdown/mail-addresses.js";

export interface AttributedBody {
  readonly blocks: readonly Block[];
  readonly attribution: Attribution | undefined;
  readonly signature: TypedSignature | undefined;
}

export interface BodyToSign {
  readonly blocks: readonly Block[];
  /** `source` of the front matter */
  readonly source: WrittenText | undefined;
  /** the house's register */
  readonly units: readonly Unit[];
  /** the item's file */
  readonly text: string;
}

export function readTypedAttribution(body: BodyToSign): AttributedBody {
  const { blocks, source } = body;
  const known = knownUnits(body);
  const found = findInBlocks(blocks, { known, text: body.text });
  const fromSource: Attribution | undefined = source && {
    value: source.value,
    span: source.span,
    writtenIn: "front-matter",
    typed: undefined,
    ...(source.written && { written: source.written }),
  };
  if (found === undefined) return { blocks, attribution: fromSource, signature: undefined };
  const state = stateOf(found.signature, { source, known });
  const { unit, people, others } = found.signature;
  const signature: TypedSignature = { state, unit, people, others, span: found.span };
  if (state !== "taken" || unit === undefined) return { blocks, attribution: fromSource, signature };
  return {
    blocks: found.rest,
    attribution: {
      value: source?.value ?? unit,
      span: source?.span ?? found.unitSpan,
      writtenIn: source === undefined ? "body" : "both",
      typed: found.span,
      ...(source?.written && { written: source.written }),
    },
    signature,
  };
}

function knownUnits({ units, source }: BodyToSign): KnownUnits {
  return {
    units: registeredUnits(units),
    source: source?.value === "" ? undefined : source?.value,
  };
}

function stateOf(
  { unit, isSure }: Signature,
  { source, known }: { readonly source: WrittenText | undefined; readonly known: KnownUnits },
): TypedSignature["state"] {
  if (unit === undefined) return "persons-only";
  if (source !== undefined && !isSameUnit(source.value, unit, known)) return "another-unit";
  return isSure ? "taken" : "doubtful";
}

interface Found {
  readonly signature: Signature;
  /** the whole signature in the file */
  readonly span: Span;
  readonly unitSpan: Span;
  /** the blocks without it */
  readonly rest: readonly Block[];
}

interface Search {
  readonly known: KnownUnits;
  readonly text: string;
}

/** Paragraphs that a signature of several lines may fill. */
const MOST_PARAGRAPHS = 5;

function findInBlocks(blocks: readonly Block[], search: Search): Found | undefined {
  const last = blocks.findLastIndex((block) => !isPicture(block));
  const block = blocks[last];
  if (block?.kind === "quote" || block?.kind === "list") return findNested(blocks, last, search);
  const tail = tailOf(blocks, last, search.text);
  const before = blocks[(tail[0]?.index ?? 0) - 1];
  const joined = tail.map(({ typed }) => typed.text.replaceAll("\r", "\n")).join("\n");
  const signature = findSignature(joined, { ...search.known, followsFinished: isFinishedBlock(before) });
  if (signature === undefined) return undefined;
  let offset = 0;
  for (const [order, { index, block: own, typed }] of tail.entries()) {
    const { length } = typed.text;
    const from = signature.start - offset;
    offset += length + 1;
    if (from >= length) continue;
    const start = placeIn(typed, Math.max(0, from));
    const children = own.kind === "paragraph" ? own.children : [];
    // Only where all of it is the signature is code made by an indent no code.
    if (own.kind === "code-block" && typed.text.slice(0, Math.max(0, from)).trim() !== "") return undefined;
    const end = endIn(tail, signature.end) ?? typed.span.end;
    const cut = cutInlines(children, start);
    const kept: readonly Block[] =
      own.kind === "paragraph" && cut.length > 0 ? [{ ...own, children: cut }] : [];
    const behind = new Set(tail.slice(order).map((part) => part.index));
    const span = { ...typed.span, start: outerStart(children, start), end };
    return {
      signature,
      span,
      unitSpan: unitSpanIn(typed, Math.max(0, from), signature.unit) ?? span,
      rest: blocks.flatMap((one, at) => (at === index ? kept : behind.has(at) ? [] : [one])),
    };
  }
  return undefined;
}

/** At the end of the last entry of a list, or of a quote: 2. 抓好落实。（示例区科协） */
function findNested(blocks: readonly Block[], index: number, search: Search): Found | undefined {
  const block = blocks[index];
  if (block?.kind !== "list" && block?.kind !== "quote") return undefined;
  const entry = block.kind === "list" ? block.items.at(-1) : block;
  const inner = entry === undefined ? undefined : findInBlocks(entry.children, search);
  // A line of its own in there is an entry or a quoted line.
  if (entry === undefined || inner === undefined || inner.rest.length < entry.children.length)
    return undefined;
  const changed: Block =
    block.kind === "list"
      ? {
          ...block,
          items: block.items.map((item) => (item === entry ? { ...item, children: inner.rest } : item)),
        }
      : { ...block, children: inner.rest };
  return { ...inner, rest: blocks.map((one, at) => (at === index ? changed : one)) };
}

interface TailBlock {
  readonly index: number;
  readonly block: Block;
  readonly typed: TypedText;
}

/** The last paragraphs, pictures between them left out. */
function tailOf(blocks: readonly Block[], last: number, text: string): readonly TailBlock[] {
  const tail: TailBlock[] = [];
  for (let index = last; index >= 0 && tail.length < MOST_PARAGRAPHS; index -= 1) {
    const block = blocks[index];
    if (block === undefined || isPicture(block)) continue;
    const typed = typedTail(block, text);
    if (typed === undefined) break;
    tail.unshift({ index, block, typed });
  }
  return tail;
}

/** A paragraph, or a line that spaces pushed to the right so far that Markdown takes it for code. */
function typedTail(block: Block, text: string): TypedText | undefined {
  if (block.kind === "paragraph") return typedInlines(block, text);
  const isAligned = block.kind === "code-block" && !/^[`~]/.test(text.slice(block.span.start).trimStart());
  return isAligned ? typedSlice(block.span, text) : undefined;
}

/** On a line of its own a signature belongs to what stands above: a list, a table. */
const isFinishedBlock = (block: Block | undefined): boolean =>
  block !== undefined && (FINISHED.has(block.kind) || isPicture(block));

const FINISHED: ReadonlySet<Block["kind"]> = new Set(["list", "table", "quote", "thematic-break"]);

function placeIn({ pieces, span }: TypedText, at: number): number {
  const piece = pieces.findLast((one) => one.at <= at);
  if (piece === undefined) return span.end;
  return piece.whole ? piece.start : piece.start + at - piece.at;
}

/** @returns the place behind the character in front of `until`, an offset in all the texts joined by one unit */
function endIn(tail: readonly TailBlock[], until: number): number | undefined {
  let offset = 0;
  for (const { block, typed } of tail) {
    const last = until - 1 - offset;
    offset += typed.text.length + 1;
    if (last < 0 || last >= typed.text.length) continue;
    const piece = typed.pieces.findLast((one) => one.at <= last);
    if (piece === undefined) return undefined;
    const end = piece.whole ? piece.end : piece.start + last - piece.at + 1;
    return block.kind === "paragraph" ? outerEnd(block.children, end) : end;
  }
  return undefined;
}

function unitSpanIn(typed: TypedText, from: number, unit: string | undefined): Span | undefined {
  const at = unit === undefined ? -1 : typed.text.indexOf(unit, from);
  if (unit === undefined || at < 0) return undefined;
  return { ...typed.span, start: placeIn(typed, at), end: placeIn(typed, at + unit.length - 1) + 1 };
}

/** Where marks of emphasis stand around a signature, they go with it. */
function outerStart(inlines: readonly Inline[], start: number): number {
  const around = inlines.find(({ span }) => span.start <= start && start < span.end);
  if (around === undefined || !("children" in around)) return start;
  const first = around.children[0];
  return first !== undefined && first.span.start >= start ? around.span.start : start;
}

function outerEnd(inlines: readonly Inline[], end: number): number {
  const around = inlines.find(({ span }) => span.start < end && end < span.end);
  if (around === undefined || !("children" in around)) return end;
  const last = around.children.at(-1);
  return last !== undefined && last.span.end <= end ? around.span.end : end;
}

/** @returns what stands in front of a place of the file, without the blanks at its end */
function cutInlines(inlines: readonly Inline[], start: number): readonly Inline[] {
  const kept: Inline[] = [];
  for (const inline of inlines) {
    if (inline.span.start >= start) break;
    if (inline.span.end <= start) kept.push(inline);
    else if (inline.kind === "text") {
      const offsets =
        inline.offsets ?? Array.from({ length: inline.value.length }, (_, at) => inline.span.start + at);
      const count = offsets.filter((offset) => offset < start).length;
      kept.push(sliceText(inline, 0, count));
    } else if ("children" in inline) {
      const children = cutInlines(inline.children, start);
      if (children.length > 0) kept.push({ ...inline, children });
    }
  }
  return withoutBlankEnd(kept);
}

function withoutBlankEnd(inlines: readonly Inline[]): readonly Inline[] {
  const last = inlines.at(-1);
  if (last?.kind === "hard-break") return withoutBlankEnd(inlines.slice(0, -1));
  if (last?.kind !== "text") return inlines;
  const words = last.value.trimEnd();
  if (words.length === last.value.length) return inlines;
  return words === ""
    ? withoutBlankEnd(inlines.slice(0, -1))
    : [...inlines.slice(0, -1), sliceText(last, 0, words.length)];
}
