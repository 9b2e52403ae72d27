/**
 * The pages of every sound fixture, read back from the PDF by pdf.js and held against the laws of
 * Chinese composition (docs/typography.md): line starts and ends, numbers with their units, last
 * lines, full lines, the grid, margins, page numbers, links, and the text itself.
 */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { printedSections } from "../../src/model/furniture.js";
import { soundFixtures } from "../built-fixtures.js";
import {
  bodyOf,
  endsWrong,
  fixtureOf,
  GB_PAGE,
  gridLines,
  isLaw,
  isLeftRagged,
  isNote,
  MM,
  partsNumber,
  partsPair,
  readFixture,
  show,
  sparesHoles,
  startsWrong,
  textOf,
  turns,
  wordAround,
} from "./read-fixture.js";

/** Places in the file have five digits, widths of characters a thousandth of an em. */
const FLUSH_PT = 0.01;
const GRID_PT = 0.05;

/** Quotations stand in by two characters on both sides. */
const QUOTE_INSET_EM = 2;
beforeAll(async () => {
  for (const name of soundFixtures) await readFixture(name);
}, 60_000);

describe.each(soundFixtures)("%s", (name) => {
  it("gives back every paragraph as it was written", () => {
    const { paragraphs, lost } = fixtureOf(name);
    expect(lost).toEqual([]);
    expect(paragraphs.length).toBeGreaterThan(1);
  });

  it("starts no line with a mark that may not", () => {
    const wrong = turns(name).filter(startsWrong);
    expect(wrong.filter(isLaw).map(show)).toEqual([]);
  });

  it("ends no line with a mark that may not", () => {
    const wrong = turns(name).filter(endsWrong);
    expect(wrong.filter(isLaw).map(show)).toEqual([]);
  });

  it("parts no —— and no ……", () => {
    const wrong = turns(name).filter(partsPair);
    expect(wrong.map(show)).toEqual([]);
  });

  it("keeps numbers with their units, and years whole", () => {
    const parted = turns(name).filter(isLaw).filter(partsNumber);
    expect(parted.filter((turn) => !sparesHoles(turn)).map(show)).toEqual([]);
  });

  it("parts words only where they are wider than half a line", () => {
    const wrong = turns(name)
      .filter(isLaw)
      .filter(({ line, next }) => line.end === next.start)
      .filter(({ line, next }) => /[A-Za-z]\|[A-Za-z]/.test(`${line.text}|${next.text}`))
      .filter(({ paragraph, line }) => wordAround(paragraph.text, line.end).length < 28);
    expect(wrong.map(show)).toEqual([]);
  });

  it("leaves no last line of one character", () => {
    const lonely = bodyOf(name)
      .filter(({ lines }) => lines.length > 1)
      .map(({ lines }) => lines.at(-1)?.text ?? "")
      .filter((text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length < 2);
    expect(lonely).toEqual([]);
  });

  it("leaves no first or last line of a paragraph alone on a page", () => {
    const alone = bodyOf(name).filter(({ lines }) => {
      const onPage = [...new Set(lines.map(({ page }) => page))];
      const counts = onPage.map((page) => lines.filter((line) => line.page === page).length);
      return counts.length > 1 && (counts[0] === 1 || counts.at(-1) === 1);
    });
    expect(alone.map(({ text }) => text)).toEqual([]);
  });

  it("leaves no heading at a page’s foot", () => {
    const left = fixtureOf(name).pages.flatMap(({ blocks }) => {
      const text = blocks.filter((block) => !isNote(block));
      const heading = text.findLastIndex(({ role }) => /^H[2-6]$/.test(role));
      if (heading < 0) return [];
      const behind = text.slice(heading + 1).flatMap(({ lines }) => lines).length;
      return behind === 0 ? [textOf(text[heading])] : [];
    });
    expect(left).toEqual([]);
  });

  it("ends full lines of running text at one edge", () => {
    const full = bodyOf(name)
      .filter(({ inside }) => !inside.includes("BlockQuote"))
      .flatMap(({ lines }) => lines.filter(({ isFinal }) => !isFinal));
    const rights = full.map(({ right }) => right).sort((a, b) => a - b);
    const edge = rights[Math.floor(rights.length / 2)] ?? 0;
    const hangs = ({ right, text, size }: (typeof full)[number]) =>
      /[，、。；：！？]$/u.test(text) && Math.abs(right - size - edge) < FLUSH_PT;
    const ragged = full.filter(
      (line) => Math.abs(edge - line.right) > 2 * FLUSH_PT && !isLeftRagged(line, edge) && !hangs(line),
    );
    expect(ragged.map(({ right, text }) => `${right.toFixed(3)} ${text}`)).toEqual([]);
  });

  it("links every address, and the contents", () => {
    const { pages, issue } = fixtureOf(name);
    const links = pages.flatMap((page) => page.links);
    const urls = links.map(({ url }) => url);
    expect(urls.some((url) => url?.startsWith("mailto:"))).toBe(issue.house.contact !== undefined);
    const entries = pages.flatMap(({ blocks }) => blocks).filter(({ role }) => role === "TOCI");
    const internal = links.filter(({ isInternal }) => isInternal).length;
    expect(internal).toBeGreaterThanOrEqual(entries.length);
    const sections = printedSections(issue);
    const items = sections.flatMap((section) => section.items).length;
    if (entries.length > 0) expect(entries.length).toBe(sections.length + items);
  });
});

describe.each(soundFixtures.filter((name) => name !== "newsletter"))(
  "%s on the grid of GB/T 9704",
  (name) => {
    it("fills full lines flush to a hundredth of a point", () => {
      const ragged = bodyOf(name).flatMap(({ lines, inside }) => {
        const quotes = inside.filter((role) => role === "BlockQuote").length;
        const right = GB_PAGE.right - QUOTE_INSET_EM * quotes * GB_PAGE.size;
        return lines.filter(
          (line) => !line.isFinal && Math.abs(line.right - right) > FLUSH_PT && !isLeftRagged(line, right),
        );
      });
      expect(ragged.map(({ right, text }) => `${right.toFixed(3)} ${text}`)).toEqual([]);
    });

    it("starts lines at the margin, first ones two characters in", () => {
      const plain = bodyOf(name).filter(
        ({ source, inside }) => source.kind === "text" && !/L|BlockQuote|Table/.test(inside.join(" ")),
      );
      const wrong = plain.flatMap(({ lines }) =>
        lines.slice(1).filter(({ left }) => Math.abs(left - GB_PAGE.left) > FLUSH_PT),
      );
      expect(wrong.map(({ left, text }) => `${left.toFixed(3)} ${text}`)).toEqual([]);
      const indent = GB_PAGE.left + 2 * GB_PAGE.size;
      // The empty half of an opening mark stands in the indent, an attribution alone has none.
      const firsts = plain
        .flatMap(({ lines }) => lines.slice(0, 1))
        .filter(({ text }) => !/^[（〔【《“‘]/u.test(text));
      expect(firsts.filter(({ left }) => Math.abs(left - indent) > FLUSH_PT).map(({ text }) => text)).toEqual(
        [],
      );
    });

    it("sets each base line of the text on the grid", () => {
      // The character's box, which is 0.88 em above its base line, stands in the middle of its grid line.
      const first = GB_PAGE.top + (GB_PAGE.pitch - GB_PAGE.size) / 2 + 0.88 * GB_PAGE.size;
      const off = gridLines(name).filter(({ baseline }) => {
        const units = (baseline - first) / GB_PAGE.pitch;
        return Math.abs(units - Math.round(units)) * GB_PAGE.pitch > GRID_PT;
      });
      expect(off.map(({ page, baseline, text }) => `${page} ${baseline.toFixed(2)} ${text}`)).toEqual([]);
    });

    it("keeps all text inside the text block", () => {
      const { left, right, top, bottom } = GB_PAGE;
      const out = fixtureOf(name)
        .pages.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines))
        .filter(
          // The mark of a draft stands over the text block.
          (line) => line.text !== fixtureOf(name).issue.marks.draft?.value || line.baseline > top,
        )
        .filter(
          (line) =>
            // The empty half of an opening mark may stand outside.
            line.left < left - FLUSH_PT - (/^[【“《（]/u.test(line.text) ? line.size / 2 : 0) ||
            line.right > right + FLUSH_PT ||
            line.baseline - line.size * 0.88 < top ||
            line.baseline > bottom,
        );
      expect(out.map(({ page, text }) => `${page} ${text}`)).toEqual([]);
    });

    it("numbers odd pages on the right and even ones on the left, outside the text block", () => {
      // Its look has the numbers in the middle.
      if (name === "supplement") return;
      for (const { number, artifacts } of fixtureOf(name).pages) {
        const line = artifacts.find(({ text }) => /^— \d+ —$/u.test(text.trim()));
        expect(line?.text.trim(), `page ${number}`).toBe(`— ${number} —`);
        if (line === undefined) continue;
        expect(line.baseline - 0.9 * line.size).toBeGreaterThan(GB_PAGE.bottom);
        // One character in from the edge of the text block.
        if (number % 2 === 1) expect(line.right).toBeCloseTo(GB_PAGE.right - line.size, 1);
        else expect(line.left).toBeCloseTo(GB_PAGE.left + line.size, 1);
      }
    });
  },
);

