/** Pages of the fixtures as files: whole in themselves, saying what the layout says, the same twice. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Assets } from "../../src/model/issue.js";
import { cleanPicture } from "../../src/pictures/clean-picture.js";
import { readJpeg } from "../../src/pictures/read-jpeg.js";
import { readPng } from "../../src/pictures/read-png.js";
import { dataAddress, pictureFile } from "../../src/svg/picture-file.js";
import { renderPageFile } from "../../src/svg/render-page-file.js";
import { buildAfresh, buildFixture, soundFixtures } from "../built-fixtures.js";
import { expectGolden } from "../expect-golden.js";
import { png } from "../hostile/made-pictures.js";
import { asFromEditor, asFromPhone } from "../pictures/camera-pictures.js";
import {
  allIn,
  elementsOf,
  PAPER,
  pageOf,
  type ReadElement,
  readXml,
  textLayerOf,
  textOf,
} from "./made-page.js";

async function filesOf(fixture: string, build = buildFixture) {
  const { layout, assets } = await build(fixture);
  if (layout === undefined) throw new Error(`${fixture} has no pages`);
  return layout.pages.map((page) => ({
    page,
    svg: renderPageFile(page, layout, { assets, title: fixture }),
  }));
}

const withLines = (svg: string): string => svg.replaceAll("><", ">\n<");

it.each(soundFixtures)(
  "%s has a file a page, which has all that it uses and says what the layout says",
  async (fixture) => {
    for (const { page, svg } of await filesOf(fixture)) {
      const root = readXml(svg);
      const all = allIn(root);
      const defined = new Set(
        all.filter(({ name }) => name === "path").map(({ attributes }) => attributes.id),
      );
      const hrefsOf = (wanted: string) =>
        all.filter(({ name }) => name === wanted).map(({ attributes }) => attributes.href ?? "");
      expect(defined.size, `page ${page.number}`).toBeGreaterThan(0);
      expect(new Set(hrefsOf("use").map((href) => href.slice(1)))).toEqual(defined);
      expect(hrefsOf("image").filter((href) => !/^data:image\/(?:png|jpeg);base64,/.test(href))).toEqual([]);
      const words = page.marks.flatMap((mark) =>
        mark.kind === "glyphs" && typeof mark.owner === "number" ? [mark.text] : [],
      );
      expect(textOf(textLayerOf(root)).replaceAll("\n", "")).toBe(words.join("").replaceAll("\n", ""));
    }
  },
);

describe("the page of a small issue", () => {
  it("is what was accepted", async () => {
    const [first] = await filesOf("minimal");
    expectGolden("test/svg/expected/minimal-001.svg.txt", withLines(first?.svg ?? ""));
  });

  it("is the same bytes when it is built again", async () => {
    const [once, again] = [await filesOf("minimal"), await filesOf("minimal", buildAfresh)];
    expect(again.map(({ svg }) => svg)).toEqual(once.map(({ svg }) => svg));
  });

  it("has its issue and its number for a title", async () => {
    const [first] = await filesOf("minimal");
    const title = allIn(readXml(first?.svg ?? "")).find(({ name }) => name === "title");
    expect(textOf(title ?? "")).toBe("minimal 第1页");
  });
});

describe("a picture that is stored lying down", () => {
  const pictures = {
    "a.jpg": cleanPicture(asFromPhone(readFileSync("test/pictures/quadrants.jpg"), { orientation: 6 })),
    "b.png": cleanPicture(asFromEditor(png({ width: 4, height: 2 }), { orientation: 8 })),
  };

  it.each(Object.entries(pictures))("%s is turned by the page alone", (path, picture) => {
    if (typeof picture === "string") throw new Error(picture);
    const { bytes, orientation } = pictureFile(picture);
    const reading = picture.kind === "png" ? readPng(bytes) : readJpeg(bytes);
    if (typeof reading === "string") throw new Error(reading);
    expect([orientation, reading.picture.orientation]).toEqual([picture.orientation, 1]);
    expect([reading.picture.width, reading.picture.height]).toEqual([picture.width, picture.height]);
    const mark = { kind: "picture", owner: "decoration", path, x: 0, y: 0, width: 20, height: 40 } as const;
    const assets: Assets = new Map([[path, picture]]);
    const svg = renderPageFile(pageOf(mark), { ...PAPER, elements: elementsOf() }, { assets, title: "" });
    const image: ReadElement | undefined = allIn(readXml(svg)).find(({ name }) => name === "image");
    expect(image?.attributes.href).toBe(dataAddress(pictureFile(picture)));
    expect(image?.attributes.transform).toContain("matrix(20 0 0 40 0 0)matrix(");
  });
});
