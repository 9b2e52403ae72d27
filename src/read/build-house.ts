/** Values of bulletin.yaml, with a manifest's laid over them, to the house of the model; defaults are filled here. */
import type { House, HouseFace, RuleSetting, SectionRule } from "../model/house.js";
import type { Located, Span } from "../model/located.js";
import type { RoleName } from "../model/template.js";
import { forbiddenOf, peopleOf, unitOf, wordsOf } from "./build-dictionary.js";
import type { RecordValue } from "./fields/field.js";
import type { SharedValue, sectionRuleFields } from "./house-fields.js";
import { type PointsValue, pointsLawOf } from "./points-fields.js";
import type { FontRoleValue } from "./template-fields.js";

export interface HouseParts {
  /** workspace path of the house file */
  readonly path: string | undefined;
  readonly values: SharedValue["values"] | undefined;
  readonly sections: readonly RecordValue<typeof sectionRuleFields>[];
  /** `points` of the house file */
  readonly points?: PointsValue | undefined;
  readonly hasUnreadPoints?: boolean | undefined;
  /** `public` of the house file */
  readonly isPublic?: boolean | undefined;
  /** where a value would stand that nobody gave */
  readonly fallback: Span;
  /** span of the key `contact` */
  readonly contact: Span | undefined;
}

export const DEFAULT_TEMPLATE = "jianbao";
export const DEFAULT_OUTPUT_FOLDER = "dist";
const DEFAULT_LANGUAGE = "zh-CN";

export function buildHouse({
  path,
  values,
  sections,
  points,
  hasUnreadPoints = false,
  isPublic,
  fallback,
  contact,
}: HouseParts): House {
  const given = <T>(value: Located<T> | undefined, otherwise: T): Located<T> =>
    value ?? { value: otherwise, span: fallback };
  const masthead = values?.bulletin?.values;
  const mailbox = values?.contact?.values;
  const lint = values?.lint?.values;
  const words = lint?.words?.values;
  return {
    path,
    bulletin: {
      name: given(masthead?.name, ""),
      publisher: masthead?.publisher,
      language: given(masthead?.language, DEFAULT_LANGUAGE),
    },
    template: given(values?.template, DEFAULT_TEMPLATE),
    look: values?.look,
    seriesNames: values?.["series-names"]?.items ?? [],
    sections: sections.flatMap(sectionRuleOf),
    contact: {
      label: mailbox?.label,
      email: mailbox?.email,
      domains: mailbox?.domains?.items ?? [],
      phone: mailbox?.phone,
      submitter: mailbox?.submitter?.value ?? "optional",
      allow: mailbox?.allow?.items ?? [],
      span: contact ?? fallback,
    },
    lint: {
      rules: new Map(
        [...(lint?.rules ?? [])].map(([id, { key, value }]): [string, RuleSetting] => [
          id,
          { rule: key, ...value },
        ]),
      ),
      words: {
        replace: wordsOf(words?.replace),
        forbidden: (words?.forbidden?.items ?? []).flatMap(forbiddenOf),
        people: peopleOf(words?.names),
      },
      packs: lint?.packs?.items ?? [],
    },
    units: (values?.units?.items ?? []).flatMap(unitOf),
    points: hasUnreadPoints ? undefined : points && pointsLawOf(points),
    ...(hasUnreadPoints && { hasUnreadPoints }),
    isPublic: isPublic === true,
    outputFolder: given(values?.output?.values.folder, DEFAULT_OUTPUT_FOLDER),
    siteUrl: values?.output?.values.url,
    fonts: {
      folders: values?.fonts?.values.folders?.items ?? [],
      system: values?.fonts?.values.system?.value ?? false,
      roles: fontRolesOf(values?.fonts?.values.roles?.values ?? {}),
    },
  };
}

function fontRolesOf(
  roles: Readonly<Partial<Record<RoleName, FontRoleValue | undefined>>>,
): ReadonlyMap<RoleName, HouseFace> {
  const entries = Object.entries(roles) as [RoleName, FontRoleValue | undefined][];
  return new Map(entries.flatMap(([role, value]) => (value === undefined ? [] : [[role, houseFace(value)]])));
}

const houseFace = (value: FontRoleValue): HouseFace =>
  "items" in value
    ? { families: value.items, latin: [] }
    : { families: value.values.families?.items ?? [], latin: value.values.latin?.items ?? [] };

function sectionRuleOf({ values, span }: RecordValue<typeof sectionRuleFields>): readonly SectionRule[] {
  if (values.name === undefined) return [];
  return [
    {
      name: values.name,
      attribution: values.attribution?.value ?? "optional",
      minItems: values["min-items"]?.value ?? 0,
      maxItems: values["max-items"]?.value,
      span,
    },
  ];
}
