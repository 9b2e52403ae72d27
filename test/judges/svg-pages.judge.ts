/**
 * Pages of every fixture as SVG, as Chromium draws it, beside the page of the PDF, as poppler draws it: the same
 * greys all over the page, and in every small piece of it. And what Chromium does with the text that is not seen: it
 * finds what a line end parts, copies what was written, and calls the page by its number.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPageFile } from "../../src/svg/render-page-file.js";
import { buildFixture, soundFixtures } from "../built-fixtures.js";
import { launchBrowser } from "./browser.js";

const FOLDER = ".judges/svg-pages";
const DPI = 100;
/**
 * Poppler sets letters on whole pixels, which at this scale moves strokes by half their width. Drawn so much larger and
 * averaged they are nearly in their places: what is left falls as this grows.
 */
const LARGER = 4;
/** Mean of the differences of squares of 2 pixels, of white to black: each smooths the edges of letters in its way. */
const SQUARE_PX = 2;
const MOST_ON_A_PAGE = 0.01;
/** A piece is about half a letter of the text: one that is missing, or stands beside its place, shows. */
const PIECE_PX = 12;
const MOST_IN_A_PIECE = 0.08;

/** Of a long fixture so many, from all of it: chapters follow each other, and pages of one chapter are alike. */
const MOST_PAGES = 8;

const someOf = <Value>(pages: readonly Value[]): readonly Value[] =>
  pages.filter((_, index) => index % Math.ceil(pages.length / MOST_PAGES) === 0);

let browser: Browser;
let screen: Page;

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  browser = await launchBrowser();
  screen = await browser.newPage();
});

afterAll(() => browser.close());

describe.each(soundFixtures)("%s", (fixture) => {
  it("has the pages of its PDF as SVG", async () => {
    const folder = join(FOLDER, fixture);
    mkdirSync(folder, { recursive: true });
    const { layout, assets, artifacts } = await buildFixture(fixture);
    const pdf = artifacts.find(({ edition }) => edition === "pdf");
    if (layout === undefined || pdf === undefined) throw new Error(`${fixture} has no pages`);
    writeFileSync(join(folder, "issue.pdf"), pdf.bytes);
    const compared: Compared[] = [];
    for (const page of someOf(layout.pages)) {
      const svg = renderPageFile(page, layout, { assets, title: fixture });
      const theirs = drawnByPoppler(join(folder, "issue.pdf"), page.number);
      const ours = await drawnByChromium(svg, layout, theirs);
      compared.push({ page: page.number, ...compare(ours, theirs) });
    }
    const worst = (by: "whole" | "piece") => compared.reduce((a, b) => (b[by] > a[by] ? b : a));
    const [whole, piece] = [worst("whole"), worst("piece")];
    console.info(
      `${fixture}: ${compared.length} pages; most on a page ${percent(whole.whole)} (page ${whole.page}), ` +
        `most in a piece ${percent(piece.piece)} (page ${piece.page}, at ${piece.at.join(" ")})`,
    );
    expect(whole.whole, `page ${whole.page}`).toBeLessThan(MOST_ON_A_PAGE);
    expect(piece.piece, `page ${piece.page} at ${piece.at.join(" ")}`).toBeLessThan(MOST_IN_A_PIECE);
  });
});

describe("the text over the glyphs, in Chromium", () => {
  const FIXTURE = "work-bulletin";

  it("is copied a paragraph a line, and found where a line end parts it", async () => {
    const { layout, assets } = await buildFixture(FIXTURE);
    if (layout === undefined) throw new Error(`${FIXTURE} has no pages`);
    let parted = 0;
    for (const page of layout.pages) {
      await screen.setContent(elementOf(renderPageFile(page, layout, { assets, title: FIXTURE })));
      const copied = await screen.evaluate<string>(
        `getSelection().selectAllChildren(document.querySelector(".page-text")), getSelection().toString()`,
      );
      const blocks = await screen.locator("text").allTextContents();
      expect(copied.trim().split(/\n+/)).toEqual(blocks.map((block) => block.trim()));
      // The end of a line and the beginning of the next, of one paragraph.
      for (const text of await screen.locator("text").all()) {
        const spans = await text.locator("tspan").all();
        const [last, next] = spans.slice(-2);
        if (last === undefined || next === undefined) continue;
        if ((await last.getAttribute("y")) === (await next.getAttribute("y"))) continue;
        const words = `${(await last.textContent())?.slice(-4)}${(await next.textContent())?.slice(0, 4)}`;
        const find = `getSelection().removeAllRanges(), window.find(${JSON.stringify(words)}) && getSelection().toString()`;
        expect(await screen.evaluate(find)).toBe(words);
        parted += 1;
      }
    }
    expect(parted).toBeGreaterThan(10);
  });

  it("is selected by the mouse, from one line into the next", async () => {
    const { layout, assets } = await buildFixture(FIXTURE);
    const page = layout?.pages[2];
    if (layout === undefined || page === undefined) throw new Error(`${FIXTURE} has too few pages`);
    await screen.setViewportSize({ width: 1000, height: 1400 });
    await screen.setContent(elementOf(renderPageFile(page, layout, { assets, title: FIXTURE })));
    // Playwright takes the first letter of a run for its box.
    const lineOf = async (words: string) => {
      const { x, y, width, height } = await screen.evaluate<Box>(
        `[...document.querySelectorAll("tspan")].find(({ textContent }) => textContent.includes(${JSON.stringify(words)}))` +
          ".getBoundingClientRect().toJSON()",
      );
      return { left: x + 2, right: x + width - 2, y: y + height / 2 };
    };
    const [from, to] = [await lineOf("评审会按照"), await lineOf("评审组，")];
    await screen.mouse.move(from.left, from.y);
    await screen.mouse.down();
    await screen.mouse.move((to.left + to.right) / 2, to.y);
    await screen.mouse.move(to.right, to.y);
    await screen.mouse.up();
    const selected = await screen.evaluate<string>("getSelection().toString()");
    expect(selected).toMatch(/评审会按照“小同行”评议原则设5个评审组，[^\n]*择优产生立项人$/);
  });

  it("is in a group that a screen reader calls by the number of the page", async () => {
    const { layout, assets } = await buildFixture(FIXTURE);
    const page = layout?.pages[2];
    if (layout === undefined || page === undefined) throw new Error(`${FIXTURE} has too few pages`);
    await screen.setContent(elementOf(renderPageFile(page, layout, { assets, title: FIXTURE })));
    const told = await screen.locator("body").ariaSnapshot();
    expect(told).toMatch(/^- group "第3页"/);
    expect(told).toContain("“启明”青年科技人才托举项目");
    expect(told).not.toContain("— 3 —");
  });
});

