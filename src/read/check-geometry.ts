/** What can be said of a template only once it is whole: that its margins leave room for text. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";
import type { Template } from "../model/template.js";
import { pointsFromMm } from "../model/units.js";
import type { TemplateValue } from "./template-fields.js";

/** The narrowest line that text can be set in; the least that `grid.characters-per-line` may say. */
const LEAST_CHARACTERS = 4;

/**
 * @param record the template's values; where a look lies over them, its own too
 * @param under the file of the template that a look lies over, which is sound: a fault is put down to the look
 */
export function checkGeometry(
  { page, grid, roles }: Geometry,
  record: TemplateValue,
  under?: string,
): readonly Diagnostic[] {
  const width = page.widthMm - page.marginLeftMm - page.marginRightMm;
  const height = page.heightMm - page.marginTopMm - page.marginBottomMm;
  const isWide = pointsFromMm(width) >= LEAST_CHARACTERS * roles.body.sizePt;
  const isHigh = pointsFromMm(height) >= Math.max(grid.pitchPt, roles.body.sizePt);
  const placeOf = (...keys: readonly PageKey[]): Span => {
    const spans = keys.flatMap((key) => record.values.page?.values[key]?.span ?? []);
    return spans.find(({ path }) => path !== under) ?? record.span;
  };
  return [
    ...(isWide ? [] : [noRoom(placeOf("width-mm", "margin-left-mm", "margin-right-mm"), "width", width)]),
    ...(isHigh ? [] : [noRoom(placeOf("height-mm", "margin-top-mm", "margin-bottom-mm"), "height", height)]),
  ];
}

type PageKey = keyof NonNullable<TemplateValue["values"]["page"]>["values"];
type Geometry = Pick<Template, "page" | "grid" | "roles">;

const SIDES = {
  width: {
    zh: ["宽", `放不下 ${LEAST_CHARACTERS} 个字`],
    en: ["width", `not enough for ${LEAST_CHARACTERS} characters`],
  },
  height: { zh: ["高", "放不下一行字"], en: ["height", "not enough for one line"] },
} as const;

function noRoom(span: Span, side: keyof typeof SIDES, leftMm: number): Diagnostic {
  const { zh, en } = SIDES[side];
  const left = Math.round(leftMm * 10) / 10;
  return {
    rule: "manifest/invalid-value",
    severity: "error",
    span,
    message: {
      zh: `除去页边，版心的${zh[0]}只剩 ${left} 毫米，${zh[1]}。`,
      en: `The margins leave ${left} mm of the page's ${en[0]} for text, ${en[1]}.`,
    },
    help: { zh: "请加大纸面，或缩小页边。", en: "Make the page larger or its margins smaller." },
  };
}
