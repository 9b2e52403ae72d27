/** Where pieces of the files stand on the pages, as the page asks for it: lines and columns for places of a source. */
import type { Sources } from "../../diagnostics/diagnostic.js";
import { findPlaces } from "../../diagnostics/places.js";
import { findOnPages, type IssueSources, sourcePlaces } from "../../layout/source-places.js";
import type { Span } from "../../model/located.js";
import type { PageMark, PagePlace } from "../../preview/protocol.js";

/** Pages, and the texts that they were made of. */
export interface PlacedPages {
  readonly places: IssueSources | undefined;
  readonly sources: Sources;
}

export function describePlaces(page: number, { places, sources }: PlacedPages): readonly PagePlace[] {
  if (places === undefined) return [];
  const placeOf = findPlaces(sources);
  return sourcePlaces(places, page, sources).map(({ x, y, width, height, span }) => {
    const { line, column } = placeOf(span).start;
    return { ...rounded({ x, y, width, height }), path: span.path, line, column };
  });
}

/** More of one finding than anybody looks at. */
const MOST_MARKS = 50;

/** @returns nothing for a file that has changed since the pages were made: its places are no longer those */
export function marksIn({ places, sources }: PlacedPages, now: Sources): (span: Span) => readonly PageMark[] {
  return (span) =>
    places === undefined || sources.get(span.path) !== now.get(span.path)
      ? []
      : findOnPages(places, span)
          .slice(0, MOST_MARKS)
          .map(({ page, ...box }) => ({ page, ...rounded(box) }));
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** To a hundredth of a point: an eighth of what a screen of print resolution shows. */
const rounded = ({ x, y, width, height }: Box): Box => ({
  x: hundredths(x),
  y: hundredths(y),
  width: hundredths(width),
  height: hundredths(height),
});

const hundredths = (length: number): number => Math.round(length * 100) / 100;
