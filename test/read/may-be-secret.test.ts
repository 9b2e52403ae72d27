/** What may be secret, however it is written, and what is not: one judgement for the website, counts and letters. */

import { expect, it } from "vitest";
import { parseDocument } from "yaml";
import { frontMatterFields } from "../../src/read/front-matter-fields.js";
import { houseFields } from "../../src/read/house-fields.js";
import { manifestFields } from "../../src/read/manifest-fields.js";
import { hiddenMark, isSecretItem, nodeSaysSecrecy, saysSecrecy } from "../../src/read/may-be-secret.js";

const SECRET = [
  "secrecy: 秘密",
  "secrecy: {level: 内部}",
  "secrecy: {}",
  "secrecy: [机密]",
  "secrecy: yes",
  "secrecy: 机密★",
  "secrecy:\n  levle: 秘密",
  "secrecy:\n  # 一级\n\n  level: 秘密",
  "Secrecy: 机密",
  "secrecy : 机密x",
  "'secrecy': true",
  "secret: true",
  "secercy: 绝密",
  "secrecy-level: 绝密",
  "confidential: true",
  "密级: 机密",
  "密级：机密",
  "密 级: 机密",
  "密　级：机 密",
  "定密: 机密",
  "涉密: 是",
  "是否涉密: 是",
  "保密期限: 1年",
  "等级: 机密",
  "level: 机密",
  "level: [机密]",
  "marking: 绝密★长期",
  "marking: 机 密",
  "marking: 机　密",
  "marking: 秘  密★1年",
  "marking: 【机密】",
  "marking: 密级：秘密",
  "marking: 内部资料，机密",
  "marking: [内部资料, 机密]",
  "marking: 机密级",
  "marking: 機密",
  "marking: 内部资料（秘密）",
  "look: {a: 1, secrecy: 秘密}",
];

it.each(SECRET)("%j is secret, whatever stands around it", (line) => {
  for (const text of [
    line,
    `year: 2026\n${line}\ndate: 2026-01-10\n`,
    `year: 2026\nyear: 2026\n${line}`,
    `x: [\n${line}`,
    `\ufeffyear: 2026\r\n${line.replaceAll("\n", "\r\n")}\r\n`,
  ])
    expect([text, hiddenMark(text), saysSecrecy(text)]).toEqual([text, "secret", true]);
  expect(isSecretItem(`---\ntitle: 某事\n${line}\n---\n\n文\n`)).toBe(true);
});

it.each(SECRET.filter((line) => !/^\S+：/.test(line) && !line.startsWith("密　级")))(
  "%j is secret where it is read already",
  (line) => {
    expect(nodeSaysSecrecy(parseDocument(`year: 2026\n${line}\n`).contents)).toBe(true);
  },
);

it.each(["{year: 2026, secrecy: 秘密", "- no map\n- secrecy: 秘密"])("%j is secret", (text) => {
  expect(hiddenMark(text)).toBe("secret");
});

it.each(["draft: 送审稿", "draft: true", "x: [\ndraft: 送审稿"])("%j is a draft", (text) => {
  expect(hiddenMark(text)).toBe("draft");
});

it.each([
  undefined,
  "",
  "- no map",
  "secrecy:",
  "secrecy: ~",
  "secrecy: none",
  'secrecy: "无"',
  "secrecy: no",
  "密级：非密",
  "密 级: 无",
  "涉密: 否",
  "是否涉密: 不涉密",
  "secrecy: # 涉密时填写\n",
  "# secrecy: {level: 秘密}\nyear: 2026",
  "x: [\n# secrecy: 秘密",
  "x: [\nsecrecy:\ndate: 2026-01-01",
  "secretary: 李某",
  "draft: false",
  "marking: 内部资料　注意保存",
  "level: 市委办采用",
  "title: 秘密会议旧址开放",
  "lint: {rules: {issue/secrecy: off}}",
  "points: {sections: {保密: 5, 涉密: 3, 密级: 高}}",
  "editors-note: |\n  密级: 按规定标注，secrecy: 见附件。",
  "distribution: {report: [市保密局]}",
])("%j hides nothing", (text) => {
  expect(hiddenMark(text)).toBeUndefined();
});

it.each(
  [
    ...new Set([manifestFields, houseFields, frontMatterFields].flatMap((fields) => Object.keys(fields))),
  ].filter((key) => key !== "secrecy" && key !== "draft"),
)("the key %s hides nothing", (key) => {
  expect(hiddenMark(`${key}: 其他`)).toBeUndefined();
});

it.each([
  ["机密★10年\n\n某事\n", true],
  ["机 密 ★ 10 年\n\n某事\n", true],
  ["**绝密★长期**\n\n某事\n", true],
  ["密级：秘密\n\n某事\n", true],
  ["机密\n\n某事\n", true],
  ["---\ntitle: 某事\n---\n\n秘密☆1年\n\n文\n", true],
  ["---\ntitle: 某事\nsecrecy: 无\n---\n\n关于保守国家秘密的宣传\n", false],
  ["秘密会议旧址于三月开放，共接待三百人。\n", false],
  [`${"某事进展顺利。".repeat(100)}\n\n机密★1年\n`, false],
])("the item %j: %s", (text, isSecret) => {
  expect(isSecretItem(text)).toBe(isSecret);
});
