/** What is said of values that are not what their keys take, and what they are mended to or taken for. */
import "../with-parser.js";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/diagnostics/apply-edits.js";
import { readIssue } from "../../src/read/read-issue.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { ITEM, MANIFEST } from "./reading.js";

const HOUSE = "template: jianbao\n";

/** @returns each finding as `what is marked → what it would become`: `!` a fix, `?` a suggestion, `-` neither; and its help */
function read(files: { readonly house?: string; readonly manifest?: string; readonly item?: string }) {
  const { diagnostics, sources } = readIssue(
    "issue.yaml",
    memoryWorkspace({
      "bulletin.yaml": files.house ?? HOUSE,
      "issue.yaml": files.manifest ?? MANIFEST,
      "items/01.md": files.item ?? ITEM,
    }),
  );
  return diagnostics.map(({ span, fix, suggestions, help, message }) => {
    const source = sources.get(span.path) ?? "";
    const edits = fix ?? suggestions?.[0]?.edits ?? [];
    const lineOf = (text: string) =>
      text.slice(0).split("\n")[source.slice(0, span.start).split("\n").length - 1];
    const mended =
      edits.length === 0 ? "-" : `${fix ? "!" : "?"} ${lineOf(applyEdits(source, edits))?.trim()}`;
    return { marked: source.slice(span.start, span.end), mended, help: help?.zh ?? "", message: message.zh };
  });
}

const look = (lines: string) => read({ house: `${HOUSE}look:\n  ${lines.replaceAll("\n", "\n  ")}\n` });

describe("a value that YAML takes for a comment", () => {
  it.each([
    ["of a colour", "colors:\n  accent: #A00000", "accent", '? accent: "#A00000"', '"#A00000"'],
    ["of a text", "style-sheet: #1.css", "style-sheet", '? style-sheet: "#1.css"', "“#”后空一格"],
    ["of a number", "grid:\n  pitch-pt: #28", "pitch-pt", "? pitch-pt: 28", "去掉“#”"],
    ["of a list", "roles:\n  body:\n    families:\n      - #1", "", '? - "#1"', '"#1"'],
    [
      "with a remark behind",
      "colors:\n  accent: #A00000 # 红",
      "accent",
      '? accent: "#A00000" # 红',
      '"#A00000"',
    ],
    ["in braces, bracket and all", "colors: {accent: #A00000}", "accent", "-", '"#A00000"'],
    ["in two pairs of braces", "{colors: {accent: #A00000}}", "accent", "-", '"#A00000"'],
  ])("%s", (_, lines, marked, mended, help) => {
    const found = look(lines);
    expect(found.map((each) => [each.marked, each.mended])).toEqual([[marked, mended]]);
    expect(found[0]?.help).toContain(help);
    expect(found[0]?.help).not.toContain("C00000");
  });

  it.each([
    ["a required key", { manifest: MANIFEST.replace("number: 3", "number: #3") }, "number"],
    [
      "the name in the masthead",
      { house: "bulletin:\n  name: #云湖\n", manifest: MANIFEST.replace(/bulletin.*\n/, "") },
      "name",
    ],
    ["a title", { item: ITEM.replace("title: ", "title: #") }, "title"],
    ["a word of the house", { house: "lint:\n  words:\n    replace:\n      甲: #乙\n" }, "甲"],
  ])("one finding for %s", (_, files, marked) => {
    const found = read(files);
    expect(found.map((each) => each.marked)).toEqual([marked]);
    expect(found[0]?.message).toContain("注释");
  });

  it.each([
    ["a remark is apart from its sign", "colors:\n  accent: # 深红"],
    ["a key is not filled in", "colors:\n  accent:"],
    ["a remark stands on a line of its own", 'colors:\n  # accent: red\n  accent: "#A00000"'],
    ["a rule of signs", "colors:\n  accent: #####"],
  ])("nothing where %s", (_, lines) => expect(look(lines)).toEqual([]));
});

