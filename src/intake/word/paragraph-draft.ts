/**
 * A paragraph as it is put together, run by run, and what it turns out to be: its runs joined where nothing parts
 * them, its size, face and weight those of most of its characters.
 */
import type {
  ManuscriptBlock,
  ManuscriptParagraph,
  ManuscriptRun,
  ParagraphNumber,
  TextRun,
} from "../manuscript.js";
import { firstLinePoints, type ParagraphProperties } from "./paragraph-format.js";
import type { RunProperties } from "./run-format.js";
import { styleLevel } from "./style-names.js";

type Single = Exclude<ManuscriptRun, { readonly kind: "link" }>;

interface Piece {
  readonly run: Single;
  readonly url: string | undefined;
}

export interface ParagraphDraft {
  /** of the paragraph whose text comes first */
  readonly place: number;
  readonly pieces: Piece[];
  /** blocks of the text boxes anchored in it */
  readonly boxes: ManuscriptBlock[];
  /** size in pt → characters */
  readonly sizes: Map<number, number>;
  readonly faces: Map<string, number>;
  characters: number;
  boldCharacters: number;
  /** number of pieces in front of its last page break */
  pageBreak: number | undefined;
}

export const startDraft = (place: number): ParagraphDraft => ({
  place,
  pieces: [],
  boxes: [],
  sizes: new Map(),
  faces: new Map(),
  characters: 0,
  boldCharacters: 0,
  pageBreak: undefined,
});

export function addRun(draft: ParagraphDraft, run: Single, url: string | undefined): void {
  draft.pieces.push({ run, url });
}

/** @param properties all that holds for these characters, styles and defaults included */
export function addText(
  draft: ParagraphDraft,
  text: string,
  properties: RunProperties,
  url: string | undefined,
): void {
  if (text === "") return;
  const run: TextRun = {
    kind: "text",
    text,
    isBold: properties.bold ?? false,
    isItalic: properties.italic ?? false,
    isStruck: properties.struck ?? false,
    position: properties.position ?? "baseline",
  };
  addRun(draft, run, url);
  weigh(draft, text, properties);
}

const NO_HAN = /\P{Script=Han}+/gu;

function weigh(draft: ParagraphDraft, text: string, { bold, size, hanFace }: RunProperties): void {
  const count = text.replace(/\s/gu, "").length;
  draft.characters += count;
  if (bold === true) draft.boldCharacters += count;
  if (size !== undefined) draft.sizes.set(size, (draft.sizes.get(size) ?? 0) + count);
  const han = text.replace(NO_HAN, "").length;
  if (hanFace !== undefined && han > 0) draft.faces.set(hanFace, (draft.faces.get(hanFace) ?? 0) + han);
}

export function breakPage(draft: ParagraphDraft): void {
  if (draft.pieces.length > 0) addRun(draft, { kind: "break" }, undefined);
  draft.pageBreak = draft.pieces.length;
}

export const isEmptyDraft = ({ pieces, boxes }: ParagraphDraft): boolean =>
  pieces.length === 0 && boxes.length === 0;

/** Puts what stands in a later paragraph behind what an earlier one left that has no end of its own. */
export function joinDrafts(earlier: ParagraphDraft, later: ParagraphDraft): void {
  if (later.pageBreak !== undefined) earlier.pageBreak = later.pageBreak + earlier.pieces.length;
  for (const piece of later.pieces) earlier.pieces.push(piece);
  for (const block of later.boxes) earlier.boxes.push(block);
  earlier.characters += later.characters;
  earlier.boldCharacters += later.boldCharacters;
  for (const [size, count] of later.sizes) earlier.sizes.set(size, (earlier.sizes.get(size) ?? 0) + count);
  for (const [face, count] of later.faces) earlier.faces.set(face, (earlier.faces.get(face) ?? 0) + count);
}

export interface DraftFrame {
  readonly properties: ParagraphProperties;
  readonly number: ParagraphNumber | undefined;
  readonly styleName: string | undefined;
  /** of its mark, in pt: that of an empty paragraph */
  readonly markSize: number | undefined;
  readonly region: ManuscriptParagraph["region"];
  readonly startsPage: boolean;
}

export function finishDraft(draft: ParagraphDraft, frame: DraftFrame): ManuscriptParagraph {
  const { properties, number, styleName: style, region } = frame;
  const fontSize = mostOf(draft.sizes) ?? frame.markSize;
  const title = style === undefined ? undefined : styleLevel(style);
  const outline = properties.outlineLevel;
  return {
    kind: "paragraph",
    place: draft.place,
    runs: joinRuns(endsWithPageBreak(draft) ? draft.pieces.slice(0, -1) : draft.pieces),
    number,
    alignment: properties.alignment ?? "start",
    outlineLevel: title === 0 ? 0 : outline === 0 ? undefined : outline,
    style,
    fontSize,
    face: mostOf(draft.faces),
    isBold: draft.characters > 0 && draft.boldCharacters === draft.characters,
    firstLineIndent: firstLinePoints(properties.firstLine, fontSize),
    startsPage: frame.startsPage,
    region,
  };
}

/** The page is broken behind all of it: the next paragraph starts one. */
export const breaksPageBehind = ({ pageBreak, pieces }: ParagraphDraft): boolean =>
  pageBreak === pieces.length;

const endsWithPageBreak = (draft: ParagraphDraft): boolean =>
  breaksPageBehind(draft) && draft.pieces.at(-1)?.run.kind === "break";

function mostOf<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let most: T | undefined;
  let best = -1;
  for (const [value, count] of counts) {
    if (count > best) {
      most = value;
      best = count;
    }
  }
  return most;
}

function joinRuns(pieces: readonly Piece[]): readonly ManuscriptRun[] {
  const runs: ManuscriptRun[] = [];
  let group: Single[] = [];
  let url: string | undefined;
  const close = (): void => {
    if (group.length === 0) return;
    const joined = joinTexts(group);
    if (url === undefined) for (const run of joined) runs.push(run);
    else runs.push({ kind: "link", url, runs: joined });
    group = [];
  };
  for (const piece of pieces) {
    if (piece.url !== url) close();
    url = piece.url;
    group.push(piece.run);
  }
  close();
  return runs;
}

function joinTexts(group: readonly Single[]): Single[] {
  const joined: Single[] = [];
  for (const run of group) {
    const before = joined.at(-1);
    if (run.kind === "text" && before?.kind === "text" && looksLike(run, before)) {
      joined[joined.length - 1] = { ...before, text: before.text + run.text };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

const looksLike = (one: TextRun, other: TextRun): boolean =>
  one.isBold === other.isBold &&
  one.isItalic === other.isItalic &&
  one.isStruck === other.isStruck &&
  one.position === other.position;
