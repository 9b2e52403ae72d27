/** A whole issue as pages: geometry, structure, contents, findings; the face is invented. */
import "../with-parser.js";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FaceMetrics } from "../../src/fonts/face.js";
import { composeIssue } from "../../src/layout/compose-issue.js";
import type { GlyphRun, Layout, StructureElement } from "../../src/layout/layout.js";
import type { RoleFaces } from "../../src/layout/paragraph/type-book.js";
import { printLayout } from "../../src/layout/print-layout.js";
import type { CheckedIssue } from "../../src/model/issue.js";
import type { Template } from "../../src/model/template.js";
import { readIssue } from "../../src/read/read-issue.js";
import { readTemplate } from "../../src/read/read-template.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { inventedFace } from "./invented-face.js";

const MANIFEST = `
bulletin: {name: 示例科普信息, publisher: 示例市科学技术协会办公室}
year: 2026
number: 3
date: 2026-03-16
contact: {label: 信息报送邮箱, email: submissions@example.org}
distribution: {report: [示例市人民政府办公室], copies: 20}
sections:
  - name: 科技交流
    items: [items/01.md, items/02.md]
  - name: 基层动态
    items: [items/03.md]
`;
const LONG = "全市各级科协组织围绕中心服务大局开展形式多样的科学普及活动，受到群众欢迎。".repeat(12);
const ITEMS = {
  "items/01.md": `---\ntitle: 市科协召开会议\nsource: 示例区科协\n---\n\n${LONG}\n\n**加粗**与*强调*，见[说明](https://example.org)。[^1]\n\n${LONG}\n\n[^1]: 注文。\n`,
  "items/02.md": `---\ntitle: 科普展开幕\n---\n\n- 第一条\n- 第二条\n\n1. 甲\n2. 乙\n\n| 项目 | 数量 |\n| --- | ---: |\n| 展览 | 12 |\n| 讲座 |  |\n\n> 引文。\n\n\`\`\`\na  b\n\`\`\`\n`,
  "items/03.md": `---\ntitle: 示例区举办科普日活动\nsource: 示例区科协\n---\n\n${LONG}\n\n${LONG}\n`,
};

function templateNamed(name: string): Template {
  const folder = new URL(`../../templates/${name}/`, import.meta.url);
  const files = {
    [`${name}/template.yaml`]: readFileSync(new URL("template.yaml", folder), "utf8"),
    [`${name}/html/style.css`]: "/* not looked at */",
  };
  const { issue } = readIssue("issue.yaml", memoryWorkspace({ "issue.yaml": MANIFEST, ...ITEMS }));
  if (issue === undefined) throw new Error("the sample cannot be read");
  const house = { ...issue.house, template: { ...issue.house.template, value: name } };
  const { value } = readTemplate(house, {
    templates: memoryWorkspace(files),
    workspace: memoryWorkspace({}),
  });
  if (value === undefined) throw new Error(`template ${name} cannot be read`);
  return value;
}

function compose(
  options: {
    items?: Record<string, string>;
    template?: string;
    face?: FaceMetrics;
    second?: FaceMetrics;
  } = {},
) {
  const files = { "issue.yaml": MANIFEST, ...ITEMS, ...options.items };
  const { issue } = readIssue("issue.yaml", memoryWorkspace(files));
  const template = templateNamed(options.template ?? "jianbao");
  const face = [options.face ?? inventedFace(), ...(options.second === undefined ? [] : [options.second])];
  const faces = Object.fromEntries(
    Object.keys(template.roles).map((role) => [role, role === "emphasis" ? [inventedFace()] : face]),
  ) as unknown as RoleFaces;
  // The sample is sound; what makes an issue a checked one is tested in check/.
  return composeIssue({ issue: issue as CheckedIssue, template, faces });
}

const runsOf = (layout: Layout): readonly GlyphRun[] =>
  layout.pages.flatMap((page) => page.marks.filter((mark): mark is GlyphRun => mark.kind === "glyphs"));

function bodyRuns(layout: Layout): readonly GlyphRun[] {
  return runsOf(layout).filter((run) => typeof run.owner === "number" && run.sizePt === 15.793);
}

/** Characters of an element and what it holds, in reading order. */
function textOf(layout: Layout, element: StructureElement): string {
  return element.kids
    .map((kid) => {
      if (kid.kind === "element") {
        const child = layout.elements[kid.id];
        return child === undefined ? "" : textOf(layout, child);
      }
      const marks = layout.pages[kid.page - 1]?.marks.slice(kid.from, kid.to) ?? [];
      return marks.map((mark) => (mark.kind === "glyphs" ? mark.text : "")).join("");
    })
    .join("");
}

