/**
 * Which characters a face for Latin letters sets, where a role asks for one: letters and digits of alphabetic
 * scripts and the ASCII marks among them. Marks that Chinese and Latin text share are set in it only amid Latin
 * text; signs that Chinese faces draw themselves (° ± × ÷ · ① →) never are.
 * @see ECMA-376-1, 17.3.2.26 (rFonts: which characters take the East Asian face)
 */
import { isCombining, isSharedMark } from "./character-class.js";

/** From and to, in order. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xa3],
  [0xa5, 0xa6],
  [0xa9, 0xaf],
  [0xb2, 0xb6],
  [0xb8, 0xd6],
  [0xd8, 0xf6],
  // letters with signs, phonetic letters, Greek, Cyrillic
  [0xf8, 0x2af],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  // raised and lowered figures, currencies, fractions
  [0x2070, 0x209c],
  [0x20a0, 0x20bf],
  [0x2122, 0x2122],
  [0x2150, 0x215f],
  [0x2189, 0x2189],
  [0x2c60, 0x2c7f],
  [0xa720, 0xa7ff],
];

/** @param isAmidLatin true for a mark with Latin text on both sides */
export function isSetInLatinFace(codePoint: number, isAmidLatin: boolean): boolean {
  if (codePoint >= 0x3000 && codePoint <= 0x9fff) return false;
  if (isSharedMark(codePoint)) return isAmidLatin;
  return isCombining(codePoint) || RANGES.some(([from, to]) => codePoint >= from && codePoint <= to);
}
