/**
 * Pages that are hard to fill, one issue each: what must stand where, and besides that all the laws of
 * judged-issue.ts.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BuildResult, build } from "../../src/build.js";
import { memoryEnvironment } from "../../src/disk/disk-environment.js";
import type { GlyphRun, Layout, PictureMark } from "../../src/layout/layout.js";
import { makePng } from "../pdf/made-pictures.js";
import { openPdf } from "../pdf/read-back.js";
import { judgePages } from "./judged-issue.js";
import { isInside, linesBesideImprint } from "./page-laws.js";
import { typeAreaOf } from "./type-area.js";
import { whiteLines } from "./white-lines.js";

interface CaseOptions {
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly title?: string;
  readonly template?: "jianbao" | "newsletter";
  /** the same item so many times */
  readonly items?: number;
  readonly editions?: readonly ["pdf"];
}

const WIDE = makePng({ width: 920, height: 614, bits: 1, colorType: 0 });
const EDITORIAL = { editor: "方某", reviewer: "陶某", approver: "顾某" };

async function buildCase(text: string, options: CaseOptions = {}): Promise<BuildResult> {
  const paths = Array.from({ length: options.items ?? 1 }, (_, index) => `items/${index + 1}.md`);
  const manifest = {
    bulletin: { name: "示例简报", publisher: "示例市科协办公室" },
    template: options.template ?? "jianbao",
    number: 1,
    date: "2026-03-16",
    contact: { label: "信息报送邮箱", email: "news@example.org", domains: ["example.org"] },
    sections: [{ name: "基层动态", items: paths }],
    ...options.manifest,
  };
  const item = `---\ntitle: ${JSON.stringify(options.title ?? "示例区科协召开会议")}\n---\n\n${text}\n`;
  const files = {
    "issue.yaml": JSON.stringify(manifest),
    ...Object.fromEntries(paths.map((path) => [path, item])),
    "a.png": WIDE,
    "b.png": WIDE,
  };
  return build("issue.yaml", memoryEnvironment(files), {
    editions: options.editions ?? [],
    layOut: true,
    structuralOnly: true,
  });
}

function layoutOf({ layout }: BuildResult): Layout {
  if (layout === undefined) throw new Error("not built");
  return layout;
}

const runsOn = (layout: Layout, number: number): readonly GlyphRun[] =>
  (layout.pages[number - 1]?.marks ?? []).filter((mark): mark is GlyphRun => mark.kind === "glyphs");

const picturesOf = (layout: Layout): readonly PictureMark[] =>
  layout.pages.flatMap(({ marks }) => marks.filter((mark) => mark.kind === "picture"));

/** @returns the page on which a text stands, 0 where it stands nowhere */
const pageOf = (layout: Layout, text: string): number =>
  layout.pages.find(({ number }) =>
    runsOn(layout, number)
      .map((run) => run.text)
      .join("")
      .includes(text),
  )?.number ?? 0;

const numbered = (layout: Layout): readonly boolean[] =>
  layout.pages.map(({ marks }) => marks.some(({ owner }) => owner === "page-number"));

const told = ({ diagnostics }: BuildResult, rule: string): readonly string[] =>
  diagnostics.filter((one) => one.rule === rule).map(({ message }) => message.zh);

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n\n");
const SENTENCE = "全市各级科协组织围绕中心、服务大局，开展形式多样的科学普及活动。";
const long = (sentences: number): string => SENTENCE.repeat(sentences);

