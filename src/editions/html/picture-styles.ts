/**
 * The rules of the style sheet that say how large pictures are: those of the template's limits, and one for each width
 * and each row that the issue has. They are put before the template's own sheet, which can say otherwise.
 */
import { aspectOf, rowSizes } from "../../model/picture-size.js";
import type { Template } from "../../model/template.js";
import type { Figure, PictureWidth } from "../../model/text.js";
import type { HtmlContext } from "./html-context.js";

/** Line of the text in em, about: TYPOGRAPHY, HTML edition */
const LINE_EM = 1.83;
/** A row fills the measure where that is so wide; where it is less than half, pictures go below each other. */
const ROW_EM = 24;
const GAP = "0.5em";

/** @returns rules for the pictures that were rendered so far */
export function pictureRules({ pictures }: Template, rules: ReadonlyMap<string, string>): string {
  const highest = number(pictures.maxLines * LINE_EM);
  return [
    `figure > img { inline-size: auto; max-block-size: ${highest}em; }`,
    `.pictures { display: flex; flex-wrap: wrap; justify-content: center; align-items: flex-end; gap: ${GAP}; }`,
    ".pictures > figure { min-inline-size: 0; margin: 0; align-self: stretch; }",
    ".pictures > figure > img { inline-size: 100%; max-block-size: none; }",
    ...[...rules].map(([name, rule]) => `.${name}${rule}`),
  ].join("\n");
}

/** The width of a picture that stands alone. */
export function widthClass({ unit, value }: PictureWidth, { pictureStyles }: HtmlContext): string {
  const suffix = unit === "percent" ? "%" : "mm";
  const name = `width-${named(value)}${unit === "percent" ? "" : "mm"}`;
  pictureStyles.set(name, ` > img { inline-size: min(100%, ${value}${suffix}); max-block-size: none; }`);
  return name;
}

/** A row is no wider than lets its pictures be as high as one may be. */
export function rowClass(figures: readonly Figure[], { pictureStyles, template }: HtmlContext): string {
  const isAsked = figures.some(({ width }) => width !== undefined);
  const aspects = figures.reduce((sum, figure) => sum + aspectOf(figure), 0);
  const widest = number(template.pictures.maxLines * LINE_EM * aspects + 0.5 * (figures.length - 1));
  const name = isAsked ? "row-asked" : `row-${named(widest)}`;
  pictureStyles.set(
    name,
    isAsked ? " { margin-inline: 0; }" : ` { max-inline-size: ${widest}em; margin-inline: auto; }`,
  );
  return name;
}

interface InRow {
  readonly figures: readonly Figure[];
  readonly aspect: number;
}

/** A picture grows and shrinks by its share of the row, so that all stay as high as each other. */
export function shareClass(
  figure: Figure,
  { figures }: InRow,
  { pictureStyles, template }: HtmlContext,
): string {
  const room = { measure: ROW_EM, pitch: Number.MAX_SAFE_INTEGER, gap: 0, style: template.pictures };
  const basis = number(rowSizes(figures, room)[figures.indexOf(figure)]?.width ?? ROW_EM);
  const isAsked = figures.every(({ width }) => width !== undefined);
  const name = `share-${named(basis)}${isAsked ? "-kept" : ""}`;
  const grow = isAsked ? 0 : basis;
  pictureStyles.set(
    name,
    ` { flex: ${grow} 1 ${isAsked ? `${number((basis / ROW_EM) * 97)}%` : `${basis}em`}; }`,
  );
  return name;
}

const number = (value: number): number => Math.round(value * 100) / 100;

/** A number as part of a class's name. */
const named = (value: number): string => String(number(value)).replace(".", "-");
