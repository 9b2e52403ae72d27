/** Keys by which an issue differs from the rest, in every edition: contents of its own accord, editors and recipients. */
import "./with-parser.js";
import { describe, expect, it } from "vitest";
import { build } from "../src/build.js";
import { diskEnvironment } from "../src/disk/disk-environment.js";
import { DEFAULT_EDITIONS } from "../src/editions/edition-table.js";
import { memoryWorkspace } from "../src/read/workspace.js";
import { readerOf } from "./edition-text/readers.js";

const HOUSE = `bulletin: {name: 云湖科技信息, publisher: 云湖区科协}
contact: {email: post@example.org}
sections: [{name: 基层动态}]
`;

interface Given {
  readonly house?: string;
  readonly issue?: string;
  readonly items?: number;
}

async function textsOf({ house = "", issue = "", items = 2 }: Given): Promise<readonly string[]> {
  const names = Array.from({ length: items }, (_, index) => `items/0${index + 1}.md`);
  const workspace = memoryWorkspace({
    "bulletin.yaml": HOUSE + house,
    "issue.yaml": `number: 3\ndate: 2026-03-16\nsections: [{name: 基层动态, items: [${names.join(", ")}]}]\n${issue}`,
    ...Object.fromEntries(
      names.map((name, index) => [name, `---\ntitle: 第${index + 1}场科普活动举办\n---\n\n活动顺利举办。\n`]),
    ),
  });
  const { artifacts, diagnostics } = await build(
    "issue.yaml",
    { ...diskEnvironment(), workspace },
    { editions: DEFAULT_EDITIONS },
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(artifacts.map(({ edition }) => edition)).toEqual(DEFAULT_EDITIONS);
  return Promise.all(artifacts.map(async ({ edition, bytes }) => (await readerOf(edition).read(bytes)).body));
}

describe("contents", () => {
  it.each<[string, Given, boolean]>([
    ["by the template, of two items", {}, true],
    ["by the template, none of one item", { items: 1 }, false],
    ["not in this issue", { issue: "contents: false\n" }, false],
    ["in this issue, though it has one item", { issue: "contents: true\n", items: 1 }, true],
    ["not in any issue", { house: "look: {contents: {show: false}}\n" }, false],
    [
      "in this issue, though in no other",
      { house: "look: {contents: {show: false}}\n", issue: "contents: true\n" },
      true,
    ],
    [
      "by this issue's look",
      { house: "look: {contents: {show: false}}\n", issue: "look: {contents: {show: true}}\n" },
      true,
    ],
  ])("%s", async (_, given, expected) => {
    for (const text of await textsOf(given)) expect(text.includes("目录")).toBe(expected);
  });
});

const EDITORS = "editorial: {editor: 宁溪, approver: 纪怀川}\n";
const RECIPIENTS = "distribution: {report: [市科协], send: [各镇科协], copies: 120}\n";

describe("editors and recipients", () => {
  it.each<[string, Given, readonly string[], readonly string[]]>([
    [
      "of the house",
      { house: EDITORS + RECIPIENTS },
      ["责任编辑：宁溪", "签发：纪怀川", "报：市科协。", "（共印120份）"],
      [],
    ],
    [
      "of the house, some the issue's own",
      { house: EDITORS + RECIPIENTS, issue: "editorial: {editor: 闻知远}\ndistribution: {copies: 300}\n" },
      ["责任编辑：闻知远", "签发：纪怀川", "送：各镇科协。", "（共印300份）"],
      ["宁溪", "120"],
    ],
    [
      "of the house, none of one kind",
      { house: RECIPIENTS, issue: "distribution: {report: []}\n" },
      ["送：各镇科协。"],
      ["报：市科协"],
    ],
    ["of the issue alone", { issue: EDITORS }, ["责任编辑：宁溪"], ["共印"]],
  ])("%s", async (_, given, printed, missing) => {
    for (const text of await textsOf(given)) {
      for (const words of printed) expect(text).toContain(words);
      for (const words of missing) expect(text).not.toContain(words);
    }
  });
});

describe("a supplement", () => {
  it("says so in every edition", async () => {
    for (const text of await textsOf({ issue: "series: 增刊\n" })) expect(text).toContain("2026年增刊第3期");
  });
});