describe("geometry of the default template (GB/T 9704-2012)", () => {
  const solid = `---\ntitle: 会议\n---\n\n${"汉".repeat(28 * 60)}\n`;
  const { value: layout } = compose({ items: { "items/02.md": solid } });

  it("is A4 with 28 characters on a full line and 22 lines on a full page", () => {
    expect([layout.widthPt, layout.heightPt].map(Math.round)).toEqual([595, 842]);
    const lines = new Map<string, number>();
    for (const page of layout.pages) {
      for (const run of page.marks) {
        if (run.kind !== "glyphs" || run.sizePt !== 15.793) continue;
        if (!/^汉+$/.test(run.text)) continue;
        const key = `${page.number} ${run.baseline.toFixed(2)}`;
        lines.set(key, (lines.get(key) ?? 0) + run.glyphs.ids.length);
      }
    }
    expect(Math.max(...lines.values())).toBe(28);
    const onPage = (number: number) => [...lines.keys()].filter((key) => key.startsWith(`${number} `)).length;
    expect(Math.max(...layout.pages.map((page) => onPage(page.number)))).toBe(22);
  });

  it("holds each body line on the grid to a twentieth of a point", () => {
    const [first] = bodyRuns(layout);
    for (const run of bodyRuns(layout)) {
      if (run.face.name === "") continue;
      const lines = (run.baseline - (first?.baseline ?? 0)) / 28.95;
      expect(Math.abs(lines - Math.round(lines)) * 28.95).toBeLessThan(0.05);
    }
  });

  it("keeps all text inside the text block", () => {
    for (const run of runsOf(layout)) {
      if (run.owner === "page-number") continue;
      // The empty half of an opening mark may stand outside.
      const outside = /^[【“《（]/u.test(run.text) ? run.sizePt / 2 : 0;
      expect(run.x).toBeGreaterThan(28 * (72 / 25.4) - 0.01 - outside);
      expect(run.baseline).toBeLessThan(layout.heightPt - 35 * (72 / 25.4));
    }
  });

  it("puts page numbers on the outer side", () => {
    const numbers = layout.pages.map((page) => page.marks.find((mark) => mark.owner === "page-number"));
    const middle = layout.widthPt / 2;
    expect(numbers.map((mark) => (mark?.x ?? 0) > middle)).toEqual(
      numbers.map((_, index) => index % 2 === 0),
    );
    expect(numbers.map((mark) => (mark?.kind === "glyphs" ? mark.text : ""))).toEqual(
      layout.pages.map((page) => `— ${page.number} —`),
    );
  });
});

describe("structure", () => {
  const { value: layout } = compose();
  const ofType = (type: string) => layout.elements.filter((element) => element.type === type);

  it("is one tree: each element but the root is the kid of its parent, once", () => {
    const kids = layout.elements.flatMap((element) =>
      element.kids.flatMap((kid) => (kid.kind === "element" ? [[kid.id, element.id] as const] : [])),
    );
    expect(kids.length).toBe(layout.elements.length - 1);
    for (const [kid, parent] of kids) expect(layout.elements[kid]?.parent).toBe(parent);
    expect(layout.elements.map(({ id }) => id)).toEqual([...layout.elements.keys()]);
  });

  it("gives each mark to one element or names it an artifact", () => {
    const owned = new Set<string>();
    for (const element of layout.elements) {
      for (const kid of element.kids) {
        if (kid.kind !== "marks") continue;
        for (let index = kid.from; index < kid.to; index += 1) {
          const key = `${kid.page} ${index}`;
          expect(owned.has(key)).toBe(false);
          owned.add(key);
          expect(layout.pages[kid.page - 1]?.marks[index]?.owner).toBe(element.id);
        }
      }
    }
    const owners = layout.pages.flatMap((page) =>
      page.marks.filter((mark) => typeof mark.owner === "number"),
    );
    expect(owned.size).toBe(owners.length);
  });

  it("has all constructs", () => {
    for (const type of "H1 H2 H3 TOC TOCI Sect Art P Em Strong Link L LI Lbl LBody Table THead TBody TR TH TD BlockQuote Code Note Reference".split(
      " ",
    )) {
      expect(ofType(type).length, type).toBeGreaterThan(0);
    }
  });

  it("keeps the words of a paragraph as they were written, over lines and pages", () => {
    const texts = ofType("P").map((element) => textOf(layout, element));
    expect(texts).toContain(LONG);
    expect(texts).toContain(`${LONG}（示例区科协）`);
    expect(texts).toContain("加粗与强调，见说明。1");
  });

  it("keeps an empty cell, and the head's scope", () => {
    expect(ofType("TD").length).toBe(4);
    expect(ofType("TH").every((element) => element.scope === "Column")).toBe(true);
  });

  it("gives every link its target and its area", () => {
    for (const link of ofType("Link")) {
      expect(link.target).toBeDefined();
      expect(link.areas?.length).toBeGreaterThan(0);
    }
    const destinations = new Set(layout.pages.flatMap((page) => page.destinations.map(({ name }) => name)));
    for (const { target } of ofType("Link")) {
      if (target?.kind === "destination") expect(destinations).toContain(target.name);
    }
    expect(
      ofType("Link").some(
        ({ target }) => target?.kind === "url" && target.url === "mailto:submissions@example.org",
      ),
    ).toBe(true);
  });
});

