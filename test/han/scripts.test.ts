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

it("characters that are told without asking for their script have one of those", () => {
  const scripts =
    "Han Hiragana Katakana Bopomofo Hangul Yi Lisu Latin Greek Cyrillic Armenian Georgian Cherokee Braille Common Inherited Unknown";
  const isSound = new RegExp(
    `^[${scripts.replace(/\w+ ?/g, (script) => `\\p{Script=${script.trim()}}`)}]$`,
    "u",
  );
  const wrong: string[] = [];
  // In front of it Coptic letters stand among the Greek ones, each a place of its own as well.
  for (let codePoint = 0x530; codePoint < 0x110000; codePoint += 1) {
    const isTold = shapedScriptOf(codePoint) !== undefined;
    const isJamo = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/.test(String.fromCodePoint(codePoint));
    if (isTold === (isSound.test(String.fromCodePoint(codePoint)) && !isJamo))
      wrong.push(codePoint.toString(16));
  }
  expect(wrong).toEqual([]);
});

it.each([..."中Aяαあア한ㄅꀀ𠮷，“☑👍①→\u0301\u200b\ufe0f"])("%s is set on its own", (character) => {
  expect(shapedScriptOf(code(character))).toBeUndefined();
});
