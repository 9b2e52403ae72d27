/**
 * Where each piece of a source file stands on the pages, and which piece of a file stands at a place of a page. Looks
 * things up in what painting left (page-sources.ts); which line and column an offset is, the caller knows.
 */
import type { Issue } from "../model/issue.js";
import type { Span } from "../model/located.js";
import type { PageSources, SourceLine, SourcePicture, SourcePiece } from "./page-sources.js";

/** A part of a page, in points from the top left corner of the paper; pages from 1. */
export interface PageBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SourcePlace extends PageBox {
  readonly span: Span;
}

export interface IssueSources {
  /** by page, from the first */
  readonly pages: readonly PageSources[];
  readonly byPath: ReadonlyMap<string, readonly SourcePiece[]>;
  readonly items: readonly ItemPlaces[];
}

/** What of an item is printed elsewhere than where it is written. */
interface ItemPlaces {
  readonly path: string;
  /** in the manifest */
  readonly listed: Span;
  readonly title: Span | undefined;
  readonly frontMatter: Span;
}

export function issueSources(pages: readonly PageSources[], { sections }: Issue): IssueSources {
  const byPath = new Map<string, SourcePiece[]>();
  for (const piece of pages.flat()) {
    const path = pathOf(piece);
    const own = byPath.get(path);
    if (own === undefined) byPath.set(path, [piece]);
    else own.push(piece);
  }
  const items = sections.flatMap((section) =>
    section.items.map(({ path, listed, title, frontMatter }): ItemPlaces => {
      const [first] = title;
      const last = title.at(-1);
      const span =
        first === undefined || last === undefined ? undefined : { ...first.span, end: last.span.end };
      return { path, listed, title: span, frontMatter };
    }),
  );
  return { pages, byPath, items };
}

const pathOf = (piece: SourcePiece): string => (piece.kind === "line" ? piece.path : piece.span.path);

/**
 * The pieces of text and pictures of one page in order: a piece is what stands in one line of print and, without a gap,
 * in one line of a file.
 * @param sources texts of the files; without them a piece may go on over the end of a line
 */
export function sourcePlaces(
  { pages }: IssueSources,
  page: number,
  sources?: ReadonlyMap<string, string>,
): readonly SourcePlace[] {
  return (pages[page - 1] ?? []).flatMap((piece) =>
    piece.kind === "picture" ? [piece] : piecesOf(piece, sources?.get(piece.path)),
  );
}

function piecesOf(line: SourceLine, text: string | undefined): readonly SourcePlace[] {
  const { lefts, starts, ends } = line;
  const pieces: SourcePlace[] = [];
  let from = 0;
  for (let cell = 1; cell <= lefts.length; cell += 1) {
    const start = starts[cell];
    const before = ends[cell - 1] ?? 0;
    const goesOn = start === before || (start === starts[cell - 1] && ends[cell] === before);
    if (start !== undefined && goesOn && text?.charAt(start - 1) !== "\n") continue;
    pieces.push(boxOf(line, from, cell - 1));
    from = cell;
  }
  return pieces;
}

/** From one cell to another of a line. */
function boxOf(line: SourceLine, first: number, last: number): SourcePlace {
  const { page, path, y, height, lefts, rights, starts, ends } = line;
  const x = lefts[first] ?? 0;
  const span = { path, start: starts[first] ?? 0, end: ends[last] ?? 0 };
  return { page, x, y, width: (rights[last] ?? x) - x, height, span };
}

/**
 * The boxes of what stands under a span of a source, a box a line of print: of the characters themselves where they are
 * printed, else of what stands nearest before them in the same item, of its title for what its front matter does not
 * print. What is printed twice (in the contents, in a table's head) comes last.
 * @returns none for what the manifest or the house rules do not print
 */
export function findOnPages(places: IssueSources, span: Span): readonly PageBox[] {
  const own = boxesUnder(places, span);
  if (own.length > 0) return own;
  const item = places.items.find(({ path }) => path === span.path);
  if (item !== undefined) {
    const near = span.start < item.frontMatter.end ? [] : nearestBefore(places, span, item.frontMatter.end);
    return near.length > 0 ? near : titleOf(places, item);
  }
  const listed = places.items.find((one) => overlaps(one.listed, span) && one.listed.path === span.path);
  return listed === undefined ? [] : titleOf(places, listed);
}

const titleOf = (places: IssueSources, { title }: ItemPlaces): readonly PageBox[] =>
  title === undefined ? [] : boxesUnder(places, title);

const overlaps = (one: Pick<Span, "start" | "end">, { start, end }: Pick<Span, "start" | "end">): boolean =>
  one.start < Math.max(end, start + 1) && one.end > start;

function boxesUnder({ byPath }: IssueSources, span: Span): readonly PageBox[] {
  const first: PageBox[] = [];
  const again: PageBox[] = [];
  const pictures: SourcePicture[] = [];
  for (const piece of byPath.get(span.path) ?? []) {
    if (piece.kind === "picture") {
      if (overlaps(piece.span, span)) pictures.push(piece);
      continue;
    }
    const box = boxUnder(piece, span);
    if (box !== undefined) (piece.again ? again : first).push(bare(box));
  }
  // A word of its caption is marked without the picture.
  const isWords = first.length > 0;
  const whole = pictures.filter((picture) => !isWords || !contains(picture.span, span));
  return [...whole.map(bare), ...first, ...again];
}

/** From the first of its cells that stand under the span to the last. */
function boxUnder(line: SourceLine, span: Span): SourcePlace | undefined {
  const { starts, ends } = line;
  let from = -1;
  let to = -1;
  for (let cell = 0; cell < starts.length; cell += 1) {
    const [start = 0, end = 0] = [starts[cell], ends[cell]];
    // Words of our own, which have an empty place, are marked only between others.
    if (end === start || !overlaps({ start, end }, span)) continue;
    if (from < 0) from = cell;
    to = cell;
  }
  return from < 0 ? undefined : boxOf(line, from, to);
}

const contains = (whole: Span, { start, end }: Span): boolean =>
  whole.start <= start && end <= whole.end && end - start < whole.end - whole.start;

const bare = ({ page, x, y, width, height }: PageBox): PageBox => ({ page, x, y, width, height });

/** @param least places before this one are another part of the file */
function nearestBefore({ byPath }: IssueSources, { path, start }: Span, least: number): readonly PageBox[] {
  let best = least;
  let found: PageBox | undefined;
  for (const piece of byPath.get(path) ?? []) {
    if (piece.kind === "picture") {
      if (piece.span.end <= start && piece.span.end > best) [best, found] = [piece.span.end, piece];
      continue;
    }
    if (piece.again) continue;
    piece.ends.forEach((end, cell) => {
      if (end <= start && end > best) [best, found] = [end, boxOf(piece, cell, cell)];
    });
  }
  return found === undefined ? [] : [bare(found)];
}
