/** The marks of a page as they are seen: glyphs as uses of outlines, rules, pictures, dots of emphasis. */
import type { GlyphRun, Mark, PictureMark, RuleMark } from "../layout/layout.js";
import type { Orientation } from "../model/picture.js";
import type { GlyphBook } from "./glyph-book.js";
import { printAttributes, printNumber } from "./svg-text.js";

export interface PaintOptions {
  readonly book: GlyphBook;
  /** address of a picture, by its path among the assets */
  readonly hrefOf: (picturePath: string) => string;
  /** how what stands at that address has to be turned; left out, it is upright or whoever shows it sets it upright */
  readonly orientationOf?: (picturePath: string) => Orientation;
}

export const paintMarks = (marks: readonly Mark[], options: PaintOptions): string =>
  marks.map((mark) => paintMark(mark, options)).join("");

function paintMark(mark: Mark, options: PaintOptions): string {
  switch (mark.kind) {
    case "glyphs":
      return isWordless(mark) ? paintDots(mark) : paintRun(mark, options.book);
    case "rule":
      return paintRule(mark);
    case "picture":
      return paintPicture(mark, options);
  }
}

/** Dots of emphasis, which are drawn: a dot has no hinting to lose, and a reader of the page no character to meet. */
const isWordless = (run: GlyphRun): boolean => typeof run.owner === "string" && run.text === "";

/** What a shape is filled with where nothing else is said. */
const BLACK = "#000000";

const fillOf = (color: string): string | undefined => (color.toUpperCase() === BLACK ? undefined : color);

/** Half a thousandth of an em is at most 0.01 pt up to this size; larger type gets a digit more. */
const FINE_SIZE_PT = 20;

function paintRun(run: GlyphRun, book: GlyphBook): string {
  const { ids, dx } = run.glyphs;
  const places = run.sizePt > FINE_SIZE_PT ? 1 : 0;
  const perPoint = 1000 / run.sizePt;
  let uses = "";
  for (let index = 0; index < ids.length; index += 1) {
    const outline = book.idOf(run.face, ids[index] ?? 0);
    if (outline === undefined) continue;
    const x = printNumber((dx[index] ?? 0) * perPoint, places);
    uses += `<use href="#${outline}"${x === "0" ? "" : ` x="${x}"`}/>`;
  }
  if (uses === "") return "";
  const place = `translate(${printNumber(run.x)} ${printNumber(run.baseline)})`;
  const transform = `${place}scale(${printNumber(run.sizePt / 1000, 6)})`;
  return `<g${printAttributes({ fill: fillOf(run.color), transform })}>${uses}</g>`;
}

function paintDots(run: GlyphRun): string {
  const { x, baseline, sizePt, face } = run;
  const dots = run.glyphs.ids.map((id, index) => {
    const ink = face.ink(id);
    if (ink === undefined) return "";
    const ellipse = {
      cx: x + (run.glyphs.dx[index] ?? 0) + ((ink.left + ink.right) / 2) * sizePt,
      cy: baseline - ((ink.bottom + ink.top) / 2) * sizePt,
      rx: ((ink.right - ink.left) / 2) * sizePt,
      ry: ((ink.top - ink.bottom) / 2) * sizePt,
    };
    return `<ellipse${printAttributes({ ...ellipse, fill: fillOf(run.color) })}/>`;
  });
  return dots.join("");
}

function paintRule({ x, y, width, height, color }: RuleMark): string {
  return `<rect${printAttributes({ x, y, width, height, fill: fillOf(color) })}/>`;
}

/** Where the unit square of a stored picture goes so that it stands upright; y points down. */
const UPRIGHT: Readonly<Record<Orientation, string | undefined>> = {
  1: undefined,
  2: "-1 0 0 1 1 0",
  3: "-1 0 0 -1 1 1",
  4: "1 0 0 -1 0 1",
  5: "0 1 1 0 0 0",
  6: "0 1 -1 0 1 0",
  7: "0 -1 -1 0 1 1",
  8: "0 -1 1 0 0 1",
};

function paintPicture(mark: PictureMark, { hrefOf, orientationOf }: PaintOptions): string {
  const { path, x, y, width, height } = mark;
  const turn = UPRIGHT[orientationOf?.(path) ?? 1];
  const href = hrefOf(path);
  const preserveAspectRatio = "none";
  if (turn === undefined) {
    return `<image${printAttributes({ href, x, y, width, height, preserveAspectRatio })}/>`;
  }
  const box = [width, 0, 0, height, x, y].map((length) => printNumber(length)).join(" ");
  const transform = `matrix(${box})matrix(${turn})`;
  return `<image${printAttributes({ href, width: 1, height: 1, preserveAspectRatio, transform })}/>`;
}
