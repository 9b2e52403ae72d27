/** The families of fonts that a look names for the roles of its template. */
import type { Span } from "../model/located.js";
import type { Look } from "../model/look.js";
import { lookRoles } from "./lay-look.js";

/** @returns every family that a look asks for, and where it first does */
export const familiesOfLook = (look: Look | undefined): ReadonlyMap<string, Span> =>
  new Map(
    lookRoles(look)
      .flatMap(({ families, latin }) => [...(families?.items ?? []), ...(latin?.items ?? [])])
      .reverse()
      .map(({ value, span }) => [value, span]),
  );
