/** Documentation that is generated is what it would be if it were generated now. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rulesDocument } from "../src/rules-document.js";

it("docs/rules.md is up to date (npm run docs writes it)", () => {
  expect(readFileSync("docs/rules.md", "utf8")).toBe(rulesDocument());
});
