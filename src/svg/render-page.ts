/**
 * A page of the layout as SVG, in points, by what the layout says alone: the same page is the same bytes. Its glyphs
 * are uses of outlines (glyph-book.ts) that whoever shows it defines: once for all pages of the preview
 * (`defineGlyphs`), or within each file (render-page-file.ts). No styles, no scripts, no addresses but the pictures'.
 * @see SVG 2, 5.6 (use), 11 (text); WAI-ARIA 1.2
 */
import type { Layout, Page } from "../layout/layout.js";
import type { GlyphOutline } from "./glyph-book.js";
import { type PaintOptions, paintMarks } from "./paint-marks.js";
import { printAttributes, printNumber } from "./svg-text.js";
import { writeTextLayer } from "./write-text-layer.js";

export type Paper = Pick<Layout, "widthPt" | "heightPt" | "elements">;

export interface RenderOptions extends PaintOptions {
  /** by which a screen reader calls the page; 第3页 where it is not given */
  readonly name?: string;
  /** markup that comes first in the `svg` element; asked for when the page is painted, and its glyphs are known */
  readonly before?: () => string;
}

/** Of the group that holds the words of a page; the other group is what is seen. */
export const TEXT_LAYER_CLASS = "page-text";

/** Quotation marks are as wide as Han in the first of them that a system has, so that what is selected fits the glyphs. */
const FAMILIES = "SimSun,Songti SC,Noto Serif CJK SC,Source Han Serif SC,serif";

export function renderPage(
  page: Page,
  { widthPt, heightPt, elements }: Paper,
  options: RenderOptions,
): string {
  const size = [widthPt, heightPt].map((length) => printNumber(length));
  const root = {
    xmlns: "http://www.w3.org/2000/svg",
    width: `${size[0]}pt`,
    height: `${size[1]}pt`,
    viewBox: `0 0 ${size.join(" ")}`,
    lang: "zh-CN",
    role: "group",
    "aria-label": options.name ?? nameOfPage(page),
  };
  const white = `<rect${printAttributes({ width: widthPt, height: heightPt, fill: "#fff" })}/>`;
  const seen = `<g aria-hidden="true">${white}${paintMarks(page.marks, options)}</g>`;
  const layer = {
    class: TEXT_LAYER_CLASS,
    // Not a colour that is transparent, which not every program knows; and selected by the mouse all the same.
    fill: "none",
    "pointer-events": "all",
    "font-family": FAMILIES,
    "xml:space": "preserve",
  };
  const text = `<g${printAttributes(layer)}>${writeTextLayer(page.marks, elements)}</g>`;
  return `<svg${printAttributes(root)}>${options.before?.() ?? ""}${seen}${text}</svg>`;
}

export const nameOfPage = ({ number }: Page): string => `第${number}页`;

/** @returns definitions of outlines, to stand in an `svg` of the same document as the pages that use them */
export const defineGlyphs = (outlines: readonly GlyphOutline[]): string =>
  `<defs>${outlines.map(({ id, d }) => `<path${printAttributes({ id, d })}/>`).join("")}</defs>`;
