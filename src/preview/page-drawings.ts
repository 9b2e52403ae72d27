/**
 * Pages as drawings, fetched once an id (the same id is the same page for ever), and the outlines of glyphs that
 * all of them share, kept in one `<defs>` of the document. What the server sends is parsed as XML and put in as
 * nodes: nothing of it runs.
 */
import { askGlyphs, askPage } from "./server.js";

export interface PageDrawings {
  /**
   * A drawing of its own for each caller; its glyphs are there. What does not come (the machine slept, the program was
   * stopped) is asked for again, by itself and at once after a new connection.
   * @returns undefined where it is wanted no more
   */
  readonly draw: (id: string, isWanted: () => boolean) => Promise<SVGSVGElement | undefined>;
  /** @param count how many outlines the server knows */
  readonly expectGlyphs: (count: number) => void;
  /** After a new connection: the server may have begun anew, with its glyphs in another order. */
  readonly askAgain: () => void;
}

const SVG = "http://www.w3.org/2000/svg";

/** Until a drawing that did not come is asked for again; each time twice as long. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/** Drawings kept as text; about a screen of thumbnails and the pages around. */
const MOST_KEPT = 80;

export function keepDrawings(defs: SVGDefsElement): PageDrawings {
  const texts = new Map<string, Promise<string>>();
  const known = new Set<string>();
  /** glyphs that the server has said it knows, and of them those that were asked for */
  let expected = 0;
  let asked = 0;
  let glyphs: Promise<void> = Promise.resolve();
  let wake: () => void = () => undefined;
  let woken: Promise<void>;
  const sleep = () => {
    woken = new Promise((settle) => {
      wake = settle;
    });
  };
  sleep();

  const take = async (from: number) => {
    const fresh = document.createDocumentFragment();
    const outlines = await askGlyphs(from);
    // All of them anew are those of another server perhaps, which gives the same ids to other glyphs.
    if (from === 0) {
      known.clear();
      defs.replaceChildren();
    }
    for (const { id, d } of outlines) {
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

  const bringGlyphs = (): Promise<void> => {
    glyphs = glyphs
      .catch(() => undefined)
      .then(async () => {
        if (asked === expected) return;
        const from = expected < asked ? 0 : asked;
        asked = expected;
        await take(from).catch((fault: unknown) => {
          asked = 0;
          throw fault;
        });
      });
    return glyphs;
  };

  return {
    draw: async (id, isWanted) => {
      for (let wait = FIRST_WAIT_MS; isWanted(); wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
        try {
          const [text] = await Promise.all([textOf(id), bringGlyphs()]);
          return parseDrawing(text);
        } catch {
          await Promise.race([woken, new Promise((settle) => setTimeout(settle, wait))]);
        }
      }
      return undefined;
    },
    expectGlyphs: (count) => {
      expected = count;
      bringGlyphs().catch(() => undefined);
    },
    askAgain: () => {
      asked = 0;
      texts.clear();
      wake();
      sleep();
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
