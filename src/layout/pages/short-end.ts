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

/**
 * The last page takes lines over from the one before, so that contact line and imprint do not stand
 * there alone.
 * @returns the chunk that begins it; undefined where the page before would be left with nothing
 */
export function startOfLastPage(
  chunks: readonly (readonly Strip[])[],
  { pages }: FilledPages,
  { pitch }: PageGeometry,
): number | undefined {
  const starts = new Set(pages.map(({ strips }) => strips.find(({ repeated }) => !repeated)?.strip));
  let height = 0;
  for (let index = chunks.length - 1; index > 0; index -= 1) {
    for (const strip of chunks[index] ?? []) height += ownHeight(strip);
    if (height < LEAST_LAST_LINES * pitch - 1e-4) continue;
    return starts.has(chunks[index]?.[0]) ? undefined : index;
  }
  return undefined;
}
