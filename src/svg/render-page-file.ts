/** A page as an SVG file of its own, with the outlines that it uses and its pictures in it: it needs nothing beside it. */
import type { Page } from "../layout/layout.js";
import type { Assets } from "../model/issue.js";
import { glyphBook } from "./glyph-book.js";
import { dataAddress, type PictureFile, pictureFile } from "./picture-file.js";
import { defineGlyphs, nameOfPage, type Paper, renderPage } from "./render-page.js";
import { escapeText } from "./svg-text.js";

export interface PageFileOptions {
  /** the pictures of the issue */
  readonly assets: Assets;
  /** what the file is about; its page is named behind it */
  readonly title: string;
}

export function renderPageFile(page: Page, paper: Paper, { assets, title }: PageFileOptions): string {
  const book = glyphBook();
  const files = new Map<string, PictureFile>();
  const fileOf = (path: string): PictureFile => {
    const picture = assets.get(path);
    if (picture === undefined) throw new Error(`The layout shows ${path}, which is not among the pictures`);
    const file = files.get(path) ?? pictureFile(picture);
    files.set(path, file);
    return file;
  };
  const options = {
    book,
    hrefOf: (path: string) => dataAddress(fileOf(path)),
    orientationOf: (path: string) => fileOf(path).orientation,
    before: () =>
      `<title>${escapeText(`${title} ${nameOfPage(page)}`)}</title>${defineGlyphs(book.outlines)}`,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderPage(page, paper, options)}\n`;
}
