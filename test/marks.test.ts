/**
 * Marks on the page and in the files: places above the masthead (GB/T 9704-2012, 7.2.1 to 7.2.4), the mark of a draft at
 * the head of every page, numbers of lines, and which editions of a secret issue are made.
 */
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type BuildOptions, build, EnvironmentError, memoryEnvironment } from "../src/index.js";
import type { GlyphRun, Layout, Page } from "../src/layout/layout.js";
import { furnitureOf } from "../src/model/furniture.js";
import { NO_MARKS } from "../src/model/issue-marks.js";
import { pointsFromMm } from "../src/model/units.js";
import { paragraphsOf } from "./docx/word-file.js";
import { parseXml } from "./docx/xml-tree.js";

const SENTENCE = "示例区科协举办科普展，吸引二百余名居民参加，现场发放手册三百余份。";

function files(lines: string, { name = "示例科协信息", template = "jianbao", paragraphs = 30 } = {}) {
  return {
    "issue.yaml": `bulletin: {name: ${name}}
template: ${template}
number: 3
date: 2026-03-16
slug: 2026-03
contact: {label: 投稿邮箱, email: post@example.org}
output: {url: "https://example.org/bulletin"}
sections:
  - name: 基层动态
    items: [items/01.md]
${lines}
`,
    "items/01.md": `---\ntitle: 示例区科协举办科普展\n---\n\n${`${SENTENCE}\n\n`.repeat(paragraphs)}| 名称 | 数量 |\n| --- | ---: |\n| 手册 | 300 |\n`,
  };
}

const make = (lines: string, options: BuildOptions = {}, setting: Parameters<typeof files>[1] = {}) =>
  build("issue.yaml", memoryEnvironment(files(lines, setting)), options);

const ALL = `copy-number: "000012"
secrecy: {level: 机密, period: 5年}
urgency: 加急
marking: 内部资料　注意保存`;

const runsOf = ({ marks }: Page): readonly GlyphRun[] => marks.filter((mark) => mark.kind === "glyphs");

/** Texts that begin a line at the left edge of the text block, with their base lines. */
function firstPage(layout: Layout | undefined) {
  const page = layout?.pages[0];
  if (page === undefined) throw new Error("no page");
  return runsOf(page).map(({ text, baseline, sizePt, x }) => ({ text, x, top: baseline - 0.88 * sizePt }));
}

const TOP = pointsFromMm(37);
const LEFT = pointsFromMm(28);
/** One line of the grid. */
const U = 28.95;

describe("above the masthead", () => {
  it("has the copy's number in the first line, secrecy in the second, urgency in the third, each flush left", async () => {
    const { layout } = await make(ALL, { editions: ["pdf"] });
    const found = firstPage(layout).slice(0, 4);
    expect(found.map(({ text }) => text)).toEqual(["000012", "机密★5年", "加急", "内部资料　注意保存"]);
    for (const [row, { x, top }] of found.entries()) {
      expect(x).toBeCloseTo(LEFT, 6);
      expect(top).toBeGreaterThan(TOP + row * U);
      expect(top).toBeLessThan(TOP + (row + 0.5) * U);
    }
  });

  it("leaves the name 35 mm below the edge of the text block where the standard's three stand", async () => {
    const { layout } = await make(ALL.replace(/^marking.*$/m, ""), { editions: ["pdf"] });
    const name = firstPage(layout).find(({ text }) => text === "示例科协信息");
    expect((name?.top ?? 0) - TOP).toBeCloseTo(pointsFromMm(35), 0);
  });

  it.each(["示例科协信息", "示例市科学技术协会机关党委工作信息简报"])(
    "does not reach into the name %s",
    async (name) => {
      for (const template of ["jianbao", "newsletter"]) {
        const { layout } = await make(ALL, { editions: ["pdf"] }, { name, template });
        const [, , , last, ...rest] = firstPage(layout);
        const top = Math.min(...rest.filter(({ text }) => name.includes(text)).map((run) => run.top));
        expect(last?.text).toBe("内部资料　注意保存");
        expect(top).toBeGreaterThan((last?.top ?? 0) + 12);
      }
    },
  );

  it("moves nothing where an issue has no marks", async () => {
    const { layout } = await make("", { editions: ["pdf"] });
    expect((firstPage(layout)[0]?.top ?? 0) - TOP).toBeCloseTo(pointsFromMm(10), 0);
  });
});