describe("notes", () => {
  it("stand over the imprint", async () => {
    const result = await buildCase("正文一段[^1]。\n\n[^1]: 这是一条脚注，说明数据来源。", {
      manifest: { editorial: EDITORIAL },
    });
    const layout = layoutOf(result);
    expect(judgePages(result, "jianbao").faults).toEqual([]);
    expect(layout.pages.length).toBe(1);
    const note = runsOn(layout, 1).find(({ text }) => text.startsWith("这是一条脚注"));
    const imprint = runsOn(layout, 1).find(({ text }) => text.startsWith("责任编辑"));
    expect(imprint?.baseline ?? 0).toBeGreaterThan((note?.baseline ?? 0) + 20);
  });

  it("stand over the imprint of fixtures/work-bulletin, called in its last item", async () => {
    const folder = "fixtures/work-bulletin";
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.(?:ya?ml|md|png|jpe?g)$/.test(path),
    );
    const last =
      paths
        .filter((path) => /^items.*\.md$/.test(path))
        .sort()
        .at(-1) ?? "";
    const files = Object.fromEntries(
      paths.map((path) => {
        const content = readFileSync(join(folder, path));
        if (path !== last) return [path, new Uint8Array(content)];
        const text = content.toString("utf8").trimEnd();
        return [path, `${text.replace(/。(?=[^。]*$)/u, "[^1]。")}\n\n[^1]: 数据由示例县农业农村局提供。\n`];
      }),
    );
    const result = await build("issue.yaml", memoryEnvironment(files), {
      editions: [],
      layOut: true,
      structuralOnly: true,
    });
    const layout = layoutOf(result);
    expect(pageOf(layout, "数据由示例县农业农村局提供")).toBe(layout.pages.length);
    expect(judgePages(result, "jianbao").faults).toEqual([]);
  });

  it("of several pages go on page by page, beside the text", async () => {
    const result = await buildCase(`${long(6)}[^1]\n\n${long(40)}\n\n[^1]: ${long(120)}`);
    const { faults, pages } = judgePages(result, "jianbao");
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(3);
  });

  it.each([
    [
      "several in one line",
      `${long(2)}[^1][^2]，又一处[^3]。\n\n${long(9)}\n\n[^1]: ${long(45)}\n\n[^2]: ${long(30)}\n\n[^3]: 短注。`,
    ],
    [
      "in every row of a long table",
      `| 甲 | 乙 |\n| --- | --- |\n${Array.from({ length: 40 }, (_, row) => `| 第${row + 1}行[^${row + 1}] | 内容 |`).join("\n")}\n\n${lines(40, (row) => `[^${row + 1}]: 第${row + 1}行的来源。`)}`,
    ],
    [
      "in the head of a table that pages repeat",
      `| 甲[^1] | 乙[^2] |\n| --- | --- |\n${"| 一 | 二 |\n".repeat(60)}\n\n[^1]: ${long(3)}\n\n[^2]: 短注。`,
    ],
    [
      "in a list",
      `1. ${long(3)}[^1]\n2. ${long(3)}[^2]\n   - ${long(8)}[^3]\n\n[^1]: ${long(20)}\n\n[^2]: 短注。\n\n[^3]: ${long(50)}`,
    ],
    [
      "with lists, tables and pictures of their own",
      `${long(20)}[^1]\n\n[^1]: ${long(2)}\n\n    - ${long(2)}\n    - ${long(1)}\n\n    ${long(20)}`,
    ],
  ])("%s", async (_, text) => {
    for (const template of ["jianbao", "newsletter"] as const) {
      const result = await buildCase(text, { template, manifest: { editorial: EDITORIAL } });
      expect(judgePages(result, template).faults).toEqual([]);
    }
  });
});

