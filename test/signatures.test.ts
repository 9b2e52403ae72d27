/**
 * Signatures in the forms that units type: recognised, printed once in the house's form in every
 * edition, told where something of them is not printed, and mended without losing a name.
 */
import "./with-parser.js";
import { describe, expect, it } from "vitest";
import { build } from "../src/build.js";
import { diskEnvironment } from "../src/disk/disk-environment.js";
import { EDITION_NAMES } from "../src/editions/edition-table.js";
import { fix } from "../src/fix.js";
import { lint } from "../src/lint.js";
import { plainTextOfBlocks } from "../src/model/plain-text.js";
import { readSubmission } from "../src/read/read-submission.js";
import { memoryWorkspace } from "../src/read/workspace.js";
import { modelText } from "./edition-text/model-text.js";
import { readerOf, saidIn } from "./edition-text/readers.js";

const PATH = "items/01.md";
const target = { kind: "submission", path: PATH } as const;
const UNIT = "云岭区科协";
const TEXT = "3月12日，志愿者走进社区，为居民讲解急救知识。";

/** what is typed behind the text, and the persons whom it names */
const FORMS: readonly (readonly [string, string])[] = [
  ["（云岭区科协）", ""],
  ["(云岭区科协)", ""],
  ["【云岭区科协】", ""],
  ["（云岭区科协）。", ""],
  ["　　（云岭区科协）", ""],
  ["（云岭区科协供稿）", ""],
  ["（云岭区科协　供稿）", ""],
  ["（供稿：云岭区科协）", ""],
  ["（供稿单位：云岭区科协）", ""],
  ["（来源：云岭区科协）", ""],
  ["（云岭区科协 张三 供稿）", "张三"],
  ["（云岭区科协 张三）", "张三"],
  ["（云岭区科协张三）", "张三"],
  ["（云岭区科协：张三）", "张三"],
  ["（云岭区科协 文/图 张三）", "张三"],
  ["（文/图：张三 云岭区科协）", "张三"],
  ["(云岭区科协 张三 李四 供稿)", "张三、李四"],
  ["云岭区科协供稿", ""],
  ["供稿单位：云岭区科协", ""],
  ["\n\n（云岭区科协）", ""],
  ["\n\n云岭区科协", ""],
  ["\n\n                    云岭区科协", ""],
  ["\n　　　　　　　　　　云岭区科协", ""],
  ["\n\n供稿：云岭区科协　张三", "张三"],
  ["\n\n**（云岭区科协）**", ""],
  ["\n\n    云岭区科协  张三", "张三"],
  ["（文：张三，云岭区科协）", "张三"],
  ["（云岭区科协张三报道）", "张三"],
  ["（云岭区科协信息员张三）", "张三"],
  ["（由云岭区科协供稿）", ""],
  ["（本文由云岭区科协提供）", ""],
];

const itemOf = (end: string, front = "") => `---\ntitle: 云岭区科协走进社区\n${front}---\n\n${TEXT}${end}\n`;

const workspaceOf = (text: string, house?: string) =>
  memoryWorkspace({ [PATH]: text, ...(house !== undefined && { "bulletin.yaml": house }) });

async function told(text: string, house?: string) {
  const { diagnostics } = await lint(target, workspaceOf(text, house));
  return diagnostics
    .filter(({ rule }) => rule.startsWith("attribution/"))
    .map(({ rule, severity }) => `${severity} ${rule}`);
}

