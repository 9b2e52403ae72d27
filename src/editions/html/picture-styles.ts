/**
 * The rules of the style sheet that say how large pictures are: those of the template's limits, and one for each width
 * and each row that the issue has. They are put before the template's own sheet, which can say otherwise.
 */
import { pageGeometry } from "../../model/page-geometry.js";
import { aspectOf, rowSizes } from "../../model/picture-size.js";
import type { Figure, PictureWidth } from "../../model/text.js";
import type { HtmlContext } from "./html-context.js";

/** Line of the text in em, about: TYPOGRAPHY, HTML edition */
const LINE_EM = 1.83;
/** A row fills the measure where that is so wide; where it is less than half, pictures go below each other. */
const ROW_EM = 24;
const GAP = "0.5em";

/** @returns rules for the pictures that were rendered so far, each on a line; nothing where there are none */
export function pictureRules({ template, pictures, pictureStyles }: HtmlContext): string {
  if (pictures.length === 0) return "";
  const highest = number(template.pictures.maxLines * LINE_EM);
  return [
    `figure > img { inline-size: auto; max-block-size: ${highest}em; }`,
    `.pictures { display: flex; flex-wrap: wrap; justify-content: center; align-items: flex-end; gap: ${GAP}; }`,
    ".pictures > figure { min-inline-size: 0; margin: 0; align-self: stretch; }",
    ".pictures > figure > img { inline-size: 100%; max-block-size: none; }",
    ...[...pictureStyles].map(([name, rule]) => `.${name}${rule}`),
    "",
  ].join("\n");
}

/** The width of a picture that stands alone. */
export function widthClass({ unit, value }: PictureWidth, { pictureStyles }: HtmlContext): string {
  const suffix = unit === "percent" ? "%" : "mm";
  const name = `width-${named(value)}${unit === "percent" ? "" : "mm"}`;
  pictureStyles.set(name, ` > img { inline-size: min(100%, ${value}${suffix}); max-block-size: none; }`);
  return name;
}

/**
 * A row is no wider than lets its pictures be as high as one may be, or as those are whose width is given; where all
 * have one, each is as wide as it says.
 */
export function rowClass(figures: readonly Figure[], context: HtmlContext): string {
  const { pictureStyles, template } = context;
  const asked = figures.filter(({ width }) => width !== undefined).length;
  if (asked === figures.length) {
    pictureStyles.set("row-asked", " { margin-inline: 0; }");
    return "row-asked";
  }
  const aspects = figures.reduce((sum, figure) => sum + aspectOf(figure), 0);
  const widest = number(template.pictures.maxLines * LINE_EM * aspects + 0.5 * (figures.length - 1));
  const share = number(Math.min(100, 100 * sharesOf(figures, context).reduce((sum, one) => sum + one, 0)));
  const size = asked === 0 ? `${widest}em` : `${share}%`;
  const name = asked === 0 ? `row-${named(widest)}` : `row-${named(share)}-share`;
  pictureStyles.set(name, ` { max-inline-size: ${size}; margin-inline: auto; }`);
  return name;
}

/**
 * A picture grows and shrinks by its share of the row, so that all stay as high as each other. One that is left over for
 * a line of its own on a narrow screen grows no higher than a picture may be.
 */
export function shareClass(figures: readonly Figure[], index: number, context: HtmlContext): string {
  const { pictureStyles, template } = context;
  const share = sharesOf(figures, context)[index] ?? 1;
  const basis = number(share * ROW_EM);
  if (figures.every(({ width }) => width !== undefined)) {
    const name = `share-${named(basis)}-kept`;
    pictureStyles.set(name, ` { flex: 0 1 ${number(share * KEPT_PERCENT)}%; }`);
    return name;
  }
  const figure = figures[index];
  const most = number(template.pictures.maxLines * LINE_EM * (figure === undefined ? 1 : aspectOf(figure)));
  const name = `share-${named(basis)}-of-${named(most)}`;
  pictureStyles.set(name, ` { flex: ${basis} 1 ${basis}em; max-inline-size: max(${basis}em, ${most}em); }`);
  return name;
}

/** What the gaps leave of a row, about. */
const KEPT_PERCENT = 97;

/** @returns of the column's width that each takes on paper, without the gaps, as high as they like */
function sharesOf(figures: readonly Figure[], { template }: HtmlContext): readonly number[] {
  const measure = pageGeometry(template).width;
  const room = { measure, pitch: Number.MAX_SAFE_INTEGER, gap: 0, style: template.pictures };
  return rowSizes(figures, room).map(({ width }) => width / measure);
}

const number = (value: number): number => Math.round(value * 100) / 100;

/** A number as part of a class's name. */
const named = (value: number): string => String(number(value)).replace(".", "-");
