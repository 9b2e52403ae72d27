/**
 * The website of an archive before its judges: the Nu checker and html-validate for the markup; axe, the width of the
 * pages and the search in Chromium, from a disk and with the network off. The archive is an invented year with an issue
 * that holds every markup.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readYearText } from "../../src/site/issue-text.js";
import { inventedYear } from "../stats/invented-year.js";
import { launchBrowser, openPage } from "./browser.js";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
/** Without reading the style sheets once more, which the policy of the pages forbids to scripts. */
const VIOLATIONS = `axe.run({ preload: false }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map((node) => id + ": " + node.html.slice(0, 200) + " " + node.failureSummary)))`;
const WIDTH_BEYOND_SCREEN = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
const SMALL_TARGETS = `[...document.querySelectorAll("a[href], button, input, select")]
  .filter((one) => getComputedStyle(one).display !== "inline" && one.getClientRects().length > 0)
  .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24; })
  .map((one) => one.outerHTML.slice(0, 120))`;

const folder = mkdtempSync(join(tmpdir(), "网 站-"));
const out = join(folder, "网站");
const MARKUP = "2026/every-markup";

/**
 * To the checker a file has no origin, so that 'self' allows it nothing, and it reads nothing that this machine serves.
 * That browsers load these very files is seen below.
 */
const OF_ITS_OWN_ORIGIN =
  /^Resource violates Content Security Policy \(meta tag\): (?:external (?:stylesheet|script) “(?:\.\.\/)*assets\/|image “pictures\/)[^”]+” blocked by “(?:style|script|img)-src” directive\.$/;

const addressOf = (path: string): string => pathToFileURL(join(out, path)).href;

