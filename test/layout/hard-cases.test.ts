/**
 * The hard cases of fixtures/typography, judged as a reader of the PDF finds them: read back by
 * pdf.js, not from our own layout.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { buildFixture, FIXTURES } from "../built-fixtures.js";

const BODY_PT = 15.793;
const PITCH_PT = 28.95;
/** 28 mm, and 26 mm from the right edge of A4. */
const LEFT_PT = (28 * 72) / 25.4;
const RIGHT_PT = ((210 - 26) * 72) / 25.4;
const TOP_PT = (37 * 72) / 25.4;

interface ReadLine {
  readonly page: number;
  /** from the top of the page */
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
  readonly text: string;
  /** the next line goes on with the same paragraph */
  readonly goesOn: boolean;
}

let lines: readonly ReadLine[] = [];

beforeAll(async () => {
  const { artifacts } = await buildFixture("typography");
  const pdf = artifacts.find(({ edition }) => edition === "pdf");
  if (pdf === undefined) throw new Error("no PDF was made");
  lines = await readLines(pdf.bytes);
});

async function readLines(bytes: Uint8Array): Promise<readonly ReadLine[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const found: ReadLine[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const rows = new Map<
      string,
      { left: number; right: number; baseline: number; text: string; isBody: boolean }
    >();
    for (const item of items) {
      if (!("str" in item) || item.str === "") continue;
      const [, , , , x, y] = item.transform as number[];
      const baseline = height - (y ?? 0);
      const key = baseline.toFixed(1);
      const row = rows.get(key) ?? {
        left: Number.POSITIVE_INFINITY,
        right: 0,
        baseline,
        text: "",
        isBody: false,
      };
      row.isBody ||= Math.abs(item.transform[0] - BODY_PT) < 0.01;
      row.left = Math.min(row.left, x ?? 0);
      row.right = Math.max(row.right, (x ?? 0) + item.width);
      row.text += item.str;
      rows.set(key, row);
    }
    for (const { isBody: _, ...row } of [...rows.values()]
      .filter(({ isBody }) => isBody)
      .sort((a, b) => a.baseline - b.baseline)) {
      found.push({ page: number, ...row, goesOn: false });
    }
  }
  // What starts at the margin goes on with the line before; paragraphs and headings start two em in.
  return found.map((line, index) => {
    const next = found[index + 1];
    const isClose =
      next !== undefined && (next.page !== line.page || next.baseline - line.baseline < 1.5 * PITCH_PT);
    return {
      ...line,
      goesOn:
        !line.text.startsWith("信息报送") &&
        isClose &&
        Math.abs((next?.left ?? 0) - LEFT_PT) < 0.5 &&
        !/^(?:信息报送|【)/.test(next?.text ?? ""),
    };
  });
}

/** What stands before the author's own line breaks. */
function hardBreaks(): readonly string[] {
  const folder = join(FIXTURES, "typography/items");
  const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  return text.flatMap((item) => [...item.matchAll(/(.{3})(?: {2}|\\)\n/g)].map(([, end = ""]) => end));
}

/** Lines that go on, with the line they go on in. */
const joints = (): readonly (readonly [ReadLine, ReadLine])[] =>
  lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return line.goesOn && next !== undefined ? [[line, next] as const] : [];
  });

describe("fixtures/typography, read back from the PDF", () => {
  it("has more than sixty cases, and most of them turn a line", () => {
    expect(lines.filter(({ text }) => /^例\d+/.test(text)).length).toBeGreaterThan(60);
    expect(joints().length).toBeGreaterThan(60);
  });

  it("starts no line with a mark that may not", () => {
    const wrong = joints().filter(([, next]) =>
      /^[。．，、；：！？!?%‰℃）〕］｝〉》」』】〗”’·–～\-/]/u.test(next.text),
    );
    expect(wrong.map(([, { text }]) => text)).toEqual([]);
  });

  it("ends no line with a mark that may not", () => {
    const wrong = joints().filter(([line]) => /[（〔［｛〈《「『【〖“‘]$/u.test(line.text));
    expect(wrong.map(([{ text }]) => text)).toEqual([]);
  });

  it("parts no number from its unit, no year, no range", () => {
    const wrong = joints().filter(
      ([line, next]) =>
        (/\d$/.test(line.text) && /^(?:[年月日场届次项人名]|余人|万|平方|km|%)/.test(next.text)) ||
        (/[第￥]$/.test(line.text) && /^\d/.test(next.text)),
    );
    expect(wrong.map(([a, b]) => `${a.text}|${b.text}`)).toEqual([]);
  });

  it("leaves no last line of one character", () => {
    const last = joints().flatMap(([, next]) => (next.goesOn ? [] : [next.text]));
    expect(last.filter((text) => (text.match(/[\p{Script=Han}A-Za-z\d]/gu) ?? []).length < 2)).toEqual([]);
  });

  it("fills full lines to a hundredth of a point", () => {
    const breaks = hardBreaks();
    const ragged = joints().filter(
      ([line]) => Math.abs(line.right - RIGHT_PT) > 0.01 && !breaks.some((end) => line.text.endsWith(end)),
    );
    expect(ragged.map(([{ text, right }]) => `${right.toFixed(2)} ${text}`)).toEqual([]);
  });

  it("starts every line at the margin or two em in", () => {
    for (const [, next] of joints()) expect(next.left).toBeCloseTo(LEFT_PT, 2);
  });

  it("sets every base line on the grid to a twentieth of a point", () => {
    const offset = (PITCH_PT - BODY_PT) / 2 + 0.88 * BODY_PT;
    for (const { baseline } of lines) {
      const units = (baseline - TOP_PT - offset) / PITCH_PT;
      expect(Math.abs(units - Math.round(units)) * PITCH_PT).toBeLessThan(0.05);
    }
  });

  it("sets 28 characters on a line of Han alone", () => {
    const solid = joints().filter(
      ([line]) => /^\p{Script=Han}+$/u.test(line.text) && Math.abs(line.left - LEFT_PT) < 0.01,
    );
    expect(Math.max(...solid.map(([line]) => [...line.text].length))).toBe(28);
  });
});
