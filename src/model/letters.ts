/**
 * Letters and numbers of any script. V8 asks ICU for \p{L} and \p{N} each time that it reads a pattern with them, and
 * compiles hundreds of ranges: what nearly all our text consists of is known without that (test/model/letters.test.ts).
 */

/** ASCII, Chinese marks, ideographs and full-width forms. */
const COMMON = /^[\0-\x7f·‐-‧‰-⁞\u3000-〕一-鿿！-～]*$/;
/** Of these, what is neither letter nor number; combining marks are not among them. */
const COMMON_BETWEEN = /[^A-Za-z\d々-〇一-鿿０-９Ａ-Ｚａ-ｚ]+/g;
const COMMON_LETTER = /[A-Za-z\d々-〇一-鿿０-９Ａ-Ｚａ-ｚ]/;

/** @returns the letters and numbers of a text, and nothing else */
export const onlyLetters = (text: string): string =>
  COMMON.test(text) ? text.replaceAll(COMMON_BETWEEN, "") : text.replaceAll(/[^\p{L}\p{N}]/gu, "");

/** @returns the text with `mark` for each run of what is no letter, number or mark on a letter */
export const joinedWords = (text: string, mark: string): string =>
  text.replaceAll(COMMON.test(text) ? COMMON_BETWEEN : /[^\p{L}\p{N}\p{M}]+/gu, mark);

/** @returns true where a text has a letter or a number */
export const hasLetter = (text: string): boolean =>
  COMMON.test(text) ? COMMON_LETTER.test(text) : /[\p{L}\p{N}]/u.test(text);
