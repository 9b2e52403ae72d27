/** What is made of the rules for people and for editors: lists, pages, the schema of lint.rules, --rule. */
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { allRules } from "../../src/check/all-rules.js";
import { printRule, printRuleList } from "../../src/check/print-rule.js";
import { printRulesDocument } from "../../src/check/print-rules-document.js";
import { findRule, ruleRecords, ruleSettingsSchema } from "../../src/check/rule-catalogue.js";
import { readSeverityOverride } from "../../src/check/severity-override.js";

const HAN = /\p{Script=Han}/u;

describe.each(["zh", "en"] as const)("in %s", (language) => {
  it("every rule is on the list and can be told", () => {
    const list = printRuleList(allRules, language);
    for (const rule of allRules) {
      expect(list).toContain(`  ${rule.id} `);
      expect(printRule(rule, language)).toContain(rule.summary[language]);
    }
  });
});

it("Chinese is said in Chinese and English in English", () => {
  for (const { id, summary, why, examples } of allRules) {
    for (const { zh, en } of [summary, why, ...examples.map(({ name }) => name)]) {
      expect(HAN.test(zh), `${id}: ${zh}`).toBe(true);
      // English may name a Chinese word; it does not consist of them.
      expect(en.replaceAll(/\p{Script=Han}+/gu, "").length, `${id}: ${en}`).toBeGreaterThan(en.length * 0.6);
    }
  }
});

it("the page has a section for every rule, and every link on it leads to one", () => {
  const page = printRulesDocument(allRules);
  const headings = new Set([...page.matchAll(/^### (.+)$/gm)].map((match) => match[1]?.replaceAll("/", "")));
  const targets = [...page.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
  expect(headings.size).toBe(allRules.length);
  expect(targets.filter((target) => !headings.has(target))).toEqual([]);
});

it("records carry what a program needs", () => {
  expect(ruleRecords(allRules).find(({ id }) => id === "item/title-length")).toMatchObject({
    group: "item",
    severity: "warning",
    fixable: false,
    structural: false,
    madeBy: "rule",
    options: { max: 36, "max-lines": 2 },
  });
});

describe("the schema of lint.rules", () => {
  const isValid = new Ajv({ strictTuples: false }).compile(ruleSettingsSchema(allRules));
  it.each([
    [{ "item/title-length": ["warn", { max: 40 }] }, true],
    [{ "item/title-length": "off" }, true],
    [{ "item/title-length": ["warn", { maks: 40 }] }, false],
    [{ "item/title-length": "loud" }, false],
    [{ "image/missing": "off" }, false],
    [{ "text/no-such-rule": "off" }, false],
  ])("%j: %s", (settings, expected) => expect(isValid(settings)).toBe(expected));
});

describe("«did you mean» for a rule", () => {
  it.each([
    ["item/title-lenght", "item/title-length"],
    ["title-length", "item/title-length"],
    ["quite/another", undefined],
  ])("%s", (id, nearest) => expect(findRule(id)).toEqual({ rule: undefined, nearest }));
});

it("what tells of a file that could not be read cannot be lowered, and its page says why", () => {
  const told = readSeverityOverride("import/unreadable: off");
  expect(told.state === "wrong" && told.problem.zh).toContain("没有读到的来稿");
  const { rule } = findRule("import/unreadable");
  expect(rule && printRule(rule, "zh")).toContain("否则会以为它检查过了");
});

it("what came in holds no comments of ours: none is offered", () => {
  const { rule } = findRule("import/symbol");
  const page = rule && printRule(rule, "zh");
  expect(page).toContain("提示 · 有时为警告");
  expect(page).not.toContain("bulletin-disable");
});

describe("--rule", () => {
  it.each([
    ["item/vague-date: off", "off"],
    ["item/vague-date:warn", "warning"],
    ["item/vague-date: error", "error"],
  ])("%s", (text, severity) => {
    expect(readSeverityOverride(text)).toEqual({ state: "read", rule: "item/vague-date", severity });
  });

  it.each([
    ["item/vague-date"],
    ["item/vague-date: loud"],
    ["item/vague: off"],
    ["image/missing: off"],
    [""],
  ])("%s is wrong usage, and says why", (text) =>
    expect(readSeverityOverride(text)).toMatchObject({ state: "wrong" }),
  );
});
