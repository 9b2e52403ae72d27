/** Which modules a declaration file asks for: the package carries those, and a name that it does not carry stops its making. */
import { expect, it } from "vitest";
import { askedTypes } from "../../.tools/asked-types.js";

it.each([
  ['import type { A } from "./a.js";', ["./a.js"]],
  ['export * from "../b.js";', ["../b.js"]],
  ['import "./effects.js";', ["./effects.js"]],
  ['type C = import("./c.js").C | import("unist").Node;', ["./c.js", "unist"]],
  ['import type { D } from "node:fs";', ["node:fs"]],
  ['readonly madeBy: "read" | "import" | "stats";', []],
  ['type Way = "from" | "import";', []],
])("%s", (text, names) => expect(askedTypes(text)).toEqual(names));
