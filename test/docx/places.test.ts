/** What stands in quotes, lists and notes stands in their columns, as in the PDF edition. */
import { describe, expect, it } from "vitest";
import type { Block, Figure, List, Quote, Table } from "../../src/model/text.js";
import { makePng } from "../pdf/made-pictures.js";
import { pictureOf } from "../pictures/picture-of.js";
import { at, issueOf, item, nowhere, paragraph, renderIssue, section, text } from "./sample-issue.js";
import { openWordFile, type WordFile } from "./word-file.js";
import { find, type XmlNode } from "./xml-tree.js";

const span = nowhere;
/** One character of the body, and what the page leaves between its margins, in twips. */
const EM = 315;
const TEXT_WIDTH = 8845;

const table: Table = {
  kind: "table",
  columns: [undefined],
  header: [{ children: [text("数量")], span }],
  rows: [[{ children: [text("甲")], span }]],
  span,
};
const code: Block = { kind: "code-block", value: "甲", language: undefined, span };
const rule: Block = { kind: "thematic-break", span };
const heading: Block = { kind: "heading", level: 1, children: [text("小标题")], span };
const figure: Figure = {
  kind: "figure",
  width: undefined,
  refused: [],
  destination: at("a.png"),
  image: {
    state: "found",
    path: "a.png",
    format: "png",
    widthPx: 4000,
    heightPx: 400,
    bytes: 4,
    alpha: false,
    privateData: [],
  },
  alt: "图",
  decorative: false,
  caption: "题注",
  span,
};
const quote = (...children: readonly Block[]): Quote => ({ kind: "quote", children, span });
const list = (...children: readonly Block[]): List => ({
  kind: "list",
  ordered: false,
  start: 1,
  items: [{ children: [paragraph("条。"), ...children], checked: undefined, span }],
  span,
});

const open = async (...blocks: readonly Block[]): Promise<WordFile> => {
  const assets = new Map([["a.png", pictureOf(makePng({ width: 4, height: 3, bits: 8, colorType: 2 }))]]);
  // The last item of an issue stays with the contact line.
  const issue = issueOf(section("学术交流", item({ blocks }), item({ blocks: [] })));
  return openWordFile(await renderIssue(issue, { assets }));
};

const nodeOf = (file: WordFile, style: string): XmlNode => {
  const found = file.paragraphs.find((one) => one.style === style);
  if (found === undefined) throw new Error(`no paragraph is ${style}`);
  return found.node;
};

