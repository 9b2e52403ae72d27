/** The page as the package carries it: small, by itself, and without what a strict content policy refuses. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDER = join("dist", "preview");
const SCRIPTS = ["page.zh.js", "page.en.js"];
const MOST_BYTES = 64 * 1024;

it("is a page, a script a language and a style sheet", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(["index.html", "page.css", "page.en.js", "page.zh.js"]);
});

describe.each(SCRIPTS)("%s", (name) => {
  const script = readFileSync(join(FOLDER, name), "utf8");

  it("is less than 64 KB", () => {
    expect(statSync(join(FOLDER, name)).size).toBeLessThan(MOST_BYTES);
  });

  it("names no other host", () => {
    const hosts = script.match(/https?:\/\/[\w.]+/g) ?? [];
    expect([...new Set(hosts)].filter((host) => host !== "http://www.w3.org")).toEqual([]);
  });

  it("asks for nothing that Chromium 86 or Safari 15.4 lacks", () => {
    expect(script).not.toMatch(
      /\.at\(|structuredClone|Object\.hasOwn|\?\?=|\|\|=|&&=|static\{|\.replaceAll\(|\(\?<[=!]|\.findLast|\.to(?:Sorted|Reversed)\(/,
    );
  });
});

it("has the words of its own language alone", () => {
  const [zh, en] = SCRIPTS.map((name) => readFileSync(join(FOLDER, name), "utf8"));
  expect([zh, en].map((script) => script?.includes("期号与日期"))).toEqual([true, false]);
  expect([zh, en].map((script) => script?.includes("Issue details"))).toEqual([false, true]);
});

it("holds neither inline script nor inline style", () => {
  expect(readFileSync(join(FOLDER, "index.html"), "utf8")).not.toMatch(
    /<script>|<style|style=|\son\w+=|https?:/,
  );
  expect(readFileSync(join(FOLDER, "page.css"), "utf8")).not.toMatch(/url\(|@import/);
});

it("has a style sheet that asks for nothing that Chromium 86 lacks", () => {
  expect(readFileSync(join(FOLDER, "page.css"), "utf8")).not.toMatch(
    /:has\(|color-mix|aspect-ratio|inset:|@container|@layer/,
  );
});
