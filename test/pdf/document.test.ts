/** The file as a whole, read back by pdf.js: structure, links, outline, labels, metadata, sameness. */
import { describe, expect, it } from "vitest";
import { compareNames } from "../../src/editions/pdf/objects/pdf-value.js";
import type { Layout, StructureElement } from "../../src/layout/layout.js";
import { layoutOf, page, paragraphs, run } from "./hand-made-layout.js";
import { sans, serif } from "./noto-faces.js";
import { openPdf, renderBytes } from "./read-back.js";

const line = (owner: number, text: string, baseline: number) =>
  run({ owner, face: serif, text, x: 80, baseline });

/** Two pages: a heading, a paragraph that holds a link and goes over the page, a table cell, a note. */
function richLayout(): Layout {
  const elements: StructureElement[] = [
    { id: 0, type: "Document", parent: undefined, kids: [1, 2, 4, 8].map((id) => ({ kind: "element", id })) },
    { id: 1, type: "H1", parent: 0, kids: [{ kind: "marks", page: 1, from: 0, to: 1 }] },
    {
      id: 2,
      type: "P",
      parent: 0,
      kids: [
        { kind: "marks", page: 1, from: 1, to: 2 },
        { kind: "element", id: 3 },
        { kind: "marks", page: 1, from: 3, to: 4 },
        { kind: "marks", page: 2, from: 0, to: 1 },
      ],
    },
    {
      id: 3,
      type: "Link",
      parent: 2,
      kids: [{ kind: "marks", page: 1, from: 2, to: 3 }],
      target: { kind: "url", url: "https://example.org/科普?a=1&b=2", description: "网站 <示例>" },
      areas: [{ page: 1, x: 80, y: 140, width: 90, height: 20 }],
    },
    { id: 4, type: "Table", parent: 0, kids: [{ kind: "element", id: 5 }] },
    { id: 5, type: "TR", parent: 4, kids: [6, 7].map((id) => ({ kind: "element", id })) },
    { id: 6, type: "TH", parent: 5, scope: "Column", kids: [{ kind: "marks", page: 2, from: 1, to: 2 }] },
    { id: 7, type: "TD", parent: 5, kids: [{ kind: "marks", page: 2, from: 2, to: 3 }] },
    { id: 8, type: "Note", parent: 0, noteId: "note-1", kids: [{ kind: "marks", page: 2, from: 3, to: 4 }] },
  ];
  const number = (text: string) => run({ owner: "page-number", face: sans, text, x: 400, baseline: 780 });
  const pages = [
    page(
      1,
      [
        line(1, "标题", 100),
        line(2, "正文，见", 130),
        line(3, "链接", 155),
        line(2, "。还有", 180),
        number("1"),
      ],
      [{ name: "section-1", y: 80 }],
    ),
    page(
      2,
      [line(2, "下页", 100), line(6, "表头", 130), line(7, "单元", 160), line(8, "注文", 700), number("2")],
      [{ name: "item-1-1", y: 120 }],
    ),
  ];
  const outline = [
    {
      title: "【栏目】",
      destination: "section-1",
      children: [{ title: "篇名", destination: "item-1-1", children: [] }],
    },
  ];
  return layoutOf(pages, elements, { outline });
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly children?: readonly StructureNode[];
}

const roles = (node: StructureNode): unknown =>
  node.role === undefined ? (node.type ?? "") : [node.role, ...(node.children ?? []).map(roles)];

