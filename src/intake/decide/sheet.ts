/**
 * A manuscript laid out for deciding: its lines from top to bottom, a soft break ending one, and its tables.
 * Typed indents are taken off and noted, empty paragraphs noted, headers and footers of the page left out.
 */

import type { Manuscript, ManuscriptBlock, ManuscriptParagraph, ManuscriptTable } from "../manuscript.js";
import { LINE_BREAK, manuscriptText, paragraphsOf, paragraphText } from "../manuscript-text.js";
import { type MarkedText, plainWords, sliceWords, trimWords } from "../marked-text.js";
import { type CharacterLog, cleanParagraph, newLog } from "./clean-characters.js";

export interface SheetLine {
  readonly kind: "line";
  /** without blanks at its edges; not empty */
  readonly words: MarkedText;
  /** number of the paragraph */
  readonly place: number;
  readonly paragraph: ManuscriptParagraph;
  /** blanks typed in front */
  readonly indent: string;
  /** an empty paragraph stands in front */
  readonly followsBlank: boolean;
  readonly startsPage: boolean;
  /** behind a soft break of the paragraph that the line in front belongs to */
  readonly isSameParagraph: boolean;
  readonly bullet: string | undefined;
}

export interface SheetTable {
  readonly kind: "table";
  readonly table: ManuscriptTable;
  /** number of its first paragraph */
  readonly place: number;
}

export type SheetPart = SheetLine | SheetTable;

export interface Sheet {
  readonly parts: readonly SheetPart[];
  /** words of headers and footers, left out */
  readonly furniture: readonly { readonly text: string; readonly place: number }[];
  readonly log: CharacterLog;
  /** makes parts of blocks inside of it: cells, notes */
  readonly layOut: (blocks: readonly ManuscriptBlock[]) => readonly SheetPart[];
}

export function layOutSheet(manuscript: Manuscript): Sheet {
  const { starts } = manuscriptText(manuscript);
  const log = newLog();
  const furniture: { text: string; place: number }[] = [];
  const layOut = (blocks: readonly ManuscriptBlock[]): readonly SheetPart[] => {
    const parts: SheetPart[] = [];
    const state = { followsBlank: false, startsPage: false };
    for (const block of blocks) {
      if (block.kind === "table") {
        const [first] = paragraphsOf([block]);
        parts.push({ kind: "table", table: block, place: first?.place ?? 0 });
        state.followsBlank = false;
      } else if (block.region === "furniture") {
        const text = paragraphText(block)
          .replace(/^[●○■◆]/u, "")
          .trim();
        if (text !== "") furniture.push({ text, place: block.place });
      } else {
        state.startsPage ||= block.startsPage;
        const lines = linesOf(block, { ...state, start: starts.get(block.place) ?? 0, log });
        state.followsBlank = lines.length === 0;
        if (lines.length > 0) state.startsPage = false;
        for (const line of lines) parts.push(line);
      }
    }
    return parts;
  };
  return { parts: layOut(manuscript.blocks), furniture, log, layOut };
}

interface LineContext {
  readonly start: number;
  readonly log: CharacterLog;
  readonly followsBlank: boolean;
  readonly startsPage: boolean;
}

function linesOf(paragraph: ManuscriptParagraph, context: LineContext): readonly SheetLine[] {
  const { bullet, ...words } = cleanParagraph(paragraph, context);
  const lines: SheetLine[] = [];
  let from = 0;
  for (let at = 0; at <= words.text.length; at += 1) {
    if (at < words.text.length && words.text.charAt(at) !== LINE_BREAK) continue;
    const piece = sliceWords(words, from, at);
    const trimmed = trimWords(piece);
    from = at + 1;
    if (trimmed.text === "") continue;
    const isFirst = lines.length === 0;
    lines.push({
      kind: "line",
      words: trimmed,
      place: paragraph.place,
      paragraph,
      indent: /^[\s\u3000]*/u.exec(piece.text)?.[0] ?? "",
      followsBlank: isFirst && context.followsBlank,
      startsPage: isFirst && context.startsPage,
      isSameParagraph: !isFirst,
      bullet: isFirst ? bullet : undefined,
    });
  }
  return lines;
}

/** The words of a line without objects: what its look and its wording are judged by. */
export const wordsOf = ({ words }: SheetLine): string => plainWords(words).trim();

/** A line of pictures alone. */
export const isPictureLine = (line: SheetLine): boolean =>
  wordsOf(line) === "" && line.words.marks.some(({ object }) => object?.kind === "picture");

/** Characters of a text, as a reader counts them. */
export const lengthOf = (text: string): number => [...text].length;
