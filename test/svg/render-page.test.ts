/** Pages as SVG: what is drawn, what is read, what is never markup, and that the same is the same. */
import { describe, expect, it } from "vitest";
import type { Orientation } from "../../src/model/picture.js";
import { glyphBook } from "../../src/svg/glyph-book.js";
import { defineGlyphs, renderPage } from "../../src/svg/render-page.js";
import {
  allIn,
  drawnFace,
  elementsOf,
  PAPER,
  pageOf,
  readXml,
  runOf,
  textLayerOf,
  textOf,
} from "./made-page.js";

const hrefOf = (path: string): string => `/pictures/${path}`;
const render = (
  page: ReturnType<typeof pageOf>,
  elements = elementsOf(["P", 0]),
  more: { orientationOf?: (path: string) => Orientation; name?: string } = {},
): string => renderPage(page, { ...PAPER, elements }, { book: glyphBook(), hrefOf, ...more });

const blocksOf = (svg: string): readonly string[] => textOf(textLayerOf(readXml(svg))).split("\n");
const named = (svg: string, name: string) => allIn(readXml(svg)).filter((element) => element.name === name);

describe("a book of glyphs", () => {
  it("draws each glyph once, in thousandths of an em from the base line down, the known ones first", () => {
    const book = glyphBook();
    const face = drawnFace();
    expect([book.idOf(face, 0x4e00), book.idOf(face, 0x41), book.idOf(face, 0x4e00)]).toEqual([
      "g0-feo",
      "g0-1t",
      "g0-feo",
    ]);
    expect(book.outlines).toEqual([
      { id: "g0-feo", d: "M50 0h900v-800h-900z" },
      { id: "g0-1t", d: "M50 0h400v-800h-400z" },
    ]);
    expect(book.idOf(face, 0x20)).toBeUndefined();
    expect(book.outlines.length).toBe(2);
  });

  it("tells faces apart by what they draw, not by name, and knows a copy", () => {
    const book = glyphBook();
    const face = drawnFace("Same");
    const ids = [face, drawnFace("Same"), { ...face, name: "Same-2" }].map((one) => book.idOf(one, 0x41));
    expect(ids).toEqual(["g0-1t", "g1-1t", "g0-1t"]);
  });

  it("rounds places, not steps", () => {
    const third = 1 / 3;
    const face = {
      ...drawnFace(),
      outline: () => [
        { kind: "move" as const, points: [0, 0] },
        { kind: "quadratic" as const, points: [third / 100, -third / 100, third / 50, 0] },
        { kind: "quadratic" as const, points: [third / 40, third / 100, third / 25, -0.0001] },
        { kind: "cubic" as const, points: [0, 0, 0.1, 0.1, 0.2, 0] },
      ],
    };
    const book = glyphBook();
    book.idOf(face, 1);
    expect(book.outlines[0]?.d).toBe("M0 0q3.3 3.3 6.7 0 1.6-3.3 6.6 0.1c-13.3-0.1 86.7-100.1 186.7-0.1z");
  });
});

