/**
 * The weight of a font, by OS/2 and by the name of its style. Families whose two files both say 400 are common
 * (FandolSong-Regular, FandolSong-Bold): where the number is the default and the name says another weight, the
 * name is right.
 * @see OpenType, OS/2, usWeightClass (names of weights)
 */
import type { FontNames } from "./read-names.js";

const REGULAR = 400;

/** Longer names before those that they contain. */
const NAMED_WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/extra[ -]?light|ultra[ -]?light|超细|特细/i, 200],
  [/thin|hairline|极细|淡体/i, 100],
  [/semi[ -]?bold|demi[ -]?bold|demi\b|中粗/i, 600],
  [/extra[ -]?bold|ultra[ -]?bold|特粗|超粗/i, 800],
  [/black|heavy|大黑|浓体/i, 900],
  [/bold|粗/i, 700],
  [/light|细/i, 300],
  [/medium|中等/i, 500],
];

/** @param usWeightClass as OS/2 has it, 100 to 1000 */
export function weightByName(usWeightClass: number, { styles, fullNames }: FontNames): number {
  if (usWeightClass !== REGULAR) return usWeightClass;
  const [style] = styles;
  const named = /^(regular|normal|book|roman|常规|标准)$/i.test(style ?? "")
    ? ""
    : (style ?? endOf(fullNames));
  return NAMED_WEIGHTS.find(([pattern]) => pattern.test(named))?.[1] ?? usWeightClass;
}

/** The last word of a full name, where a font tells no style: `某某宋体 Bold`. */
const endOf = ([name]: readonly string[]): string => /[ -]([A-Za-z]+)$/.exec(name ?? "")?.[1] ?? "";
