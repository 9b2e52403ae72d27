/**
 * Scripts that cannot be set letter by letter: their letters join, stand before or under each other, or run from
 * right to left. What is listed is what is set rightly; whatever else there is, is not.
 * @see UAX 24 (Script property), UAX 9
 */

/** One character, one place: these need no shaping. What has no script of its own goes with its neighbours. */
const SET_RIGHTLY =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Yi}\p{Script=Lisu}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Cherokee}\p{Script=Braille}\p{Script=Common}\p{Script=Inherited}\p{Script=Unknown}]$/u;

export interface ShapedScript {
  readonly zh: string;
  readonly en: string;
}

/** Those that China's offices meet, and their neighbours; with the languages people know them by. */
const NAMED: readonly (readonly [readonly string[], ShapedScript])[] = [
  [
    ["Arabic"],
    { zh: "阿拉伯字母（维吾尔文、哈萨克文等）", en: "Arabic letters (Uyghur, Kazakh and others)" },
  ],
  [["Tibetan"], { zh: "藏文", en: "Tibetan" }],
  [["Mongolian"], { zh: "蒙古文、满文等", en: "Mongolian letters" }],
  [["Tai_Le", "New_Tai_Lue", "Tai_Tham"], { zh: "傣文", en: "Dai letters" }],
  [["Hebrew"], { zh: "希伯来文", en: "Hebrew" }],
  [["Devanagari"], { zh: "天城文（印地文、梵文等）", en: "Devanagari (Hindi, Sanskrit)" }],
  [["Thai"], { zh: "泰文", en: "Thai" }],
  [["Lao"], { zh: "老挝文", en: "Lao" }],
  [["Khmer"], { zh: "高棉文", en: "Khmer" }],
  [["Myanmar"], { zh: "缅甸文", en: "Burmese" }],
];

const patternOf = (scripts: readonly string[]): RegExp =>
  new RegExp(scripts.map((script) => `\\p{Script=${script}}`).join("|"), "u");

/** Made for the first such character: hardly an issue has one. */
let named: readonly (readonly [RegExp, ShapedScript])[] | undefined;

const OTHER: ShapedScript = { zh: "这种文字", en: "this script" };

/** Conjoining letters of Hangul that no syllable was made of (NFC makes one where it can). */
const isJamo = (codePoint: number): boolean =>
  (codePoint >= 0x1100 && codePoint <= 0x11ff) ||
  (codePoint >= 0xa960 && codePoint <= 0xa97f) ||
  (codePoint >= 0xd7b0 && codePoint <= 0xd7ff);

/** Nearly all text: Latin, marks and signs, all from kana to the end of Yi, and full-width forms. */
const isCommon = (codePoint: number): boolean =>
  codePoint < 0x530 ||
  (codePoint >= 0x2000 && codePoint <= 0x2bff) ||
  (codePoint >= 0x2e80 && codePoint <= 0xa48f) ||
  (codePoint >= 0xff00 && codePoint <= 0xffef);

/** @returns undefined for a character that is set rightly on its own */
export function shapedScriptOf(codePoint: number): ShapedScript | undefined {
  if (isCommon(codePoint)) return undefined;
  if (isJamo(codePoint)) return { zh: "拆开的谚文字母", en: "conjoining Korean letters" };
  const character = String.fromCodePoint(codePoint);
  if (SET_RIGHTLY.test(character)) return undefined;
  named ??= NAMED.map(([scripts, words]) => [patternOf(scripts), words]);
  return named.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER;
}
