/** Marks of an issue: what their keys take, what is offered for the rest, and how they are printed. */
import Ajv from "ajv/dist/ajv.js";
import { expect, test } from "vitest";
import { marksAbove, secrecyText } from "../../src/model/issue-marks.js";
import { jsonSchema } from "../../src/read/json-schema.js";
import { describe, MANIFEST, readFiles } from "./reading.js";

const marked = (lines: string) => readFiles({ "issue.yaml": `${MANIFEST}${lines}\n` });

/** key and value, and how it is printed above the masthead or at the head of the pages */
const SOUND: readonly (readonly [string, string])[] = [
  ["marking: 内部资料　注意保存", "内部资料　注意保存"],
  ["marking: |\n  内部资料\n  注意保存", "内部资料　注意保存"],
  ["secrecy: {level: 秘密}", "秘密"],
  ["secrecy: {level: 秘密, period: 1年}", "秘密★1年"],
  ["secrecy: {level: 机密, period: 6个月}", "机密★6个月"],
  ["secrecy: {level: 绝密, period: 长期}", "绝密★长期"],
  ["secrecy: {level: 机密, period: 2030年12月31日}", "机密★2030年12月31日"],
  ["secrecy: {level: 绝密, period: 启用前}", "绝密★启用前"],
  ["secrecy: {level: 秘密, period: 公布后解密}", "秘密★公布后解密"],
  ['copy-number: "000012"', "000012"],
  // YAML makes the number 12 of it; it is printed as it is written.
  ["copy-number: 000012", "000012"],
  ["urgency: 特急", "特急"],
  ["urgency: 加急", "加急"],
];

test.each(SOUND)("%s prints %s", (lines, printed) => {
  const { issue, sources, diagnostics } = marked(lines);
  expect(describe(diagnostics, sources)).toEqual([]);
  expect(issue && marksAbove(issue.marks).map(({ text }) => text)).toEqual([printed]);
});

test("secrecy that is said to be none is none", () => {
  const { issue, sources, diagnostics } = marked("secrecy: ~");
  expect(describe(diagnostics, sources)).toEqual([]);
  expect(issue?.marks.secrecy).toBeUndefined();
});

test("secrecy left empty in the house rules or in an item is told there", () => {
  const { sources, diagnostics } = readFiles({
    "issue.yaml": MANIFEST,
    "bulletin.yaml": "units: [甲区科协]\nsecrecy:\n",
    "items/01.md": "---\ntitle: 甲\nsource: 甲区科协\nsecrecy:\n---\n\n文。\n",
  });
  expect(describe(diagnostics, sources).toSorted()).toEqual([
    "item/front-matter «secrecy»",
    "manifest/missing-value «secrecy»",
  ]);
});

/** key and value, what is marked, what it is mended to (by `--fix`), what is offered */
type Faulty = readonly [
  lines: string,
  at: string,
  fixed?: string | undefined,
  suggested?: string | undefined,
];

const FAULTY: readonly Faulty[] = [
  ["secrecy:", "secrecy"],
  ["secrecy: # 涉密时填写", "secrecy"],
  ['secrecy: ""', "secrecy"],
  ["secrecy: 秘密", "秘密", "{level: 秘密}"],
  ["secrecy: 机密★5年", "机密★5年", "{level: 机密, period: 5年}"],
  ["secrecy: 内部", "内部"],
  ["secrecy: {period: 1年}", ""],
  ["secrecy: {level: 内部}", "内部"],
  ["secrecy: {level: 秘密, period: 一年}", "一年", "1年"],
  ["secrecy: {level: 秘密, period: 十五年}", "十五年", "15年"],
  ["secrecy: {level: 秘密, period: １ 年}", "１ 年", "1年"],
  ["secrecy: {level: 秘密, period: ★1年}", "★1年", "1年"],
  ["secrecy: {level: 秘密, period: 2030-12-31}", "2030-12-31", "2030年12月31日"],
  ["secrecy: {level: 秘密, period: 1}", "1", undefined, "1年"],
  // Until June, or for six months?
  ["secrecy: {level: 秘密, period: 6月}", "6月"],
  ["secrecy: {level: 秘密, period: 0年}", "0年"],
  ["secrecy: {level: 秘密, period: 很久}", "很久"],
  ["copy-number: ００００１２", "００００１２", "000012"],
  ["copy-number: 12", "12", undefined, "000012"],
  ["copy-number: 第12号", "第12号", undefined, "000012"],
  ['copy-number: "0000012"', "0000012"],
  ["copy-number: 甲", "甲"],
  ["urgency: 平急", "平急"],
  ["draft: 送审/稿", "送审/稿"],
  ["draft: true", "true", undefined, "送审稿"],
  ["draft: false", "false"],
  ["draft: 送审稿送审稿送审稿送审稿送审稿送审稿送审稿", "送审稿送审稿送审稿送审稿送审稿送审稿送审稿"],
  [`marking: ${"内".repeat(41)}`, "内".repeat(41)],
];

