/**
 * A house's look over its template: values first, key by key, then what follows from them, so that one key is enough
 * for one wish. Values were read by the template's own fields (look-fields.ts); whether margins still leave room is for
 * check-geometry.ts.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Located } from "../model/located.js";
import type { Look } from "../model/look.js";
import type { MastheadStyle, RoleName, Template, TypeRole } from "../model/template.js";
import { halfPointsFromPoints } from "../model/units.js";
import { mergeRecords } from "./fields/record-field.js";
import { type TemplateValue, templateFields } from "./template-fields.js";

export function layLook(record: TemplateValue, look: Look): TemplateValue {
  return mergeRecords(templateFields, record, asTemplate(look));
}

/** @param template of the values that the look lies over */
export function followLook<T extends Omit<Template, "styleSheet" | "pageFrame">>(template: T, look: Look): T {
  const { masthead, roles, colors } = asTemplate(look).values;
  return {
    ...template,
    masthead: withinBounds(template.masthead, masthead?.values),
    roles: withOfficeSizes(template.roles, roles?.values),
    houseColors: Object.fromEntries(
      Object.entries(colors?.values ?? {}).flatMap(([name, color]) =>
        color === undefined ? [] : [[name, color.value]],
      ),
    ),
  };
}

/** What the look itself contradicts: of a bound that it leaves to the template, the template's gives way. */
export function checkLook(look: Look): readonly Diagnostic[] {
  const { "max-size-pt": most, "min-size-pt": least } = asTemplate(look).values.masthead?.values ?? NO_SIZES;
  if (most === undefined || least === undefined || least.value <= most.value) return [];
  return [
    {
      rule: "manifest/invalid-value",
      severity: "error",
      span: least.span,
      message: {
        zh: `刊名的最小字号 ${least.value} 磅大于最大字号 ${most.value} 磅。`,
        en: `The smallest size of the name, ${least.value} pt, is larger than the largest, ${most.value} pt.`,
      },
      help: { zh: "请改其中一个。", en: "Change one of the two." },
    },
  ];
}

// Look fields are those of the template, required or not: what was read by the ones has the types of the others.
const asTemplate = (look: Look): TemplateValue => look as TemplateValue;

interface NameSizes {
  readonly "max-size-pt": Located<number> | undefined;
  readonly "min-size-pt": Located<number> | undefined;
}

const NO_SIZES: NameSizes = { "max-size-pt": undefined, "min-size-pt": undefined };

function withinBounds(masthead: MastheadStyle, given: NameSizes = NO_SIZES): MastheadStyle {
  const { minSizePt, maxSizePt } = masthead;
  if (minSizePt <= maxSizePt) return masthead;
  if (given["min-size-pt"] === undefined) return { ...masthead, minSizePt: maxSizePt };
  return given["max-size-pt"] === undefined ? { ...masthead, maxSizePt: minSizePt } : masthead;
}

type RoleValues = NonNullable<TemplateValue["values"]["roles"]>["values"];

/** The size of the PDF is that of the DOCX, too, where the look says nothing else; a spacing that made up for a difference goes. */
function withOfficeSizes(roles: Template["roles"], given: RoleValues | undefined): Template["roles"] {
  const sized = Object.entries(given ?? {}).flatMap(([name, value]): [string, TypeRole][] => {
    const size = value?.values["size-pt"];
    const office = value?.values.office?.values;
    // Names of roles are the keys of `roles` in template-fields.ts.
    const role = roles[name as RoleName];
    if (size === undefined || office?.["size-pt"] !== undefined) return [];
    const spacingTwips = office?.["spacing-pt"] === undefined ? 0 : role.office.spacingTwips;
    const sizeHalfPoints = halfPointsFromPoints(size.value);
    return [[name, { ...role, office: { ...role.office, sizeHalfPoints, spacingTwips } }]];
  });
  return { ...roles, ...Object.fromEntries(sized) };
}
