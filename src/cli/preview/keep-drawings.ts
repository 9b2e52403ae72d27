/**
 * The pages as the browser draws them, by what they show: a page that did not change is the same one after a build. Of
 * pages and pictures those of this build and of the one before are kept, for a browser that still asks for them.
 */
import { createHash } from "node:crypto";
import type { Layout } from "../../layout/layout.js";
import type { Assets } from "../../model/issue.js";
import type { GlyphOutline, PageState } from "../../preview/protocol.js";
import { glyphBook } from "../../svg/glyph-book.js";
import { type PictureFile, pictureFile } from "../../svg/picture-file.js";
import { renderPage } from "../../svg/render-page.js";

export interface Drawings {
  readonly update: (drawn: Drawn) => readonly PageState[];
  /** @returns undefined for a page that is no longer there */
  readonly page: (id: string) => string | undefined;
  readonly picture: (id: string) => PictureFile | undefined;
  /** grows at its end alone */
  readonly glyphs: readonly GlyphOutline[];
}

export interface Drawn {
  readonly layout: Layout;
  readonly assets: Assets;
  /** what a screen reader calls a page */
  readonly nameOf: (page: number) => string;
}

export const PICTURE_PATH = "/api/pictures/";

/** Enough that two pages of a run never share it. */
const ID_LENGTH = 20;

export function keepDrawings(): Drawings {
  const book = glyphBook();
  let [pages, pagesBefore]: ReadonlyMap<string, string>[] = [new Map(), new Map()];
  let [pictures, picturesBefore]: ReadonlyMap<string, PictureFile>[] = [new Map(), new Map()];
  const pageOf = (id: string) => pages?.get(id) ?? pagesBefore?.get(id);
  return {
    glyphs: book.outlines,
    page: pageOf,
    picture: (id) => pictures?.get(id) ?? picturesBefore?.get(id),
    update({ layout, assets, nameOf }) {
      const files = new Map([...assets].map(([path, picture]) => [path, pictureFile(picture)]));
      const ids = new Map([...files].map(([path, { bytes }]) => [path, idOf(bytes)]));
      const hrefOf = (path: string) => `${PICTURE_PATH}${ids.get(path) ?? ""}`;
      const orientationOf = (path: string) => files.get(path)?.orientation ?? 1;
      const fresh = new Map<string, string>();
      const states = layout.pages.map((page): PageState => {
        const svg = renderPage(page, layout, { book, hrefOf, orientationOf, name: nameOf(page.number) });
        const id = idOf(svg);
        // The text of before, so that a page is in memory once.
        fresh.set(id, pageOf(id) ?? svg);
        return { number: page.number, id, widthPt: layout.widthPt, heightPt: layout.heightPt };
      });
      const shown = new Map([...files].map(([path, picture]) => [ids.get(path) ?? "", picture]));
      [pages, pagesBefore] = [fresh, pages];
      [pictures, picturesBefore] = [shown, pictures];
      return states;
    },
  };
}

const idOf = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("base64url").slice(0, ID_LENGTH);