describe("figures", () => {
  it("stand in the order of the source, in lists too", async () => {
    for (let before = 3; before < 30; before += 1) {
      const text = `${long(before)}\n\n段落![图一](../a.png "一")。\n\n1. 列表：\n\n   ![图二](../b.png)\n\n${long(9)}`;
      const result = await buildCase(text);
      expect(judgePages(result, "jianbao").faults).toEqual([]);
    }
  });

  it("leave no more than five lines white before them", async () => {
    for (let before = 2; before < 24; before += 1) {
      const text = `${lines(before, () => SENTENCE)}\n\n![图一](../a.png "一")\n\n${long(9)}`;
      const result = await buildCase(text);
      const white = whiteLines(layoutOf(result), {
        area: typeAreaOf("jianbao"),
        pitch: 28.95,
        hasCover: false,
      });
      expect(Math.max(0, ...white)).toBeLessThan(6);
      expect(judgePages(result, "jianbao").faults).toEqual([]);
    }
  });

  it("stand side by side over the measure, as high as each other", async () => {
    const result = await buildCase(
      `${long(12)}\n\n![甲](../a.png "甲") ![乙](../b.png)\n*两张*\n\n${long(3)}`,
    );
    const pictures = picturesOf(layoutOf(result));
    const [first, second] = pictures;
    expect(pictures.length).toBe(2);
    expect(first?.height).toBeCloseTo(second?.height ?? 0, 6);
    expect(first?.y).toBeCloseTo(second?.y ?? 0, 6);
    const right = (second?.x ?? 0) + (second?.width ?? 0);
    expect(right - (first?.x ?? 0)).toBeCloseTo(442.2, 1);
    expect(judgePages(result, "jianbao").faults).toEqual([]);
  });

  it.each([
    ["{width=50%}", 221.1],
    ["{width=80mm}", 226.77],
    ["", 390.2],
  ])("are as wide as %s asks, or nine lines high", async (width, points) => {
    const layout = layoutOf(await buildCase(`正文。\n\n![甲](../a.png)${width}`));
    expect(picturesOf(layout)[0]?.width).toBeCloseTo(points, 0);
  });

  it.each(["..\\..\\secret.png", "../../secret (1).png", "C:\\secret (1).png", "/etc/secret (1).png"])(
    "are not read from %s",
    async (path) => {
      const result = await buildCase(`![图](${path})`);
      expect(result.diagnostics.map(({ rule }) => rule)).toContain("image/outside");
      expect(result.layout).toBeUndefined();
    },
  );

  it("leave no title alone on its page", async () => {
    const portrait = { "p.png": makePng({ width: 700, height: 1400, bits: 1, colorType: 0 }) };
    const item = "---\ntitle: 图片新闻\n---\n\n## 一幅画\n\n![竖图](../p.png)\n";
    const manifest = {
      bulletin: { name: "示例简报" },
      number: 1,
      date: "2026-03-16",
      contact: { label: "邮箱", email: "news@example.org" },
      sections: [{ name: "图片新闻", items: ["items/01.md", "items/02.md"] }],
    };
    const files = {
      "issue.yaml": JSON.stringify(manifest),
      "items/01.md": item,
      "items/02.md": item,
      ...portrait,
    };
    const result = await build("issue.yaml", memoryEnvironment(files), {
      editions: [],
      layOut: true,
      structuralOnly: true,
    });
    expect(judgePages(result, "jianbao").faults).toEqual([]);
  });

  it("keep a caption of many lines with them, and what no page holds goes on", async () => {
    const result = await buildCase(`${long(3)}\n\n![图](../a.png "${long(40)}")\n\n${long(3)}`);
    expect(judgePages(result, "jianbao").faults).toEqual([]);
  });
});

describe("the last page", () => {
  const counts = Array.from({ length: 14 }, (_, index) => 19 + index);

  it.each(counts)("of one item of %i short paragraphs has text beside the imprint", async (count) => {
    const text = lines(count, (index) => `会议研究了第${index + 1}项议题，提出了工作要求。`);
    const result = await buildCase(text, {
      manifest: {
        editorial: EDITORIAL,
        distribution: { report: ["示例市人民政府办公室"], send: ["各区县科协"], copies: 120 },
      },
    });
    const layout = layoutOf(result);
    expect(judgePages(result, "jianbao").faults).toEqual([]);
    expect(linesBesideImprint(layout)).toBe(2);
    expect(told(result, "layout/short-last-page")).toEqual([]);
    expect(numbered(layout)).not.toContain(false);
  });

  it("tells where nothing can be taken over, and carries no number", async () => {
    const names = Array.from({ length: 48 }, (_, index) => `示例市第${index + 1}区科学技术协会`);
    const result = await buildCase(long(22), { manifest: { distribution: { send: names } } });
    const layout = layoutOf(result);
    expect(judgePages(result, "jianbao").faults).toEqual([]);
    expect(told(result, "layout/short-last-page")).toEqual([
      `最后一面（第${layout.pages.length}面）只有版记，前一面没有两行正文可以移过来。`,
    ]);
    expect(numbered(layout).at(-1)).toBe(false);
    expect(numbered(layout).slice(0, -1)).not.toContain(false);
  });

  it("parts an imprint that no page holds", async () => {
    const names = Array.from({ length: 75 }, (_, index) => `示例市第${index + 1}区科学技术协会`);
    const distribution = { report: names.slice(0, 9), send: names, copies: 300 };
    const result = await buildCase(long(3), { manifest: { distribution } });
    expect(judgePages(result, "jianbao").faults).toEqual([]);
    expect(numbered(layoutOf(result))).toEqual([true, false, false]);
  });

  it("takes the rest of a note along with the imprint", async () => {
    for (let sentences = 20; sentences < 60; sentences += 4) {
      const result = await buildCase(`${long(4)}[^1]\n\n[^1]: ${long(sentences)}`, {
        manifest: { editorial: EDITORIAL },
      });
      expect(judgePages(result, "jianbao").faults).toEqual([]);
    }
  });
});

