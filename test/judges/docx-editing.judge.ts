/**
 * The DOCX edition in the hands of an editor, in LibreOffice: what Enter begins carries no distance of the paragraph
 * before it, tables keep their distance wherever they stand, and the imprint is in what other programs take of the text.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build, memoryEnvironment } from "../../src/index.js";
import { makePng } from "../pdf/made-pictures.js";
import { withoutSpace } from "./office-pages.js";
import { runInOffice } from "./uno/run-in-office.js";

const FOLDER = ".judges/docx-editing";
/** One line of the grid, in twips, and how far LibreOffice's places may be from what was asked for. */
const PITCH = 579;
const CLOSE = 60;

interface Answer {
  readonly entered: readonly {
    readonly style: string;
    readonly text: string;
    readonly next: string;
    /** distances of the new paragraph that its style does not have */
    readonly direct: readonly string[];
  }[];
  readonly lines: readonly {
    readonly style: string;
    readonly text: string;
    readonly page: number;
    readonly top: number;
  }[];
  /** of the text export */
  readonly text: string;
}

let answer: Answer;

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const { artifacts, diagnostics } = await build("issue.yaml", memoryEnvironment(FILES), {
    editions: ["docx", "pdf"],
  });
  if (artifacts.length === 0) throw new Error(JSON.stringify(diagnostics));
  const path = join(FOLDER, "issue.docx");
  for (const { edition, bytes } of artifacts) writeFileSync(join(FOLDER, `issue.${edition}`), bytes);
  answer = runInOffice<Answer>("docx_editing", { path, again: join(FOLDER, "again.docx") });
});

describe("Enter at the end of a paragraph", () => {
  /**
   * A picture's own distance fills it and its caption up to the grid; LibreOffice hands it to a caption that is begun
   * there. The first section's heading stands a line further under the contents.
   */
  const exempt = ({ style, text }: { readonly style: string; readonly text: string }) =>
    style === "图片" || text === "【表格】";

  it("begins one without distances of its own", () => {
    expect(answer.entered.length).toBeGreaterThan(20);
    expect(answer.entered.filter((one) => one.direct.length > 0 && !exempt(one))).toEqual([]);
  });

  it.each(["两行题目", "表后的话。", "题注", "图后的话。"])("begins plain text behind %s", (words) => {
    const begun = answer.entered.findLast(({ text }) => text.startsWith(words));
    expect(begun?.next).toBe("Text body");
  });

  it.each(["表前", "表后", "图片（无图注"])("begins plain text behind a paragraph of %s", (style) => {
    const begun = answer.entered.filter((one) => one.style.startsWith(style));
    expect(begun.length).toBeGreaterThan(0);
    expect(new Set(begun.map(({ next }) => next))).toEqual(new Set(["Text body"]));
  });
});

describe("a table", () => {
  const topOf = (words: string) => answer.lines.find(({ text }) => text.startsWith(words));
  const between = (first: string, second: string) => {
    const [above, below] = [topOf(first), topOf(second)];
    expect(above?.page, second).toBe(below?.page);
    return (below?.top ?? Number.NaN) - (above?.top ?? Number.NaN);
  };

  it.each([
    ["正文里的表：", "表后的话。", 4],
    ["引文里的表：", "引文后的话。", 4],
    ["列表里的表：", "列表后的话。", 4],
    ["两张相邻的表：", "两张表后的话。", 7],
  ])("behind %s leaves %s on the grid", (lead, text, lines) => {
    expect(Math.abs(between(lead, text) - lines * PITCH)).toBeLessThan(CLOSE * (lines > 4 ? 2 : 1));
  });

  it("has the same room above as below", () => {
    const rooms = answer.lines.filter(({ style }) => /^表[前后]/.test(style));
    expect(rooms.length).toBe(12);
    expect(rooms.every(({ text }) => text === "")).toBe(true);
  });

  it("stays on the page of the words that lead it in", () => {
    for (const [index, { style, page }] of answer.lines.entries())
      if (style.startsWith("表前")) expect(answer.lines[index - 1]?.page).toBe(page);
  });
});

describe("the imprint", () => {
  const parts = ["示例市人民政府办公室", "2026年3月16日印发", "共印20份"];

  it("is whole in a text export", () => {
    for (const part of parts) expect(withoutSpace(answer.text)).toContain(part);
  });

  it("stands once in a file that went through ODT", async () => {
    const { strFromU8, unzipSync } = await import("fflate");
    const xml = unzipSync(readFileSync(join(FOLDER, "again.docx")))["word/document.xml"];
    const words = strFromU8(xml ?? new Uint8Array()).replaceAll(/<[^>]*>/g, "");
    for (const part of parts) expect(words.split(part).length - 1, part).toBe(1);
  });

  it("stands on the page of the text's last words", () => {
    const [last, end] = answer.lines.slice(-2);
    expect([last?.style, end?.style]).toEqual(["版记前", "版记后"]);
    expect(end?.page).toBe(answer.lines.at(-3)?.page);
  });
});

const TABLE = ["| 项目 | 数量 |", "| --- | ---: |", "| 甲 | 1 |"];
const table = (before = "") => TABLE.map((row) => before + row).join("\n");
const LINE = "示例区科协举办科普展，吸引二百余名居民参加，现场发放手册三百余份。";

const FILES = {
  "issue.yaml": `bulletin: {name: 示例科协信息, publisher: 示例市科学技术协会}
number: 3
date: 2026-03-16
slug: 2026-03
contact: {label: 投稿邮箱, email: post@example.org}
sections:
  - name: 表格
    items: [items/01.md, items/02.md, items/03.md]
distribution: {report: [示例市人民政府办公室], copies: 20}
`,
  "items/01.md": [
    "---\ntitle: 示例区科协公布各类表格\n---",
    "正文里的表：",
    table(),
    "表后的话。",
    `> 引文里的表：\n>\n${table("> ")}`,
    "引文后的话。",
    `- 列表里的表：\n\n${table("  ")}`,
    "列表后的话。",
  ].join("\n\n"),
  "items/02.md": [
    "---\ntitle: 两行题目示例区科协公布相邻的两张表格并举办全国科普日主场展览活动\n---",
    LINE,
    "两张相邻的表：",
    `${table()}\n\n`,
    table(),
    "两张表后的话。",
    "最后是表：",
    table(),
    LINE,
  ].join("\n\n"),
  "items/03.md": [
    "---\ntitle: 示例区科协公布图片\n---",
    LINE,
    '![一张示例图](../images/a.png "题注")',
    LINE,
    "![又一张示例图](../images/a.png)",
    "图后的话。",
  ].join("\n\n"),
  "images/a.png": makePng({ width: 300, height: 310, bits: 8, colorType: 2 }),
};