describe("the unusual", () => {
  it("a long issuer takes several lines and leaves the date its place", () => {
    const issuer = "示例省示例市科学技术协会办公室信息中心综合处与宣传教育处联合编辑部";
    const manifest = MANIFEST.replace("示例市科学技术协会办公室", issuer);
    const { value: layout } = compose({ items: { "issue.yaml": manifest } });
    const lines = runsOf(layout).filter((run) => run.text !== "" && issuer.includes(run.text));
    expect(lines.map((run) => run.text).join("")).toContain(issuer);
    const date = runsOf(layout).find((run) => run.text.includes("2026年3月16日"));
    const beside = lines.filter((run) => run.baseline === date?.baseline);
    expect(beside.length).toBeGreaterThan(0);
    for (const run of beside) {
      expect(run.x + run.text.length * run.sizePt).toBeLessThanOrEqual(date?.x ?? 0);
    }
  });

  it.each([
    [
      "between names, at a wide space",
      "示例市科学技术协会办公室　示例市教育局",
      ["示例市科学技术协会办公室", "示例市教育局"],
    ],
    [
      "in a name no line holds, at words",
      "示例市科学技术协会青少年科学技术教育中心",
      ["示例市科学技术协会青少年", "科学技术教育中心"],
    ],
    ["nowhere where they fit one line", "示例市科协　示例市教育局", ["示例市科协　示例市教育局"]],
  ])("bodies that publish together are parted %s", (_, issuer, expected) => {
    const manifest = MANIFEST.replace("示例市科学技术协会办公室", issuer);
    const { value: layout } = compose({ items: { "issue.yaml": manifest } });
    const lines = new Map<number, string>();
    for (const run of layout.pages[0]?.marks ?? []) {
      if (run.kind !== "glyphs" || run.text === "" || !issuer.includes(run.text)) continue;
      lines.set(run.baseline, (lines.get(run.baseline) ?? "") + run.text);
    }
    expect([...lines.values()].map((line) => line.trim())).toEqual(expected);
  });

  it("a table of a head alone has a body of it", () => {
    const item = "---\ntitle: 只有表头\n---\n\n| 甲 | 乙 |\n| --- | --- |\n";
    const { value: layout } = compose({ items: { "items/02.md": item } });
    expect(layout.elements.map(({ type }) => type)).not.toContain("THead");
    expect(layout.elements.map(({ type }) => type)).toContain("TBody");
  });
});

/** A line of the grid, and how deep in it the base line of the text lies. */
const PITCH_PT = 28.95;
const BASELINE_PT = (PITCH_PT - 15.79) / 2 + 0.88 * 15.79;