describe("what is taller or wider than usual", () => {
  it.each([
    ["a row taller than a page", { text: `| 甲 | 乙 |\n| --- | --- |\n| 一 | ${long(90)} |\n| 二 | 短 |` }],
    [
      "a head taller than half a page",
      { text: `| 甲 | ${long(30)} |\n| --- | --- |\n${"| 一 | 二 |\n".repeat(30)}` },
    ],
    [
      "a table of numbers in sixteen columns",
      { text: tableOf(16, 12, (row, column) => String(10_007 * (row + 1) + column)) },
    ],
    ["a table of twenty-eight columns", { text: tableOf(28, 3, () => "128项") }],
    [
      "a table in a list in a quotation",
      { text: `> 1. 表：\n>\n>    ${tableOf(9, 4, () => "科普活动12场").replaceAll("\n", "\n>    ")}` },
    ],
    [
      "six lists in one another",
      {
        text: Array.from(
          { length: 6 },
          (_, depth) => `${"  ".repeat(depth)}- 第${depth + 1}层，${SENTENCE}`,
        ).join("\n"),
      },
    ],
    ["a title of many lines", { text: long(3), title: "示例区科协召开全民科学素质工作推进会".repeat(26) }],
    [
      "a name of many lines",
      {
        text: long(3),
        manifest: {
          bulletin: {
            name: "示例市科学技术协会工作简报".repeat(14),
            publisher: "示例市科学技术协会办公室".repeat(9),
          },
        },
      },
    ],
    [
      "contents of several pages",
      {
        text: long(3),
        items: 60,
        manifest: { editorial: EDITORIAL },
      },
    ],
  ])("%s", async (_, { text, ...options }: { readonly text: string } & CaseOptions) => {
    for (const template of ["jianbao", "newsletter"] as const) {
      const result = await buildCase(text, { ...options, template });
      expect(judgePages(result, template).faults).toEqual([]);
    }
  });
});

function tableOf(columns: number, rows: number, cell: (row: number, column: number) => string): string {
  const line = (row: number) =>
    `| ${Array.from({ length: columns }, (_, column) => (row < 0 ? "列" : cell(row, column))).join(" | ")} |`;
  const body = Array.from({ length: rows }, (_, row) => line(row));
  return [line(-1), `|${" --- |".repeat(columns)}`, ...body].join("\n");
}

describe("copied text", () => {
  it("has ☑ as one character, and no hole where nothing is seen", async () => {
    const text = "☑已办☐未办☒不办✓✔\n\n- [x] 场地\n\n中国\u200b科学，甲\u00ad乙，丙\u2060丁，葛\u{e0100}飾。";
    const result = await buildCase(text, { editions: ["pdf"] });
    const document = await openPdf(result.artifacts[0]?.bytes ?? new Uint8Array());
    const { items } = await (await document.getPage(1)).getTextContent();
    const copied = items.map((item) => ("str" in item ? item.str : "")).join("");
    for (const words of ["☑已办☐未办☒不办✓✔", "☑场地", "中国科学，甲乙，丙丁，葛\u{e0100}飾。"])
      expect(copied).toContain(words);
    expect(copied).not.toContain("\ufffd");
    expect(judgePages(result, "jianbao").faults).toEqual([]);
  });
});

describe("headings typed as paragraphs", () => {
  it.each(["一、基本情况", "（二）主要做法", "3．下一步打算", "第四部分　附则"])(
    "%s goes to the page of the text behind it",
    async (heading) => {
      const words = heading.slice(-4);
      let moved = 0;
      for (let before = 24; before < 36; before += 1) {
        const text = `${lines(before, (index) => `会议研究了第${index + 1}项议题。`)}\n\n${heading}\n\n${long(4)}`;
        const layout = layoutOf(await buildCase(text));
        const page = pageOf(layout, words);
        expect(pageOf(layout, SENTENCE.slice(0, 9))).toBe(page);
        // A figure before the words may have a face of its own.
        const opening = runsOn(layout, page).slice(0, 2);
        if (
          opening
            .map(({ text: each }) => each)
            .join("")
            .includes(words)
        )
          moved += 1;
        const owner = runsOn(layout, page).find((run) => run.text.includes(words))?.owner;
        expect(typeof owner === "number" && isInside(layout, owner, "P")).toBe(true);
      }
      // Once because it would stand last on its page, once because one line of text would.
      expect(moved).toBeGreaterThanOrEqual(2);
    },
  );
});
