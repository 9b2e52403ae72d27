/**
 * The HTML edition before its judges: the Nu checker and html-validate for the markup; axe, the
 * keyboard and the width of the page in Chromium. Judged are the pages that .tools/judges.js built.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, type OpenedPage, openPage } from "./browser.js";

const require = createRequire(import.meta.url);
const pages = listPages(".judges/out");
const SCREEN = { width: 768, height: 800, scale: 1, scheme: "light" } as const;

// What runs inside the page is text here: the project's code knows no browser's names.
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const VIOLATIONS = `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map((node) => id + ": " + node.html.slice(0, 200) + " " + node.failureSummary)))`;
const WIDTH_BEYOND_SCREEN = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
const REACHABLE = `[...document.querySelectorAll('a[href], [tabindex="0"]')]
  .map((element) => element.outerHTML.slice(0, 120))`;
const FOCUS = `(() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    markup: element.outerHTML.slice(0, 120),
    outlinePx: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width * box.height > 0,
  };
})()`;

/** The spacing that a reader may ask for (WCAG 1.4.12); elements that then hide a part of their text. */
const CLIPPED_WHEN_SPACED = `(() => {
  for (const element of document.querySelectorAll("body *")) {
    const set = (name, value) => element.style.setProperty(name, value, "important");
    set("line-height", "1.5");
    set("letter-spacing", "0.12em");
    set("word-spacing", "0.16em");
    if (element.tagName === "P") set("margin-block-end", "2em");
  }
  return [...document.querySelectorAll("body *")]
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow) => overflow === "hidden" || overflow === "clip";
      return (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        || (hides(overflowX) && element.scrollWidth > element.clientWidth + 1);
    })
    .map((element) => element.outerHTML.slice(0, 120));
})()`;
/** What can be pressed and stands in no sentence is 24 px at least each way (WCAG 2.5.8). */
const SMALL_TARGETS = `[...document.querySelectorAll("a[href]")]
  .filter((link) => getComputedStyle(link).display !== "inline")
  .filter((link) => { const { width, height } = link.getBoundingClientRect(); return width < 24 || height < 24; })
  .map((link) => link.outerHTML.slice(0, 120))`;

const byName = pages.map((path) => [basename(path), path] as const);

it("there are pages to judge", () => {
  expect(pages.length).toBeGreaterThan(0);
});

describe("Nu checker", () => {
  const jar = join(dirname(require.resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

  it("has nothing to say", () => {
    expect(existsSync(jar), jar).toBe(true);
    const report = execFileSync("java", [
      "-jar",
      jar,
      "--format",
      "json",
      "--stdout",
      "--exit-zero-always",
      ...pages,
    ]);
    const { messages } = JSON.parse(report.toString()) as { messages: { message: string; url: string }[] };
    expect(messages.map(({ url, message }) => `${basename(url)}: ${message}`)).toEqual([]);
  });
});

describe("html-validate", () => {
  const judge = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });

  it.each(byName)("%s", async (_, path) => {
    const report = await judge.validateFile(path);
    const messages = report.results.flatMap((result) => result.messages);
    expect(messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)).toEqual([]);
  });
});

describe("Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  // Colours are the same at every width: dark at one, and at another with everything in one column.
  const sizes = [
    { width: 320, scale: 1, scheme: "dark" },
    { width: 768, scale: 1, scheme: "light" },
    { width: 1440, scale: 1, scheme: "dark" },
    // 1280 px at 400 % zoom (WCAG 1.4.10)
    { width: 320, scale: 4, scheme: "light" },
    { width: 3840, scale: 1, scheme: "light" },
  ] as const;
  const cases = byName.flatMap(([name, path]) => sizes.map((size) => ({ name, path, ...size })));

  it.each(cases)("$name at $width px × $scale, $scheme", async ({ path, width, scale, scheme }) => {
    const opened = await openPage(browser, urlOf(path), { width, height: 800, scale, scheme });
    await opened.page.evaluate(AXE);
    expect(await opened.page.evaluate<string[]>(VIOLATIONS)).toEqual([]);
    expect(await opened.page.evaluate<number>(WIDTH_BEYOND_SCREEN)).toBe(0);
    await expectQuiet(opened, urlOf(path));
  });

  it.each(byName)("%s bears a reader's own spacing at 320 px, its targets large enough", async (_, path) => {
    const { page } = await openPage(browser, urlOf(path), { ...SCREEN, width: 320 });
    expect(await page.evaluate<string[]>(SMALL_TARGETS)).toEqual([]);
    expect(await page.evaluate<string[]>(CLIPPED_WHEN_SPACED)).toEqual([]);
    expect(await page.evaluate<number>(WIDTH_BEYOND_SCREEN)).toBe(0);
    await page.context().close();
  });

  it.each(byName)("%s is reached by the keyboard alone, in order, the focus in sight", async (_, path) => {
    const { page } = await openPage(browser, urlOf(path), { ...SCREEN, width: 1280 });
    const expected = await page.evaluate<string[]>(REACHABLE);
    const reached: string[] = [];
    for (const _step of expected) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate<Focus>(FOCUS);
      reached.push(focus.markup);
      expect(focus.outlinePx, focus.markup).toBeGreaterThanOrEqual(2);
      expect(focus.inSight, focus.markup).toBe(true);
    }
    expect(reached).toEqual(expected);
    await page.context().close();
  });

  it.each(byName)("%s leads from the skip link to the text", async (_, path) => {
    const { page } = await openPage(browser, urlOf(path), SCREEN);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate<string>("document.activeElement.id")).toBe("main");
    await page.context().close();
  });
});

const urlOf = (path: string) => pathToFileURL(resolve(path)).href;

function listPages(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true }).map((path) => join(folder, path.toString()));
  return paths.filter((path) => path.endsWith(".html")).sort();
}

async function expectQuiet(opened: OpenedPage, url: string): Promise<void> {
  expect(opened.consoleMessages).toEqual([]);
  expect(opened.dialogs).toEqual([]);
  expect(opened.requests).toEqual([url]);
  await opened.page.context().close();
}

interface Focus {
  readonly markup: string;
  readonly outlinePx: number;
  readonly inSight: boolean;
}
