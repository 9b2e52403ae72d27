/**
 * The end of an issue that is too short: contact line and imprint on a page with hardly a line of text. It is
 * mended by beginning the last page earlier, with text of the page before.
 */
import type { PageGeometry } from "../../model/page-geometry.js";
import type { Strip } from "../blocks/strip.js";
import type { FilledPage, FilledPages } from "./filling.js";

/** Fewest lines of text beside the contact line and the imprint on a last page. */
export const LEAST_LAST_LINES = 2;

/** Height of a page's own text and pictures: without contact line, heads shown again, notes and imprint. */
export function textHeight({ strips }: FilledPage): number {
  return strips.reduce((sum, { strip, repeated }) => (repeated ? sum : sum + ownHeight(strip)), 0);
}

const ownHeight = ({ closes, height, parts }: Strip): number =>
  closes !== true && parts.some(({ kind }) => kind === "line" || kind === "picture") ? height : 0;

/** True where contact line or imprint stand on a last page with hardly a line of text. */
export function hasShortEnd({ pages }: FilledPages, { pitch }: PageGeometry): boolean {
  const last = pages.at(-1);
  if (pages.length < 2 || last === undefined) return false;
  const isClosed = last.imprint.length > 0 || last.strips.some(({ strip }) => strip.closes === true);
  return isClosed && textHeight(last) < LEAST_LAST_LINES * pitch - 1e-4;
}

/** An issue in pieces that stay together, one of which begins the last page. */
export interface ShortEndMended {
  readonly chunks: readonly (readonly Strip[])[];
  /** index of the chunk that begins it */
  readonly start: number;
}

/**
 * The last page takes lines over from the one before, so that contact line and imprint do not stand
 * there alone.
 * @returns undefined where the page before would be left with nothing, or with the masthead alone
 */
export function startOfLastPage(
  chunks: readonly (readonly Strip[])[],
  { pages }: FilledPages,
  { pitch }: PageGeometry,
): ShortEndMended | undefined {
  const starts = new Set(pages.map(({ strips }) => strips.find(({ repeated }) => !repeated)?.strip));
  const firstText = chunks.findIndex((chunk) => chunk.some(({ entry }) => entry !== undefined));
  let height = 0;
  for (let index = chunks.length - 1; index > Math.max(0, firstText); index -= 1) {
    for (const strip of chunks[index] ?? []) height += ownHeight(strip);
    if (height < LEAST_LAST_LINES * pitch - 1e-4) continue;
    return starts.has(chunks[index]?.[0]) ? undefined : { chunks, start: index };
  }
  return undefined;
}

/**
 * Where nothing but the end of a paragraph that is kept together could be taken over, its last line is, though no line
 * should begin a page alone: an imprint on an empty page is worse. Two lines of the paragraph stay where they are.
 * @returns undefined where text stands on the last page, or no paragraph can be parted so
 */
export function partedForLastPage(
  chunks: readonly (readonly Strip[])[],
  { pages }: FilledPages,
): ShortEndMended | undefined {
  const last = pages.at(-1);
  if (last === undefined || textHeight(last) > 0) return undefined;
  const index = chunks.findLastIndex((chunk) => chunk.some((strip) => ownHeight(strip) > 0));
  const chunk = chunks[index] ?? [];
  const at = chunk.findLastIndex((strip) => ownHeight(strip) > 0);
  const [before, line] = chunk.slice(Math.max(0, at - 1), at + 1);
  if (at < 2 || before === undefined || line === undefined) return undefined;
  if (!isFurtherLine(before) || !isFurtherLine(line)) return undefined;
  const parted = [chunk.slice(0, at), chunk.slice(at)];
  return { chunks: [...chunks.slice(0, index), ...parted, ...chunks.slice(index + 1)], start: index + 1 };
}

/** A line of a paragraph, its first excepted. */
const isFurtherLine = ({ startsBlock, before, heads, figure, head, parts }: Strip): boolean =>
  startsBlock !== true &&
  before === 0 &&
  heads !== true &&
  figure === undefined &&
  head === undefined &&
  parts.every(({ kind }) => kind !== "rule");
