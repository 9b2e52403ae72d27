/**
 * An editor's note, attachments and a signature in all the company they may be in: whatever the text ends with, each
 * edition says all of it once, in the same order, and no page begins with what closes an item.
 */
import "./with-parser.js";
import { describe, expect, it } from "vitest";
import { build } from "../src/build.js";
import { diskEnvironment } from "../src/disk/disk-environment.js";
import { EDITION_NAMES } from "../src/editions/edition-table.js";
import { fix } from "../src/fix.js";
import type { GlyphRun, Layout } from "../src/layout/layout.js";
import { lint } from "../src/lint.js";
import { openIssue } from "../src/read/read-issue.js";
import { memoryWorkspace } from "../src/read/workspace.js";
import { modelText } from "./edition-text/model-text.js";
import { readerOf, saidIn } from "./edition-text/readers.js";
import { png } from "./hostile/made-pictures.js";

const MANIFEST = `bulletin: {name: 云岭科普简报}
year: 2026
number: 3
date: 2026-03-16
contact: {label: 投稿邮箱, email: post@example.org}
sections:
  - name: 基层动态
    items: ITEMS
`;

const ENDS: readonly (readonly [name: string, body: string])[] = [
  ["a paragraph", "志愿者走进社区，为居民讲解急救知识。"],
  ["a list", "要求如下：\n\n1. 落实责任；\n2. 按时报送。"],
  ["a quotation", "校长说：\n\n> 科学课要常来。"],
  ["a table", "安排如下：\n\n| 日期 | 队伍 |\n| --- | ---: |\n| 5月9日 | 42 |"],
  ["code", "格式如下：\n\n```\n县名,份数\n```"],
  ["a heading", "请报送方案。\n\n## 附则"],
  ["a footnote", "志愿者走进社区[^1]。\n\n[^1]: 据统计。"],
  ["a picture", '志愿者走进社区。\n\n![活动现场](../images/a.png "活动现场")'],
  ["a row of pictures", '志愿者走进社区。\n\n![甲](../images/a.png "甲") ![乙](../images/a.png "乙")'],
  ["a picture alone", '![活动现场](../images/a.png "活动现场")'],
];
const FRONTS: readonly string[] = [
  "editors-note: 编者按：这份材料值得一读。\n",
  "attachments: 名单\n",
  "attachments: [名单, 日程表]\n",
  "signed: {by: 云岭区科协}\n",
  "signed: {by: [云岭区科协, 青岚县科协], date: 2026-03-10}\n",
  "source: 云岭市生态学会\nattachments: [名单, 日程表]\nsigned: {by: 云岭区科协, date: 2026-03-10}\n",
  "editors-note: |\n  第一段。\n\n  **第二段**。\nsource: 云岭市生态学会\nsigned: {by: 云岭区科协, date: 2026-03-10}\n",
];

const issueOf = (items: readonly string[], manifest = MANIFEST) => {
  const files = items.map((text, index) => [`items/${index + 1}.md`, text] as const);
  return memoryWorkspace({
    "issue.yaml": manifest.replace("ITEMS", `[${files.map(([path]) => path).join(", ")}]`),
    "images/a.png": png(),
    ...Object.fromEntries(files),
  });
};

const buildAll = (items: readonly string[], manifest?: string) =>
  build(
    "issue.yaml",
    { ...diskEnvironment(), workspace: issueOf(items, manifest) },
    { editions: EDITION_NAMES },
  );

describe.each(ENDS)("behind %s", (name, body) => {
  it("says the same in each edition, whatever closes the item", async () => {
    const items = FRONTS.map(
      (front, index) => `---\ntitle: 第${index}篇稿件的标题\n${front}---\n\n${body}\n`,
    );
    const { issue, artifacts, diagnostics, layout } = await buildAll(items);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    if (issue === undefined) throw new Error("not built");
    expect(artifacts.map(({ edition }) => edition)).toEqual(EDITION_NAMES);
    for (const { edition, bytes } of artifacts) {
      const { read, printsPageNumbers } = readerOf(edition);
      const pageOf = (section: number, item: number) =>
        String(layout?.contents.find((entry) => entry.section === section && entry.item === item)?.page);
      const expected = modelText(saidIn(edition, issue), printsPageNumbers ? pageOf : () => "");
      expect((await read(bytes)).body, `${edition}, ${name}`).toBe(expected.body);
    }
  });
});

