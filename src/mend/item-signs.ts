/**
 * An item as signs: each printed character by its place in the source, and between them the marks of what
 * it is part of: title, paragraph, heading, cell, bold. Two readings of an item say the same where their
 * signs are the same (keeps-meaning.ts), whatever blanks, line breaks and kinds of marks the source has.
 */
import type { Item } from "../model/issue.js";
import type { Span } from "../model/located.js";
import type { Block, Figure, Inline, Note, Text } from "../model/text.js";
import { captionPlace } from "../model/typed-texts.js";

/** A mark (`strong`, and `/strong` where it ends), or the offset of a printed character in the source. */
export type Sign = string | number;

/** @param source the item's file */
export function itemSigns(item: Item, source: string): readonly Sign[] {
  const gathering: Gathering = { source, signs: [], firstNote: undefined };
  for (const line of item.title) wrap(gathering, "title", () => addUnits(line, gathering));
  if (item.summary !== undefined) gathering.signs.push("summary");
  addHeadParts(item, gathering);
  addBody(item, gathering);
  for (const note of item.notes) addNote(note, gathering);
  for (const { directive, rules } of item.suppressions) gathering.signs.push(`${directive} ${rules.join()}`);
  return gathering.signs;
}

/** Of names in the head the law of YAML's values is enough (keeps-meaning.ts); a note is prose with marks of its own. */
function addHeadParts({ editorsNote, attachments, signed }: Item, gathering: Gathering): void {
  if (editorsNote !== undefined) {
    const { paragraphs, written } = editorsNote;
    // Where escapes stand for its characters, those of the value are held together by YAML's law as well.
    if (written !== undefined) gathering.signs.push(`editors-note ${paragraphs.length}`);
    else wrap(gathering, "editors-note", () => addBlocks(paragraphs, gathering));
  }
  if (attachments !== undefined) gathering.signs.push(`attachments ${attachments.length}`);
  if (signed !== undefined) gathering.signs.push(`signed ${signed.by.length}`);
}

interface Gathering {
  readonly source: string;
  readonly signs: Sign[];
  /** number of the item's first note, from which the others are counted */
  firstNote: number | undefined;
}

/** What shows nothing: white space, format characters, controls, fillers, selectors. */
export const BLANK = /^[\s\p{Z}\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0\ufe00-\ufe0f]$/u;

function addUnits(
  { value, span, offsets }: Pick<Text, "value" | "span" | "offsets">,
  { signs }: Gathering,
): void {
  for (let at = 0; at < value.length; at += 1) {
    if (!BLANK.test(value.charAt(at))) signs.push(offsets?.[at] ?? span.start + at);
  }
}

/** Characters that stand in the source as they are. */
function addSlice({ start, end }: Pick<Span, "start" | "end">, { source, signs }: Gathering): void {
  for (let at = start; at < end; at += 1) if (!BLANK.test(source.charAt(at))) signs.push(at);
}

function wrap({ signs }: Gathering, mark: string, add: () => void): void {
  signs.push(mark);
  add();
  signs.push(`/${mark}`);
}

/** A unit typed at the end is the last words of the text, whether it is known as one or not. */
function addBody({ attribution, blocks }: Item, gathering: Gathering): void {
  const typed = attribution?.typed;
  const holds = ({ kind, span }: Block) =>
    typed !== undefined && kind === "paragraph" && span.start <= typed.start && typed.end <= span.end;
  let isDone = typed === undefined || blocks.some(holds);
  const addAlone = () => {
    if (typed !== undefined) wrap(gathering, "paragraph", () => addSlice(typed, gathering));
    isDone = true;
  };
  for (const block of blocks) {
    if (!isDone && typed !== undefined && block.span.start > typed.start) addAlone();
    if (block.kind === "paragraph" && typed !== undefined && holds(block)) {
      wrap(gathering, "paragraph", () => {
        addInlines(block.children, gathering);
        addSlice(typed, gathering);
      });
    } else addBlock(block, gathering);
  }
  if (!isDone) addAlone();
  if (attribution !== undefined && attribution.writtenIn !== "body") gathering.signs.push("attribution");
}

function addBlocks(blocks: readonly Block[], gathering: Gathering): void {
  for (const block of blocks) addBlock(block, gathering);
}

function addBlock(block: Block, gathering: Gathering): void {
  const { signs } = gathering;
  switch (block.kind) {
    case "paragraph":
      wrap(gathering, "paragraph", () => addInlines(block.children, gathering));
      break;
    case "heading":
      wrap(gathering, `heading ${block.level}`, () => addInlines(block.children, gathering));
      break;
    case "list":
      signs.push(block.ordered ? `list ${block.start}` : "list");
      for (const { checked, children } of block.items) {
        signs.push(`entry ${checked ?? ""}`);
        addBlocks(children, gathering);
      }
      signs.push("/list");
      break;
    case "quote":
      wrap(gathering, "quote", () => addBlocks(block.children, gathering));
      break;
    case "code-block":
      wrap(gathering, "code-block", () => addSlice(block.span, gathering));
      break;
    case "table":
      signs.push(`table ${block.columns.join()}`);
      for (const row of [block.header, ...block.rows]) {
        signs.push("row");
        for (const { children } of row) {
          signs.push("cell");
          addInlines(children, gathering);
        }
      }
      signs.push("/table");
      break;
    case "figure":
      addFigure(block, gathering);
      break;
    case "figure-row":
      wrap(gathering, "figure-row", () => {
        for (const figure of block.figures) addFigure(figure, gathering);
        const { caption } = block;
        if (caption !== undefined) wrap(gathering, "caption", () => addInlines(caption.children, gathering));
      });
      break;
    case "thematic-break":
      signs.push("rule");
      break;
    default:
      block satisfies never;
  }
}

function addFigure(figure: Figure, gathering: Gathering): void {
  const { destination, alt, caption, width } = figure;
  const place = captionPlace(figure, gathering.source);
  const words = place === undefined ? (caption ?? "") : "";
  const size = width === undefined ? "" : ` ${width.value}${width.unit}`;
  gathering.signs.push(`figure ${destination.value} ${alt} ${words}${size}`);
  if (place !== undefined) wrap(gathering, "caption", () => addSlice(place, gathering));
}

function addInlines(inlines: readonly Inline[], gathering: Gathering): void {
  for (const inline of inlines) addInline(inline, gathering);
}

function addInline(inline: Inline, gathering: Gathering): void {
  const { signs } = gathering;
  switch (inline.kind) {
    case "text":
      addUnits(inline, gathering);
      break;
    case "emphasis":
    case "strong":
    case "strikethrough":
      wrap(gathering, inline.kind, () => addInlines(inline.children, gathering));
      break;
    case "inline-code":
      wrap(gathering, "code", () => addSlice(inline.span, gathering));
      break;
    case "link":
      wrap(gathering, `link ${inline.url.value}`, () => addInlines(inline.children, gathering));
      break;
    case "hard-break":
      signs.push("break");
      break;
    case "note-reference":
      signs.push(noteMark(inline.number, gathering));
      break;
    default:
      inline satisfies never;
  }
}

/** Notes count through the issue: what an item's own numbers begin with is the others' affair. */
function noteMark(number: number, gathering: Gathering): string {
  gathering.firstNote ??= number;
  return `note ${number - gathering.firstNote}`;
}

function addNote({ number, children }: Note, gathering: Gathering): void {
  gathering.signs.push(noteMark(number, gathering));
  addBlocks(children, gathering);
}