for (const [lines, at, fixed, suggested] of FAULTY) {
  test(`${lines} is a fault at «${at}»`, () => {
    const { sources, diagnostics } = marked(lines);
    const [found] = diagnostics;
    expect(describe(diagnostics, sources)).toEqual([
      expect.stringMatching(/^manifest\/(?:invalid|missing)-value «/),
    ]);
    expect(found?.severity).toBe("error");
    expect(describe(diagnostics, sources)[0]).toContain(`«${at}»`);
    expect(found?.fix?.map(({ text }) => text)).toEqual(fixed === undefined ? undefined : [fixed]);
    const offered = found?.suggestions?.flatMap(({ edits }) => edits.map(({ text }) => text));
    // What a misspelt word may have meant is for the reader of words to say (fields/scalar-fields.ts).
    if (!lines.startsWith("urgency") && !lines.includes("内部")) {
      expect(offered).toEqual(suggested === undefined ? undefined : [suggested]);
    }
    expect(found?.help ?? found?.message).toBeDefined();
  });
}

test("the marks stand in the standard's order, whatever the order of the keys; the house's own below them", () => {
  const { issue } = marked(
    "marking: 内部资料\nurgency: 加急\nsecrecy: {level: 机密, period: 5年}\ncopy-number: 000001",
  );
  expect(issue && marksAbove(issue.marks).map(({ text }) => text)).toEqual([
    "000001",
    "机密★5年",
    "加急",
    "内部资料",
  ]);
});

test("a manifest's marks lie over the house's, secrecy as a whole", () => {
  const { issue, diagnostics } = readFiles({
    "bulletin.yaml": "marking: 内部资料\nsecrecy: {level: 秘密, period: 1年}\n",
    "issue.yaml": `${MANIFEST}secrecy: {level: 机密}\n`,
  });
  expect(diagnostics).toEqual([]);
  expect(issue?.marks.marking?.value).toBe("内部资料");
  // One year was the period of another level.
  expect(issue?.marks.secrecy && secrecyText(issue.marks.secrecy)).toBe("机密");
});

test("the house's level holds for an issue that says nothing of it, and is found there", () => {
  const { issue, sources } = readFiles({ "bulletin.yaml": "secrecy: {level: 秘密, period: 1年}\n" });
  const span = issue?.marks.secrecy?.span;
  expect(span?.path).toBe("bulletin.yaml");
  expect(sources.get("bulletin.yaml")?.slice(span?.start, span?.end)).toBe("secrecy");
});

test("number, urgency and draft are an issue's own", () => {
  const { diagnostics, sources } = readFiles({
    "bulletin.yaml": 'copy-number: "000001"\nurgency: 特急\ndraft: 送审稿\n',
  });
  expect(describe(diagnostics, sources)).toEqual([
    "manifest/unknown-key «copy-number»",
    "manifest/unknown-key «urgency»",
    "manifest/unknown-key «draft»",
  ]);
});

test("the schema takes what the reader takes, and refuses other levels and numbers", () => {
  const validate = new Ajv.default({ strict: false, validateFormats: false }).compile(jsonSchema("manifest"));
  const base = { number: 3, date: "2026-03-16", sections: [] };
  const sound = {
    secrecy: { level: "秘密", period: "1年" },
    "copy-number": "000012",
    urgency: "特急",
    draft: "送审稿",
  };
  expect(validate({ ...base, marking: "内部资料", ...sound })).toBe(true);
  expect(validate({ ...base, secrecy: { level: "内部" } })).toBe(false);
  expect(validate({ ...base, secrecy: { period: "1年" } })).toBe(false);
  expect(validate({ ...base, "copy-number": "12" })).toBe(false);
  expect(validate({ ...base, urgency: "平急" })).toBe(false);
});
