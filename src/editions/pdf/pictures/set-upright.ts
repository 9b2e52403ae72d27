/** How the PDF turns a stored picture so that it stands upright. */
import type { Orientation } from "../../../model/picture.js";

/** Where the unit square goes, as operands of `cm`. */
export const UPRIGHT: Readonly<Record<Orientation, string | undefined>> = {
  1: undefined,
  2: "-1 0 0 1 1 0",
  3: "-1 0 0 -1 1 1",
  4: "1 0 0 -1 0 1",
  5: "0 -1 -1 0 1 1",
  6: "0 -1 1 0 0 1",
  7: "0 1 1 0 0 0",
  8: "0 1 -1 0 1 0",
};