function layArchive(): void {
  const { files } = inventedYear();
  const house = (files["bulletin.yaml"] ?? "")
    .replace(/^sections: .*$/m, "")
    .replace(
      "  email: news@example.org",
      "  email: news@example.org\n  phone: 010-5555 0100\n  allow: [hotline@example.org, reader@example.org]",
    );
  for (const [path, text] of Object.entries({
    ...files,
    "bulletin.yaml": `public: true\noutput: {url: "https://example.org/bulletin/"}\n${house}`,
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const fixture = "fixtures/every-markup";
  for (const part of ["images", "items", "issue.yaml"])
    cpSync(join(fixture, part), join(folder, "issues/2026-99", part), { recursive: true });
}

const pagesIn = (): readonly string[] =>
  readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .sort();

beforeAll(() => {
  layArchive();
  execFileSync("node", [resolve("bin/bulletin.js"), "site", folder, "--out", out], { stdio: "pipe" });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the markup of every page", () => {
  const jar = join(dirname(require.resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

  it("leaves the Nu checker nothing to say", () => {
    const pages = pagesIn().map((path) => join(out, path));
    expect(pages.length).toBeGreaterThan(150);
    const options = ["--format", "json", "--stdout", "--exit-zero-always", ...pages];
    const report = execFileSync("java", ["-jar", jar, ...options], { maxBuffer: 64 * 1024 * 1024 });
    const { messages } = JSON.parse(report.toString()) as { messages: { message: string; url: string }[] };
    const told = messages.filter(({ message }) => !OF_ITS_OWN_ORIGIN.test(message));
    expect(told.map(({ url, message }) => `${decodeURI(url)}: ${message}`)).toEqual([]);
  });

  it("leaves html-validate nothing to say", async () => {
    const judge = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });
    for (const path of pagesIn()) {
      const report = await judge.validateFile(join(out, path));
      const messages = report.results.flatMap((result) => result.messages);
      expect(messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`)).toEqual(
        [],
      );
    }
  });
});

describe("Chromium, from a disk and with the network off", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  const paths = [
    "index.html",
    "issues.html",
    "2026/index.html",
    "sections/index.html",
    "units/index.html",
    "units/云湖区科协.html",
    "search.html?q=科普",
    `${MARKUP}/index.html`,
    `${MARKUP}/06-pictures.html`,
    `${MARKUP}/05-notes.html`,
  ];
  const cases = paths.flatMap((path) =>
    [360, 1440].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ path, width, scheme }))),
  );

  it.each(cases)("$path at $width px, $scheme", async ({ path, width, scheme }) => {
    const [file = "", query = ""] = path.split("?");
    const address = `${addressOf(file)}${query === "" ? "" : `?${query}`}`;
    const opened = await openPage(browser, address, { width, height: 800, scale: 1, scheme });
    const { page } = opened;
    if (query !== "") await page.locator("#hits li").first().waitFor();
    await page.evaluate(AXE);
    expect(await page.evaluate(VIOLATIONS)).toEqual([]);
    expect(await page.evaluate(WIDTH_BEYOND_SCREEN)).toBe(0);
    expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
    expect(opened.consoleMessages).toEqual([]);
    expect(opened.requests.filter((url) => !url.startsWith(pathToFileURL(out).href))).toEqual([]);
    const broken = `[...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src)`;
    expect(await page.evaluate(broken)).toEqual([]);
    await page.context().close();
  });

  it("follows each link to a page that is there", async () => {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const there = new Set(pagesIn().map((path) => decodeURIComponent(addressOf(path))));
    for (const path of pagesIn()) {
      await page.goto(addressOf(path));
      const links = await page.evaluate<string[]>(
        `[...document.querySelectorAll("a[href]")].map((link) => link.href.split("#")[0])`,
      );
      const lost = links.filter((link) => link.startsWith("file:") && !there.has(decodeURIComponent(link)));
      expect({ path, lost }).toEqual({ path, lost: [] });
    }
    await context.close();
  });

  it("finds what stands in the texts, and nothing else", async () => {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.goto(addressOf("search.html"));
    const items = (readYearText(readFileSync(join(out, "text/2026.js"), "utf8")) ?? []).flatMap(
      (issue) => issue.items,
    );
    const next = numbers(19);
    for (let round = 0; round < 50; round += 1) {
      const item = items[next(items.length)];
      const words = `${item?.[1]}\n${item?.[4]}`.split("\n").filter((line) => line.trim().length > 1);
      const line = words[next(words.length)] ?? "";
      const from = next(Math.max(1, line.length - 6));
      const query =
        line
          .slice(from, from + 1 + next(8))
          .toWellFormed()
          .replaceAll("\ufffd", "")
          .split(/\s+/)
          .find((part) => part !== "") ?? "活动";
      const fold = (text: string) =>
        text.normalize("NFKC").toLowerCase().replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
      const right = items.filter(([, title, , , text]) =>
        [title, text].some((one) => fold(one).includes(fold(query))),
      );
      expect({ query, count: await countOf(page, query) }).toEqual({ query, count: right.length });
    }
    await context.close();
  });

  it("is worked by the keyboard alone, folds widths, and marks what was found", async () => {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.goto(addressOf("index.html"));
    await page.locator("#q").focus();
    await page.keyboard.type("第２４之");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\.html/);
    await page.locator("#hits mark").first().waitFor();
    expect(await page.locator("#hits mark").first().textContent()).toBe("第24之");
    await page.locator("#q").focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press("Tab");
    expect(await page.evaluate(`document.activeElement.closest("#hits") !== null`)).toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForURL(/2026\/2026-24\//);
    await context.close();
  });
});

/** Park and Miller's generator: the same numbers everywhere. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** As it is typed: what the page says once it has settled. */
async function countOf(page: Page, query: string): Promise<number> {
  await page.locator("#q").fill(query);
  await page.locator("#search button").click();
  await page.waitForFunction(`new URLSearchParams(location.search).get("q") === ${JSON.stringify(query)}
    && /^找到\\d+篇$/.test(document.querySelector("#count").textContent)`);
  return Number(/\d+/.exec((await page.locator("#count").textContent()) ?? "")?.[0]);
}
