/** The families of fonts that a look names for the roles of its template. */
import type { Span } from "../model/located.js";
import type { Look } from "../model/look.js";
import type { RoleValue, TemplateValue } from "./template-fields.js";

/** @returns every family that a look asks for, and where it first does */
export const familiesOfLook = (look: Look | undefined): ReadonlyMap<string, Span> =>
  new Map(
    lookRoles(look)
      .flatMap(({ families, latin }) => [...(families?.items ?? []), ...(latin?.items ?? [])])
      .reverse()
      .map(({ value, span }) => [value, span]),
  );

/** @returns what a look says of roles of type, in its order of roles: it was read by the template's own fields */
const lookRoles = (look: Look | undefined): readonly RoleValue["values"][] =>
  Object.values((look as TemplateValue | undefined)?.values.roles?.values ?? {}).flatMap((role) =>
    role === undefined ? [] : [role.values],
  );
