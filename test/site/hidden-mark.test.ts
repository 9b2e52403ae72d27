/** What keeps an issue from the website, however it is written, and what does not. */
import { expect, it } from "vitest";
import { hiddenMark } from "../../src/cli/site/hidden-mark.js";
import { houseFields } from "../../src/read/house-fields.js";
import { manifestFields } from "../../src/read/manifest-fields.js";

it.each([
  "secrecy: 秘密",
  "secrecy: {level: 内部}",
  "secrecy: 无",
  "Secrecy: 机密",
  "secrecy : 机密x",
  "secret: true",
  "secercy: 绝密",
  "密级: 机密",
  "marking: 绝密★长期",
  "year: 2026\nyear: 2026\nsecrecy: 秘密",
  "year: [\nsecrecy：机密",
  "{year: 2026, secrecy: 秘密",
  "x: [\nsecrecy:\n  level: 秘密",
  "x: [\nsecrecy: {level: 内部}",
  "- no map\n- secrecy: 秘密",
])("%j is secret", (text) => {
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
  "secrecy: # 涉密时填写\n",
  "# secrecy: {level: 秘密}\nyear: 2026",
  "x: [\n# secrecy: 秘密",
  "x: [\nsecrecy:\ndate: 2026-01-01",
  "draft: false",
  "marking: 内部资料　注意保存",
  "editors-note: |\n  密级: 按规定标注，secrecy: 见附件。",
  "distribution: {report: [市保密局]}",
])("%j hides nothing", (text) => {
  expect(hiddenMark(text)).toBeUndefined();
});

it.each(
  [...new Set([...Object.keys(manifestFields), ...Object.keys(houseFields)])].filter(
    (key) => key !== "secrecy" && key !== "draft",
  ),
)("the key %s hides nothing", (key) => {
  expect(hiddenMark(`${key}: 其他`)).toBeUndefined();
});
