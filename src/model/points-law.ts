/** How a house counts what units sent in and what of it was printed (`points` of bulletin.yaml; OUTPUTS, counting). */
import type { Located } from "./located.js";

export interface PointsLaw {
  /** of a printed item, where its section has no number of its own */
  readonly base: number;
  /** by name of the section, in place of `base` */
  readonly sections: ReadonlyMap<string, number>;
  /** the keys of `sections` where they stand */
  readonly sectionNames?: readonly Located<string>[];
  /** on top, by what an item's `level` says: 市委办采用 */
  readonly levels: ReadonlyMap<string, number>;
  /** of an item that several units sign: each is given all of it, or an equal part */
  readonly joint: "each" | "split";
  readonly quota: Quota | undefined;
}

/** What each unit of the register is to send in, or to have printed, in a month. */
export interface Quota {
  readonly perMonth: number;
  /** points for each item that is missing, as a rule less than zero */
  readonly missed: number;
  readonly of: "adopted" | "received";
}

export const DEFAULT_POINTS: PointsLaw = {
  base: 1,
  sections: new Map(),
  levels: new Map(),
  joint: "each",
  quota: undefined,
};