describe.each([
  ["a quote", quote, { left: 2 * EM, right: 2 * EM }],
  ["a list", list, { left: 3 * EM, right: 0 }],
  [
    "a list in a quote",
    (...blocks: readonly Block[]) => quote(list(...blocks)),
    { left: 5 * EM, right: 2 * EM },
  ],
  [
    "a quote in a list",
    (...blocks: readonly Block[]) => list(quote(...blocks)),
    { left: 5 * EM, right: 2 * EM },
  ],
] as const)("in %s", (_, inside, { left, right }) => {
  const middle = left + (TEXT_WIDTH - left - right) / 2;

  it("a table stands in the middle of the column, and is no wider", async () => {
    const document = (await open(inside(table))).part("word/document.xml");
    const width = Number(find(document, "w:tblW")?.attributes["w:w"]);
    const indent = Number(find(document, "w:tblInd")?.attributes["w:w"]);
    expect(
      find(document, "w:tblPr")?.children.map((child) => typeof child !== "string" && child.name),
    ).not.toContain("w:jc");
    expect(Math.abs(indent + width / 2 - middle)).toBeLessThanOrEqual(1);
    const long = { ...table, rows: [[{ children: [text("长".repeat(200))], span }]] };
    const full = (await open(inside(long))).part("word/document.xml");
    const most = TEXT_WIDTH - left - right;
    expect(Number(find(full, "w:tblW")?.attributes["w:w"])).toBeLessThanOrEqual(most);
    expect(Number(find(full, "w:tblW")?.attributes["w:w"])).toBeGreaterThan(most - EM);
  });

  it("a picture and its caption do", async () => {
    const file = await open(inside(figure));
    for (const style of ["Figure", "Caption"]) {
      const indent = find(nodeOf(file, style), "w:ind")?.attributes;
      expect(Number(indent?.["w:left"])).toBe(left);
      expect(Number(indent?.["w:right"] ?? 0)).toBe(right);
    }
    const width = Number(find(nodeOf(file, "Figure"), "wp:extent")?.attributes.cx) / 635;
    expect(width).toBeLessThanOrEqual(TEXT_WIDTH - left - right);
  });

  it("a rule is a third of it", async () => {
    const indent = find(nodeOf(await open(inside(rule)), "ThematicBreak"), "w:ind")?.attributes;
    const third = (TEXT_WIDTH - left - right) / 3;
    expect(Math.abs(Number(indent?.["w:left"]) - left - third)).toBeLessThanOrEqual(1);
    expect(Math.abs(Number(indent?.["w:right"]) - right - third)).toBeLessThanOrEqual(1);
  });

  it("a sub-heading and code begin where its text does", async () => {
    const file = await open(inside(heading, code));
    const isListed = inside !== quote;
    const indentOf = (style: string) => find(nodeOf(file, style), "w:ind")?.attributes ?? {};
    expect(Number(indentOf("Heading3")["w:left"])).toBe(left);
    expect(indentOf("Heading3")["w:firstLine"]).toBe(isListed ? "0" : undefined);
    expect(Number(indentOf("Code")["w:left"])).toBe(isListed ? left : left + 2 * EM);
  });
});

it("in an item's own text none of them says anything of its indents", async () => {
  const file = await open(paragraph("文。"), heading, code, rule, figure, quote(paragraph("引文。")));
  for (const style of ["BodyText", "Heading3", "Code", "ThematicBreak", "Figure", "Caption", "Quote"])
    expect(find(nodeOf(file, style), "w:ind"), style).toBeUndefined();
  expect(find((await open(table)).part("word/document.xml"), "w:tblInd")).toBeUndefined();
});

describe("words that lead in what stands behind them stay with it", () => {
  const keeps = (file: WordFile, words: string) => {
    const node = file.paragraphs.find((one) => one.text === words)?.node;
    return node !== undefined && find(node, "w:keepNext") !== undefined;
  };

  it.each([
    ["in an item", (...blocks: readonly Block[]) => [paragraph("先。"), ...blocks]],
    ["in a quote", (...blocks: readonly Block[]) => [quote(...blocks)]],
    ["in a list", (lead: Block, ...blocks: readonly Block[]) => [list(lead, ...blocks)]],
  ])("%s", async (_, inside) => {
    expect(keeps(await open(...inside(paragraph("如下："), table)), "如下：")).toBe(true);
    expect(keeps(await open(...inside(paragraph("如下："), list())), "如下：")).toBe(true);
    expect(keeps(await open(...inside(paragraph("没有。"), table)), "没有。")).toBe(false);
    expect(keeps(await open(...inside(paragraph("如下："), paragraph("文。"))), "如下：")).toBe(false);
  });

  it("with a list's marker too", async () => {
    const marked: List = {
      ...list(),
      items: [{ children: [paragraph("如下："), table], checked: undefined, span }],
    };
    expect(keeps(await open(paragraph("先。"), marked), "如下：")).toBe(true);
  });

  it("and one line under a title or a sub-heading takes the next block along", async () => {
    const long = "长".repeat(40);
    expect(keeps(await open(paragraph("短。"), paragraph("文。")), "短。")).toBe(true);
    expect(keeps(await open(paragraph(long), paragraph("文。")), long)).toBe(false);
    expect(keeps(await open(paragraph(long), heading, paragraph("短。"), paragraph("文。")), "短。")).toBe(
      true,
    );
    expect(keeps(await open(paragraph("短。"), figure), "短。")).toBe(false);
    expect(keeps(await open(paragraph("短。")), "短。")).toBe(false);
  });
});
