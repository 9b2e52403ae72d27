/**
 * How pages are filled. A galley is written as words: `T` a title (kept with what follows), `p3` a
 * paragraph of three lines, `f5` a picture of five lines, `s5` one of five that may be four or three, `F5` one in a list,
 * which stays in its place,
 * `n2` a line that calls a note of two lines, `k3` three lines kept together that call a note of one line
 * each, `M3` the masthead, behind which titles say what begins, `h` a table's head, `r4` four rows under it, `|` the start of an item, `c` the contact line, `i2`
 * an imprint of two lines. A page is written as what stands in each of its lines.
 */
import { describe, expect, it } from "vitest";
import type { Strip } from "../../../src/layout/blocks/strip.js";
import { fillPages } from "../../../src/layout/pages/fill-pages.js";
import type { FilledPages } from "../../../src/layout/pages/filling.js";
import { imprintRoom } from "../../../src/layout/pages/imprint-room.js";
import type { PageGeometry } from "../../../src/model/page-geometry.js";

const U = 10;

const geometryOf = (lines: number): PageGeometry => ({
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

/** A strip in which something is to be read or seen. */
function textOf(name: string, options: Partial<Strip> = {}): NamedStrip {
  const picture = {
    kind: "picture",
    owner: "decoration",
    path: "",
    place: { path: "", start: 0, end: 0 },
    x: 0,
    y: 0,
    width: 1,
    height: 1,
  } as const;
  return strip(name, { parts: [picture], ...options });
}

interface NamedGalley {
  readonly strips: NamedStrip[];
  readonly notes: Map<number, NamedStrip[]>;
  readonly imprint: NamedStrip[];
}

function galley(words: string): NamedGalley {
  const strips: NamedStrip[] = [];
  const imprint: NamedStrip[] = [];
  const rows = (count: number, name: string) =>
    Array.from({ length: count }, () => strip(name, { snap: false }));
  const notes = new Map<number, NamedStrip[]>();
  let isItemStart = false;
  const head = strip("h", { keep: true, snap: false });
  for (const [index, word] of words.split(" ").entries()) {
    const count = Number(word.slice(1) || 1);
    const barrier = isItemStart ? { barrier: true } : {};
    isItemStart = word === "|";
    const entry = words.startsWith("M") ? { entry: { section: 0, item: index } } : {};
    if (word === "T") strips.push(strip("T", { keep: true, heads: true, before: U, ...barrier, ...entry }));
    if (word[0] === "M") strips.push(textOf("M", { height: count * U }));
    if (word === "c") strips.push(textOf("c", { before: U, barrier: true, closes: true }));
    if (word[0] === "f") strips.push(textOf("f", { height: count * U, figure: "floats" }));
    if (word[0] === "s") {
      const smallest = textOf("s", { height: (count - 2) * U, figure: "floats" });
      const smaller = { ...smallest, height: (count - 1) * U, smaller: smallest };
      strips.push(strip("s", { ...smallest, height: count * U, smaller }));
    }
    if (word[0] === "F") strips.push(textOf("F", { height: count * U, figure: "stays" }));
    if (word[0] === "i") imprint.push(...rows(count, "i"));
    if (word[0] === "k")
      for (let line = 0; line < count; line += 1) {
        strips.push(textOf("k", { keep: line < count - 1, notes: [100 * index + line] }));
        notes.set(100 * index + line, rows(1, "*"));
      }
    if (word === "h") strips.push(head);
    if (word[0] === "r")
      for (let row = 0; row < count; row += 1) strips.push(strip("r", { snap: false, head }));
    if (word[0] === "n") {
      strips.push(textOf("n", { notes: [index] }));
      notes.set(index, rows(count, "*"));
    }
    if (word[0] !== "p") continue;
    for (let line = 0; line < count; line += 1) {
      const keep = count > 1 && (line === 0 || line === count - 2);
      strips.push(textOf("p", { keep, ...(line === 0 ? { startsBlock: true, ...barrier } : {}) }));
    }
  }
  return { strips, notes, imprint };
}

/** A page as its lines: `.` is an empty one; notes stand at the foot. */
function draw(filled: FilledPages, lines: number): string {
  return filled.pages
    .map((page) => {
      const rows = Array.from({ length: lines }, () => ".");
      for (const { strip: placed, y, repeated } of [...page.strips, ...page.notes, ...page.imprint]) {
        const { name, height } = placed as NamedStrip;
        for (let row = Math.round(y / U); row < Math.round((y + height) / U) && row < lines; row += 1) {
          rows[row] = repeated ? name.toUpperCase() : name;
        }
      }
      return rows.join("");
    })
    .join(" ");
}

function fill(words: string, lines: number): string {
  return draw(fillPages({ ...galley(words), geometry: geometryOf(lines) }), lines);
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
  ["figures keep their order, and text goes before them", "p4 f4 f2 p2", 6, "pppppp ffffff"],
  ["a picture that fits smaller stays in its place", "p4 s4 p2", 7, "ppppsss pp....."],
  ["and is no smaller than need be", "p4 s5 p2", 8, "ppppssss pp......"],
  ["one that does not fit smaller lets the text go first", "p5 s5 p4", 7, "ppppppp ppsssss"],
  ["a title stays with the text when its picture waits", "p2 T f4 p3", 7, "pp.Tppp ffff..."],
  [
    "pictures become smaller to let in what would leave much white",
    "p2 s9 s9 | T p2",
    16,
    "ppssssssssssssss Tpp.............",
  ],
  [
    "a picture stands on the foot above the last lines",
    "p12 s9 | T p2",
    18,
    "ppppppppppssssssss pp.Tpp............",
  ],
  ["a note stands at the foot of the page that calls it", "p2 n2 p1", 7, "ppnp.**"],
  ["a line goes to the next page with its note", "p4 n2", 6, "pppp.. n...**"],
  ["text makes room for the note", "n2 p6", 7, "nppp.** ppp...."],
  ["a note too long is parted", "p4 n8", 6, "pppp.. n.**** ..****"],
  ["one of more than half a page leaves the text the other half", "n8 p9", 8, "npp.**** ppp.**** pppp...."],
  ["a note that fits whole is not parted", "n5 p1", 8, "np.*****"],
  ["notes of lines kept together do not stand over the last of them", "p1 k3", 8, "pkkk.***"],
  ["no note begins while another goes on", "n12 n1", 6, "n.**** .***** n.****"],
  ["a note goes on over pages that hold nothing else", "n20 p1", 6, "np.*** .***** .***** .***** ....**"],
  ["figures in lists wait for the one before them", "p4 f4 p1 F2 p1", 6, "ppppp. ffffFF p....."],
  ["notes stand over the imprint", "p2 n1 i2", 8, "ppn.*.ii"],
  ["an imprint that has no room under the notes takes two lines along", "p4 n1 i3", 8, "pp...... ppn*.iii"],
  ["the imprint takes two lines to a new page", "p8 i2", 8, "pppppp.. pp....ii"],
  ["and more where there is a contact line", "p8 c i2", 8, "pppppp.. pp.c..ii"],
  ["a contact line takes them, too, where nothing is printed under it", "p6 c", 6, "pppp.. pp.c.."],
  ["a last page of two lines stays as it is", "p10 c i2", 8, "pppppppp pp.c..ii"],
  ["the masthead is not left alone for it", "M4 T p4 c i2", 9, "MMMM.Tpp. pp.c...ii"],
  ["one line goes where no more can, rather than none", "M4 T p3 c i2", 10, "MMMM.Tpp.. p.c.....ii"],
  ["nor is the last line of two taken from under its title", "M4 T p2 c i2", 9, "MMMM.Tpp. c......ii"],
  ["what no page's end parts stays, and the imprint stands alone", "f8 i2", 8, "ffffffff ......ii"],
  ["an imprint too tall for any text beside it stands alone", "p8 i7", 8, "pppppppp .iiiiiii"],
  ["an imprint taller than a page is parted", "p2 i12", 8, "pp...... iiiiiiii ....iiii"],
  ["no line or two of it stand on the last page", "p2 i9", 8, "pp...... ...iiiii ....iiii"],
  [
    "a title stays with the text whose notes no page holds",
    "p2 T k9",
    8,
    "pp...... Tkkk.*** kkk..*** kkk..***",
  ],
  ["a table's head stands again above its rows on each page", "h r8", 5, "hrrrr Hrrrr"],
  ["the head is not left alone at a page's foot", "p4 h r2", 5, "pppp. hrr.."],
];

describe("pages", () => {
  it.each(CASES)("%s", (_, words, lines, pages) => {
    expect(fill(words, lines)).toBe(pages);
  });

  it("the imprint stands on the foot of the last page", () => {
    const imprint = [strip("i", { height: 2 * U, snap: false })];
    const { strips, notes } = galley("p3");
    const filled = fillPages({ strips, notes, imprint, geometry: geometryOf(6) });
    expect(filled.pages.length).toBe(1);
    expect(filled.pages[0]?.imprint[0]?.y).toBe(6 * U + 2 - 2 * U);
  });

  it.each([
    // The text block is 2 pt higher than its lines.
    ["p3 i2", U + 2],
    ["p1 n1 i2", U + 2],
    ["p3", undefined],
  ])("of %s leave %f pt over the imprint, notes taken off", (words, room) => {
    const { strips, notes, imprint } = galley(words);
    const filled = fillPages({ strips, notes, imprint, geometry: geometryOf(6) });
    expect(filled.pages.length).toBe(1);
    if (room === undefined) expect(imprintRoom(filled)).toBeUndefined();
    else expect(imprintRoom(filled)).toBeCloseTo(room, 6);
  });

  it("or goes whole to a new one", () => {
    const imprint = [strip("i", { height: 3 * U, snap: false })];
    const { strips, notes } = galley("p4");
    const filled = fillPages({ strips, notes, imprint, geometry: geometryOf(6) });
    expect(filled.pages.length).toBe(2);
    expect(filled.pages[1]?.imprint[0]?.y).toBe(6 * U + 2 - 3 * U);
  });

  it("what is kept together and taller than a page is parted at its foot", () => {
    const strips = Array.from({ length: 9 }, () => strip("p", { keep: true }));
    const filled = fillPages({ strips, notes: new Map(), imprint: [], geometry: geometryOf(4) });
    expect(draw(filled, 4)).toBe("pppp pppp p...");
  });

  it("a strip taller than a page does not loop", () => {
    const strips = [strip("p"), strip("x", { height: 9 * U }), strip("p")];
    const filled = fillPages({ strips, notes: new Map(), imprint: [], geometry: geometryOf(4) });
    expect(filled.pages.length).toBe(3);
  });

  it("tells the page on which an item starts", () => {
    const strips = [
      strip("p"),
      strip("p"),
      strip("T", { entry: { section: 0, item: 1 }, keep: true }),
      strip("p"),
    ];
    const filled = fillPages({ strips, notes: new Map(), imprint: [], geometry: geometryOf(3) });
    expect(filled.entries).toEqual([{ section: 0, item: 1, page: 2 }]);
  });

  const moved = (words: string, lines: number) => {
    const { strips, notes, imprint } = galley(words);
    const titles = strips.map((one, index) => {
      if (one.name === "T") return { ...one, entry: { section: 0, item: 1 } };
      return index === 0 ? { ...one, entry: { section: 0, item: 0 } } : one;
    });
    return fillPages({ strips: titles, notes, imprint, geometry: geometryOf(lines) }).moved;
  };

  it.each([
    ["goes along with what closes the issue", "p4 | T p2 c", 8, { section: 0, item: 1 }],
    ["goes along with the imprint", "p4 | T p2 i3", 8, { section: 0, item: 1 }],
    ["stands on the last page by itself", "p6 | T p2 c", 7, undefined],
    ["leaves its last two lines to it", "p1 | T p4 c", 7, undefined],
  ])("tells the item that %s", (_, words, lines, entry) => {
    expect(moved(words, lines)).toEqual(entry);
  });

  it("lines stand on the grid again behind a block that does not", () => {
    const strips = [strip("p"), strip("t", { height: 13, snap: false }), strip("p")];
    const filled = fillPages({ strips, notes: new Map(), imprint: [], geometry: geometryOf(6) });
    expect(filled.pages[0]?.strips.map(({ y }) => y)).toEqual([0, 10, 30]);
  });
});
