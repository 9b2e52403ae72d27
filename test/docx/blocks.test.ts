/** Every construct of the model as Word's own. */
import { describe, expect, it } from "vitest";
import type { Block, Inline, List, ListItem, Note, Table } from "../../src/model/text.js";
import { at, issueOf, item, nowhere, paragraph, renderIssue, section, text } from "./sample-issue.js";
import { fieldsOf, notesOf, openWordFile, type WordFile } from "./word-file.js";
import { find, findAll, textOf, wordValue } from "./xml-tree.js";

const span = nowhere;

async function open(blocks: readonly Block[], notes: readonly Note[] = []): Promise<WordFile> {
  return openWordFile(await renderIssue(issueOf(section("学术交流", item({ blocks, notes })))));
}

const listItem = (children: readonly Block[], checked?: boolean): ListItem => ({ children, checked, span });
const list = (parts: Partial<List> & Pick<List, "items">): List => ({
  kind: "list",
  ordered: false,
  start: 1,
  span,
  ...parts,
});

describe("inlines", () => {
  const look = async (...children: readonly (string | Inline)[]) => {
    const file = await open([paragraph(...children)]);
    const body = file.paragraphs.find(({ style }) => style === "BodyText");
    return findAll(body?.node ?? file.part("word/document.xml"), "w:r").map((run) => ({
      text: textOf(run),
      style: wordValue(run, "w:rStyle"),
      hint: find(run, "w:rFonts")?.attributes["w:hint"],
    }));
  };

  it("makes neighbouring texts one run", async () => {
    expect(await look("科普", "进山乡", "活动")).toEqual([
      { text: "科普进山乡活动", style: undefined, hint: undefined },
    ]);
  });

  it.each([
    ["他说：“好”", "eastAsia"],
    ["——……", "eastAsia"],
    ["阿尔伯特·爱因斯坦", "eastAsia"],
    ["３℃～５℃", "eastAsia"],
    ["科普 Science 2026", undefined],
    ["Bob’s café", undefined],
  ])("%s takes the hint %s", async (words, hint) => {
    expect((await look(words)).map((run) => run.hint)).toEqual([hint]);
  });

  it("parts an English apostrophe from Chinese quotes", async () => {
    expect((await look("“Bob’s”")).map(({ text: words, hint }) => [words, hint])).toEqual([
      ["“Bob", "eastAsia"],
      ["’", undefined],
      ["s”", "eastAsia"],
    ]);
  });

  it.each<[Inline["kind"], Inline, string]>([
    ["strong", { kind: "strong", children: [text("重")], span }, "Strong"],
    ["emphasis", { kind: "emphasis", children: [text("重")], span }, "Emphasis"],
    ["inline-code", { kind: "inline-code", value: "重", span }, "CodeText"],
  ])("%s has a style", async (_, inline, style) => {
    expect(await look(inline)).toEqual([{ text: "重", style, hint: undefined }]);
  });

  it("strikes out and breaks", async () => {
    const file = await open([
      paragraph({ kind: "strikethrough", children: [text("删")], span }, { kind: "hard-break", span }, "后"),
    ]);
    const body = file.paragraphs.find(({ style }) => style === "BodyText");
    expect(body?.text).toBe("删\n后");
    expect(body && find(body.node, "w:strike")).toBeDefined();
  });

  it.each([
    ["https://example.org/a?b=1&c=2#top", "https://example.org/a?b=1&c=2#top"],
    ["https://example.org/科普 展", "https://example.org/%E7%A7%91%E6%99%AE%20%E5%B1%95"],
    ["mailto:a@example.org", "mailto:a@example.org"],
    ["tel:+861055550100", "tel:+861055550100"],
    ["javascript:alert(1)", undefined],
    ["JAVA\tSCRIPT:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["file:///etc/passwd", undefined],
    ["http://[", undefined],
  ])("link to %s leads to %s", async (url, target) => {
    const file = await open([
      paragraph({ kind: "link", url: at(url), children: [text("此处")], automatic: false, span }),
    ]);
    const targets = findAll(file.part("word/_rels/document.xml.rels"), "Relationship")
      .filter(({ attributes }) => attributes.TargetMode === "External")
      .map(({ attributes }) => attributes.Target);
    expect(targets).toEqual([...(target === undefined ? [] : [target]), "mailto:submissions@example.org"]);
    expect(file.paragraphs.some(({ text: words }) => words === "此处")).toBe(true);
  });
});

describe("a heading typed as a paragraph", () => {
  it("stays a paragraph, and stays with the one behind it", async () => {
    const long = "会议传达了文件精神，部署了重点任务，要求各部门细化措施、明确时限、压实责任。";
    const words = ["一、基本情况", long, "二、下一步", "抓好落实。"];
    const file = await open(words.map((one) => paragraph(one)));
    const kept = file.paragraphs
      .filter(({ text: own }) => words.includes(own))
      .map(({ node, style, text: own }) => [own, style, find(node, "w:keepNext") !== undefined]);
    expect(kept).toEqual([
      ["一、基本情况", "BodyText", true],
      [long, "BodyText", false],
      ["二、下一步", "BodyText", true],
      // Stays with the contact line, since it is the issue's last.
      ["抓好落实。", "BodyText", true],
    ]);
  });
});

describe("lists", () => {
  const markersOf = (file: WordFile) => {
    const numbering = file.part("word/numbering.xml");
    return file.paragraphs.flatMap(({ node, text: words }) => {
      const properties = find(node, "w:numPr");
      if (properties === undefined) return [];
      const id = wordValue(properties, "w:numId");
      const level = Number(wordValue(properties, "w:ilvl"));
      const number = findAll(numbering, "w:num").find(({ attributes }) => attributes["w:numId"] === id);
      const abstract = findAll(numbering, "w:abstractNum").find(
        ({ attributes }) =>
          attributes["w:abstractNumId"] === (number && wordValue(number, "w:abstractNumId")),
      );
      const shape = abstract && findAll(abstract, "w:lvl")[level];
      const start = number && findAll(number, "w:startOverride")[level]?.attributes["w:val"];
      return [[words, id, level, shape && wordValue(shape, "w:lvlText"), start]];
    });
  };

  it("count each for itself, from their own first number", async () => {
    const numbered = (start: number) =>
      list({ ordered: true, start, items: [listItem([paragraph("甲")]), listItem([paragraph("乙")])] });
    expect(markersOf(await open([numbered(1), paragraph("隔"), numbered(1), numbered(7)]))).toEqual([
      ["甲", "2", 0, "%1.", "1"],
      ["乙", "2", 0, "%1.", "1"],
      ["甲", "3", 0, "%1.", "1"],
      ["乙", "3", 0, "%1.", "1"],
      ["甲", "4", 0, "%1.", "7"],
      ["乙", "4", 0, "%1.", "7"],
    ]);
  });

  it("nest as levels of one numbering, which counts anew under each item", async () => {
    const inner = () => list({ ordered: true, items: [listItem([paragraph("内")])] });
    const outer = list({
      items: [listItem([paragraph("外"), inner()]), listItem([paragraph("外"), inner(), paragraph("续")])],
    });
    const file = await open([outer]);
    expect(markersOf(file)).toEqual([
      ["外", "2", 0, "•", "1"],
      ["内", "2", 1, "%2.", "1"],
      ["外", "2", 0, "•", "1"],
      ["内", "2", 1, "%2.", "1"],
    ]);
    expect(file.paragraphs.find(({ text: words }) => words === "续")?.style).toBe("ListContinue");
  });

  it("count on their own where they are marked otherwise than their level, or are the second in an item", async () => {
    const ordered = (start: number) => list({ ordered: true, start, items: [listItem([paragraph("内")])] });
    const outer = list({
      ordered: true,
      start: 7,
      items: [
        listItem([paragraph("外"), ordered(1), paragraph("续"), ordered(1)]),
        listItem([paragraph("外"), ordered(3)]),
      ],
    });
    expect(
      markersOf(await open([outer])).map(([words, id, level, , start]) => [words, id, level, start]),
    ).toEqual([
      ["外", "2", 0, "7"],
      ["内", "2", 1, "1"],
      ["内", "3", 1, "1"],
      ["外", "2", 0, "7"],
      ["内", "4", 1, "3"],
    ]);
  });

  it("show the boxes of tasks", async () => {
    const tasks = list({ items: [listItem([paragraph("毕")], true), listItem([paragraph("待")], false)] });
    expect(markersOf(await open([tasks])).map(([words, , , marker]) => [words, marker])).toEqual([
      ["☑\t毕", undefined],
      ["☐\t待", undefined],
    ]);
  });

  it("mark an item that begins with no text", async () => {
    const file = await open([list({ items: [listItem([]), listItem([{ kind: "thematic-break", span }])] })]);
    expect(markersOf(file).map(([words]) => words)).toEqual(["", ""]);
  });

  it("stay within the nine levels that Word knows", async () => {
    let nested: List = list({ items: [listItem([paragraph("底")])] });
    for (let depth = 0; depth < 12; depth += 1)
      nested = list({ items: [listItem([paragraph("层"), nested])] });
    expect(Math.max(...markersOf(await open([nested])).map(([, , level]) => Number(level)))).toBe(8);
  });
});

describe("tables", () => {
  const cell = (words: string) => ({ children: words === "" ? [] : [text(words)], span });
  const table: Table = {
    kind: "table",
    columns: ["left", "center", "right"],
    header: [cell("名称"), cell("场次"), cell("")],
    rows: [[cell("青石科普站"), cell("17"), cell("640")]],
    span,
  };

  it("repeat the header, keep rows whole and say their columns", async () => {
    const node = find((await open([table])).part("word/document.xml"), "w:tbl");
    if (node === undefined) throw new Error("no table");
    const rows = findAll(node, "w:tr");
    expect(rows.map((row) => find(row, "w:tblHeader") !== undefined)).toEqual([true, false]);
    expect(rows.every((row) => find(row, "w:cantSplit") !== undefined)).toBe(true);
    const grid = findAll(node, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
    expect(grid.length).toBe(3);
    expect(grid.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8845);
    expect(findAll(node, "w:tc").map((one) => wordValue(one, "w:pStyle"))).toEqual([
      ...Array.from({ length: 3 }, () => "TableHeading"),
      ...Array.from({ length: 3 }, () => "TableText"),
    ]);
    expect(findAll(rows[1] ?? node, "w:jc").map(({ attributes }) => attributes["w:val"])).toEqual([
      "left",
      "center",
      "right",
    ]);
  });

  it("fit the text's width however much stands in them", async () => {
    const wide = { ...table, rows: [[cell("甲".repeat(200)), cell("乙"), cell("丙".repeat(60))]] };
    const node = find((await open([wide])).part("word/document.xml"), "w:tbl");
    const grid = findAll(node ?? { name: "", attributes: {}, children: [] }, "w:gridCol").map(
      ({ attributes }) => Number(attributes["w:w"]),
    );
    expect(grid.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8845);
    expect(Math.min(...grid)).toBeGreaterThan(240);
  });
});

describe("tables that touch", () => {
  const table = {
    kind: "table" as const,
    columns: [undefined],
    header: [{ children: [], span }],
    rows: [],
    span,
  };

  it("have a paragraph between them and behind the last", async () => {
    const file = await open([table, table]);
    const body = find(file.part("word/document.xml"), "w:body")?.children ?? [];
    const names = body.flatMap((child) => (typeof child === "string" ? [] : [child.name])).slice(-11);
    // Two of the item between their rooms, the contact line, the imprint.
    const [one, rest] = [
      ["w:p", "w:tbl", "w:p"],
      ["w:p", "w:p", "w:tbl", "w:p", "w:sectPr"],
    ];
    expect(names).toEqual([...one, ...one, ...rest]);
    const note: Note = { number: 1, children: [table], span };
    const noted = await open([paragraph({ kind: "note-reference", number: 1, span })], [note]);
    const [foot] = findAll(noted.part("word/footnotes.xml"), "w:footnote").slice(-1);
    const inside = foot?.children.flatMap((child) => (typeof child === "string" ? [] : [child.name]));
    expect(inside).toEqual(["w:p", "w:p", "w:tbl", "w:p"]);
  });
});

describe("notes", () => {
  const call = (number: number): Inline => ({ kind: "note-reference", number, span });
  const note = (number: number, ...children: readonly Block[]): Note => ({ number, children, span });

  it("are Word's own; a second call shows the first one's number", async () => {
    const file = await open(
      [paragraph("甲", call(1), "乙", call(2)), paragraph("再", call(1))],
      [note(1, paragraph("注一"), paragraph("又一段")), note(2, paragraph("注二"))],
    );
    expect([...notesOf(file)]).toEqual([
      ["1", "注一\n又一段"],
      ["2", "注二"],
    ]);
    expect(fieldsOf(file.part("word/document.xml"))).toContainEqual({
      instruction: "NOTEREF _RefNote1 \\f \\h",
      result: "1",
    });
  });

  it("called by a note alone are called behind it, once, even in a ring", async () => {
    const file = await open(
      [paragraph("甲", call(1))],
      [note(1, paragraph("见", call(2))), note(2, paragraph("见", call(1)))],
    );
    expect([...notesOf(file)].map(([number]) => number)).toEqual(["1", "2"]);
    expect(findAll(file.part("word/footnotes.xml"), "w:footnoteReference")).toEqual([]);
  });

  it("of two items do not mix, though both count from 1", async () => {
    const file = openWordFile(
      await renderIssue(
        issueOf(
          section(
            "学术交流",
            item({ blocks: [paragraph("甲", call(1))], notes: [note(1, paragraph("甲注"))] }),
            item({ blocks: [paragraph("乙", call(1))], notes: [note(1, paragraph("乙注"))] }),
          ),
        ),
      ),
    );
    expect([...notesOf(file)]).toEqual([
      ["1", "甲注"],
      ["2", "乙注"],
    ]);
  });

  it("that nobody wrote leave no trace", async () => {
    const file = await open([paragraph("甲", call(9))]);
    expect([...notesOf(file)]).toEqual([]);
    expect(findAll(file.part("word/document.xml"), "w:footnoteReference")).toEqual([]);
  });
});

describe("code", () => {
  it("keeps spaces, tabs and lines", async () => {
    const value = "def f():\n\treturn  1\n\n    # 完";
    const file = await open([{ kind: "code-block", value, language: "python", span }]);
    expect(file.paragraphs.find(({ style }) => style === "Code")?.text).toBe(value);
  });
});
