/**
 * Lays a house's own fonts over a template: the families named for a role come before the
 * template's, and roles that the house does not name follow the role they belong with.
 */
import type { HouseFace, HouseFonts } from "./house.js";
import type { Located, Span } from "./located.js";
import type { RoleName, Template, TypeRole } from "./template.js";

/** Role → the role whose font it takes where it is given none. */
const FOLLOWS: Partial<Readonly<Record<RoleName, RoleName>>> = {
  masthead: "title",
  issueLine: "body",
  issuerLine: "body",
  contentsItem: "body",
  heading3: "body",
  table: "body",
  note: "body",
  attribution: "body",
  contact: "body",
  imprint: "body",
  contentsHeading: "section",
  contentsSection: "section",
  heading1: "section",
  tableHeader: "section",
  heading2: "emphasis",
  quote: "emphasis",
  caption: "emphasis",
};

export function withHouseFonts(template: Template, { roles: own }: HouseFonts): Template {
  if (own.size === 0) return template;
  const entries = Object.entries(template.roles) as [RoleName, TypeRole][];
  const roles = entries.map(([name, role]): [RoleName, TypeRole] => {
    const followed = FOLLOWS[name] ?? name;
    const asked = (list: keyof HouseFace) =>
      [own.get(name), own.get(followed)].find((face) => face?.[list].length);
    return [
      name,
      {
        ...role,
        families: laidOver(asked("families")?.families, role.families),
        latin: laidOver(asked("latin")?.latin, role.latin),
      },
    ];
  });
  return { ...template, roles: Object.fromEntries(roles) as Record<RoleName, TypeRole> };
}

/** The house's families before the template's, each once. */
const laidOver = (
  own: readonly Located<string>[] | undefined,
  below: readonly string[],
): readonly string[] =>
  own === undefined ? below : [...new Set([...own.map(({ value }) => value), ...below])];

/** Every family that the house itself asks for, by whatever role, and where it first does. */
export const familiesAskedBy = ({ roles }: HouseFonts): ReadonlyMap<string, Span> =>
  new Map(
    [...roles.values()]
      .flatMap(({ families, latin }) => [...families, ...latin])
      .reverse()
      .map(({ value, span }) => [value, span]),
  );
