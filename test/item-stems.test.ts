/** What the files of items that go out alone are called. */
import { expect, it } from "vitest";
import { itemStems } from "../src/item-stems.js";
import { asDraft } from "../src/model/issue-marks.js";
import { whyNoName } from "../src/read/file-names.js";
import { at, issue, item, section } from "./html/sample-issue.js";

const signed = (unit: string) => ({
  attribution: { ...at(unit), writtenIn: "front-matter" as const, typed: undefined },
});
const stemsOf = (...items: ReturnType<typeof item>[]) => [
  ...itemStems(issue([section("栏目", ...items)])).values(),
];

it.each<[string, string, string | undefined, string]>([
  ["title and unit", "示例区举办科普展", "示例区科协", "示例区举办科普展（示例区科协）"],
  ["the title alone where nobody signs", "工作提示", undefined, "工作提示"],
  ["dots of words as they are", "Node.js 22.1 升级", "信息中心", "Node.js 22.1 升级（信息中心）"],
  ["what systems keep for themselves as a line", 'a/b\\c:d*e?"f<g>h|i', undefined, "a_b_c_d_e__f_g_h_i"],
  ["a device of Windows with a line", "CON", undefined, "_CON"],
  ["a device of Windows with an ending", "nul.txt", undefined, "_nul.txt"],
  ["no dots at the ends", "..通知...", undefined, "通知"],
  ["nothing unseen", "甲\u200b乙\u202e丙\ufeff", undefined, "甲乙丙"],
  ["a title of nothing else", "...", "某单位", "_（某单位）"],
])("are %s", (_, title, unit, expected) => {
  const stems = stemsOf(item(title, unit === undefined ? {} : signed(unit)));
  expect(stems).toEqual([expected]);
  expect(whyNoName(stems[0] ?? "", 104)).toBeUndefined();
});

it("are told from each other, where letter case alone differs as well", () => {
  const names = stemsOf(
    item("通报", signed("Abc")),
    item("通报", signed("ABC")),
    item("通报", signed("Abc")),
  );
  expect(names).toEqual(["通报（Abc）", "通报（ABC）-2", "通报（Abc）-3"]);
});

it("have at most 120 bytes with any ending, cut between characters and with the unit whole", () => {
  const names = stemsOf(
    item("长".repeat(80), signed("示例市科学技术协会")),
    item("长".repeat(80), signed("示例市科学技术协会")),
    item("𠮷".repeat(80), signed("单".repeat(80))),
  );
  expect(names[0]).toMatch(/^长+（示例市科学技术协会）$/);
  expect(names[1]).toBe(`${names[0]}-2`);
  for (const name of names) {
    expect(new TextEncoder().encode(`${name}.docx`).length).toBeLessThanOrEqual(120);
    expect(name.isWellFormed()).toBe(true);
  }
});

it("say that a draft is one", () => {
  const draft = asDraft(issue([section("栏目", item("通报", signed("某单位")))]), at("送审稿"));
  expect([...itemStems(draft).values()]).toEqual(["通报（某单位）（送审稿）"]);
});