describe.each(FORMS)("typed %j", (end, people) => {
  const source = `source: ${UNIT}\n`;

  it("is the attribution", () => {
    const { item } = readSubmission(PATH, workspaceOf(itemOf(end)));
    expect(item?.attribution).toMatchObject({ value: UNIT, writtenIn: "body" });
    expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(TEXT);
    expect(item?.signature?.people.join("、")).toBe(people);
  });

  it("is printed once beside source", () => {
    const { item } = readSubmission(PATH, workspaceOf(itemOf(end, source)));
    expect(item?.attribution).toMatchObject({ value: UNIT, writtenIn: "both" });
    expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(TEXT);
  });

  it("is told, and mended without losing a name", async () => {
    expect(await told(itemOf(end, source))).toEqual(["warning attribution/repeated"]);
    expect(await told(itemOf(end))).toEqual(people === "" ? [] : ["info attribution/person-named"]);
    const { changes } = await fix(target, workspaceOf(itemOf(end, source)));
    const submitter = people === "" ? "" : `submitter:\n  name: ${people}\n`;
    expect(changes.get(PATH)?.after).toBe(itemOf("", source + submitter));
  });
});

describe("what stays in the text", () => {
  it("a person alone, who is no unit", async () => {
    const { item } = readSubmission(PATH, workspaceOf(itemOf("（张三）")));
    expect(item?.attribution).toBeUndefined();
    expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(`${TEXT}（张三）`);
  });

  it.each([
    "（见附件）",
    "（共3人）",
    "（图略）",
    "（摄影：张三）",
    "（完）",
    "（云岭区科协供图）",
    "（图片由云岭区科协提供）",
    "（新华社报道）",
    "（据云岭日报报道）",
    "（材料由云岭区科协提供）",
  ])("%s", async (end) => {
    const { item } = readSubmission(PATH, workspaceOf(itemOf(end)));
    expect(item?.attribution).toBeUndefined();
    expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(TEXT + end);
    expect(await told(itemOf(end, `source: ${UNIT}\n`))).toEqual([]);
  });

  it("another unit than the one of source: told, both printed", async () => {
    const text = itemOf("（青山小学供稿）", `source: ${UNIT}\n`);
    const { item } = readSubmission(PATH, workspaceOf(text));
    expect(item?.attribution).toMatchObject({ value: UNIT, writtenIn: "front-matter" });
    expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(`${TEXT}（青山小学供稿）`);
    expect(await told(text)).toEqual(["warning attribution/repeated"]);
    expect((await fix(target, workspaceOf(text))).changes.size).toBe(0);
  });

  it("brackets that end the sentence itself: told, not taken", async () => {
    const text = itemOf("活动由区科协主办（云岭区科协）。", `source: ${UNIT}\n`);
    const { item } = readSubmission(PATH, workspaceOf(text));
    expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(`${TEXT}活动由区科协主办（云岭区科协）。`);
    expect(await told(text)).toEqual(["warning attribution/repeated"]);
    expect((await fix(target, workspaceOf(text))).changes.size).toBe(0);
  });

  it("a submitter of another name", async () => {
    const text = itemOf("（云岭区科协 张三）", `source: ${UNIT}\nsubmitter: {name: 王五}\n`);
    expect(await told(text)).toEqual(["warning attribution/repeated"]);
    expect((await fix(target, workspaceOf(text))).changes.size).toBe(0);
  });

  it.each(["报送：区委办、区政府办", "抄送：市科协", "报送：云岭区科协"])(
    "%s, to whom it went",
    async (line) => {
      const { item } = readSubmission(PATH, workspaceOf(itemOf(`\n\n${line}`)));
      expect(item?.attribution).toBeUndefined();
      expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(`${TEXT}\n${line}`);
    },
  );

  it("a unit of the register behind 报送：, which signs", () => {
    const house = "units: [云岭区科协]\n";
    const { item } = readSubmission(PATH, workspaceOf(itemOf("\n\n报送：云岭区科协"), house));
    expect(item?.attribution?.value).toBe(UNIT);
  });

  it("to whom it went, below the unit, is named before it goes", async () => {
    const text = itemOf("\n\n（云岭区科协）\n\n报送：区委办、区政府办");
    const { item } = readSubmission(PATH, workspaceOf(text));
    expect(item?.attribution?.value).toBe(UNIT);
    expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(TEXT);
    expect(await told(text)).toEqual(["info attribution/person-named"]);
    expect((await fix(target, workspaceOf(text))).changes.size).toBe(0);
  });

  it("the day below the unit is named before it goes", async () => {
    const text = itemOf("\n\n云岭区科协\n\n2026年3月12日");
    const { item } = readSubmission(PATH, workspaceOf(text));
    expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(TEXT);
    expect(await told(text)).toEqual(["info attribution/person-named"]);
    expect((await fix(target, workspaceOf(text))).changes.size).toBe(0);
  });
});