describe("a number", () => {
  it.each([
    ['roles: {body: {size-pt: "20"}}', '"20"', "! roles: {body: {size-pt: 20}}", "引号"],
    ["roles: {body: {size-pt: 20pt}}", "20pt", "! roles: {body: {size-pt: 20}}", "只写数字：20"],
    ["roles: {body: {size-pt: 10.5磅}}", "10.5磅", "! roles: {body: {size-pt: 10.5}}", "10.5"],
    ["roles: {body: {size-pt: 小四}}", "小四", "? roles: {body: {size-pt: 12}}", "12"],
    ["page: {width-mm: 80mm}", "80mm", "! page: {width-mm: 80}", "只写数字：80"],
    ['page: {width-mm: "80 mm"}', '"80 mm"', "! page: {width-mm: 80}", "80"],
    ["page: {width-mm: 210 毫米}", "210 毫米", "! page: {width-mm: 210}", "210"],
    ["page: {width-mm: 21cm}", "21cm", "? page: {width-mm: 210}", "210"],
    ["page: {width-mm: 20pt}", "20pt", "-", "单位是毫米"],
    ["page: {width-mm: 900mm}", "900mm", "-", "单位是毫米"],
    ["page: {width-mm: 9000}", "9000", "-", "范围"],
    ["grid: {lines-per-page: 22行}", "22行", "? grid: {lines-per-page: 22}", "22"],
    ["rhythm: {indent-em: 2字}", "2字", "? rhythm: {indent-em: 2}", "2"],
    ["roles: {body: {weight: 粗}}", "粗", "-", "100"],
  ])("%s", (lines, marked, mended, help) => {
    const found = look(lines);
    expect(found.map((each) => [each.marked, each.mended])).toEqual([[marked, mended]]);
    expect(found[0]?.help).toContain(help);
  });
});

describe("a switch", () => {
  it.each([
    ["contents: {show: yes}", "yes", "! contents: {show: true}"],
    ['contents: {show: "false"}', '"false"', "! contents: {show: false}"],
    ["contents: {show: 否}", "否", "! contents: {show: false}"],
    ["contents: {show: 也许}", "也许", "-"],
  ])("%s", (lines, marked, mended) => {
    expect(look(lines).map((each) => [each.marked, each.mended])).toEqual([[marked, mended]]);
  });
});

describe("a colour", () => {
  it.each([
    ["colors: {accent: A00000}", "A00000", '? colors: {accent: "#A00000"}'],
    ['colors: {accent: "a00"}', "a00", '? colors: {accent: "#AA0000"}'],
    ["colors: {accent: ＃a00000}", "＃a00000", '? colors: {accent: "#A00000"}'],
    ["colors: {accent: 深红}", "深红", "-"],
  ])("%s", (lines, marked, mended) => {
    expect(look(lines).map((each) => [each.marked, each.mended])).toEqual([[marked, mended]]);
  });
});

describe("a value without keys, where keys are wanted", () => {
  it.each([
    ["signed: 云湖区科协", "? signed: {by: 云湖区科协}"],
    ["signed: [云湖区科协, 云湖区图书馆]", "? signed: {by: [云湖区科协, 云湖区图书馆]}"],
    ["signed: 云湖区科协, 云湖区图书馆", '? signed: {by: "云湖区科协, 云湖区图书馆"}'],
    ['signed: "云湖区科协"', '? signed: {by: "云湖区科协"}'],
    ["submitter: 某某", "? submitter: {name: 某某}"],
    ["signed: |\n  云湖区科协\n  云湖区图书馆", "-"],
  ])("%s", (line, mended) => {
    const found = read({ item: ITEM.replace("---\n", `---\n${line}\n`) });
    expect(found.map((each) => each.mended)).toEqual([mended]);
  });
});