it("prints them in the order of the standard: text, attribution, attachments, signature, pictures", async () => {
  const front = `editors-note: 编者按：请看。\nsource: 云岭市生态学会\nattachments: [名单, 日程表]\nsigned: {by: [甲县科协, 乙县科协], date: 2026-03-10}\n`;
  const items = [`---\ntitle: 标题\n${front}---\n\n正文。\n\n![现场](../images/a.png "题注")\n`];
  const manifest = MANIFEST.replace("sections:", "editors-note: 【编者按】本期一篇。\nsections:");
  const { artifacts } = await buildAll(items, manifest);
  for (const { edition, bytes } of artifacts) {
    const { body } = await readerOf(edition).read(bytes);
    expect(body, edition).toContain(
      "2026年3月16日编者按：本期一篇。【基层动态】标题编者按：请看。正文。（云岭市生态学会）附件：1．名单2．日程表甲县科协乙县科协2026年3月10日投稿邮箱",
    );
  }
});

/** Words of each page, a line each, from its top. */
function linesOf({ pages }: Layout): readonly (readonly string[])[] {
  return pages.map(({ marks }) => {
    const lines = new Map<string, string>();
    for (const mark of marks.filter((one): one is GlyphRun => one.kind === "glyphs")) {
      if (typeof mark.owner !== "number") continue;
      const at = mark.baseline.toFixed(1);
      lines.set(at, (lines.get(at) ?? "") + mark.text);
    }
    return [...lines.entries()].sort(([a], [b]) => Number(a) - Number(b)).map(([, text]) => text);
  });
}

it("begins no page with what closes an item, however long its text is", async () => {
  const items = Array.from({ length: 24 }, (_, lines) => {
    const text = "全市各级科协组织围绕中心服务大局开展形式多样的科学普及活动。".repeat(lines + 1);
    const front = "attachments: [名单, 日程表]\nsigned: {by: 云岭区科协, date: 2026-03-10}\n";
    return `---\ntitle: 第${lines}篇稿件的标题\n${front}---\n\n${text}\n`;
  });
  const { layout } = await buildAll(items);
  if (layout === undefined) throw new Error("not laid out");
  const pages = linesOf(layout);
  const isEnd = (line: string) => /^(?:附件：|\d．|云岭区科协$|2026年3月10日$)/.test(line.trim());
  expect(pages.flat().filter(isEnd).length).toBe(24 * 4);
  for (const lines of pages) {
    const first = lines.findIndex(isEnd);
    // Two lines of text stand over it, or as many as there are under the item's title.
    if (first >= 0) expect(first, lines.join("|")).toBeGreaterThanOrEqual(2);
  }
});

describe("a signature", () => {
  it("has its longest line two characters in from the right, the others centred on it", async () => {
    const items = [
      "---\ntitle: 标题\nsigned: {by: [云岭区科学技术协会, 青岚县科协], date: 2026-03-10}\n---\n\n正文。\n",
    ];
    const { layout } = await buildAll(items);
    const runs = (layout?.pages[0]?.marks ?? []).filter((mark): mark is GlyphRun => mark.kind === "glyphs");
    const boxOf = (words: string) => {
      const own = runs.filter((run) => run.text.includes(words));
      const [first] = own;
      const last = own.at(-1);
      if (first === undefined || last === undefined) throw new Error(`${words} is not printed`);
      return { left: first.x, right: last.x + (last.glyphs.dx.at(-1) ?? 0) + last.sizePt };
    };
    const long = boxOf("云岭区科学技术协会");
    const short = boxOf("青岚县科协");
    // The text block ends 26 mm from the edge of A4.
    const em = 15.793;
    expect(long.right).toBeCloseTo(595.28 - (26 / 25.4) * 72 - 2 * em, 0);
    expect((short.left + short.right) / 2).toBeCloseTo((long.left + long.right) / 2, 0);
  });
});

