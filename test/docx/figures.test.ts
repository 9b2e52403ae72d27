/** Pictures and captions. */
import { expect, it } from "vitest";
import type { Figure } from "../../src/model/text.js";
import { makePng } from "../pdf/made-pictures.js";
import { pictureOf } from "../pictures/picture-of.js";
import { at, issueOf, item, nowhere, renderIssue, section } from "./sample-issue.js";
import { openWordFile, styleOf } from "./word-file.js";
import { find, wordValue } from "./xml-tree.js";

interface Look {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly caption?: string;
  readonly decorative?: boolean;
}

const figure = ({ widthPx, heightPx, caption, decorative = false }: Look): Figure => ({
  kind: "figure",
  width: undefined,
  refused: [],
  destination: at("a.png"),
  image: {
    state: "found",
    path: "a.png",
    format: "png",
    widthPx,
    heightPx,
    bytes: 4,
    alpha: false,
    privateData: [],
  },
  alt: decorative ? "" : "一张图 <&>",
  decorative,
  caption,
  span: nowhere,
});

async function draw(look: Look) {
  const issue = issueOf(section("学术交流", item({ blocks: [figure(look)] })));
  const assets = new Map([["a.png", pictureOf(makePng({ width: 4, height: 3, bits: 8, colorType: 2 }))]]);
  const file = openWordFile(await renderIssue(issue, { assets }));
  const [picture, caption] = [/Figure/, /Caption/].map((style) =>
    file.paragraphs.find((paragraph) => style.test(paragraph.style)),
  );
  const spacing = (node = picture?.node) => (node && find(node, "w:spacing")?.attributes) ?? {};
  const extent = picture && find(picture.node, "wp:extent")?.attributes;
  return {
    file,
    picture,
    caption,
    spacing,
    widthPt: Number(extent?.cx) / 12700,
    heightPt: Number(extent?.cy) / 12700,
  };
}

it("is set at 150 pixels an inch where that is narrower than the text", async () => {
  const { widthPt, heightPt } = await draw({ widthPx: 300, heightPx: 150 });
  expect(widthPt).toBeCloseTo(144, 0);
  expect(heightPt).toBeCloseTo(72, 0);
});

it.each([
  [4000, 1000],
  [500, 9000],
  [20000, 20000],
])("of %i × %i fits the page and keeps its shape", async (widthPx, heightPx) => {
  const { widthPt, heightPt } = await draw({ widthPx, heightPx, caption: "题注" });
  expect(widthPt).toBeLessThanOrEqual(442.25);
  expect(heightPt).toBeLessThanOrEqual(637.8 - 28.95);
  expect(widthPt / heightPt).toBeCloseTo(widthPx / heightPx, 1);
});

it.each([375, 380, 390, 400])(
  "%i high stays with its caption, and both fill whole grid lines",
  async (heightPx) => {
    const { file, caption, spacing, heightPt } = await draw({ widthPx: 600, heightPx, caption: "题注" });
    expect(find(styleOf(file, "Figure"), "w:keepNext")).toBeDefined();
    expect(caption?.text).toBe("题注");
    const descent = 100;
    // What follows the caption carries nothing that Enter passes on: the style has the room below.
    expect(caption && find(caption.node, "w:spacing")).toBeUndefined();
    const under = Number(find(styleOf(file, "Caption"), "w:spacing")?.attributes["w:after"]);
    const whole = Number(spacing()["w:before"]) + heightPt * 20 + descent + 360 + under;
    // But for less than a pixel of 15 twips, which is cut off.
    expect(Math.abs(whole - Math.round(whole / 579) * 579)).toBeLessThan(15);
    // The picture is no grid line farther from the text above than its caption from the text below.
    expect(Number(spacing()["w:before"]) - under).toBeLessThanOrEqual(579 - 190);
  },
);

it.each([300, 304, 310, 320, 330, 340, 350])(
  "%i pixels high without a caption, takes its distances from its style",
  async (heightPx) => {
    const { file, picture, heightPt } = await draw({ widthPx: 300, heightPx });
    const style = picture?.style ?? "";
    expect(picture && find(picture.node, "w:spacing")).toBeUndefined();
    expect(wordValue(styleOf(file, style), "w:next")).toBe("BodyText");
    const { "w:before": before, "w:after": after } =
      find(styleOf(file, style), "w:spacing")?.attributes ?? {};
    // A quarter of a grid line or more above and below; never higher than in the PDF, nor half a line lower.
    expect(Number(before)).toBeGreaterThanOrEqual(145);
    const lacking =
      Math.ceil((heightPt * 20 + 290) / 579) * 579 - heightPt * 20 - Number(before) - Number(after);
    expect(lacking).toBeGreaterThanOrEqual(30);
    expect(lacking).toBeLessThan(290 + 50);
  },
);

it("has a text for those who do not see it, decoration a mark besides", async () => {
  const plain = await draw({ widthPx: 30, heightPx: 30 });
  expect(plain.picture && find(plain.picture.node, "wp:docPr")?.attributes.descr).toBe("一张图 <&>");
  expect(plain.picture && find(plain.picture.node, "pic:cNvPr")?.attributes.descr).toBe("一张图 <&>");
  const decoration = await draw({ widthPx: 30, heightPx: 30, decorative: true });
  expect(decoration.picture && find(decoration.picture.node, "adec:decorative")).toBeDefined();
});

it("leaves its caption where its bytes are missing", async () => {
  const issue = issueOf(
    section("学术交流", item({ blocks: [figure({ widthPx: 30, heightPx: 30, caption: "题注" })] })),
  );
  const file = openWordFile(await renderIssue(issue));
  expect(file.paragraphs.map(({ style }) => style)).not.toContain("Figure");
  expect(file.paragraphs.some(({ text }) => text === "题注")).toBe(true);
});
