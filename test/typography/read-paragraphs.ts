/**
 * Paragraphs of a finished PDF: the blocks of its structure matched, in order, with the source's
 * paragraphs. A paragraph that turns a page is two blocks there and one here.
 */
import type { SetBlock, SetLine, SetPage } from "./set-page.js";
import type { SourceParagraph } from "./source-paragraphs.js";

/** A line of a paragraph, and where in the source it begins and ends. */
export interface ReadLine extends SetLine {
  readonly start: number;
  readonly end: number;
  /** last of its paragraph, or a hard break stands behind it */
  readonly isFinal: boolean;
}

export interface ReadParagraph {
  readonly source: SourceParagraph;
  /** the source without hard breaks */
  readonly text: string;
  readonly lines: readonly ReadLine[];
  readonly inside: readonly string[];
}

/** pdf.js gives U+3000 as a common space, and one space for several. */
const asRead = (text: string): string => text.replace(/\s+/gu, " ");

const isNote = ({ role, inside }: SetBlock): boolean => role === "Note" || inside.includes("Note");
const LABELS = new Set(["Lbl", "TOCI"]);

/** @returns the paragraphs found, and the sources that were not */
export function readParagraphs(
  pages: readonly SetPage[],
  {
    texts,
    notes,
  }: { readonly texts: readonly SourceParagraph[]; readonly notes: readonly SourceParagraph[] },
): { readonly paragraphs: readonly ReadParagraph[]; readonly lost: readonly string[] } {
  const blocks = pages.flatMap((page) => page.blocks).filter(({ role }) => !LABELS.has(role));
  const text = match(
    texts,
    blocks.filter((block) => !isNote(block)),
  );
  const note = match(notes, blocks.filter(isNote));
  return { paragraphs: [...text.paragraphs, ...note.paragraphs], lost: [...text.lost, ...note.lost] };
}

function match(sources: readonly SourceParagraph[], blocks: readonly SetBlock[]) {
  const paragraphs: ReadParagraph[] = [];
  const lost: string[] = [];
  let next = 0;
  for (const source of sources) {
    const text = asRead(source.text.replaceAll("\n", ""));
    if (text.trim() === "") continue;
    const found = findBlocks({ source, text, blocks, from: next });
    if (found === undefined) {
      lost.push(source.text);
      continue;
    }
    // Captions float: what follows them in the source may stand before them on the page.
    if (source.kind !== "caption") next = found.end;
    paragraphs.push({ source, text, lines: found.lines, inside: blocks[found.start]?.inside ?? [] });
  }
  return { paragraphs, lost };
}

/** A page's end may part a paragraph, and a long one several. */
const MOST_PAGES = 8;

interface Search {
  readonly source: SourceParagraph;
  readonly text: string;
  readonly blocks: readonly SetBlock[];
  readonly from: number;
}

function findBlocks({ source, text, blocks, from }: Search) {
  for (let start = from; start < blocks.length; start += 1) {
    for (let end = start + 1; end <= Math.min(blocks.length, start + MOST_PAGES); end += 1) {
      const lines = blocks.slice(start, end).flatMap((block) => block.lines);
      const read = source.kind === "code" ? readCode(text, lines) : readLines(source, text, lines);
      if (read === "other") break;
      if (read !== "part") return { start, end, lines: read };
    }
  }
  return undefined;
}

/** Lines follow the source character by character; only a space that a line's end took may be missing. */
function readLines(source: SourceParagraph, text: string, lines: readonly SetLine[]) {
  const breaks = hardBreaks(source.text);
  const read: ReadLine[] = [];
  let at = 0;
  for (const line of lines) {
    const words = asRead(line.text).trim();
    const start = text.charAt(at) === " " ? at + 1 : at;
    if (!text.startsWith(words, start)) return "other";
    at = start + words.length;
    read.push({ ...line, text: words, start, end: at, isFinal: at === text.length || breaks.has(at) });
  }
  return text.slice(at).trim() === "" ? read : "part";
}

/** Spaces that indent code are places, not characters, for pdf.js. */
function readCode(text: string, lines: readonly SetLine[]) {
  const bare = (words: string) => words.replace(/\s/gu, "");
  const found = bare(lines.map((line) => line.text).join(""));
  if (!bare(text).startsWith(found)) return "other";
  if (found !== bare(text)) return "part";
  return lines.map((line) => ({ ...line, start: 0, end: 0, isFinal: true }));
}

function hardBreaks(text: string): ReadonlySet<number> {
  const parts = text.split("\n").map((part) => asRead(part).length);
  let at = 0;
  return new Set(parts.slice(0, -1).map((length) => (at += length)));
}