describe("what is seen", () => {
  it("is glyphs at their places, in thousandths of their size", () => {
    const [, seen] = named(render(pageOf(runOf("一A 二", 1, { color: "#C00000" }))), "g");
    expect(seen?.attributes).toEqual({ fill: "#C00000", transform: "translate(20 50)scale(0.01)" });
    const uses = seen?.children.map((use) => (typeof use === "string" ? use : use.attributes));
    expect(uses).toEqual([
      { href: "#g0-feo" },
      { href: "#g0-1t", x: "1000" },
      { href: "#g0-fik", x: "1750" },
    ]);
  });

  it("is defined by what the book says", () => {
    const book = glyphBook();
    renderPage(pageOf(runOf("一", 1)), { ...PAPER, elements: elementsOf(["P", 0]) }, { book, hrefOf });
    expect(defineGlyphs(book.outlines)).toBe('<defs><path id="g0-feo" d="M50 0h900v-800h-900z"/></defs>');
  });

  it("is rules as rectangles, and dots of emphasis as ellipses", () => {
    const rule = { kind: "rule", owner: "rule", x: 1.005, y: 2, width: 50.129, height: 0.5 } as const;
    const dots = runOf("一", "decoration", { text: "", x: 30, baseline: 60 });
    const svg = render(pageOf({ ...rule, color: "#ff0000" }, dots));
    expect(named(svg, "rect")[1]?.attributes).toEqual({
      ...{ x: "1", y: "2", width: "50.13", height: "0.5", fill: "#ff0000" },
    });
    expect(named(svg, "ellipse")[0]?.attributes).toEqual({ cx: "35", cy: "56", rx: "4.5", ry: "4" });
    expect(named(svg, "use")).toEqual([]);
  });

  it("is pictures where they stand", () => {
    const picture = {
      kind: "picture",
      owner: 1,
      path: "a.jpg",
      x: 10,
      y: 20,
      width: 30,
      height: 40,
    } as const;
    const figure = elementsOf(["Figure", 0, { alt: "两人" }]);
    expect(named(render(pageOf(picture), figure), "image")[0]?.attributes).toEqual({
      ...{
        href: "/pictures/a.jpg",
        x: "10",
        y: "20",
        width: "30",
        height: "40",
        preserveAspectRatio: "none",
      },
    });
    const turned = named(render(pageOf(picture), figure, { orientationOf: () => 6 }), "image")[0];
    expect(turned?.attributes.transform).toBe("matrix(30 0 0 40 10 20)matrix(0 1 -1 0 1 0)");
  });

  it.each([
    [1, [0, 0, 1, 0]],
    [2, [1, 0, 0, 0]],
    [3, [1, 1, 0, 1]],
    [4, [0, 1, 1, 1]],
    [5, [0, 0, 0, 1]],
    [6, [1, 0, 1, 1]],
    [7, [1, 1, 1, 0]],
    [8, [0, 1, 0, 0]],
  ] as const)("turns a picture stored the way %i: its first corner and the next of its row", (way, goal) => {
    const picture = {
      kind: "picture",
      owner: "decoration",
      path: "a",
      x: 0,
      y: 0,
      width: 1,
      height: 1,
    } as const;
    const [image] = named(render(pageOf(picture), elementsOf(), { orientationOf: () => way }), "image");
    const [, matrix = "1 0 0 1 0 0"] = /\)matrix\((.*)\)/.exec(image?.attributes.transform ?? "") ?? [];
    const [a = 0, b = 0, , , e = 0, f = 0] = matrix.split(" ").map(Number);
    expect([e, f, a + e, b + f]).toEqual(goal);
  });
});

