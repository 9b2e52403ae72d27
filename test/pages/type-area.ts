/** The type area of a template's pages, worked out here on its own from the margins. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { TypeArea } from "./seen-mark.js";

const MM = 72 / 25.4;
/** A pause or stop that hangs stands outside by its own width at most. */
const HANG_EM = 1;

/** @param name a folder in templates/ */
export function typeAreaOf(name: string): TypeArea {
  const file = new URL(`../../templates/${name}/template.yaml`, import.meta.url);
  const { page, roles, composition } = parse(readFileSync(file, "utf8"));
  return {
    left: page["margin-left-mm"] * MM,
    right: (page["width-mm"] - page["margin-right-mm"]) * MM,
    top: page["margin-top-mm"] * MM,
    bottom: (page["height-mm"] - page["margin-bottom-mm"]) * MM,
    paperBottom: page["height-mm"] * MM,
    hang: composition.hang === "end" ? HANG_EM * roles.body["size-pt"] : 0,
  };
}
