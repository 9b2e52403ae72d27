/**
 * Lines of known paragraphs in a finished PDF, by the places of its glyphs as MuPDF sees them: the same
 * way for every program. Places are in points from the left edge of the type area.
 */
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const MM = 72 / 25.4;
const LEFT = 28 * MM;
const TOP = 37 * MM;
const BOTTOM = (297 - 35) * MM;
/** Characters of one line stand this near to one base line, in points; small figures are raised. */
const SAME_LINE = 8;

/** @returns for each paragraph its lines of glyphs, or undefined where it was not found; and MuPDF's text */
export function readGlyphs(file, paragraphs, bench) {
  const require = createRequire(join(resolve(bench), "package.json"));
  return import(require.resolve("mupdf")).then((mupdf) => {
    const glyphs = glyphsOf(mupdf, file);
    return paragraphs.map(lineFinder(glyphs));
  });
}

/** @returns MuPDF's plain text of all pages */
export async function readPlainText(file, bench) {
  const require = createRequire(join(resolve(bench), "package.json"));
  const mupdf = await import(require.resolve("mupdf"));
  const pages = pagesOf(mupdf, file).map((page) => page.toStructuredText("preserve-whitespace").asText());
  return pages.join("\n");
}

function pagesOf({ PDFDocument }, file) {
  const document = PDFDocument.openDocument(file);
  return Array.from({ length: document.countPages() }, (_, page) => document.loadPage(page));
}

/** Seen glyphs inside the type area, in the order of the file. */
function glyphsOf(mupdf, file) {
  const glyphs = [];
  pagesOf(mupdf, file).forEach((page, number) => {
    page.toStructuredText("preserve-whitespace,preserve-ligatures").walk({
      onChar(text, [x, y], _font, size) {
        if (text.trim() === "" || y < TOP || y > BOTTOM) return;
        glyphs.push({ text, page: number, x: x - LEFT, y, size });
      },
    });
  });
  return glyphs;
}

function lineFinder(glyphs) {
  const places = [];
  let all = "";
  glyphs.forEach(({ text }, index) => {
    for (let unit = 0; unit < text.length; unit += 1) places.push(index);
    all += text;
  });
  let cursor = 0;
  return ({ text }) => {
    const bare = text.replace(/\s/gu, "");
    const found = all.indexOf(bare, cursor);
    if (found < 0) return undefined;
    cursor = found + bare.length;
    const own = glyphs.slice(places[found], (places[cursor - 1] ?? 0) + 1);
    return linesOf(own, text);
  };
}

/** Adds to each glyph the unit of the text that it shows, and parts them by their base lines. */
function linesOf(glyphs, text) {
  const lines = [];
  let at = 0;
  for (const glyph of glyphs) {
    while (text.charAt(at).trim() === "") at += 1;
    const line = lines.at(-1);
    const last = line?.at(-1);
    const isSame = last !== undefined && last.page === glyph.page && Math.abs(last.y - glyph.y) < SAME_LINE;
    const placed = { ...glyph, at, end: at + glyph.text.length };
    if (isSame) line.push(placed);
    else lines.push([placed]);
    at += glyph.text.length;
  }
  return lines;
}
