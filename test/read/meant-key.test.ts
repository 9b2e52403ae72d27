/** Which key is meant by what is none: a slip, what the key is called in Chinese, what people call it besides. */
import { describe, expect, it } from "vitest";
import { lint } from "../../src/lint.js";
import { listKeys, meantKey } from "../../src/read/fields/meant-key.js";
import { frontMatterFields } from "../../src/read/front-matter-fields.js";
import { manifestFields } from "../../src/read/manifest-fields.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const meant = (
  name: string,
  fields = frontMatterFields as Parameters<typeof meantKey>[1],
  taken: readonly string[] = [],
) => meantKey(name, fields, taken);

describe("in an item", () => {
  it.each([
    ["标题", { key: "title", isSure: true }],
    ["日期", { key: "date", isSure: true }],
    ["供稿单位", { key: "source", isSure: true }],
    ["来源", { key: "source", isSure: false }],
    ["单位", { key: "source", isSure: false }],
    ["题目", { key: "title", isSure: false }],
    ["联系人", { key: "submitter", isSure: false }],
    ["报送人姓名", { key: "submitter", isSure: false }],
    [" 栏目 ", { key: "section", isSure: true }],
    ["titel", { key: "title", isSure: false }],
    ["Title", { key: "title", isSure: true }],
    ["字数", undefined],
    ["报", undefined],
    ["", undefined],
  ])("%j", (name, expected) => expect(meant(name)).toEqual(expected));

  it("no key that is there already", () => {
    expect(meant("标题", frontMatterFields, ["title", "标题"])).toBeUndefined();
  });
});

it.each([
  ["期号", { key: "number", isSure: true }],
  ["期数", { key: "number", isSure: false }],
  ["出刊日期", { key: "date", isSure: true }],
  ["栏目", { key: "sections", isSure: true }],
  ["邮箱", undefined],
])("in a manifest, %j", (name, expected) => expect(meant(name, manifestFields)).toEqual(expected));

it("names the keys with what they mean", () => {
  expect(listKeys(frontMatterFields)).toEqual({
    zh: "title（标题）、source（供稿单位）、date（日期）、section（栏目）、summary（摘要）、level（采用层级）、editors-note（编者按）、attachments（附件）、signed（落款）、submitter（报送人）",
    en: "title, source, date, section, summary, level, editors-note, attachments, signed, submitter",
  });
});

it("is told in the finding: 报 and 送 are mended, 刊物 gets the list", async () => {
  const manifest =
    "number: 1\ndate: 2026-03-16\ndistribution:\n  报: [市委办公室]\n  抄送: [各区]\n  刊物: 3\n";
  const { diagnostics } = await lint(
    { kind: "issue", path: "issue.yaml" },
    memoryWorkspace({ "issue.yaml": manifest }),
  );
  const told = diagnostics
    .filter(({ rule }) => rule === "manifest/unknown-key")
    .map(({ message, help, fix }) => [message.zh, help?.zh, fix?.[0]?.text]);
  expect(told).toEqual([
    ["没有“报”这个键。", "是否想写“report”（报）？", "report"],
    ["没有“抄送”这个键。", "是否想写“send”（送）？", undefined],
    ["没有“刊物”这个键。", "这里可用：report（报）、send（送）、issue（发）、copies（印数）。", undefined],
  ]);
});