describe("a signature elsewhere", () => {
  it("below a dividing line", () => {
    const { item } = readSubmission(PATH, workspaceOf(itemOf("\n\n---\n\n（云岭区科协）")));
    expect(item?.attribution?.value).toBe(UNIT);
    expect(item?.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "thematic-break"]);
  });

  it("at the end of a list", () => {
    const { item } = readSubmission(PATH, workspaceOf(itemOf("\n\n1. 抓宣传。\n2. 抓落实。（云岭区科协）")));
    expect(item?.attribution?.value).toBe(UNIT);
    expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(`${TEXT}\n抓宣传。\n抓落实。`);
  });

  it("in front of a picture", () => {
    const { item } = readSubmission(PATH, workspaceOf(itemOf("（云岭区科协 张三）\n\n![现场](a.png)")));
    expect(item?.attribution?.value).toBe(UNIT);
    expect(item?.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "figure"]);
  });

  it("with a picture on the next line, which stays", async () => {
    const text = itemOf("\n（云岭区科协）\n![现场](a.png)", `source: ${UNIT}\n`);
    const { item } = readSubmission(PATH, workspaceOf(text));
    const typed = item?.attribution?.typed;
    expect(text.slice(typed?.start, typed?.end)).toBe("（云岭区科协）");
    const { changes } = await fix(target, workspaceOf(text));
    expect(changes.get(PATH)?.after).toContain("![现场](a.png)");
  });

  it("by an alias of the register", async () => {
    const house = "units:\n  - {name: 云岭区科学技术协会, aliases: [云岭科普之家]}\n";
    const text = itemOf("（云岭科普之家）", "source: 云岭区科学技术协会\n");
    const { item } = readSubmission(PATH, workspaceOf(text, house));
    expect(item?.attribution).toMatchObject({ value: "云岭区科学技术协会", writtenIn: "both" });
    expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(TEXT);
  });
});

it("every form is printed once in every edition", async () => {
  const ends = FORMS.map(([end]) => end);
  const items = ends.map((end, index) => [
    `items/${String(index).padStart(2, "0")}.md`,
    itemOf(end, index % 2 === 0 ? `source: ${UNIT}\n` : "").replace("走进社区\n", `走进第${index}社区\n`),
  ]);
  const manifest = `bulletin: {name: 云岭科普简报}
year: 2026
number: 3
date: 2026-03-16
contact: {label: 投稿邮箱, email: post@example.org}
sections:
  - name: 基层动态
    items: [${items.map(([path]) => path).join(", ")}]
`;
  const workspace = memoryWorkspace({ "issue.yaml": manifest, ...Object.fromEntries(items) });
  const { issue, artifacts } = await build(
    "issue.yaml",
    { ...diskEnvironment(), workspace },
    { editions: EDITION_NAMES },
  );
  if (issue === undefined) throw new Error("not built");
  const expected = modelText(issue, () => "").body;
  expect(expected.split(`（${UNIT}）`).length - 1).toBe(ends.length);
  expect(expected).not.toContain("张三");
  for (const { edition, bytes } of artifacts) {
    const { read, printsPageNumbers } = readerOf(edition);
    const { body } = await read(bytes);
    expect(body.split(`（${UNIT}）`).length - 1, edition).toBe(ends.length);
    expect(body, edition).not.toMatch(/张三|供稿|来源/);
    if (!printsPageNumbers) expect(body).toBe(modelText(saidIn(edition, issue), () => "").body);
  }
});
