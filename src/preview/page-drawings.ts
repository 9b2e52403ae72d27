/**
 * Pages as drawings, fetched once an id (the same id is the same page for ever), and the outlines of glyphs that
 * all of them share, kept in one `<defs>` of the document. What the server sends is parsed as XML and put in as
 * nodes: nothing of it runs.
 */
import { askGlyphs, askPage } from "./server.js";

export interface PageDrawings {
  /** A drawing of its own for each caller; its glyphs are there. */
  readonly draw: (id: string) => Promise<SVGSVGElement>;
  /** @param count how many outlines the server knows */
  readonly expectGlyphs: (count: number) => void;
  /** After a new connection: the server may have begun anew, with its glyphs in another order. */
  readonly askAgain: () => void;
}

const SVG = "http://www.w3.org/2000/svg";

/** Drawings kept as text; about a screen of thumbnails and the pages around. */
const MOST_KEPT = 80;

export function keepDrawings(defs: SVGDefsElement): PageDrawings {
  const texts = new Map<string, Promise<string>>();
  const known = new Set<string>();
  let asked = 0;
  let glyphs: Promise<void> = Promise.resolve();

  const take = async (from: number) => {
    const fresh = document.createDocumentFragment();
    for (const { id, d } of await askGlyphs(from)) {
      if (known.has(id)) continue;
      known.add(id);
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("id", id);
      path.setAttribute("d", d);
      fresh.append(path);
    }
    defs.append(fresh);
  };

  const textOf = (id: string): Promise<string> => {
    const kept = texts.get(id);
    const text = kept ?? askPage(id);
    // The one used last stands last; the first goes.
    texts.delete(id);
    texts.set(id, text);
    text.catch(() => texts.delete(id));
    const oldest = texts.keys().next().value;
    if (texts.size > MOST_KEPT && oldest !== undefined) texts.delete(oldest);
    return text;
  };

  return {
    draw: async (id) => {
      const [text] = await Promise.all([textOf(id), glyphs]);
      return parseDrawing(text);
    },
    expectGlyphs: (count) => {
      if (count === asked) return;
      const from = count < asked ? 0 : asked;
      asked = count;
      glyphs = glyphs
        .then(() => take(from))
        .catch(() => {
          asked = 0;
        });
    },
    askAgain: () => {
      asked = 0;
      texts.clear();
    },
  };
}

function parseDrawing(text: string): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
  const drawing = document.importNode(documentElement, true);
  if (!(drawing instanceof SVGSVGElement)) throw new Error("the page is no drawing");
  drawing.removeAttribute("width");
  drawing.removeAttribute("height");
  return drawing;
}