describe("a draft", () => {
  const DRAFT = "draft: 征求意见稿";
  const isMark = ({ text }: GlyphRun) => text === "征求意见稿";

  it("says so at the head of every page, and to a screen reader once", async () => {
    const { layout } = await make(DRAFT, { editions: ["pdf"] });
    const owners = layout?.pages.map((page) =>
      runsOf(page)
        .filter(isMark)
        .map(({ owner }) => owner),
    );
    expect(owners?.length).toBeGreaterThan(1);
    const [first, ...later] = owners ?? [];
    expect(layout?.elements[Number(first?.[0])]?.type).toBe("P");
    for (const each of later) expect(each).toEqual(["repeated-header"]);
    // Over the text block, in the margin.
    for (const page of layout?.pages ?? []) {
      for (const { baseline } of runsOf(page).filter(isMark)) expect(baseline).toBeLessThan(TOP);
    }
  });

  it("says all of it where the page is narrow", async () => {
    const words = "提请局务会议审议的第二次征求意见稿";
    const small = readFileSync("templates/jianbao/template.yaml", "utf8").replace(
      "width-mm: 210",
      "width-mm: 120",
    );
    const { layout } = await build(
      "issue.yaml",
      memoryEnvironment({
        ...files(`draft: ${words}`, { template: "./small" }),
        "small/template.yaml": small,
        "small/html/style.css": "",
      }),
      { editions: ["pdf"] },
    );
    for (const page of layout?.pages ?? []) {
      const marks = runsOf(page).filter(({ baseline }) => baseline < TOP);
      expect(marks.map(({ text }) => text)).toEqual([words]);
      expect(marks[0]?.x).toBeGreaterThan(LEFT - 0.01);
    }
    expect(layout?.pages.length).toBeGreaterThan(1);
  });

  it("has it in the name of its files, its title and the header of its Word file", async () => {
    const { issue, artifacts } = await make(DRAFT, { editions: ["docx", "html"] });
    expect(issue?.slug.value).toBe("2026-03");
    const [docx, html] = artifacts;
    const parts = unzipSync(docx?.bytes ?? new Uint8Array());
    const headers = Object.keys(parts).filter((name) => /^word\/header\d\.xml$/.test(name));
    expect(headers.length).toBe(2);
    for (const name of headers) {
      const [paragraph] = paragraphsOf(parseXml(strFromU8(parts[name] ?? new Uint8Array())));
      expect(paragraph).toMatchObject({ style: "Header", text: "征求意见稿" });
    }
    expect(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array())).toContain("第3期（征求意见稿）");
    const page = new TextDecoder().decode(html?.bytes);
    expect(page).toContain("第3期（征求意见稿）</title>");
    expect(page).toContain('<p class="draft-mark">征求意见稿</p>');
  });

  it("is made by an option, too, whatever its manifest says", async () => {
    for (const lines of ["", DRAFT]) {
      const { issue } = await make(lines, { editions: ["pdf"], draft: "送审稿" });
      expect(issue && furnitureOf(issue).draft).toBe("送审稿");
    }
  });

  it("is not for search engines, and has no address on the web", async () => {
    const [draft, final] = await Promise.all(
      [DRAFT, ""].map(async (lines) => {
        const { artifacts } = await make(lines, { editions: ["html"] });
        return new TextDecoder().decode(artifacts[0]?.bytes);
      }),
    );
    expect(draft).toContain('<meta name="robots" content="noindex,nofollow">');
    expect(draft).not.toContain('rel="canonical"');
    expect(final).not.toContain('name="robots"');
    expect(final).toContain('<link rel="canonical" href="https://example.org/bulletin/2026-03.html">');
  });

  it("carries its mark into the article part alone", async () => {
    const { artifacts } = await make(DRAFT, { editions: ["html"], htmlForm: "fragment" });
    const text = new TextDecoder().decode(artifacts[0]?.bytes);
    expect(text).toMatch(/^<p><strong>征求意见稿<\/strong><\/p>\n<h2 /);
  });
});

