/**
 * What an edition that lays out its own pages takes of the composed ones: where items start, how titles and masthead
 * break, how large pictures are printed. A layout is all of that; cut to it, it is a few kilobytes of plain data.
 */
import type { GlyphRun, Layout, PictureMark } from "./layout.js";

export interface PageFacts extends Pick<Layout, "contents" | "contentsSetting" | "imprintRoomPt"> {
  readonly pages: readonly PageFact[];
}

interface PageFact {
  readonly marks: readonly (PrintedWords | PictureMark | { readonly kind: "rule" })[];
}

export type PrintedWords = Pick<GlyphRun, "kind" | "owner" | "baseline" | "text">;

/** The words of the first page alone: the masthead stands there. */
export function pageFactsOf({ pages, contents, contentsSetting, imprintRoomPt }: Layout): PageFacts {
  return {
    pages: pages.map(({ marks }, page) => ({
      marks: marks.flatMap((mark): PageFact["marks"] => {
        if (mark.kind === "picture") return [mark];
        if (mark.kind !== "glyphs" || page > 0) return [];
        const { kind, owner, baseline, text } = mark;
        return [{ kind, owner, baseline, text }];
      }),
    })),
    contents,
    ...(contentsSetting === undefined ? {} : { contentsSetting }),
    ...(imprintRoomPt === undefined ? {} : { imprintRoomPt }),
  };
}
