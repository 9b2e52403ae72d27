/** The text of an item to blocks: tables, pictures with their captions, headings, lists, paragraphs; each told. */

import type { DraftBlock, DraftNote } from "../draft/draft-item.js";
import type { Manuscript, Notice } from "../manuscript.js";
import {
  joinWords,
  type MarkedText,
  partPictures,
  picturesIn,
  sliceWords,
  trimWords,
} from "../marked-text.js";
import { tableOfTabs } from "../no-story-notices.js";
import * as said from "./body-notices.js";
import { captionBrackets, findCaptions } from "./find-captions.js";
import { type FoundHeading, findHeadings } from "./find-headings.js";
import { listAt } from "./find-lists.js";
import { typedRowsAt } from "./find-typed-rows.js";
import { joinLines } from "./join-lines.js";
import { bodyLook } from "./line-looks.js";
import type { ReadGrid } from "./read-grid.js";
import { isPictureLine, type Sheet, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";
import { pictureWords, type UnfoldedTables } from "./unfold-tables.js";

export interface MadeBody {
  readonly blocks: readonly DraftBlock[];
  readonly notes: readonly DraftNote[];
  /** keys in the order of the text */
  readonly pictures: readonly string[];
  readonly notices: readonly Notice[];
}

export interface BodyContext {
  readonly sheet: Sheet;
  readonly manuscript: Manuscript;
  readonly grids: UnfoldedTables["grids"];
}

export function makeBody(parts: readonly SheetPart[], { sheet, manuscript, grids }: BodyContext): MadeBody {
  const notices: Notice[] = [];
  const isKnown = (key: string) => manuscript.pictures.has(key);
  const apart = parts.flatMap((part): readonly SheetPart[] =>
    part.kind === "line" ? partedLine(part, isKnown) : [part],
  );
  const joined = joinLines(apart, manuscript.carrier);
  notices.push(...said.aboutJoinedLines(joined));
  const isBold = bodyLook(joined.parts).isBold;
  const lines = isBold ? joined.parts.map(plainLine) : joined.parts;
  if (isBold) notices.push(said.boldThroughout(lines[0]?.place));
  notices.push(...said.aboutStruck(lines), ...said.aboutNotesToEditor(lines));
  const captions = findCaptions(lines);
  const headings = findHeadings(lines, { body: bodyLook(lines), captions: captions.lines });
  const blocks: DraftBlock[] = [];
  const isOther = (index: number) => captions.lines.has(index) || headings.has(index);
  for (let index = 0; index < lines.length; index += 1) {
    const part = lines[index];
    if (part === undefined || captions.lines.has(index)) continue;
    if (part.kind === "table") {
      blocks.push(...tableBlocks(grids.get(part)));
      continue;
    }
    if (isPictureLine(part)) {
      const line = lines[captions.byPicture.get(index) ?? -1];
      const caption = line?.kind === "line" ? captionOf(line, notices) : undefined;
      const [picture] = picturesIn(part.words);
      if (picture !== undefined)
        blocks.push({ kind: "figure", picture, caption, ...writtenAlt(manuscript, picture) });
      continue;
    }
    const heading = headings.get(index);
    if (heading !== undefined) {
      blocks.push(headingBlock(part, heading, notices));
      continue;
    }
    const rows = typedRowsAt(lines, index);
    if (rows !== undefined) {
      blocks.push({ kind: "table", rows: rows.rows });
      notices.push(tableOfTabs(rows.rows.length, rows.place));
      index += rows.count - 1;
      continue;
    }
    const list = listAt(lines, index, { isOther, carrier: manuscript.carrier });
    if (list !== undefined) {
      blocks.push(list.list);
      if (list.typed !== undefined) notices.push(said.numberedList(list, list.typed));
      index += list.count - 1;
      continue;
    }
    blocks.push({ kind: "paragraph", words: part.words });
  }
  return { blocks, ...hangingOn(blocks, { sheet, manuscript }), notices };
}

/** In Markdown a person wrote it. */
function writtenAlt({ carrier, pictures }: Manuscript, key: string): { readonly alt?: string } {
  const alt = carrier === "text" ? pictures.get(key)?.description : undefined;
  return alt === undefined ? {} : { alt };
}

/** Pictures amid a line stand behind it, each alone; pictures that were lost are left out. */
function partedLine(line: SheetLine, isKnown: (key: string) => boolean): readonly SheetLine[] {
  const { words, pictures } = partPictures(line.words);
  if (pictures.length === 0) return [line];
  const at = line.words.places[0] ?? 0;
  const alone = pictures.filter(isKnown).map((key, order) => ({
    ...line,
    words: pictureWords(key, at),
    isSameParagraph: order > 0 || words.text !== "",
  }));
  return words.text === "" ? alone : [{ ...line, words }, ...alone];
}

function captionOf(line: SheetLine, notices: Notice[]): MarkedText {
  const { start, end } = captionBrackets(line.words.text);
  notices.push(said.caption(wordsOf(line), line.place));
  return withoutBold(trimWords(sliceWords(line.words, start, end)));
}

function headingBlock(line: SheetLine, { level, evidence }: FoundHeading, notices: Notice[]): DraftBlock {
  if (evidence !== "outline") notices.push(said.heading(wordsOf(line), { evidence, place: line.place }));
  return { kind: "heading", level, words: withoutBold(line.words) };
}

function tableBlocks(grid: ReadGrid | undefined): readonly DraftBlock[] {
  if (grid?.rows === undefined) return [];
  const [header = [], ...rows] = grid.rows;
  return [{ kind: "table", rows: [header.map(withoutBold), ...rows] }];
}

const plainLine = (part: SheetPart): SheetPart =>
  part.kind === "line" ? { ...part, words: withoutBold(part.words) } : part;

/** What a heading or the head of a table is, is bold by itself. */
const withoutBold = (words: MarkedText): MarkedText => ({
  ...words,
  marks: words.marks.map((mark) => (mark.isBold ? { ...mark, isBold: false } : mark)),
});

/** Notes and pictures that the blocks name, in their order. */
function hangingOn(
  blocks: readonly DraftBlock[],
  { sheet, manuscript }: Pick<BodyContext, "sheet" | "manuscript">,
): Pick<MadeBody, "notes" | "pictures"> {
  const keys = new Set<string>();
  const pictures: string[] = [];
  for (const block of blocks) {
    if (block.kind === "figure") pictures.push(block.picture);
    for (const words of wordsIn(block))
      for (const { object } of words.marks) if (object?.kind === "note") keys.add(object.key);
  }
  const notes = [...keys].flatMap((key): readonly DraftNote[] => {
    const lines = sheet.layOut(manuscript.notes.get(key) ?? []);
    const words = lines.flatMap((part) => (part.kind === "line" ? [withoutObjects(part.words)] : []));
    return words.length === 0 ? [] : [{ key, words: trimWords(joinWords(words)) }];
  });
  return { notes, pictures };
}

export function wordsIn(block: DraftBlock): readonly MarkedText[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return [block.words];
    case "list":
      return block.entries.map(({ words }) => words);
    case "table":
      return block.rows.flat();
    case "figure":
      return block.caption === undefined ? [] : [block.caption];
    default:
      return block satisfies never;
  }
}

function withoutObjects(words: MarkedText): MarkedText {
  const kept = words.marks.flatMap(({ object }, at) =>
    object === undefined ? [sliceWords(words, at, at + 1)] : [],
  );
  return kept.length === words.text.length ? words : joinWords(kept);
}