describe("tables", () => {
  const tableOf = (rows: number): string =>
    [
      "| 名称 | 数量 |",
      "| --- | ---: |",
      ...Array.from({ length: rows }, (_, row) => `| 第${row}站 | ${row} |`),
    ].join("\n");
  const composeTable = (rows: number) =>
    compose({ items: { "items/02.md": `---\ntitle: 表\n---\n\n表前。\n\n${tableOf(rows)}\n\n表后。\n` } })
      .value;

  it("set the head as its column is set", () => {
    const runs = runsOf(composeTable(3));
    const leftOf = (text: string) => runs.find((run) => run.text === text)?.x ?? 0;
    expect(leftOf("名称")).toBeCloseTo(leftOf("第0站"), 2);
    expect(leftOf("数量")).toBeLessThan(leftOf("2"));
  });

  it("say nothing of a head whose unit stands on a line of its own", () => {
    const remark = "水位偏低，建议加强巡查并及时补水，同时报告";
    const shortLines = (head: string, cell: string) => {
      const table = [
        `| 序号 | 断面所在乡镇（街道） | 平均流量（m³/s） | ${head} | 类别 | 备注 |`,
        "| - | - | - | - | - | - |",
        `| 1 | 石门乡 | 33.9 | ${cell} | 三类 | ${remark} |`,
      ].join("\n");
      const { diagnostics } = compose({ items: { "items/02.md": `---\ntitle: 表\n---\n\n${table}\n` } });
      return diagnostics.filter(({ rule }) => rule === "layout/short-last-line").length;
    };
    expect(shortLines("水样数量（个）", "12")).toBe(0);
    expect(shortLines("数量", "水样数量（个）")).toBe(1);
  });

  it("say 续表 over the head that a page repeats, as an artifact, and nowhere else", () => {
    const layout = composeTable(60);
    const words = layout.pages.map((page) =>
      page.marks.flatMap((mark) => (mark.kind === "glyphs" && mark.text === "续表" ? [mark.owner] : [])),
    );
    const withTable = layout.pages.filter(({ marks }) =>
      marks.some((mark) => mark.kind === "glyphs" && /^第\d+站$/.test(mark.text)),
    );
    expect(withTable.length).toBeGreaterThan(1);
    expect(words.flat()).toEqual(withTable.slice(1).map(() => "repeated-header"));
    expect(words[(withTable[0]?.number ?? 0) - 1]).toEqual([]);
  });

  it("stand with the same room above and below them, text on the grid behind", () => {
    for (const rows of [1, 2, 3]) {
      const { pages } = composeTable(rows);
      const marks = pages.flatMap((page) => page.marks);
      const baselineOf = (text: string) =>
        marks.flatMap((mark) => (mark.kind === "glyphs" && mark.text === text ? [mark.baseline] : []))[0] ??
        0;
      const start = marks.findIndex((mark) => mark.kind === "glyphs" && mark.text === "名称");
      const rules = marks.flatMap((mark) =>
        mark.kind === "rule" && mark.width > mark.height && mark.owner === "rule" ? [mark.y] : [],
      );
      const [before, behind] = [baselineOf("表前。"), baselineOf("表后。")];
      const own = rules.filter((y) => y > before && y < behind);
      expect(start).toBeGreaterThan(0);
      const above = Math.min(...own) - (before - BASELINE_PT + PITCH_PT);
      const below = behind - BASELINE_PT - Math.max(...own);
      expect([rows, Math.abs(above - below) < 2]).toEqual([rows, true]);
      expect(above).toBeGreaterThan(PITCH_PT / 4 - 1);
      expect(above).toBeLessThan(PITCH_PT);
    }
  });
});

describe("contents", () => {
  it("trim an opening mark that begins an entry", () => {
    const runs = runsOf(
      compose({ items: { "items/01.md": "---\ntitle: “启明”行动\n---\n\n正文。\n" } }).value,
    );
    const [entry] = runs.filter((run) => run.text.startsWith("“启明”行动"));
    const [other] = runs.filter((run) => run.text.startsWith("科普展开幕"));
    expect(entry === undefined || other === undefined ? undefined : other.x - entry.x).toBeCloseTo(
      (entry?.sizePt ?? 0) / 2,
      1,
    );
  });

  it("print the pages on which the items start", () => {
    const { value: layout } = compose();
    const entries = layout.elements
      .filter((element) => element.type === "TOCI")
      .map((element) => textOf(layout, element));
    const pages = layout.contents.filter(({ kind }) => kind === "item").map(({ page }) => page);
    expect(entries.filter((text) => /\d$/.test(text)).map((text) => Number(/\d+$/.exec(text)?.[0]))).toEqual(
      pages,
    );
    const starts = layout.pages.flatMap((page) =>
      page.destinations.filter(({ name }) => name.startsWith("item-")).map(() => page.number),
    );
    expect(starts).toEqual(pages);
  });

  const ended = (items: number) => {
    const paths = Array.from({ length: items }, (_, index) => `items/1${index}.md`);
    const { value: layout } = compose({
      items: {
        "issue.yaml": MANIFEST.replace("items/01.md, items/02.md", paths.join(", ")),
        ...Object.fromEntries(paths.map((path) => [path, "---\ntitle: 会议\n---\n\n正文。\n"])),
      },
    });
    const pageOf = new Map(
      layout.pages.flatMap((page) =>
        page.marks.flatMap(({ owner }) => (typeof owner === "number" ? [[owner, page.number] as const] : [])),
      ),
    );
    const references = layout.elements.filter(({ type }) => type === "Link");
    const last = references.findLast(({ target }) => target?.kind === "destination");
    return { setting: layout.contentsSetting, page: last === undefined ? undefined : pageOf.get(last.id) };
  };

  // Two sections and the third item of the sample come on top.
  it.each([
    [11, 1],
    [12, 2],
  ])("of %i items more end on page %i, set closer to the first where that is enough", (items, page) => {
    const found = ended(items);
    expect(found.page).toBe(page);
    expect(found.setting?.lines).toBe(items + 3);
    if (page === 1) expect(found.setting?.pitchPt).toBeLessThan(28.95 * 0.8);
    else expect(found.setting?.pitchPt).toBe(28.95);
  });
});

