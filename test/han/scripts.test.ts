/** Which characters a Latin face sets, and which scripts cannot be set letter by letter. */
import { expect, it } from "vitest";
import { isSetInLatinFace } from "../../src/han/latin-face.js";
import { shapedScriptOf } from "../../src/han/shaped-scripts.js";

const code = (character: string): number => character.codePointAt(0) ?? 0;

it.each([..."Az09%$-/()řŁşǖāαЖ⁻³⅓€™\u0304"])("%s is set in the Latin face", (character) => {
  expect(isSetInLatinFace(code(character), false)).toBe(true);
});

it.each([..."中，。“”‘’…—·①→°±×÷℃※あ한𠮷，（）"])("%s is not", (character) => {
  expect(isSetInLatinFace(code(character), false)).toBe(false);
});

it.each([..."“”‘’…—"])("%s amid Latin text is", (character) => {
  expect(isSetInLatinFace(code(character), true)).toBe(true);
});

it.each([
  ["ئ", "阿拉伯字母（维吾尔文、哈萨克文等）"],
  ["བ", "藏文"],
  ["ᠮ", "蒙古文、满文等"],
  ["ᥖ", "傣文"],
  ["ש", "希伯来文"],
  ["क", "天城文（印地文、梵文等）"],
  ["ไ", "泰文"],
  ["ខ", "高棉文"],
  ["த", "这种文字"],
  ["ᄀ", "拆开的谚文字母"],
])("%s is of %s", (character, name) => {
  expect(shapedScriptOf(code(character))?.zh).toBe(name);
});

it.each([..."中Aяαあア한ㄅꀀ𠮷，“☑👍①→\u0301\u200b\ufe0f"])("%s is set on its own", (character) => {
  expect(shapedScriptOf(code(character))).toBeUndefined();
});