describe("a key in the wrong place", () => {
  it.each([
    ["house", "number: 3", "这个键写在期次清单 issue.yaml 里。"],
    ["house", "date: 2026-03-16", "这个键写在期次清单 issue.yaml 里。"],
    ["house", "urgency: 特急", "这个键写在期次清单 issue.yaml 里。"],
    ["house", "summary: 甲", "这个键写在稿件开头的两行“---”之间。"],
    ["house", "publisher: 甲", "这个键写在“bulletin”下面。"],
    ["house", "email: a@example.org", "这个键写在“contact”下面。"],
    ["house", 'colors: {accent: "#A00000"}', "这个键写在“look”下面。"],
    ["house", "sections: [{name: 甲, items: [a.md]}]", "这个键写在期次清单 issue.yaml 里的“sections”下面。"],
    ["manifest", "summary: 甲", "这个键写在稿件开头的两行“---”之间。"],
    ["manifest", "signed: {by: 甲}", "这个键写在稿件开头的两行“---”之间。"],
    ["item", "urgency: 特急", "这个键写在期次清单 issue.yaml 里。"],
    ["item", "phone: 5555 0123", "这个键写在“submitter”下面。"],
    ["item", "publisher: 甲", "这个键写在期次清单 issue.yaml 里的“bulletin”下面。"],
  ] as const)("of the %s: %s", (file, line, help) => {
    const files = {
      house: file === "house" ? `${line}\n` : HOUSE,
      manifest: file === "manifest" ? `${MANIFEST}${line}\n` : MANIFEST,
      item: file === "item" ? ITEM.replace("---\n", `---\n${line}\n`) : ITEM,
    };
    expect(read(files).map((each) => each.help)).toEqual([help]);
  });

  it.each([
    ["section: []", MANIFEST.replace("sections:", "section:"), "是否想写“sections”（栏目）？"],
    [
      "a slip, though the key is there already",
      `${MANIFEST}numbr: 4\n`,
      "是否想写“number”？那个键已经有了：请合并，或删去这一行。",
    ],
    ["what belongs nowhere", `${MANIFEST}xyz: 4\n`, "这里可用：year（年份）"],
  ])("is not %s", (_, manifest, help) => {
    const found = read({ manifest });
    expect(found).toHaveLength(1);
    expect(found[0]?.help).toContain(help);
  });
});

describe("names of roles", () => {
  it.each([
    ["fonts: {roles: {titel: 宋体}}", "? fonts: {roles: {title: 宋体}}"],
    ["fonts: {roles: {Body: 宋体}}", "! fonts: {roles: {body: 宋体}}"],
    ["fonts: {roles: {正文: 宋体}}", "! fonts: {roles: {body: 宋体}}"],
    ["fonts: {roles: {title: {familes: 宋体}}}", "? fonts: {roles: {title: {families: 宋体}}}"],
    ["look: {roles: {titel: {size-pt: 20}}}", "? look: {roles: {title: {size-pt: 20}}}"],
  ])("%s", (line, mended) => {
    expect(read({ house: `${line}\n` }).map((each) => each.mended)).toEqual([mended]);
  });
});

describe("the name in the masthead", () => {
  const without = MANIFEST.replace(/bulletin.*\n/, "");
  it.each([
    ["empty in the house rules", 'bulletin:\n  name: ""\n', without, "name"],
    ["misspelt there", "bulletin:\n  nmae: 云湖\n", without, "nmae"],
    ["empty in the manifest", HOUSE, MANIFEST.replace("云湖科技信息", '""'), "name"],
    ["missing", "bulletin: {publisher: 甲}\n", without, "bulletin"],
  ])("%s: told once, where it stands", (_, house, manifest, marked) => {
    expect(read({ house, manifest }).map((each) => each.marked)).toEqual([marked]);
  });
});

it("an address whose key is misspelt is not missing as well", () => {
  const found = read({ manifest: MANIFEST.replace("email:", "emial:") });
  expect(found.map((each) => each.marked)).toEqual(["emial"]);
});