describe("findings", () => {
  it("name a character that no face has, with its place", () => {
    const { diagnostics } = compose({
      face: inventedFace({ lacks: "㛃" }),
      items: { "items/01.md": "---\ntitle: 会议\n---\n\n出席的有李㛃等。\n" },
    });
    const [finding] = diagnostics.filter(({ rule }) => rule === "layout/missing-glyph");
    expect(finding?.severity).toBe("error");
    expect(finding?.message.zh).toContain("U+36C3");
    expect(finding?.span).toEqual({ path: "items/01.md", start: 24, end: 25 });
  });

  it("name a font once, though it was asked for Latin letters and for all", () => {
    const lacking = inventedFace({ lacks: "㛃" });
    const { diagnostics } = compose({
      face: lacking,
      second: lacking,
      items: { "items/01.md": "---\ntitle: 会议\n---\n\n出席的有李㛃等。\n" },
    });
    const [finding] = diagnostics.filter(({ rule }) => rule === "layout/missing-glyph");
    expect(finding?.message.zh).toContain(`这个字，${lacking.name} 都没有`);
  });

  it("name a run of such characters once, with all of it", () => {
    const { diagnostics } = compose({
      face: inventedFace({ lacks: "한국어단" }),
      items: { "items/01.md": "---\ntitle: 会议\n---\n\n写着한국어 단어。\n" },
    });
    const found = diagnostics.filter(({ rule }) => rule === "layout/missing-glyph");
    expect(found.map(({ span }) => [span.start, span.end])).toEqual([[21, 27]]);
    expect(found[0]?.message.en).toContain("4 characters");
  });

  it("are none for sound text", () => {
    expect(compose().diagnostics).toEqual([]);
  });
});

describe("titles for office programs", () => {
  const titleOf = (title: string) => {
    const lines = title.replaceAll("|", "\n  ");
    const { value } = compose({ items: { "items/01.md": `---\ntitle: |\n  ${lines}\n---\n\n正文。\n` } });
    const [, entry] = value.contents;
    return { lines: entry?.titleLines?.join("|"), flows: entry?.titleFlow !== undefined };
  };

  it.each([
    ["one line needs nothing", "市科协召开会议", "市科协召开会议", false],
    [
      "the breaks of the pages, where a measure gives them",
      "澜川市科协召开全市科技工作者座谈会共商新年发展大计",
      "澜川市科协召开全市科技工作者座谈会|共商新年发展大计",
      true,
    ],
    [
      "others at words, where the first line of the pages is much the shorter",
      "示例区科协为全区一百二十所中小学配送科普图书和科学器材",
      "示例区科协为全区一百二十所中小学|配送科普图书和科学器材",
      true,
    ],
    [
      "the editor's breaks, where a measure gives them",
      "工作者座谈会|共商大计",
      "工作者座谈会|共商大计",
      true,
    ],
    ["and where none does", "座谈会|共商新年发展大计", "座谈会|共商新年发展大计", false],
  ])("%s", (_, title, lines, flows) => {
    expect(titleOf(title)).toEqual({ lines, flows });
  });
});

describe("templates", () => {
  it("nothing is hard-wired: the newsletter has its own geometry", () => {
    const { value: layout, diagnostics } = compose({ template: "newsletter" });
    expect(diagnostics).toEqual([]);
    expect(runsOf(layout).some((run) => run.sizePt === 15.793 || run.color === "#C00000")).toBe(false);
    const numbers = layout.pages.map((page) => page.marks.find((mark) => mark.owner === "page-number"));
    expect(
      numbers.every((mark) => mark?.kind === "glyphs" && mark.text.trim() !== "" && !mark.text.includes("—")),
    ).toBe(true);
  });
});

describe("print", () => {
  it("shows pages, lines and structure, and is the same each time", () => {
    const printed = printLayout(compose().value);
    expect(printed).toBe(printLayout(compose().value));
    expect(printed).toContain("page 1\n");
    expect(printed).toContain("示例科普信息");
    expect(printed).toContain("\nstructure\n  Document\n    H1\n");
  });
});
