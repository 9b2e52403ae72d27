/** Values of template.yaml to the template of the model: kebab-case keys to names, points to the office program's units. */
import type { Located } from "../model/located.js";
import type { RoleName, Template, TypeRole } from "../model/template.js";
import { halfPointsFromPoints, twipsFromPoints } from "../model/units.js";
import type { RoleValue, TemplateValue } from "./template-fields.js";

/** @returns undefined where a value is missing; reading has said which */
export function buildTemplate(
  { values }: TemplateValue,
  { name, styleSheet }: { readonly name: string; readonly styleSheet: string },
): Template | undefined {
  const page = completeMap(values.page?.values);
  const grid = completeMap(values.grid?.values);
  const roles = rolesOf(values.roles?.values);
  const colors = completeMap(values.colors?.values);
  const rhythm = values.rhythm && completeMap({ ...values.rhythm.values, "title-heights": undefined }, ["title-heights"]);
  const titleHeights = values.rhythm?.values["title-heights"];
  const masthead = completeMap(values.masthead?.values);
  const contents = completeMap(values.contents?.values);
  const pageNumber = completeMap(values["page-number"]?.values);
  const imprint = completeMap(values.imprint?.values);
  const composition = completeMap(values.composition?.values);
  if (!page || !grid || !roles || !colors || !rhythm || !titleHeights) return undefined;
  if (!masthead || !contents || !pageNumber || !imprint || !composition) return undefined;
  return {
    name,
    page: {
      widthMm: page["width-mm"],
      heightMm: page["height-mm"],
      marginTopMm: page["margin-top-mm"],
      marginBottomMm: page["margin-bottom-mm"],
      marginLeftMm: page["margin-left-mm"],
      marginRightMm: page["margin-right-mm"],
    },
    grid: {
      snap: grid.snap,
      linesPerPage: grid["lines-per-page"],
      charactersPerLine: grid["characters-per-line"],
      pitchPt: grid["pitch-pt"],
    },
    roles,
    colors,
    rhythm: {
      sectionBefore: rhythm["section-before"],
      sectionAfter: rhythm["section-after"],
      titleHeights: titleHeights.items.map(({ value }) => value),
      titlePitch: rhythm["title-pitch"],
      contactBefore: rhythm["contact-before"],
      indentEm: rhythm["indent-em"],
    },
    masthead: {
      topMm: masthead["top-mm"],
      maxWidthMm: masthead["max-width-mm"],
      maxSizePt: masthead["max-size-pt"],
      minSizePt: masthead["min-size-pt"],
      rulePt: masthead["rule-pt"],
      ruleDistanceMm: masthead["rule-distance-mm"],
    },
    contents: { show: contents.show, ownPage: contents["own-page"] },
    pageNumber: {
      format: pageNumber.format,
      placement: pageNumber.placement,
      distanceMm: pageNumber["distance-mm"],
      insetEm: pageNumber["inset-em"],
    },
    imprint: {
      outerRulePt: imprint["outer-rule-pt"],
      innerRulePt: imprint["inner-rule-pt"],
      insetEm: imprint["inset-em"],
    },
    composition,
    styleSheet,
  };
}
