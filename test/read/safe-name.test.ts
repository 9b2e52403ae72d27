/** Names of files made of words, with an ending of theirs and without. */
import { expect, it } from "vitest";
import { safeName } from "../../src/read/safe-name.js";

it.each([
  ["某某（No.3）", false, "某某（No.3）"],
  [`${"某".repeat(30)}（No.3分会）`, false, "某".repeat(20)],
  [`${"某".repeat(30)}.docx`, true, `${"某".repeat(20)}.docx`],
  ["CON.3", false, "_CON.3"],
  ["con.docx", true, "_con.docx"],
  ["甲.", false, "甲"],
  ["a/b:c", false, "a_b_c"],
  ["...", false, "单位"],
])("%s, with an ending: %s", (words, hasEnding, name) => {
  expect(safeName(words, { mostBytes: 60, otherwise: "单位", hasEnding })).toBe(name);
});
