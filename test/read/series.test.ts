/** 增刊, 专刊: what may be written, what is taken apart, and what an issue of a series is called. */
import "../with-parser.js";
import { describe, expect, it, test } from "vitest";
import { fix } from "../../src/fix.js";
import { furnitureOf } from "../../src/model/furniture.js";
import { numberedSeries } from "../../src/read/numbered-series.js";
import { readIssue } from "../../src/read/read-issue.js";
import { readOutputPlace } from "../../src/read/read-output-place.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { describe as describeFindings, type Files, ITEM, MANIFEST, readFiles } from "./reading.js";

const withNumber = (lines: string): string => MANIFEST.replace("number: 3", lines);

describe("a series and a number in one word", () => {
  it.each([
    ["增刊1", "增刊", 1],
    ["增刊 1", "增刊", 1],
    ["增刊１", "增刊", 1],
    ["增刊第12期", "增刊", 12],
    ["增刊（2）", "增刊", 2],
    ["增刊一", "增刊", 1],
    ["专刊第十二期", "专刊", 12],
    ["特刊二十", "特刊", 20],
    ["增刊二十一", "增刊", 21],
    ["两会专刊2号", "两会专刊", 2],
    ["号外3", "号外", 3],
    ["专报3", "专报", 3],
    ["三八专刊1", "三八专刊", 1],
    ["论文专辑4", "论文专辑", 4],
  ])("%s", (words, series, number) => {
    expect(numberedSeries(words)).toEqual({ series, number, year: undefined });
  });

  it("with the year in front", () => {
    expect(numberedSeries("2026年增刊第1期")).toEqual({ series: "增刊", number: 1, year: 2026 });
  });

  it.each([
    "3",
    "第3期",
    "3上",
    "第2期增刊",
    "2（增刊）",
    "增刊",
    "增刊0",
    "刊1",
    "增刊〇",
    "增刊1（总第5期）",
    "增刊（1",
    "学会1",
    "增刊1-2",
    "总第128期",
    "增刊一二",
    "增刊1\n专刊2",
    "",
  ])("%j may be something else", (words) => {
    expect(numberedSeries(words)).toBeUndefined();
  });
});

async function mended(manifest: string): Promise<string> {
  const files: Files = { "issue.yaml": manifest, "items/01.md": ITEM };
  const { changes, refused } = await fix({ kind: "issue", path: "issue.yaml" }, memoryWorkspace(files), {});
  expect(refused).toEqual([]);
  return changes.get("issue.yaml")?.after ?? manifest;
}

