/** The style sheet and the page, from the template alone. */
import { describe, expect, it } from "vitest";
import type { Template } from "../../src/model/template.js";
import { issueOf, item, paragraph, renderIssue, section, template } from "./sample-issue.js";
import { openWordFile, styleOf, type WordFile } from "./word-file.js";
import { find, findAll, wordValue } from "./xml-tree.js";

const issue = issueOf(
  section("学术交流", item({ blocks: [paragraph("正文。")] }), item({ blocks: [paragraph("正文。")] })),
);
const file = openWordFile(await renderIssue(issue));
const spacingOf = (from: WordFile, id: string) => find(styleOf(from, id), "w:spacing")?.attributes ?? {};
const twips = (value: string | undefined) => Number(value ?? 0);

describe("page", () => {
  const setting = find(file.part("word/document.xml"), "w:sectPr");
  const attributes = (name: string) => (setting && find(setting, name)?.attributes) ?? {};

  it("has the paper and the text block of GB/T 9704-2012", () => {
    expect(attributes("w:pgSz")).toMatchObject({ "w:w": "11906", "w:h": "16838" });
    expect(attributes("w:pgMar")).toMatchObject({
      "w:top": "2098",
      "w:bottom": "1984",
      "w:left": "1587",
      "w:right": "1474",
    });
  });

  it("has a grid of lines alone: one of characters sets 17 a line in LibreOffice", () => {
    expect(attributes("w:docGrid")).toEqual({ "w:type": "lines", "w:linePitch": "579" });
  });

  it("numbers odd pages on the right, even ones on the left", () => {
    const sides = [1, 2].map((n) => wordValue(file.part(`word/footer${n}.xml`), "w:jc"));
    expect(sides).toEqual(["right", "left"]);
    expect(find(file.part("word/settings.xml"), "w:evenAndOddHeaders")).toBeDefined();
  });
});

