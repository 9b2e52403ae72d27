/** docs/packs.md shows each line of official-wording with the number that a finding gives. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { OFFICIAL_WORDING } from "../../src/packs/shipped/official-wording.js";
import { withShippedLines } from "./shipped-lines.js";

const page = readFileSync("docs/packs.md", "utf8");

it("docs/packs.md is up to date (npm run docs writes it)", () => {
  expect(page).toBe(withShippedLines(page, OFFICIAL_WORDING));
});

it("shows a line under its number in the list", () => {
  const lines = OFFICIAL_WORDING.split("\n");
  const at = lines.findIndex((line) => line.startsWith("广西省,"));
  expect(page).toContain(`\n| ${at + 1} | 广西省 | 广西壮族自治区 |`);
});
