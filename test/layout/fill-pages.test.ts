/**
 * How pages are filled. A galley is written as words: `T` a title (kept with what follows), `p3` a
 * paragraph of three lines, `f5` a picture of five lines, `n2` a line that calls a note of two
 * lines, `h` a table's head, `r4` four rows under it, `|` the start of an item, `c` the contact
 * line. A page is written as what stands in each of its lines.
 */
import { describe, expect, it } from "vitest";
import { type FilledPages, fillPages } from "../../src/layout/fill-pages.js";
import type { PageFrame } from "../../src/layout/page-frame.js";
import type { Strip } from "../../src/layout/strip.js";

const U = 10;

const frameOf = (lines: number): PageFrame => ({
  paperWidth: 100,
  paperHeight: 100,
  left: 0,
  top: 0,
  width: 100,
  height: lines * U,
  blockHeight: lines * U + 2,
  pitch: U,
  snap: true,
  em: 8,
});

interface NamedStrip extends Strip {
  readonly name: string;
}

function strip(name: string, options: Partial<Strip> = {}): NamedStrip {
  return { name, before: 0, height: U, snap: true, keep: false, parts: [], notes: [], ...options };
}

function galley(words: string): { strips: NamedStrip[]; notes: Map<number, NamedStrip[]> } {
  const strips: NamedStrip[] = [];
  const notes = new Map<number, NamedStrip[]>();
  let isItemStart = false;
  const head = strip("h", { keep: true, snap: false });
  for (const [index, word] of words.split(" ").entries()) {
    const count = Number(word.slice(1) || 1);
    const barrier = isItemStart ? { barrier: true } : {};
    isItemStart = word === "|";
    if (word === "T") strips.push(strip("T", { keep: true, before: U, ...barrier }));
    if (word === "c") strips.push(strip("c", { before: U, barrier: true }));
    if (word[0] === "f") strips.push(strip("f", { height: count * U, floats: true }));
    if (word === "h") strips.push(head);
    if (word[0] === "r")
      for (let row = 0; row < count; row += 1) strips.push(strip("r", { snap: false, head }));
    if (word[0] === "n") {
      strips.push(strip("n", { notes: [index] }));
      notes.set(
        index,
        Array.from({ length: count }, () => strip("*", { snap: false })),
      );
    }
    if (word[0] !== "p") continue;
    for (let line = 0; line < count; line += 1) {
      const keep = count > 1 && (line === 0 || line === count - 2);
      strips.push(strip("p", { keep, ...(line === 0 ? { startsBlock: true, ...barrier } : {}) }));
    }
  }
  return { strips, notes };
}

/** A page as its lines: `.` is an empty one; notes stand at the foot. */
function draw(filled: FilledPages, lines: number): string {
  return filled.pages
    .map((page) => {
      const rows = Array.from({ length: lines }, () => ".");
      for (const { strip: placed, y, repeated } of [...page.strips, ...page.notes]) {
        const { name, height } = placed as NamedStrip;
        for (let row = Math.round(y / U); row < Math.round((y + height) / U) && row < lines; row += 1) {
          rows[row] = repeated ? name.toUpperCase() : name;
        }
      }
      return rows.join("");
    })
    .join(" ");
}

function fill(words: string, lines: number, foot?: Strip): string {
  const { strips, notes } = galley(words);
  return draw(fillPages({ strips, notes, foot, frame: frameOf(lines) }), lines);
}