describe("the fix writes both keys and loses nothing", () => {
  it.each([
    ["a word", "number: 增刊1", "series: 增刊\nnumber: 1"],
    ["a comment behind", "number: 增刊1 # 与第5期同日印发", "series: 增刊\nnumber: 1 # 与第5期同日印发"],
    ["a comment above", "# 增刊\nnumber:   增刊第1期", "# 增刊\nseries: 增刊\nnumber:   1"],
    ["quotes", 'number: "增刊1"', "series: 增刊\nnumber: 1"],
    ["its series on a line of its own", "series: 增刊\nnumber: 增刊1", "series: 增刊\nnumber: 1"],
    ["the year said twice", "year: 2026\nnumber: 2026年增刊第1期", "year: 2026\nseries: 增刊\nnumber: 1"],
    ["the series has the number, too", "series: 增刊1\nnumber: 1", "series: 增刊\nnumber: 1"],
    ["the series alone has the number", "series: 增刊1 # 第一期", "number: 1\nseries: 增刊 # 第一期"],
  ])("%s", async (_, before, after) => {
    expect(await mended(withNumber(before))).toBe(withNumber(after));
  });

  it("in a file of Windows", async () => {
    const windows = (text: string) => text.replaceAll("\n", "\r\n");
    expect(await mended(windows(withNumber("number: 增刊1 # 注")))).toBe(
      windows(withNumber("series: 增刊\nnumber: 1 # 注")),
    );
  });

  it("in a manifest that is indented as a whole", async () => {
    const text = withNumber("number: 增刊1").replace(/^(?=.)/gm, "  ");
    expect(await mended(text)).toBe(text.replace("number: 增刊1", "series: 增刊\n  number: 1"));
  });

  it("in braces", async () => {
    const text = `{bulletin: {name: 云湖科技信息}, number: 增刊1, date: 2026-03-16, contact: {email: post@example.org}, sections: [{name: 基层动态, items: [items/01.md]}]}\n`;
    expect(await mended(text)).toBe(text.replace("number: 增刊1", "series: 增刊, number: 1"));
  });

  it.each([
    ["another series is given", "series: 专刊\nnumber: 增刊1"],
    ["another year is given", "year: 2025\nnumber: 2026年增刊第1期"],
    ["no year is given", "number: 2026年增刊第1期"],
    ["another number is given", "series: 增刊1\nnumber: 2"],
    ["it says more", "number: 3上"],
    ["it stands over two lines", "number:\n  增刊1"],
    ["an alias", "slug: &n 增刊1\nnumber: *n"],
  ])("nothing is changed where %s", async (_, lines) => {
    const text = withNumber(lines);
    expect(await mended(text)).toBe(text);
    expect(readFiles({ "issue.yaml": text }).diagnostics.some(({ severity }) => severity === "error")).toBe(
      true,
    );
  });
});

test.each(["第2期增刊", "增刊", "增刊1（总第5期）", "3（增刊）"])(
  "a number that names a series in another way is told where the series goes: %s",
  (words) => {
    const { diagnostics } = readFiles({ "issue.yaml": withNumber(`number: ${words}`) });
    expect(diagnostics.map(({ help, fix, suggestions }) => [help?.zh, fix, suggestions])).toEqual([
      ["这里只写数字；增刊、专刊另写一行，如“series: 增刊”。", undefined, undefined],
    ]);
  },
);

const HOUSE = "series-names: [增刊, 学习贯彻专刊]\n";

test.each<[string, Files, readonly string[]]>([
  [
    "of the house's list",
    { "bulletin.yaml": HOUSE, "issue.yaml": withNumber("series: 增刊\nnumber: 1") },
    [],
  ],
  ["any, where there is no list", { "issue.yaml": withNumber("series: 70周年特刊\nnumber: 1") }, []],
  [
    "not in the list",
    { "bulletin.yaml": HOUSE, "issue.yaml": withNumber("series: 专刊\nnumber: 1") },
    ["manifest/invalid-value «专刊»"],
  ],
  [
    "a list in the manifest",
    { "bulletin.yaml": HOUSE, "issue.yaml": withNumber("series-names: [专刊]\nseries: 专刊\nnumber: 1") },
    [],
  ],
  [
    "with a number",
    { "issue.yaml": withNumber("series: 增刊1\nnumber: 2") },
    ["manifest/invalid-value «增刊1»"],
  ],
  ["a number alone", { "issue.yaml": withNumber("series: 2\nnumber: 2") }, ["manifest/invalid-value «2»"]],
  [
    "a whole issue",
    { "issue.yaml": withNumber("series: 第1期增刊\nnumber: 1") },
    ["manifest/invalid-value «第1期增刊»"],
  ],
  [
    "no name of a file",
    { "issue.yaml": withNumber("series: 增/刊\nnumber: 1") },
    ["manifest/invalid-value «增/刊»"],
  ],
  [
    "too long",
    { "issue.yaml": withNumber(`series: ${"增".repeat(21)}\nnumber: 1`) },
    [`manifest/invalid-value «${"增".repeat(21)}»`],
  ],
  ["empty", { "issue.yaml": withNumber("series:\nnumber: 1") }, []],
  [
    "a list of the house with a number",
    { "bulletin.yaml": "series-names: [增刊1]\n" },
    ["manifest/invalid-value «增刊1»"],
  ],
])("a series: %s", (_, files, expected) => {
  const { diagnostics, sources } = readFiles(files);
  expect(describeFindings(diagnostics, sources)).toEqual(expected);
});