describe("the words of notes, attachments and signatures are judged as text is", () => {
  const PATH = "items/01.md";
  const submission = { kind: "submission", path: PATH } as const;
  const item = (front: string) =>
    `---\ntitle: 云岭区科协走进社区\n${front}---\n\n3月12日，志愿者走进社区。\n`;

  it.each([
    ["editors-note: 本期,刊发三篇。\n", "editors-note: 本期，刊发三篇。\n"],
    [
      "editors-note: |\n  编者按:甲,乙。\n\n  **丙**,丁。\n",
      "editors-note: |\n  编者按:甲，乙。\n\n  **丙**，丁。\n",
    ],
    ["editors-note: |\n  文字在这一行没有写完就\n  换行了，要接上去。\n", undefined],
    ['editors-note: "甲,乙\\n丙,丁"\n', 'editors-note: "甲，乙\\n丙，丁"\n'],
    ["attachments: [名单；, 日程表。]\n", "attachments: [名单, 日程表]\n"],
    ["signed: {by: 云岭区　科协}\n", undefined],
  ])("%j is mended in its place", async (front, expected) => {
    const { changes, refused } = await fix(submission, memoryWorkspace({ [PATH]: item(front) }));
    expect(refused).toEqual([]);
    expect(changes.get(PATH)?.after).toEqual(expected === undefined ? undefined : item(expected));
  });

  it("joins the lines of a note with nothing between them", async () => {
    const front =
      "editors-note: |\n  全市各级科协组织围绕中心服务大局开展形式多样的科学普及活动，受到群众\n  热烈欢迎，收到良好效果。\n";
    const text = item(front);
    const { changes } = await fix(submission, memoryWorkspace({ [PATH]: text }), { suggestions: true });
    expect(changes.get(PATH)?.after).toContain("受到群众热烈欢迎");
  });

  it("in the manifest, too", async () => {
    const manifest = MANIFEST.replace(
      "sections:",
      "editors-note: |\n  本期,刊发三篇，联系人13912345678。\nsections:",
    );
    const workspace = issueOf([item("")], manifest);
    const target = { kind: "issue", path: "issue.yaml" } as const;
    const { diagnostics } = await lint(target, workspace);
    const inManifest = diagnostics.filter(({ span }) => span.path === "issue.yaml").map(({ rule }) => rule);
    expect(inManifest).toEqual(["text/half-width-mark", "privacy/mobile-number"]);
    const { changes, refused } = await fix(target, workspace);
    expect(refused).toEqual([]);
    expect(changes.get("issue.yaml")?.after).toContain("  本期，刊发三篇，");
  });
});

it("asks for the parser where the note alone has markup", () => {
  const plain = "---\ntitle: 标题\n---\n\n正文。\n";
  const opens = (manifest: string, item: string) =>
    openIssue("issue.yaml", issueOf([item], manifest)).hasMarkup();
  const withNote = (note: string) => MANIFEST.replace("sections:", `editors-note: ${note}\nsections:`);
  expect(opens(MANIFEST, plain)).toBe(false);
  expect(opens(withNote("本期一篇。"), plain)).toBe(false);
  expect(opens(withNote("请看**本期**一篇。"), plain)).toBe(true);
  expect(opens(MANIFEST, plain.replace("---\n\n", "editors-note: 请看。\n---\n\n"))).toBe(false);
  expect(opens(MANIFEST, plain.replace("---\n\n", "editors-note: 请看**这里**。\n---\n\n"))).toBe(true);
});
