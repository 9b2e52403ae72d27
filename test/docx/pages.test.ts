/** What keeps the document's pages those of the PDF: broken titles, close contents, whole tables, the imprint's place. */
import { describe, expect, it } from "vitest";
import type { Block, TableCell } from "../../src/model/text.js";
import { issueOf, item, nowhere, paragraph, renderIssue, section, text } from "./sample-issue.js";
import { openWordFile, styleOf, type WordFile } from "./word-file.js";
import { find, findAll, textOf, type XmlNode } from "./xml-tree.js";

const PITCH = 579;
const LONG = "示例市科协举办第十二届青年科技人才托举工程立项评审会2026";

const open = async (blocks: readonly Block[]) =>
  openWordFile(await renderIssue(issueOf(section("学术交流", item({ blocks })))));

describe("titles", () => {
  const titled = async (title: readonly string[], titleLines: readonly string[]) => {
    const issue = issueOf(section("学术交流", item({ title, blocks: [] }), item({ blocks: [] })));
    const entries = [{ kind: "item" as const, section: 0, item: 0, page: 1, titleLines }];
    return openWordFile(await renderIssue(issue, { entries }));
  };
  const headingOf = (file: WordFile) =>
    textOf(file.paragraphs.find(({ style }) => style === "Heading2")?.node ?? never());

  it("take the breaks of the composed pages, and the contents do not", async () => {
    const file = await titled([LONG], ["示例市科协举办第十二届", LONG.slice(11)]);
    expect(headingOf(file)).toBe(`示例市科协举办第十二届\n${LONG.slice(11)}`);
    expect(file.paragraphs.find(({ style }) => style === "TOC2")?.text).toBe(`${LONG}\t1`);
  });

  it("keep the editor's own breaks instead", async () => {
    expect(headingOf(await titled(["第一行", "第二行"], ["第一", "行第二行"]))).toBe("第一行\n第二行");
  });

  it("stay whole where the composed lines say something else", async () => {
    expect(headingOf(await titled([LONG], ["别的", "题目"]))).toBe(LONG);
  });
});

describe("contents", () => {
  const lineOf = async (items: number) => {
    const issue = issueOf(section("学术交流", ...Array.from({ length: items }, () => item({ blocks: [] }))));
    const style = styleOf(openWordFile(await renderIssue(issue)), "TOC2");
    return findAll(style, "w:spacing").flatMap(({ attributes }) => attributes["w:line"] ?? [])[0];
  };

  it("stand on the grid where they end on their page", async () => {
    expect(await lineOf(8)).toBeUndefined();
  });

  it("stand closer where that ends them on their page", async () => {
    const line = Number(await lineOf(11));
    expect(line).toBeLessThan(PITCH);
    expect(line).toBeGreaterThanOrEqual(PITCH * 0.82);
  });

  it("go on to the next page where they are longer", async () => {
    expect(await lineOf(30)).toBeUndefined();
  });
});

describe("tables", () => {
  it("are not parted where they are small", async () => {
    expect(stays(await open([tableOf(6), paragraph("后文。")]))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it("keep three rows together at either end where they are large", async () => {
    const rows = stays(await open([tableOf(30)]));
    expect(rows.slice(0, 4)).toEqual([true, true, true, false]);
    expect(rows.slice(-4)).toEqual([false, true, true, false]);
  });

  it("bring the text behind them back to the grid", async () => {
    const file = await open([tableOf(1), paragraph("后文。"), paragraph("再后。")]);
    const [behind, next] = ["后文。", "再后。"].map((words) =>
      find(file.paragraphs.find((one) => one.text.startsWith(words))?.node ?? never(), "w:spacing"),
    );
    // Two rows of 360 twips, each with margins of 120 and a rule of 10, are 980.
    expect(Number(behind?.attributes["w:before"]) + 980).toBe(2 * PITCH);
    expect(next).toBeUndefined();
  });

  it("leave the figures of many columns whole", async () => {
    const [header, ...rows] = [
      ["观众", ...Array.from({ length: 10 }, () => "2105")],
      ["甲", ...Array.from({ length: 10 }, () => "12")],
    ];
    const table = findTable(
      await open([
        {
          ...tableOf(0),
          columns: (header ?? []).map(() => undefined),
          header: (header ?? []).map(cell),
          rows: rows.map((row) => row.map(cell)),
        },
      ]),
    );
    const widths = findAll(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
    // Four figures are two em of 12 pt, beside them the margins of an em.
    for (const width of widths) expect(width).toBeGreaterThanOrEqual(3 * 240);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8845);
  });
});

it("the imprint floats at the foot of the page, placed from the paper's edge", async () => {
  const place = find((await open([])).part("word/document.xml"), "w:tblpPr")?.attributes;
  expect(place).toMatchObject({
    "w:vertAnchor": "margin",
    "w:tblpYSpec": "bottom",
    "w:horzAnchor": "page",
    "w:tblpX": "1587",
  });
});

const cell = (value: string): TableCell => ({ children: [text(value)], span: nowhere });

const tableOf = (rows: number) => ({
  kind: "table" as const,
  columns: [undefined, undefined],
  header: [cell("领域"), cell("人数")],
  rows: Array.from({ length: rows }, (_, index) => [cell("装备"), cell(String(index))]),
  span: nowhere,
});

function findTable(file: WordFile): XmlNode {
  return find(file.part("word/document.xml"), "w:tbl") ?? never();
}

/** @returns for each row whether it stays with the next; a heading's style says so where it is silent */
function stays(file: WordFile): readonly boolean[] {
  return findAll(findTable(file), "w:tr").map((row) => {
    const switches = findAll(row, "w:p").map(
      (node) => find(node, "w:keepNext")?.attributes["w:val"] ?? (find(node, "w:keepNext") ? "1" : undefined),
    );
    const isHeader = find(row, "w:tblHeader") !== undefined;
    return switches.every((value) => (value === undefined ? isHeader : value !== "0" && value !== "false"));
  });
}

function never(): never {
  throw new Error("not found");
}
