/**
 * The HTML edition's lines in Chromium: titles, sub-headings, contents and masthead at the widths of telephones, tablets
 * and desks; what names them to listeners; marks amid Latin; contrast for those who ask for more; what a copy keeps.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { diskEnvironment } from "../../src/disk/disk-environment.js";
import { launchBrowser, openPage } from "./browser.js";
import { titleIssues } from "./title-issues.js";

const FOLDER = ".judges/html-titles";
const WIDTHS = [320, 360, 390, 412, 768, 1366, 1920];
const SCREEN = { width: 390, height: 800, scale: 1, scheme: "light" } as const;
const own = [...titleIssues().keys()].map((name) => join(FOLDER, `${name}.html`));
const pages = [...own, ...listPages(".judges/out")].map((path) => [basename(path), path] as const);
const ownPages = own.map((path) => [basename(path), path] as const);

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LOW_CONTRAST = `axe.run({ runOnly: ["color-contrast-enhanced"] }).then(({ violations }) =>
  violations.flatMap(({ nodes }) => nodes.map((node) => node.html.slice(0, 120) + " " + node.failureSummary)))`;

/** Each title, as its lines, with how many characters its block has room for. */
const LINES = `[...document.querySelectorAll("h1, .publisher, main h2, h3, h4, h5, h6, .contents a")].map((element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const lines = [];
  let bottom = -Infinity;
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.data.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (/\\s/.test(node.data[at])) { if (lines.length > 0) lines[lines.length - 1] += node.data[at]; continue; }
      if (!box || box.width === 0) continue;
      if (box.top > bottom - 4) lines.push("");
      bottom = Math.max(bottom, box.bottom);
      lines[lines.length - 1] += node.data[at];
    }
  const room = Math.floor(element.parentElement.clientWidth / parseFloat(getComputedStyle(element).fontSize));
  return { tag: element.tagName, lines: lines.map((line) => line.trim()), room };
})`;
const NAMED = `[...document.querySelectorAll("h1, h2, h3, h4, h5, h6, .contents a, a.address")]
  .filter((element) => !element.querySelector(".note-call"))
  .map((element) => element.textContent.trim().replace(/[ \\n]+/g, " "))`;
const SECTION_EDGES = `[...document.querySelectorAll(".contents > ol > li > a, .part > h2")].map((element) => {
  const range = document.createRange();
  const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  range.setStart(node, 0);
  range.setEnd(node, 1);
  return Math.round(range.getBoundingClientRect().left);
})`;
/** Marks by the half em that they take. */
const MARKS = `[...document.querySelectorAll("main p")].flatMap((element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const marks = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.data.length; at += 1) {
      if (!/[’“”]/.test(node.data[at])) continue;
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const isNarrow = range.getBoundingClientRect().width < 0.6 * parseFloat(getComputedStyle(element).fontSize);
      marks.push(node.data[at] + (isNarrow ? " narrow" : " full"));
    }
  return marks;
}).slice(0, 6)`;
const SELECT_EMPHASIS = `(() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector("main em").closest("p"));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
})()`;

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, files] of titleIssues()) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(FOLDER, name, path)), { recursive: true });
      writeFileSync(join(FOLDER, name, path), text);
    }
    const { artifacts } = await build(join(FOLDER, name, "issue.yaml"), diskEnvironment(), {
      editions: ["html"],
    });
    for (const { bytes } of artifacts) writeFileSync(join(FOLDER, `${name}.html`), bytes);
  }
});