describe("styles", () => {
  it.each([
    ["Heading1", "heading 1", "0"],
    ["Heading2", "heading 2", "1"],
    ["Heading3", "heading 3", "2"],
    ["Heading4", "heading 4", "3"],
    ["Heading5", "heading 5", "4"],
  ])("%s is Word's own %s at outline level %s", (id, name, level) => {
    expect(wordValue(styleOf(file, id), "w:name")).toBe(name);
    expect(wordValue(styleOf(file, id), "w:outlineLvl")).toBe(level);
    expect(find(styleOf(file, id), "w:keepNext")).toBeDefined();
  });

  it("takes colours from the template alone, and no face from a theme", () => {
    const sheet = file.part("word/styles.xml");
    const allowed = Object.values(template.colors).map((color) => color.slice(1).toUpperCase());
    for (const { attributes } of findAll(sheet, "w:color")) expect(allowed).toContain(attributes["w:val"]);
    const faces = findAll(sheet, "w:rFonts").flatMap(({ attributes }) => Object.keys(attributes));
    expect(new Set(faces)).toEqual(new Set(["w:hint", "w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"]));
  });

  it("sets 28 characters of 15.75 pt on the grid's line by default", () => {
    const defaults = find(file.part("word/styles.xml"), "w:docDefaults");
    if (defaults === undefined) throw new Error("no defaults");
    const [run, lines] = findAll(defaults, "w:spacing").map(({ attributes }) => attributes);
    expect(run).toEqual({ "w:val": "-5" });
    expect(lines).toMatchObject({ "w:line": "579", "w:lineRule": "exact" });
    expect(wordValue(defaults, "w:sz")).toBe("32");
    for (const name of ["w:kinsoku", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN"]) {
      expect(find(styleOf(file, "Normal"), name)?.attributes, name).toEqual({});
    }
    expect(find(defaults, "w:lang")?.attributes).toMatchObject({ "w:val": "en-US", "w:eastAsia": "zh-CN" });
  });

  it("takes back the body's run spacing where a role has none", () => {
    const spacing = findAll(styleOf(file, "Heading2"), "w:spacing").at(-1);
    expect(spacing?.attributes).toEqual({ "w:val": "0" });
  });

  it("indents a paragraph in characters and in twips", () => {
    expect(find(styleOf(file, "BodyText"), "w:ind")?.attributes).toEqual({
      "w:firstLineChars": "200",
      "w:firstLine": "630",
    });
  });
});

describe("heights in grid lines", () => {
  const long = "示例市科学技术协会举办全市科技工作者日系列活动启动仪式暨科普资源发布会";
  it.each([
    [["一行标题"], 3],
    [["第一行", "第二行"], 4],
    [["第一行", "第二行", "第三行"], 5],
    // Longer than a line: Word breaks it, and the room is that of two lines.
    [[long], 4],
  ])("title %j takes %i", async (title, height) => {
    const titled = issueOf(section("学术交流", item({ title, blocks: [paragraph("正文。")] })));
    const made = openWordFile(await renderIssue(titled));
    const heading = made.paragraphs.find(({ style }) => style === "Heading2");
    // The style says it for all: what an editor begins behind a title inherits nothing of it.
    expect(heading && find(heading.node, "w:spacing")).toBeUndefined();
    const { "w:before": before, "w:after": after } = spacingOf(made, "Heading2");
    const lines = height - 2;
    // Dropped at the top of a page, it leaves whole lines.
    expect(before).toBe("579");
    expect(twips(before) + twips(after) + lines * twips(spacingOf(made, "Heading2")["w:line"])).toBe(
      height * 579,
    );
  });

  it("titles whose heights rise unevenly say their own space", async () => {
    const uneven = { ...template, rhythm: { ...template.rhythm, titleHeights: [3, 4.5, 5] } };
    const titled = issueOf(
      section("学术交流", item({ title: ["第一行", "第二行"], blocks: [paragraph("正文。")] })),
    );
    const made = openWordFile(await renderIssue(titled, { template: uneven }));
    const heading = made.paragraphs.find(({ style }) => style === "Heading2");
    const { "w:before": before, "w:after": after } =
      (heading && find(heading.node, "w:spacing")?.attributes) ?? {};
    const line = twips(spacingOf(made, "Heading2")["w:line"]);
    expect(line).toBe(Math.round(1.25 * 579));
    expect(twips(before) + twips(after) + 2 * line).toBe(Math.round(4.5 * 579));
  });

  it("masthead takes whole lines down to its rule", () => {
    const { "w:before": before, "w:line": line, "w:after": after } = spacingOf(file, "Masthead");
    expect(twips(line)).toBeGreaterThan(579);
    expect((twips(before) + twips(line) + twips(after)) % 579).toBe(0);
    const issuer = styleOf(file, "IssuerLine");
    const rule = find(issuer, "w:bottom")?.attributes ?? {};
    const under = twips(rule["w:space"]) * 20 + twips(rule["w:sz"]) * 2.5;
    expect(under + twips(spacingOf(file, "IssuerLine")["w:after"])).toBe(579);
    expect(rule["w:color"]).toBe("C00000");
  });
});

it("a quotation stands two em in, as in the PDF, though paragraphs begin flush", async () => {
  const flush = { ...template, rhythm: { ...template.rhythm, indentEm: 0 } };
  const quotes = [file, openWordFile(await renderIssue(issue, { template: flush }))].map((made) => {
    const { "w:left": left, "w:right": right } = find(styleOf(made, "Quote"), "w:ind")?.attributes ?? {};
    return [left, right];
  });
  expect(quotes).toEqual([
    ["630", "630"],
    ["630", "630"],
  ]);
});

describe("another template", () => {
  const other: Template = {
    ...template,
    page: { ...template.page, marginLeftMm: 20, marginRightMm: 20 },
    grid: { ...template.grid, snap: false, pitchPt: 20 },
    pageNumber: { ...template.pageNumber, placement: "center", format: "第{n}页" },
    composition: { emphasis: "face", hang: "end" },
    contents: { show: true, ownPage: true },
  };

  it("is followed in grid, margins, page numbers and marks", async () => {
    const made = openWordFile(await renderIssue(issue, { template: other }));
    const document = made.part("word/document.xml");
    expect(find(document, "w:docGrid")?.attributes["w:type"]).toBeUndefined();
    expect(find(document, "w:titlePg")).toBeDefined();
    expect(find(made.part("word/settings.xml"), "w:evenAndOddHeaders")?.attributes["w:val"]).not.toBe("1");
    expect(spacingOf(made, "TOC1")["w:line"]).toBeUndefined();
    expect(find(styleOf(made, "TOC2"), "w:tab")?.attributes["w:pos"]).toBe(String(11906 - 2 * 1133));
    expect(find(styleOf(made, "Emphasis"), "w:rFonts")?.attributes["w:eastAsia"]).toBe("楷体_GB2312");
    const first = made.paragraphs.find(({ style }) => style === "Heading1");
    expect(first && find(first.node, "w:pageBreakBefore")).toBeDefined();
  });
});