const CASES: readonly (readonly [law: string, galley: string, lines: number, pages: string])[] = [
  ["lines fill a page before the next begins", "p4 p4", 6, "pppppp pp...."],
  ["孤行不成页: no first line alone at a page's foot", "p5 p4", 6, "ppppp. pppp.."],
  ["孤行不成页: no last line alone at a page's top", "p3 p4", 6, "ppppp. pp...."],
  ["a paragraph of three lines is not parted", "p4 p3", 6, "pppp.. ppp..."],
  ["a title keeps two lines with it", "p4 | T p4", 7, "pppp... Tpppp.."],
  ["a title with its two lines fits", "p3 | T p4", 7, "ppp.Tpp pp....."],
  ["space above is dropped at a page's top", "p6 | T p2", 6, "pppppp Tpp..."],
  ["a figure that does not fit lets the text go first", "p4 f4 p4", 6, "pppppp ppffff"],
  ["and stands at the page's top where a paragraph starts there", "p4 f4 p2 p2", 6, "pppppp ffffpp"],
  ["it does not tear a paragraph on the next page", "p4 f3 p5", 6, "pppppp pppfff"],
  ["but it does not wait for ever", "p4 f3 p9", 6, "pppppp ppppp. fffpp."],
  ["a figure that fits stays in its place", "p2 f2 p2", 6, "ppffpp"],
  ["no figure passes into the next item", "p4 f4 | T p2", 6, "pppp.. ffff.. Tpp..."],
  ["figures keep their order", "p4 f4 f2 p2", 6, "pppp.. ffffff pp...."],
  ["a note stands at the foot of the page that calls it", "p2 n2 p1", 7, "ppnp.**"],
  ["a line goes to the next page with its note", "p4 n2", 6, "pppp.. n...**"],
  ["text makes room for the note", "n2 p6", 7, "nppp.** ppp...."],
  ["a note too long is parted", "p4 n8", 6, "pppp.. n.**** ..****"],
  ["a table's head stands again above its rows on each page", "h r8", 5, "hrrrr Hrrrr"],
  ["the head is not left alone at a page's foot", "p4 h r2", 5, "pppp. hrr.."],
];

describe("pages", () => {
  it.each(CASES)("%s", (_, words, lines, pages) => {
    expect(fill(words, lines)).toBe(pages);
  });

  it("the imprint stands on the foot of the last page", () => {
    const foot = strip("i", { height: 2 * U, snap: false, before: U });
    const { strips, notes } = galley("p3");
    const filled = fillPages({ strips, notes, foot, frame: frameOf(6) });
    expect(filled.pages.length).toBe(1);
    expect(filled.pages[0]?.strips.at(-1)?.y).toBe(6 * U + 2 - 2 * U);
  });

  it("or goes whole to a new one", () => {
    const foot = strip("i", { height: 3 * U, snap: false, before: U });
    const { strips, notes } = galley("p4");
    const filled = fillPages({ strips, notes, foot, frame: frameOf(6) });
    expect(filled.pages.length).toBe(2);
    expect(filled.pages[1]?.strips.at(-1)?.y).toBe(6 * U + 2 - 3 * U);
  });

  it("what is kept together and taller than a page is parted at its foot", () => {
    const strips = Array.from({ length: 9 }, () => strip("p", { keep: true }));
    const filled = fillPages({ strips, notes: new Map(), foot: undefined, frame: frameOf(4) });
    expect(draw(filled, 4)).toBe("pppp pppp p...");
  });

  it("a strip taller than a page does not loop", () => {
    const strips = [strip("p"), strip("x", { height: 9 * U }), strip("p")];
    const filled = fillPages({ strips, notes: new Map(), foot: undefined, frame: frameOf(4) });
    expect(filled.pages.length).toBe(3);
  });

  it("tells the page on which an item starts", () => {
    const strips = [
      strip("p"),
      strip("p"),
      strip("T", { entry: { section: 0, item: 1 }, keep: true }),
      strip("p"),
    ];
    const filled = fillPages({ strips, notes: new Map(), foot: undefined, frame: frameOf(3) });
    expect(filled.entries).toEqual([{ section: 0, item: 1, page: 2 }]);
  });

  it("lines stand on the grid again behind a block that does not", () => {
    const strips = [strip("p"), strip("t", { height: 13, snap: false }), strip("p")];
    const filled = fillPages({ strips, notes: new Map(), foot: undefined, frame: frameOf(6) });
    expect(filled.pages[0]?.strips.map(({ y }) => y)).toEqual([0, 10, 30]);
  });
});
