/** The house's units by all of their names: whoever signs under a former one is registered as well. */
import type { Unit } from "./house.js";

export interface RegisteredUnit {
  readonly name: string;
  /** aliases and former names */
  readonly aliases: readonly string[];
}

export const registeredUnits = (units: readonly Unit[]): readonly RegisteredUnit[] =>
  units.map(({ name, aliases, former = [] }) => ({
    name: name.value,
    aliases: [...aliases, ...former].map(({ value }) => value),
  }));
