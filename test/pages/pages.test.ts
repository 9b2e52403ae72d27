/**
 * What stands on composed pages stands apart, inside the type area, in its order and complete: of every
 * sound fixture, and of some of the random issues of which test/judges/pages.judge.ts builds 300.
 * Once by the layout's own marks, once by what pdf.js finds in the finished file.
 */
import { describe, expect, it } from "vitest";
import type { StructureElement } from "../../src/layout/layout.js";
import { buildFixture, soundFixtures } from "../built-fixtures.js";
import { modelText } from "../edition-text/model-text.js";
import { readPdfText } from "../edition-text/pdf-text.js";
import { openPdf } from "../pdf/read-back.js";
import { buildRandom, differences, judgePages, pageIn, templateOf } from "./judged-issue.js";
import { pagesOf } from "./page-laws.js";
import { paintedMarks } from "./painted-marks.js";
import { randomIssue } from "./random-issue.js";
import { outside, overlaps } from "./seen-mark.js";
import { cellsOfFile, cellsOfLayout } from "./table-cells.js";
import { typeAreaOf } from "./type-area.js";

/** Long and short ones, both templates and a cover; 12 have notes of several pages, 18 a tall imprint. */
const SEEDS = [4, 7, 12, 24, 26, 32, 33, 34];
const PAINTED_SEEDS = [13, 26, 33];
/** Rows of its table are higher than a page. */
const SEED_OF_PARTED_ROWS = 24;

describe.each(soundFixtures)("%s", (name) => {
  const template = name === "newsletter" ? "newsletter" : "jianbao";

  it("keeps its pages in order", async () => {
    expect(judgePages(await buildFixture(name), template).faults).toEqual([]);
  });

  it("keeps its printed pages in order", async () => {
    const { issue, artifacts } = await buildFixture(name);
    const pdf = artifacts.find(({ edition }) => edition === "pdf");
    const draft = issue?.marks.draft?.value;
    expect(await faultsInFile(pdf?.bytes ?? new Uint8Array(), template, draft)).toEqual([]);
  });

  it("is copied without a sign that stands for nothing", async () => {
    const { artifacts, layout } = await buildFixture(name);
    const pdf = artifacts.find(({ edition }) => edition === "pdf");
    const document = await openPdf(pdf?.bytes ?? new Uint8Array());
    const copied: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      copied.push(withoutSpace(items.map((item) => ("str" in item ? item.str : "")).join("")));
    }
    const set = layout?.pages.map(({ marks }) =>
      withoutSpace(marks.map((mark) => (mark.kind === "glyphs" ? mark.text : "")).join("")),
    );
    expect(copied).toEqual(set);
    expect(copied.join("")).not.toContain("\ufffd");
  });
});

describe.each(SEEDS)("the random issue of seed %i", (seed) => {
  it("keeps its pages in order", async () => {
    const built = await buildRandom(seed, false);
    const { pages, faults } = judgePages(built.result, templateOf(built));
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(0);
  });
});

describe.each(PAINTED_SEEDS)("the random issue of seed %i, printed,", (seed) => {
  it("keeps its pages in order, and says what was written", async () => {
    const built = await buildRandom(seed, true);
    const { artifacts, issue, layout } = built.result;
    const bytes = artifacts[0]?.bytes ?? new Uint8Array();
    expect(await faultsInFile(bytes, templateOf(built))).toEqual([]);
    if (issue === undefined || layout === undefined) throw new Error("not built");
    expect(differences(await readPdfText(bytes), modelText(issue, pageIn(layout)))).toEqual([]);
  });
});

it("cells of a row that is parted over pages are read whole, and nothing of others in them", async () => {
  const { artifacts, layout } = (await buildRandom(SEED_OF_PARTED_ROWS, true)).result;
  if (layout === undefined) throw new Error("not built");
  const cells = cellsOfLayout(layout);
  expect(await cellsOfFile(artifacts[0]?.bytes ?? new Uint8Array())).toEqual(cells);
  const isOnPages = (element: StructureElement) =>
    element.type === "TD" && new Set(pagesOf(layout, element)).size > 1;
  expect(layout.elements.some(isOnPages)).toBe(true);
});

it("the same seed gives the same issue, another another", () => {
  expect(randomIssue(5)).toEqual(randomIssue(5));
  expect(randomIssue(5).files["issue.yaml"]).not.toBe(randomIssue(6).files["issue.yaml"]);
});

async function faultsInFile(bytes: Uint8Array, template: string, draft?: string): Promise<readonly string[]> {
  const document = await openPdf(bytes);
  const faults: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const marks = await paintedMarks(await document.getPage(number));
    const found = [...overlaps(marks), ...outside(marks, typeAreaOf(template), draft)];
    faults.push(...found.map((fault) => `page ${number}: ${fault}`));
  }
  expect(document.numPages).toBeGreaterThan(0);
  return faults;
}

const withoutSpace = (text: string): string => text.replace(/\s/gu, "");