/** Without its declaration a file can stand in a page. */
const elementOf = (file: string): string => file.replace(/^<\?.*\?>/, "");

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Greys {
  readonly width: number;
  readonly height: number;
  /** 0 is black; a byte a pixel */
  readonly values: Uint8Array;
}

interface Compared {
  readonly page: number;
  readonly whole: number;
  /** in the piece that differs most, and where that is, in pixels */
  readonly piece: number;
  readonly at: Square["at"];
}

const percent = (part: number): string => `${(part * 100).toFixed(2)} %`;

/** @param page from 1 */
function drawnByPoppler(path: string, page: number): Greys {
  const asked = ["-r", String(DPI * LARGER), "-gray", "-f", String(page), "-l", String(page), path];
  const picture = execFileSync("pdftoppm", asked, { maxBuffer: 2 ** 28 });
  // A portable graymap: P5, width, height and 255, then a byte a pixel.
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 64).toString("latin1"));
  if (head === null) throw new Error(`pdftoppm made no picture of page ${page}`);
  const [large, high] = [Number(head[1]), Number(head[2])];
  const [width, height] = [Math.ceil(large / LARGER), Math.ceil(high / LARGER)];
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let down = y * LARGER; down < (y + 1) * LARGER; down += 1) {
        for (let right = x * LARGER; right < (x + 1) * LARGER; right += 1) {
          const isOnPaper = right < large && down < high;
          sum += isOnPaper ? (picture[head[0].length + down * large + right] ?? 0) : 255;
        }
      }
      values[y * width + x] = sum / LARGER ** 2;
    }
  }
  return { width, height, values };
}

async function drawnByChromium(
  svg: string,
  paper: { readonly widthPt: number; readonly heightPt: number },
  { width, height }: Greys,
): Promise<Greys> {
  const px = (points: number): string => `${(points * DPI) / 72}px`;
  await screen.setViewportSize({ width, height });
  const size = `width:${px(paper.widthPt)};height:${px(paper.heightPt)}`;
  await screen.setContent(`<style>body{margin:0}svg{display:block;${size}}</style>${elementOf(svg)}`);
  const shot = sharp(await screen.screenshot()).removeAlpha();
  const { data, info } = await shot.raw().toBuffer({ resolveWithObject: true });
  const values = new Uint8Array(info.width * info.height);
  for (let pixel = 0; pixel < values.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 3, pixel * 3 + 3);
    // As poppler makes grey of colours (ISO 32000-1, 10.3.3).
    values[pixel] = 0.3 * red + 0.59 * green + 0.11 * blue;
  }
  return { width: info.width, height: info.height, values };
}

function compare(ours: Greys, theirs: Greys): Omit<Compared, "page"> {
  const { width, height } = theirs;
  expect([ours.width, ours.height]).toEqual([width, height]);
  const whole = differences(ours, theirs, SQUARE_PX);
  const pieces = differences(ours, theirs, PIECE_PX);
  const piece = pieces.reduce((a, b) => (b.difference > a.difference ? b : a));
  return {
    whole: whole.reduce((sum, { difference }) => sum + difference, 0) / whole.length,
    piece: piece.difference,
    at: piece.at,
  };
}

interface Square {
  readonly at: readonly [left: number, top: number];
  /** of the mean greys, of white to black */
  readonly difference: number;
}

function differences(ours: Greys, theirs: Greys, side: number): readonly Square[] {
  const { width, height } = theirs;
  const squares: Square[] = [];
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      let sum = 0;
      for (let y = top; y < top + side; y += 1) {
        for (let at = y * width + left; at < y * width + left + side; at += 1) {
          sum += (ours.values[at] ?? 0) - (theirs.values[at] ?? 0);
        }
      }
      squares.push({ at: [left, top], difference: Math.abs(sum) / (side * side * 255) });
    }
  }
  return squares;
}
