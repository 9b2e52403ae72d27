/**
 * Layouts made by hand, without the composer: text is set glyph by glyph at its own width, with the
 * gaps that a test asks for.
 */
import type { Face, GlyphId } from "../../src/fonts/face.js";
import type { GlyphRun, Layout, Mark, Owner, Page, StructureElement } from "../../src/layout/layout.js";

export const WIDTH = 595.28;
export const HEIGHT = 841.89;

export interface RunOptions {
  readonly owner: Owner;
  readonly face: Face;
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly sizePt?: number;
  readonly color?: string;
  /** extra space in em behind the character at this index of `text` */
  readonly gaps?: Readonly<Record<number, number>>;
}

/** One line of text; characters come one glyph each. */
export function run({
  owner,
  face,
  text,
  x,
  baseline,
  sizePt = 16,
  color = "#000000",
  gaps = {},
}: RunOptions): GlyphRun {
  const ids: GlyphId[] = [];
  const places: number[] = [];
  const texts = [...text];
  let dx = 0;
  for (const [index, character] of texts.entries()) {
    const id = face.glyph(character.codePointAt(0) ?? 0);
    ids.push(id);
    places.push(dx);
    dx += (face.advance(id) + (gaps[index] ?? 0)) * sizePt;
  }
  return {
    kind: "glyphs",
    owner,
    face,
    sizePt,
    color,
    x,
    baseline,
    glyphs: { ids, dx: places, texts },
    text,
  };
}

export const widthOfRun = ({ face, sizePt, glyphs }: GlyphRun): number => {
  const last = glyphs.ids.at(-1);
  return last === undefined ? 0 : (glyphs.dx.at(-1) ?? 0) + face.advance(last) * sizePt;
};

export const page = (
  number: number,
  marks: readonly Mark[],
  destinations: Page["destinations"] = [],
): Page => ({
  number,
  marks,
  destinations,
});

export function layoutOf(
  pages: readonly Page[],
  elements: readonly StructureElement[],
  rest: Partial<Layout> = {},
): Layout {
  return { widthPt: WIDTH, heightPt: HEIGHT, pages, elements, outline: [], contents: [], ...rest };
}

/** A document of paragraphs, each a line or several: element i + 1 owns the marks of paragraph i. */
export function paragraphs(pagesOfMarks: readonly (readonly Mark[])[]): Layout {
  const owners = new Map<number, { page: number; from: number; to: number }[]>();
  pagesOfMarks.forEach((marks, index) => {
    marks.forEach((mark, place) => {
      if (typeof mark.owner === "string") return;
      const places = owners.get(mark.owner) ?? [];
      places.push({ page: index + 1, from: place, to: place + 1 });
      owners.set(mark.owner, places);
    });
  });
  const ids = [...owners.keys()].toSorted((a, b) => a - b);
  const document: StructureElement = {
    id: 0,
    type: "Document",
    parent: undefined,
    kids: ids.map((id) => ({ kind: "element", id })),
  };
  const elements = ids.map(
    (id): StructureElement => ({
      id,
      type: "P",
      parent: 0,
      kids: (owners.get(id) ?? []).map((place) => ({ kind: "marks", ...place })),
    }),
  );
  return layoutOf(
    pagesOfMarks.map((marks, index) => page(index + 1, marks)),
    [document, ...elements],
  );
}