describe("Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  const withPage = async <T>(path: string, look: (page: Page) => Promise<T>): Promise<T> => {
    const { page } = await openPage(browser, pathToFileURL(resolve(path)).href, SCREEN);
    const seen = await look(page);
    await page.context().close();
    return seen;
  };

  it.each(pages)(
    "%s breaks no title inside a word, nor leaves a few characters beside many",
    async (_, path) => {
      const faults = await withPage(path, async (page) => {
        const found: string[] = [];
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          const titles = await page.evaluate<readonly BrokenTitle[]>(LINES);
          expect(titles.length).toBeGreaterThan(0);
          found.push(...titles.flatMap((title) => faultsOf(title).map((fault) => `${width} px: ${fault}`)));
        }
        return found;
      });
      expect(faults).toEqual([]);
    },
  );

  it.each(pages)("%s gives headings and links the names that they show", async (_, path) => {
    await withPage(path, async (page) => {
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send("Accessibility.getFullAXTree");
      const names = new Set(nodes.map(({ name }) => String(name?.value ?? "").trim()));
      const shown = await page.evaluate<readonly string[]>(NAMED);
      expect(shown.filter((name) => !names.has(name))).toEqual([]);
    });
  });

  it.each(ownPages)("%s sets the brackets of sections where those of its contents stand", async (_, path) => {
    const edges = await withPage(path, (page) => page.evaluate<readonly number[]>(SECTION_EDGES));
    expect(edges).toHaveLength(2);
    expect(new Set(edges).size).toBe(1);
  });

  it.each(ownPages)("%s sets quotes and apostrophes narrow amid Latin alone", async (_, path) => {
    const marks = await withPage(path, (page) => page.evaluate<readonly string[]>(MARKS));
    expect(marks).toEqual(["’ narrow", "’ narrow", "“ narrow", "” narrow", "“ full", "” full"]);
  });

  const schemes = pages.flatMap(([name, path]) =>
    (["light", "dark"] as const).map((scheme) => [name, scheme, path] as const),
  );
  it.each(schemes)("%s has a contrast of 7:1 in %s for those who ask for more", async (_, scheme, path) => {
    await withPage(path, async (page) => {
      await page.emulateMedia({ contrast: "more", colorScheme: scheme });
      await page.evaluate(AXE);
      expect(await page.evaluate<readonly string[]>(LOW_CONTRAST)).toEqual([]);
    });
  });

  it.each(ownPages)("emphasis of %s is still marked where it is pasted", async (_, path) => {
    await withPage(path, async (page) => {
      await page.evaluate(SELECT_EMPHASIS);
      await page.keyboard.press("Control+C");
      const editor = await page.context().newPage();
      await editor.setContent("<div contenteditable></div>");
      await editor.click("div");
      await editor.keyboard.press("Control+V");
      const looksOf = (words: string) =>
        editor.evaluate<readonly string[]>(
          `[...document.querySelectorAll("div *")].filter(({ textContent }) => textContent === "${words}")
            .slice(0, 1).map((element) => getComputedStyle(element).fontStyle + " " + getComputedStyle(element).fontWeight)`,
        );
      expect(await looksOf("重点")).toEqual(["italic 400"]);
      expect(await looksOf("加粗")).toEqual(["normal 700"]);
      expect(await editor.evaluate<string>(`document.querySelector("div").innerText`)).toContain(
        "It’s重点内容",
      );
    });
  });
});

interface BrokenTitle {
  readonly tag: string;
  readonly lines: readonly string[];
  /** characters that a line has room for */
  readonly room: number;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const FEW = 4;
const MANY = 9;

function faultsOf({ tag, lines, room }: BrokenTitle): readonly string[] {
  if (lines.length < 2) return [];
  const told = `${tag} ${lines.join(" / ")}`;
  const words = [...segmenter.segment(lines.join(""))];
  const borders = new Set(words.map(({ index }) => index));
  const lengths = lines.map((line) => Array.from(line.replace(/\s/gu, "")).length);
  const parted = lines.some((_, index) => index > 0 && !borders.has(lines.slice(0, index).join("").length));
  const isBetter = betterLengths(words, lines.length, room);
  return [
    ...(parted ? [`inside a word: ${told}`] : []),
    ...(lengths.includes(1) ? [`one character alone: ${told}`] : []),
    ...(areUneven(lengths) && isBetter ? [`few beside many: ${told}`] : []),
  ];
}

const areUneven = (lengths: readonly number[]): boolean =>
  Math.min(...lengths) <= FEW && Math.max(...lengths) >= MANY;

/** @returns whether as many lines, each ending between two words of more than a character, would be more even */
function betterLengths(words: readonly Intl.SegmentData[], count: number, room: number): boolean {
  const length = words.reduce((sum, { segment }) => sum + segment.length, 0);
  const places = words.flatMap(({ index, segment }, word) =>
    segment.length > 1 && (words[word - 1]?.segment.length ?? 0) > 1 ? [index] : [],
  );
  const isDivided = (start: number, left: number, lengths: readonly number[]): boolean =>
    left === 1
      ? length - start <= room && !areUneven([...lengths, length - start])
      : places.some(
          (place) =>
            place > start && place - start <= room && isDivided(place, left - 1, [...lengths, place - start]),
        );
  return isDivided(0, count, []);
}

function listPages(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true }).map((path) => join(folder, path.toString()));
  return paths.filter((path) => path.endsWith(".html")).sort();
}