test.each([
  ["学习贯彻专刋", "Did you mean “学习贯彻专刊”?"],
  ["特刊", "The series are: 增刊, 学习贯彻专刊. To add one, list it under “series-names” in bulletin.yaml."],
])("a series that the house does not have is told with what may be meant: %s", (name, help) => {
  const { diagnostics } = readFiles({
    "bulletin.yaml": HOUSE,
    "issue.yaml": withNumber(`series: ${name}\nnumber: 1`),
  });
  expect(diagnostics.map((finding) => finding.help?.en)).toEqual([help]);
});

function issueIn(folder: string, lines: string) {
  const workspace = memoryWorkspace({
    "bulletin.yaml": "template: jianbao\n",
    [`issues/${folder}/issue.yaml`]: withNumber(lines),
    [`issues/${folder}/items/01.md`]: ITEM,
  });
  const { issue, diagnostics } = readIssue(`issues/${folder}`, workspace);
  expect(diagnostics).toEqual([]);
  if (issue === undefined) throw new Error("not read");
  return { issue, place: readOutputPlace(`issues/${folder}/issue.yaml`, workspace)?.place };
}

test.each([
  ["2026-03", "number: 3", "2026-03", "2026年第3期"],
  ["2026-增刊01", "series: 增刊\nnumber: 1", "2026-增刊01", "2026年增刊第1期"],
  ["2026-03", "series: 增刊\nnumber: 1", "2026-03-增刊1", "2026年增刊第1期"],
  ["2026-03", "series: 增刊\nnumber: 1\ntotal: 128", "2026-03-增刊1", "2026年增刊第1期　总第128期"],
  ["2026-03", "series: 增刊\nnumber: 1\nslug: special", "special", "2026年增刊第1期"],
])("files and masthead in %s: %j → %s, %s", (folder, lines, stem, line) => {
  const { issue, place } = issueIn(folder, lines);
  expect(issue.slug.value).toBe(stem);
  expect(place?.slug.value).toBe(stem);
  expect(furnitureOf(issue).issueLine).toBe(line);
});

/** Titles of the issues that count as earlier, in the order found, of issues by folder: their date. */
function earlierOf(folder: string, dates: Readonly<Record<string, string>>): readonly string[] {
  const files = Object.entries(dates).flatMap(([name, date]): [string, string][] => [
    [`issues/${name}/issue.yaml`, MANIFEST.replace("2026-03-16", `${date} # 出刊日期`)],
    [`issues/${name}/items/01.md`, `---\ntitle: ${name}的稿件\n---\n\n正文。\n`],
  ]);
  const workspace = memoryWorkspace({ "bulletin.yaml": "template: jianbao\n", ...Object.fromEntries(files) });
  const { issue } = readIssue(`issues/${folder}`, workspace);
  return issue?.surroundings.earlierTitles.map(({ path }) => path.split("/")[1] ?? "") ?? [];
}

test.each([
  ["2026-增刊01", ["2026-02", "2026-01"]],
  ["2026-增刊02", ["2026-增刊01", "2026-03", "2026-02", "2026-01"]],
  ["2026-03", ["2026-02", "2026-01"]],
  ["2027-01", ["2026-增刊02", "2026-增刊01", "2026-03", "2026-02", "2026-01"]],
])("regular issues of a later day are not earlier than a supplement: %s", (folder, expected) => {
  const dates = {
    "2026-01": "2026-01-15",
    "2026-02": "2026-02-15",
    "2026-03": "2026-03-15",
    "2026-增刊01": "2026-02-20",
    "2026-增刊02": "2026-03-15",
    "2027-01": "2027-01-15",
  };
  expect(earlierOf(folder, dates)).toEqual(expected);
});