describe("numbers of lines", () => {
  const numbered: BuildOptions = { editions: ["pdf", "docx"], draft: "送审稿", lineNumbers: true };
  const numbersOf = (page: Page) => runsOf(page).filter(({ owner }) => owner === "line-number");

  it("count the lines of each page anew, from the first under the masthead; tables are left out", async () => {
    const { layout } = await make("", numbered);
    expect(layout?.pages.length).toBeGreaterThan(1);
    for (const page of layout?.pages ?? []) {
      const numbers = numbersOf(page);
      expect(numbers.map(({ text }) => text)).toEqual(numbers.map((_, index) => String(index + 1)));
      const lines = new Set(
        runsOf(page)
          .filter(({ owner, sizePt }) => typeof owner === "number" && sizePt > 15)
          .map(({ baseline }) => Math.round(baseline)),
      );
      for (const { baseline, x, sizePt } of numbers) {
        expect(lines).toContain(Math.round(baseline));
        expect(x + sizePt).toBeLessThan(LEFT);
      }
    }
    const first = layout?.pages[0];
    const section = first && runsOf(first).find(({ text }) => text.includes("基层动态"));
    expect(first && numbersOf(first)[0]?.baseline).toBeCloseTo(section?.baseline ?? 0, 6);
    const inTable = layout?.pages.flatMap((page) => {
      const cell = runsOf(page).find(({ text }) => text === "名称");
      return cell === undefined ? [] : [{ cell, numbers: numbersOf(page) }];
    });
    expect(inTable?.length).toBe(1);
    for (const { cell, numbers } of inTable ?? []) {
      expect(numbers.filter(({ baseline }) => Math.abs(baseline - cell.baseline) < 2)).toEqual([]);
    }
  });

  it("leave out captions", async () => {
    const picture = readFileSync("fixtures/work-bulletin/images/exhibition.jpg");
    const item = `---\ntitle: 示例区科协举办科普展\n---\n\n${SENTENCE}\n\n![展台](../a.jpg "展台前的居民")\n\n${SENTENCE}\n`;
    const { layout } = await build(
      "issue.yaml",
      memoryEnvironment({ ...files(""), "items/01.md": item, "a.jpg": picture }),
      numbered,
    );
    const found = layout?.pages.flatMap((page) => {
      const caption = runsOf(page).find(({ text }) => text === "展台前的居民");
      return caption === undefined ? [] : [{ caption, numbers: numbersOf(page) }];
    });
    expect(found?.length).toBe(1);
    for (const { caption, numbers } of found ?? []) {
      expect(numbers.length).toBeGreaterThan(0);
      expect(numbers.filter(({ baseline }) => Math.abs(baseline - caption.baseline) < 2)).toEqual([]);
    }
  });

  it("are counted by Word in the Word file, but for masthead, imprint and notes", async () => {
    const { artifacts } = await make("", numbered);
    const docx = artifacts.find(({ edition }) => edition === "docx");
    const parts = unzipSync(docx?.bytes ?? new Uint8Array());
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    expect(xml).toContain('<w:lnNumType w:countBy="1" w:restart="newPage" w:distance="283"/>');
    const styles = strFromU8(parts["word/styles.xml"] ?? new Uint8Array());
    const unnumbered = [
      ...styles.matchAll(/<w:style [^>]*w:styleId="(\w+)"(?:(?!<\/w:style>).)*suppressLineNumbers/gs),
    ];
    expect(unnumbered.map(([, id]) => id)).toEqual(
      expect.arrayContaining([
        "Caption",
        "DocumentMark",
        "FootnoteText",
        "Masthead",
        "IssueLine",
        "IssuerLine",
      ]),
    );
    const plain = await make("", { editions: ["docx"], draft: "送审稿" });
    const plainParts = unzipSync(plain.artifacts[0]?.bytes ?? new Uint8Array());
    expect(strFromU8(plainParts["word/document.xml"] ?? new Uint8Array())).not.toContain("lnNumType");
  });

  it("are refused of a final issue", async () => {
    const refused = make("", { editions: ["pdf"], lineNumbers: true });
    await expect(refused).rejects.toBeInstanceOf(EnvironmentError);
    await expect(make("draft: 送审稿", { editions: ["pdf"], lineNumbers: true })).resolves.toMatchObject({
      withheld: [],
    });
  });
});

describe("an issue with a level of secrecy", () => {
  const editionsOf = ({ artifacts, withheld, diagnostics }: Awaited<ReturnType<typeof make>>) => ({
    made: artifacts.map(({ edition }) => edition),
    withheld,
    told: diagnostics.filter(({ rule }) => rule === "manifest/secret-web").map(({ severity }) => severity),
  });

  it("has no HTML edition unless it is asked for by name", async () => {
    const lines = "secrecy: {level: 秘密}";
    expect(editionsOf(await make(lines))).toEqual({
      made: ["docx", "pdf"],
      withheld: ["html"],
      told: ["warning"],
    });
    expect(editionsOf(await make(lines, { editions: ["pdf", "html"] }))).toEqual({
      made: ["pdf", "html"],
      withheld: [],
      told: ["warning"],
    });
    expect(editionsOf(await make(lines, { editions: ["docx", "pdf"], strict: true }))).toEqual({
      made: ["docx", "pdf"],
      withheld: [],
      told: [],
    });
  });

  it("is withheld whatever becomes of the rule", async () => {
    const lines = "secrecy: {level: 秘密}\nlint: {rules: {manifest/secret-web: off}}";
    expect(editionsOf(await make(lines))).toEqual({ made: ["docx", "pdf"], withheld: ["html"], told: [] });
    expect(editionsOf(await make("secrecy: {level: 秘密}", { structuralOnly: true }))).toEqual({
      made: ["docx", "pdf"],
      withheld: ["html"],
      told: [],
    });
  });

  it("says its level in what files say of themselves", async () => {
    const { artifacts } = await make(ALL, { editions: ["docx", "pdf"] });
    const parts = unzipSync(artifacts[0]?.bytes ?? new Uint8Array());
    expect(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array())).toContain("机密★5年");
    const custom = strFromU8(parts["docProps/custom.xml"] ?? new Uint8Array());
    expect(custom).toMatch(/name="密级和保密期限"[^>]*><vt:lpwstr>机密★5年</);
    expect(custom).toMatch(/name="份号"[^>]*><vt:lpwstr>000012</);
    const xmp = new TextDecoder().decode(artifacts[1]?.bytes);
    expect(xmp).toContain("机密★5年");
  });

  it("without one all editions are made", async () => {
    expect(NO_MARKS.secrecy).toBeUndefined();
    expect(editionsOf(await make("marking: 内部资料　注意保存"))).toEqual({
      made: ["docx", "pdf", "html"],
      withheld: [],
      told: [],
    });
  });
});
