/** Hand-made documents with what could cost the PDF edition its claims; for readers and judges. */
import type { Layout, Mark, StructureElement, StructureType } from "../../src/layout/layout.js";
import type { Assets } from "../../src/model/issue.js";
import { pictureOf } from "../pictures/picture-of.js";
import { HEIGHT, layoutOf, page, run } from "./hand-made-layout.js";
import type { InventedOptions } from "./invented-issue.js";
import { jpegFile, makePng, turnedJpeg } from "./made-pictures.js";
import { sans, serif } from "./noto-faces.js";

export interface HardCase {
  readonly name: string;
  readonly layout: Layout;
  readonly rest: Omit<InventedOptions, "layout">;
}

export function hardCases(): readonly HardCase[] {
  return [
    { name: "pictures", layout: pictureLayout(), rest: { assets: pictures } },
    { name: "every-type", layout: everyTypeLayout(), rest: { name: `A & B < C > "D" ]]> 'E' \u{20BB7}` } },
  ];
}

const pictures: Assets = new Map(
  Object.entries({
    "gray-1.png": makePng({ width: 9, height: 7, bits: 1, colorType: 0 }),
    "gray-16.png": makePng({ width: 9, height: 7, bits: 16, colorType: 0 }),
    "rgb-8.png": makePng({ width: 9, height: 7, bits: 8, colorType: 2, transparency: [0, 1, 0, 2, 0, 3] }),
    "rgb-16.png": makePng({ width: 9, height: 7, bits: 16, colorType: 2, interlaced: true }),
    "palette.png": makePng({ width: 9, height: 7, bits: 4, colorType: 3 }),
    "palette-alpha.png": makePng({ width: 9, height: 7, bits: 2, colorType: 3, transparency: [0, 99] }),
    "gray-alpha.png": makePng({ width: 9, height: 7, bits: 16, colorType: 4 }),
    "rgb-alpha.png": makePng({ width: 9, height: 7, bits: 8, colorType: 6, interlaced: true }),
    "color.jpg": jpegFile("color"),
    "gray.jpg": jpegFile("gray"),
    "inks.jpg": jpegFile("inks"),
    "turned.jpg": turnedJpeg(6),
  }).map(([name, bytes]) => [name, pictureOf(bytes)]),
);

function pictureLayout(): Layout {
  const paths = [...pictures.keys(), "color.jpg"];
  const boxes = paths.map((_, index) => ({ x: 60, y: 40 + index * 55, width: 60, height: 45 }));
  const marks = paths.map((path, index): Mark => {
    const box = boxes[index] ?? { x: 0, y: 0, width: 1, height: 1 };
    return { kind: "picture", owner: index + 1, path, ...box };
  });
  const figures = paths.map(
    (path, index): StructureElement => ({
      id: index + 1,
      type: "Figure",
      parent: 0,
      alt: `图：${path} & <更多>`,
      kids: [{ kind: "marks", page: 1, from: index, to: index + 1 }],
      box: { page: 1, ...(boxes[index] ?? { x: 0, y: 0, width: 1, height: 1 }) },
    }),
  );
  return layoutOf([page(1, marks)], [documentOf(figures), ...figures]);
}

const documentOf = (children: readonly StructureElement[]): StructureElement => ({
  id: 0,
  type: "Document",
  parent: undefined,
  kids: children.filter(({ parent }) => parent === 0).map(({ id }) => ({ kind: "element", id })),
});

/** One line for each place of text, in a tree that uses every type of element there is. */
function everyTypeLayout(): Layout {
  const elements: StructureElement[] = [{ id: 0, type: "Document", parent: undefined, kids: [] }];
  const marks: Mark[] = [];
  const add = (type: StructureType, parent: number, rest: Partial<StructureElement> = {}): number => {
    const id = elements.length;
    elements.push({ id, type, parent, kids: [], ...rest });
    extend(elements, parent, { kind: "element", id });
    return id;
  };
  const write = (owner: number, text: string): void => {
    const index = marks.length;
    const baseline = 50 + index * 18;
    marks.push(
      run({
        owner,
        face: index % 2 === 0 ? serif : sans,
        text,
        x: 60,
        baseline,
        sizePt: 12,
        gaps: { 0: 0.25, 1: -0.3 },
      }),
    );
    extend(elements, owner, { kind: "marks", page: 1, from: index, to: index + 1 });
  };
  const area = { page: 1, x: 60, y: 40, width: 80, height: 14 };
  const toItem = { kind: "destination", name: "item-1", description: "第1页 <篇名>" } as const;
  const toSite = { kind: "url", url: "https://example.org/?a=1&b=%20科", description: "网址" } as const;

  const section = add("Sect", 0);
  write(add("H1", section), "一级标题 A & B");
  const contents = add("TOC", section);
  const entry = add("TOCI", contents);
  write(add("Link", add("Reference", entry), { target: toItem, areas: [area] }), "目录项 1");
  const article = add("Art", section);
  for (const level of ["H2", "H3", "H4", "H5", "H6"] as const) write(add(level, article), `标题 ${level}`);
  const paragraph = add("P", article);
  write(paragraph, "正文，");
  for (const type of ["Span", "Em", "Strong", "Code"] as const) write(add(type, paragraph), `${type} 文字`);
  write(add("Span", paragraph, { language: "en-GB" }), "English words");
  write(add("Link", paragraph, { target: toSite, areas: [area, { ...area, y: 60 }] }), "链接");
  write(paragraph, "又是正文　。");
  write(add("P", add("BlockQuote", article)), "引文");
  const list = add("L", article, { listNumbering: "Decimal" });
  const item = add("LI", list);
  write(add("Lbl", item), "1.");
  write(add("LBody", item), "条目");
  const table = add("Table", article);
  const headRow = add("TR", add("THead", table));
  write(add("TH", headRow, { scope: "Column" }), "表头");
  write(add("TH", headRow, { scope: "Column" }), "表头二");
  const bodyRow = add("TR", add("TBody", table));
  write(add("TH", bodyRow, { scope: "Row" }), "行头");
  write(add("TD", bodyRow), "单元");
  const note = add("Note", article, { noteId: "note-1" });
  write(add("Lbl", note), "1");
  write(add("P", note), "注文");

  const furniture: Mark[] = [
    run({ owner: "page-number", face: serif, text: "— 1 —", x: 400, baseline: HEIGHT - 40 }),
    run({ owner: "decoration", face: serif, text: "", x: 60, baseline: 53 }),
    { kind: "rule", owner: "rule", x: 60, y: 30, width: 400, height: 1, color: "#C00000" },
    { kind: "rule", owner: "background", x: 0, y: 0, width: 10, height: 10, color: "#EEEEEE" },
    run({ owner: "repeated-header", face: sans, text: "表头", x: 300, baseline: 60 }),
  ];
  return layoutOf([page(1, [...marks, ...furniture], [{ name: "item-1", y: 90 }])], elements, {
    outline: [
      {
        title: "栏目 <A & B>",
        destination: "item-1",
        children: [{ title: "篇", destination: "item-1", children: [] }],
      },
    ],
  });
}

function extend(elements: StructureElement[], id: number, kid: StructureElement["kids"][number]): void {
  const element = elements[id];
  if (element !== undefined) elements[id] = { ...element, kids: [...element.kids, kid] };
}
