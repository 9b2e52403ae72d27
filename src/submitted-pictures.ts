/**
 * Where the pictures of a manuscript stand: a picture is no character of its text (intake/manuscript-text.ts), so that a
 * finding about it would be placed at whatever words come before it.
 */
import type { DraftItem } from "./intake/draft/draft-item.js";
import type { Manuscript, ManuscriptRun } from "./intake/manuscript.js";
import { paragraphsOf } from "./intake/manuscript-text.js";

/** @returns number of the paragraph in which each picture stands, by its key */
export function picturePlaces({ blocks, notes }: Manuscript): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const look = (runs: readonly ManuscriptRun[], place: number): void => {
    for (const run of runs) {
      if (run.kind === "picture" && !places.has(run.picture)) places.set(run.picture, place);
      if (run.kind === "link") look(run.runs, place);
    }
  };
  for (const { runs, place } of paragraphsOf([...blocks, ...[...notes.values()].flat()])) look(runs, place);
  return places;
}

export interface PictureCall {
  /** offsets in the draft's Markdown, of the paragraph that is the figure */
  readonly start: number;
  readonly end: number;
  /** of the paragraph in the manuscript */
  readonly place: number;
}

/**
 * @param paths of the pictures as the draft's text calls them, in the order of `draft.pictures`
 * @returns the calls of those that stand in the manuscript's text; a photo that came beside it stands nowhere
 */
export function pictureCalls(
  draft: DraftItem,
  {
    text,
    paths,
    places,
  }: {
    readonly text: string;
    readonly paths: readonly string[];
    readonly places: ReadonlyMap<string, number>;
  },
): readonly PictureCall[] {
  return draft.pictures.flatMap(({ key }, index) => {
    const place = places.get(key);
    const at = text.indexOf(`](${paths[index]}`);
    if (place === undefined || at < 0) return [];
    const start = text.lastIndexOf("\n", at) + 1;
    const end = text.indexOf("\n", at);
    return [{ start, end: end < 0 ? text.length : end, place }];
  });
}
