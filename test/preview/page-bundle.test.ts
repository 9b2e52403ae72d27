/** The page as the package carries it: small, by itself, and without what a strict content policy refuses. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const FOLDER = join("dist", "preview");
const MOST_BYTES = 60 * 1024;

it("is a page, a script and a style sheet", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(["index.html", "page.css", "page.js"]);
});

it("has a script of less than 60 KB", () => {
  expect(statSync(join(FOLDER, "page.js")).size).toBeLessThan(MOST_BYTES);
});

it("holds neither inline script nor inline style, and names no other host", () => {
  expect(readFileSync(join(FOLDER, "index.html"), "utf8")).not.toMatch(
    /<script>|<style|style=|\son\w+=|https?:/,
  );
  expect(readFileSync(join(FOLDER, "page.css"), "utf8")).not.toMatch(/url\(|@import/);
  const hosts = readFileSync(join(FOLDER, "page.js"), "utf8").match(/https?:\/\/[\w.]+/g) ?? [];
  expect([...new Set(hosts)].filter((host) => host !== "http://www.w3.org")).toEqual([]);
});

it("asks for nothing that Chromium 86 lacks", () => {
  const script = readFileSync(join(FOLDER, "page.js"), "utf8");
  expect(script).not.toMatch(/\.at\(|structuredClone|Object\.hasOwn|\?\?=|\|\|=|&&=|static\{|\.replaceAll\(/);
  expect(readFileSync(join(FOLDER, "page.css"), "utf8")).not.toMatch(
    /:has\(|color-mix|aspect-ratio|inset:|@container|@layer/,
  );
});
