/** Blocks of a draft to the Markdown of an item's body, an empty line between each two. */

import { type MarkedText, NO_WORDS, trimWords } from "../marked-text.js";
import type { DraftBlock, DraftList, DraftNote } from "./draft-item.js";
import { escapedTitle } from "./escape-words.js";
import { type Writing, write, writeUnit } from "./place-map.js";
import { type InlineContext, writeInlines } from "./write-inlines.js";

export interface BlockContext {
  readonly notes: readonly DraftNote[];
  /** destinations of pictures by their keys */
  readonly destinations: ReadonlyMap<string, string>;
}

export function writeBlocks(writing: Writing, blocks: readonly DraftBlock[], context: BlockContext): void {
  const numbers = new Map(context.notes.map(({ key }, index) => [key, index + 1]));
  const inline: InlineContext = { isBlockStart: true, isInTable: false, notes: numbers };
  for (const block of blocks) {
    write(writing, "\n");
    writeBlock(writing, block, { inline, destinations: context.destinations });
  }
  for (const { key, words } of context.notes) {
    write(writing, `\n[^${numbers.get(key) ?? 0}]: `);
    writeInlines(writing, words, inline);
    write(writing, "\n");
  }
}

interface Around {
  readonly inline: InlineContext;
  readonly destinations: ReadonlyMap<string, string>;
}

function writeBlock(writing: Writing, block: DraftBlock, { inline, destinations }: Around): void {
  switch (block.kind) {
    case "paragraph":
      writeInlines(writing, block.words, inline);
      write(writing, "\n");
      break;
    case "heading":
      write(writing, `${"#".repeat(block.level + 1)} `);
      writeHeading(writing, block.words, inline);
      write(writing, "\n");
      break;
    case "list":
      writeList(writing, block, inline);
      break;
    case "table":
      writeTable(writing, block.rows, inline);
      break;
    case "figure": {
      const destination = destinations.get(block.picture);
      if (destination !== undefined) writeFigure(writing, destination, block);
      break;
    }
    default:
      block satisfies never;
  }
}

/** Number signs at its end would close it and not be printed. */
function writeHeading(writing: Writing, words: MarkedText, inline: InlineContext): void {
  const closing = /(?<=^|\s)#+$/u.exec(words.text)?.[0].length ?? 0;
  const context = { ...inline, isBlockStart: true };
  const end = words.text.length - closing;
  const cut = (from: number, until: number): MarkedText => ({
    text: words.text.slice(from, until),
    marks: words.marks.slice(from, until),
    places: words.places.slice(from, until),
  });
  writeInlines(writing, oneLine(cut(0, end)), context);
  for (let at = end; at < words.text.length; at += 1)
    writeUnit(writing, words, { index: at, length: 1, written: "\\#" });
}

const oneLine = (words: MarkedText): MarkedText => ({ ...words, text: words.text.replaceAll("\u2028", " ") });

function writeList(writing: Writing, { isOrdered, start, entries }: DraftList, inline: InlineContext): void {
  let number = start;
  for (const { words, depth } of entries) {
    const mark = isOrdered ? `${number}. ` : "- ";
    number += 1;
    write(writing, `${"  ".repeat(depth)}${mark}`);
    writeInlines(writing, oneLine(words), inline);
    write(writing, "\n");
  }
}

function writeTable(writing: Writing, rows: readonly (readonly MarkedText[])[], inline: InlineContext): void {
  const columns = Math.max(...rows.map((row) => row.length));
  for (const [index, row] of rows.entries()) {
    for (let at = 0; at < columns; at += 1) {
      write(writing, "| ");
      writeInlines(writing, trimWords(row[at] ?? NO_WORDS), {
        ...inline,
        isBlockStart: false,
        isInTable: true,
      });
      write(writing, " ");
    }
    write(writing, "|\n");
    if (index === 0) write(writing, `${"| --- ".repeat(columns)}|\n`);
  }
}

/** The alternative text stays empty on purpose, unless somebody wrote one: whoever sees the picture must write it. */
function writeFigure(
  writing: Writing,
  destination: string,
  { caption, alt = "" }: Extract<DraftBlock, { kind: "figure" }>,
): void {
  const escaped = alt.replace(/\s+/gu, " ").replace(/[!-/:-@[-`{-~]/g, "\\$&");
  write(writing, `![${escaped}](${destination}`);
  if (caption !== undefined && caption.text !== "") {
    const inTitle = escapedTitle(caption.text);
    write(writing, ' "');
    for (let at = 0; at < caption.text.length; at += 1) {
      const unit = caption.text.charAt(at);
      if (unit === "\uFFFC") continue;
      const place = { index: at, length: 1 };
      if (/\s/.test(unit) && unit !== "\u3000") writeUnit(writing, caption, { ...place, written: " " });
      else if (inTitle.has(at)) writeUnit(writing, caption, { ...place, written: `\\${unit}` });
      else writeUnit(writing, caption, place);
    }
    write(writing, '"');
  }
  write(writing, ")\n");
}
