/**
 * Lays a house's own fonts over a template: the family named for a role comes before the
 * template's, and roles that the house does not name follow the role they belong with.
 */
import type { HouseFonts } from "./house.js";
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

export function withHouseFonts(template: Template, { families }: HouseFonts): Template {
  if (families.size === 0) return template;
  const entries = Object.entries(template.roles) as [RoleName, TypeRole][];
  const roles = entries.map(([name, role]): [RoleName, TypeRole] => {
    const own = families.get(name) ?? families.get(FOLLOWS[name] ?? name);
    return [name, own === undefined ? role : { ...role, families: [own.value, ...role.families] }];
  });
  return { ...template, roles: Object.fromEntries(roles) as Record<RoleName, TypeRole> };
}