describe("what is read", () => {
  it("is a paragraph in one element, whatever lines and runs it has", () => {
    const elements = elementsOf(["P", 0], ["Strong", 1], ["P", 0]);
    const svg = render(
      pageOf(
        runOf("市科协党组成员、副", 1),
        runOf("主席", 2, { baseline: 70 }),
        runOf("出席 ", 1, { baseline: 70, x: 40 }),
        runOf("and", 1, { baseline: 90, sizePt: 7 }),
        runOf("下一段", 3, { baseline: 110 }),
      ),
      elements,
    );
    expect(blocksOf(svg)).toEqual(["市科协党组成员、副主席出席 and", "下一段"]);
    expect(named(svg, "tspan").map(({ attributes }) => attributes)).toEqual([
      { x: "20", y: "50", textLength: "90" },
      { x: "20", y: "70", textLength: "20" },
      // The space that ends the line is behind the words, not in their width.
      { x: "40", y: "70", textLength: "20" },
      { x: "20", y: "90", "font-size": "7", textLength: "13.5" },
      { x: "20", y: "110", textLength: "30" },
    ]);
  });

  it("keeps to the measure where a mark was set without its empty half", () => {
    const run = runOf("（甲）", 1);
    const glyphs = { ...run.glyphs, dx: [-5, 5, 15] };
    const [span] = named(render(pageOf({ ...run, glyphs, end: 40 })), "tspan");
    expect(span?.attributes).toEqual({ x: "20", y: "50", textLength: "20" });
  });

  it("leaves page furniture out, and says what a picture shows", () => {
    const picture = { kind: "picture", owner: 2, path: "a.jpg", x: 1, y: 2, width: 3, height: 4 } as const;
    const svg = render(
      pageOf(
        runOf("正文", 1),
        picture,
        runOf("— 3 —", "page-number"),
        runOf("表头", "repeated-header"),
        runOf("", "decoration"),
      ),
      elementsOf(["P", 0], ["Figure", 0, { alt: '"两人" & <三人>' }]),
    );
    expect(blocksOf(svg)).toEqual(["正文", ""]);
    const [figure] = named(svg, "rect").slice(1);
    expect(figure?.attributes).toMatchObject({ role: "img", "aria-label": '"两人" & <三人>', fill: "none" });
    const [seen] = named(svg, "g");
    expect(seen?.attributes).toEqual({ "aria-hidden": "true" });
  });

  it("is never drawn, and is met by the mouse", () => {
    const { attributes } = textLayerOf(readXml(render(pageOf(runOf("正文", 1)))));
    expect(attributes).toMatchObject({ fill: "none", "pointer-events": "all" });
  });

  it("calls the page by its number, in Chinese or as it is told", () => {
    const nameOf = (svg: string) => readXml(svg).attributes["aria-label"];
    expect(nameOf(render(pageOf()))).toBe("第3页");
    expect(nameOf(render(pageOf(), elementsOf(), { name: "Page 3" }))).toBe("Page 3");
  });
});

describe("what an item says is never markup", () => {
  const HOSTILE = `</tspan><script>alert(1)</script>&amp;"'\u0000\u001b\ufffe\ud800`;

  it("in its text", () => {
    const svg = render(pageOf(runOf(HOSTILE, 1)));
    expect(blocksOf(svg)).toEqual([`</tspan><script>alert(1)</script>&amp;"'${"\ufffd".repeat(4)}`]);
    expect(named(svg, "script")).toEqual([]);
  });

  it("in the path of a picture, its words and the name of the page", () => {
    const path = `"/><script>&.png`;
    const picture = { kind: "picture", owner: 1, path, x: 0, y: 0, width: 9, height: 9 } as const;
    const elements = elementsOf(["Figure", 0, { alt: HOSTILE }]);
    const svg = render(pageOf(picture), elements, { name: HOSTILE });
    expect(named(svg, "image")[0]?.attributes.href).toBe(`/pictures/${path}`);
    expect(named(svg, "script")).toEqual([]);
  });

  it("and holds no style, which a strict policy of the page would refuse", () => {
    const svg = render(pageOf(runOf("正文", 1)));
    expect(
      allIn(readXml(svg)).filter(({ name, attributes }) => name === "style" || "style" in attributes),
    ).toEqual([]);
  });
});

it("the same page is the same bytes, whatever pages the book met before", () => {
  const elements = elementsOf(["P", 0]);
  const book = glyphBook();
  const [face, other] = [drawnFace(), drawnFace("Other")];
  const once = () => renderPage(pageOf(runOf("甲乙", 1, { face })), { ...PAPER, elements }, { book, hrefOf });
  const first = once();
  const known = [...book.outlines];
  renderPage(pageOf(runOf("丙", 1, { face: other })), { ...PAPER, elements }, { book, hrefOf });
  expect(once()).toBe(first);
  expect(book.outlines.slice(0, known.length)).toEqual(known);
  expect(book.outlines.length).toBe(known.length + 1);
});