describe("structure", () => {
  it("keeps a child between the two halves of its parent's text", async () => {
    const document = await openPdf(await renderBytes(richLayout()));
    const tree = await (await document.getPage(1)).getStructTree();
    expect(roles(tree as StructureNode)).toEqual([
      "Root",
      ["Document", ["H1", "content"], ["P", "content", ["Link", "content", "object"], "content"]],
    ]);
  });

  it("goes on with a paragraph on the next page", async () => {
    const document = await openPdf(await renderBytes(richLayout()));
    const tree = await (await document.getPage(2)).getStructTree();
    expect(roles(tree as StructureNode)).toEqual([
      "Root",
      [
        "Document",
        ["P", "content"],
        ["Table", ["TR", ["TH", "content"], ["TD", "content"]]],
        ["Note", "content"],
      ],
    ]);
  });

  it("leaves page furniture out of the marked text", async () => {
    const document = await openPdf(await renderBytes(richLayout()));
    const content = await (await document.getPage(1)).getTextContent({ includeMarkedContent: true });
    const tags = content.items.flatMap((item) => ("tag" in item && item.tag !== undefined ? [item.tag] : []));
    expect(tags).toEqual(["H1", "P", "Link", "P", "Artifact"]);
  });

  it("refuses marks of an element that does not exist", async () => {
    const layout = layoutOf(
      [page(1, [line(7, "孤", 100)])],
      [{ id: 0, type: "Document", parent: undefined, kids: [] }],
    );
    await expect(renderBytes(layout)).rejects.toThrow(/element 7/);
  });
});

describe("ways through the file", () => {
  it("links, with an address in ASCII and words for those who cannot see it", async () => {
    const document = await openPdf(await renderBytes(richLayout()));
    const [link] = await (await document.getPage(1)).getAnnotations();
    expect(link.unsafeUrl).toBe("https://example.org/%E7%A7%91%E6%99%AE?a=1&b=2");
    expect(link.contentsObj.str).toBe("网站 <示例>");
    expect(link.rect.map(Math.round)).toEqual([80, 682, 170, 702]);
  });

  it("outline, destinations and page labels", async () => {
    const document = await openPdf(await renderBytes(richLayout()));
    const outline = await document.getOutline();
    expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ["【栏目】", ["篇名"]],
    ]);
    const destination = await document.getDestination("item-1-1");
    expect(await document.getPageIndex(destination?.[0])).toBe(1);
    expect(destination?.[3]).toBeCloseTo(841.89 - 120, 2);
    expect(await document.getPageLabels()).toEqual(["1", "2"]);
  });
});

describe("names in a tree", () => {
  it("stand in the order of their bytes, where wide characters come last", () => {
    expect(["a科", "b", "科", "ab", "a"].toSorted(compareNames)).toEqual(["a", "ab", "b", "a科", "科"]);
  });
});

describe("metadata", () => {
  const name = `A & B < C > "D" ]]> 'E'`;

  it("says the title with every character, in both places", async () => {
    const document = await openPdf(await renderBytes(richLayout(), { name }));
    const { info, metadata } = await document.getMetadata();
    expect((info as { Title: string }).Title).toBe(`${name} 2026年第3期`);
    expect(metadata.get("dc:title")).toBe(`${name} 2026年第3期`);
  });

  it("claims PDF/A-2a and PDF/UA-1, and takes its dates from the issue", async () => {
    const document = await openPdf(await renderBytes(richLayout()));
    const { info, metadata } = await document.getMetadata();
    expect([
      metadata.get("pdfaid:part"),
      metadata.get("pdfaid:conformance"),
      metadata.get("pdfuaid:part"),
    ]).toEqual(["2", "A", "1"]);
    expect((info as { CreationDate: string }).CreationDate).toBe("D:20260316000000Z");
    expect(metadata.get("xmp:createdate")).toBe("2026-03-16T00:00:00Z");
    expect((info as { Language: string }).Language).toBe("zh-CN");
  });
});

describe("bytes", () => {
  it("are the same for the same input", async () => {
    const [first, second] = [await renderBytes(richLayout()), await renderBytes(richLayout())];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it("differ in their identifier where the text differs", async () => {
    const identifier = async (text: string) =>
      /\/ID \[<(\w{32})>/.exec(
        Buffer.from(await renderBytes(paragraphs([[line(1, text, 100)]]))).toString("latin1"),
      )?.[1];
    const [one, other] = [await identifier("甲"), await identifier("乙")];
    expect(one).toBeDefined();
    expect(one).not.toBe(other);
  });

  it("grow with the tags by little: object streams hold them", async () => {
    const marks = (count: number) =>
      Array.from({ length: count }, (_, index) => line(index + 1, "字", 60 + index / 10));
    const few = await renderBytes(paragraphs([marks(10)]));
    const many = await renderBytes(paragraphs([marks(2010)]));
    expect((many.length - few.length) / 2000).toBeLessThan(40);
  });
});
