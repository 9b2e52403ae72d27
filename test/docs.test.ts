/** Documentation that is generated is what it would be if it were generated now. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rulesDocument } from "../src/rules-document.js";

it("docs/rules.md is up to date (npm run docs writes it)", () => {
  expect(readFileSync("docs/rules.md", "utf8")).toBe(rulesDocument());
});

const guides = [
  "README.md",
  "README.zh-CN.md",
  "action.yml",
  ".github/action/install.sh",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** The package is in no registry: what would fetch it, or a file of it, from one does not work for a reader. */
it.each(guides)("%s installs the package in ways that there are", (path) => {
  const text = readFileSync(path, "utf8");
  expect(text).not.toMatch(/\bnp[mx]\b[^\n`]*\sbulletin-compiler(?!-\d)/);
  expect(text).not.toMatch(/unpkg|jsdelivr|npmjs/);
});

/** A promise is worth as much as the test that holds it. */
it("docs/security.md names files that are there, and a test for each promise", () => {
  const text = readFileSync("docs/security.md", "utf8");
  const named = [...text.matchAll(/`((?:test|src)\/[\w./-]+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(25);
  expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([]);
  const promises = [...text.matchAll(/^## What is (read|written|kept)[^\n]*\n([\s\S]*?)(?=^## )/gm)].flatMap(
    ([, , section = ""]) => section.split(/^- /m).slice(1),
  );
  expect(promises.length).toBeGreaterThan(10);
  expect(promises.filter((promise) => !/`test\/[\w./-]+\.(?:test|judge)\.ts`/.test(promise))).toEqual([]);
});
