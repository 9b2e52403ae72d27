/** Pages and faces made for a case, and an SVG read back by an XML parser. */
import { SaxesParser } from "saxes";
import type { FaceMetrics, OutlineStep } from "../../src/fonts/face.js";
import type {
  GlyphRun,
  Mark,
  Owner,
  Page,
  StructureElement,
  StructureType,
} from "../../src/layout/layout.js";
import { inventedFace } from "../layout/invented-face.js";

export interface DrawnFace extends FaceMetrics {
  outline(glyph: number): readonly OutlineStep[];
}

/** Draws each glyph's ink as a box. */
export function drawnFace(name = "Invented"): DrawnFace {
  const face = inventedFace({ name });
  return {
    ...face,
    outline(glyph) {
      const ink = face.ink(glyph);
      if (ink === undefined) return [];
      const { left, right, top, bottom } = ink;
      return [
        { kind: "move", points: [left, bottom] },
        { kind: "line", points: [right, bottom] },
        { kind: "line", points: [right, top] },
        { kind: "line", points: [left, top] },
      ];
    },
  };
}

export const PAPER = { widthPt: 100, heightPt: 200 };

/** @param parents of the elements behind the document, by their types */
export function elementsOf(
  ...parents: readonly (readonly [type: StructureType, parent: number, more?: Partial<StructureElement>])[]
): readonly StructureElement[] {
  const document: StructureElement = { id: 0, type: "Document", parent: undefined, kids: [] };
  return [
    document,
    ...parents.map(([type, parent, more], index) => ({ id: index + 1, type, parent, kids: [], ...more })),
  ];
}

export const pageOf = (...marks: readonly Mark[]): Page => ({ number: 3, marks, destinations: [] });

/** A run set by the widths of its face, 10 pt. */
export function runOf(text: string, owner: Owner, more: Partial<GlyphRun> = {}): GlyphRun {
  const face = more.face ?? drawnFace();
  const texts = [...text];
  const ids = texts.map((character) => face.glyph(character.codePointAt(0) ?? 0));
  let pen = 0;
  const dx = ids.map((id) => {
    const at = pen;
    pen += face.advance(id) * 10;
    return at;
  });
  const glyphs = { ids, dx, texts };
  return {
    kind: "glyphs",
    owner,
    face,
    sizePt: 10,
    color: "#000000",
    x: 20,
    baseline: 50,
    glyphs,
    text,
    ...more,
  };
}

export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (ReadElement | string)[];
}

/** @throws where the text is not well-formed XML */
export function readXml(xml: string): ReadElement {
  interface Open extends ReadElement {
    readonly children: (ReadElement | string)[];
  }
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  const parser = new SaxesParser();
  parser.on("error", (fault) => {
    throw fault;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Open = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => open.at(-1)?.children.push(text));
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  const [element] = root.children.filter((child) => typeof child !== "string");
  if (element === undefined) throw new Error("no element");
  return element;
}

export const textOf = (element: ReadElement | string): string =>
  typeof element === "string" ? element : element.children.map(textOf).join("");

/** The element and all below it, in order. */
export const allIn = (element: ReadElement): readonly ReadElement[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === "string" ? [] : allIn(child))),
];

/** What holds the words of a page. */
export function textLayerOf(page: ReadElement): ReadElement {
  const layer = allIn(page).find(({ attributes }) => attributes.class === "page-text");
  if (layer === undefined) throw new Error("no layer of text");
  return layer;
}