describe("typography", () => {
  const cases: readonly { case: number; name: string; rule: string }[] = parse(
    readFileSync("fixtures/typography/cases.yaml", "utf8"),
  );

  it("has each of its cases on the page, with its rule", () => {
    expect(cases.length).toBeGreaterThan(60);
    const headings = new Set(
      fixtureOf("typography")
        .paragraphs.filter(({ source }) => source.kind === "heading")
        .map(({ text }) => text),
    );
    expect(cases.filter((one) => !headings.has(`例${one.case} ${one.name}`))).toEqual([]);
    expect(headings.size).toBe(cases.length);
    expect(cases.filter(({ rule }) => rule.length < 2)).toEqual([]);
  });

  it("sets 28 characters on a full line of Han", () => {
    const full = bodyOf("typography")
      .flatMap(({ lines }) => lines.slice(1))
      .filter(({ text, isFinal }) => !isFinal && /^\p{Script=Han}+$/u.test(text));
    expect(full.length).toBeGreaterThan(3);
    // A line gives one to what its paragraph's end needs; it never takes one more.
    expect(Math.max(...full.map(({ text }) => [...text].length))).toBe(GB_PAGE.characters);
    const solid = full.filter(({ text }) => [...text].length === GB_PAGE.characters);
    expect(solid.length).toBeGreaterThan(full.length / 2);
    for (const { left, right } of solid) {
      expect(left).toBeCloseTo(GB_PAGE.left, 2);
      expect(right - left).toBeCloseTo(156 * MM, 1);
    }
  });

  it("sets 22 lines on a full page, the first 37 mm from the top edge", () => {
    const byPage = new Map<number, number[]>();
    for (const { page, baseline } of gridLines("typography"))
      byPage.set(page, [...(byPage.get(page) ?? []), baseline]);
    const full = [...byPage.values()].filter((lines) => new Set(lines).size === GB_PAGE.lines);
    expect(full.length).toBeGreaterThan(0);
    for (const lines of full) {
      const top = Math.min(...lines) - 0.88 * GB_PAGE.size - (GB_PAGE.pitch - GB_PAGE.size) / 2;
      expect(top).toBeCloseTo(GB_PAGE.top, 1);
      expect(Math.max(...lines) - Math.min(...lines)).toBeCloseTo(21 * GB_PAGE.pitch, 1);
    }
    expect(Math.max(...[...byPage.values()].map((lines) => new Set(lines).size))).toBe(GB_PAGE.lines);
  });

  it("closes up adjacent marks to one and a half characters", () => {
    // A last line is set at its natural width: what it lacks to whole characters is what was closed up.
    const marks = /[，、。；：？！“”‘’（）《》〈〉【】〔〕]/u;
    const lines = bodyOf("typography").flatMap((one) => one.lines.filter(({ isFinal }) => isFinal));
    const wrong: string[] = [];
    let pairs = 0;
    for (const { text, left, right, callsNote } of lines) {
      if (callsNote) continue;
      if (!/^(?:\p{Script=Han}|[，、。；：？！“”‘’（）《》〈〉【】〔〕])+$/u.test(text)) continue;
      const characters = [...text];
      const adjacent = characters.filter(
        (one, at) => marks.test(one) && marks.test(characters[at + 1] ?? ""),
      );
      pairs += adjacent.length;
      const width = (right - left) / GB_PAGE.size;
      const natural = characters.length - adjacent.length / 2;
      // It may be squeezed to admit a character, and its last mark be trimmed at the line's end.
      if (width > natural + 0.01) wrong.push(`${width.toFixed(2)} of ${natural} em: ${text}`);
    }
    expect(wrong).toEqual([]);
    expect(pairs).toBeGreaterThan(5);
  });
});
