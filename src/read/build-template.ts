/** Values of template.yaml to the template of the model: kebab-case keys to names, points to the office program's units. */
import type { Located } from "../model/located.js";
import type { PictureStyle, RoleName, Template, TypeRole } from "../model/template.js";
import { halfPointsFromPoints, twipsFromPoints } from "../model/units.js";
import { accountStyleOf } from "./account-fields.js";
import { PICTURES } from "./picture-fields.js";
import type { RoleValue, TemplateValue } from "./template-fields.js";

/** @returns undefined where a value is missing; reading has said which */
export function buildTemplate(
  { values }: TemplateValue,
  sheets: Pick<Template, "name" | "styleSheet" | "pageFrame">,
): Template | undefined {
  const titleHeights = values.rhythm?.values["title-heights"];
  const page = unwrap(values.page?.values);
  const grid = unwrap(values.grid?.values);
  const roles = rolesOf(values.roles?.values);
  const colors = unwrap(values.colors?.values);
  const rhythm = unwrap(values.rhythm && withoutTitleHeights(values.rhythm.values));
  const masthead = unwrap(values.masthead?.values);
  const contents = unwrap(values.contents?.values);
  const pageNumber = unwrap(values["page-number"]?.values);
  const imprint = unwrap(values.imprint?.values);
  const composition = unwrap(values.composition?.values);
  if (!page || !grid || !roles || !colors || !rhythm || !titleHeights) return undefined;
  if (!masthead || !contents || !pageNumber || !imprint || !composition) return undefined;
  return {
    ...sheets,
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
    pictures: picturesOf(values.pictures),
    account: accountStyleOf(values.wechat),
  };
}

function picturesOf(pictures: TemplateValue["values"]["pictures"]): PictureStyle {
  const values = pictures?.values;
  return {
    minDpi: values?.["min-dpi"]?.value ?? PICTURES["min-dpi"],
    maxLines: values?.["max-lines"]?.value ?? PICTURES["max-lines"],
    minScale: values?.["min-scale"]?.value ?? PICTURES["min-scale"],
  };
}

type Unwrapped<V> = { readonly [K in keyof V]-?: NonNullable<V[K]> extends Located<infer T> ? T : never };

/** @returns the values without their places, or undefined where one is missing */
function unwrap<V extends Readonly<Record<string, Located<unknown> | undefined>>>(
  values: V | undefined,
): Unwrapped<V> | undefined {
  if (values === undefined) return undefined;
  const entries = Object.entries(values);
  if (entries.some(([, value]) => value === undefined)) return undefined;
  // None is missing, and each is the value of its own key.
  return Object.fromEntries(entries.map(([key, value]) => [key, value?.value])) as Unwrapped<V>;
}

function withoutTitleHeights({
  "title-heights": _,
  ...rest
}: NonNullable<TemplateValue["values"]["rhythm"]>["values"]) {
  return rest;
}

type RoleValues = NonNullable<TemplateValue["values"]["roles"]>["values"];

function rolesOf(values: RoleValues | undefined): Template["roles"] | undefined {
  if (values === undefined) return undefined;
  const roles = Object.entries(values).map(([name, value]) => [name, roleOf(value)] as const);
  if (roles.some(([, role]) => role === undefined)) return undefined;
  // The keys of `roles` in template-fields.ts are the role names, held there by `satisfies`.
  return Object.fromEntries(roles) as Record<RoleName, TypeRole>;
}

function roleOf(value: RoleValue | undefined): TypeRole | undefined {
  const { families, latin, weight, "size-pt": size, office } = value?.values ?? NO_ROLE;
  const font = office?.values;
  const eastAsia = font?.["east-asia"];
  const officeSize = font?.["size-pt"];
  if (!families?.items.length || !weight || !size || !eastAsia || !font?.latin || !officeSize)
    return undefined;
  return {
    families: families.items.map((family) => family.value),
    latin: (latin?.items ?? []).map((family) => family.value),
    weight: weight.value,
    sizePt: size.value,
    office: {
      eastAsia: eastAsia.value,
      latin: font.latin.value,
      sizeHalfPoints: halfPointsFromPoints(officeSize.value),
      spacingTwips: twipsFromPoints(font["spacing-pt"]?.value ?? 0),
      bold: font.bold?.value ?? false,
    },
  };
}

const NO_ROLE: RoleValue["values"] = {
  families: undefined,
  latin: undefined,
  weight: undefined,
  "size-pt": undefined,
  office: undefined,
};
