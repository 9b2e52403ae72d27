/**
 * Numbers as lists write them: w:numFmt (ISO/IEC 29500-1, 17.18.59), as Word shows them. What goes beyond the signs
 * of a format is written with digits, as Word does. Han numerals are in han-numerals.ts.
 */
import { countingNumeral, digitNumeral, legalNumeral, thousandNumeral } from "./han-numerals.js";

/** Beyond it Word writes digits: letters would be repeated, numerals endless. */
const MOST_LETTERS = 780;
const MOST_ROMAN = 3999;

const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

/** @returns undefined for formats that are not known: digits are the nearest */
export function formatNumber(value: number, format: string): string | undefined {
  if (value < 0) return String(value);
  return FORMATS[format]?.(value);
}

const digits = (value: number): string => String(value);

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: digits,
  decimalHalfWidth: digits,
  decimalZero: (value) => digits(value).padStart(2, "0"),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  numberInDash: (value) => `- ${value} -`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value, 0x41),
  lowerLetter: (value) => letters(value, 0x61),
  decimalEnclosedCircle: (value) => signAt(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => signAt(value, 0x2460, 20),
  decimalEnclosedParen: (value) => signAt(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => signAt(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => signAt(value, 0x3280, 10),
  chineseCounting: countingNumeral,
  taiwaneseCounting: countingNumeral,
  chineseCountingThousand: thousandNumeral,
  taiwaneseCountingThousand: thousandNumeral,
  chineseLegalSimplified: (value) => legalNumeral(value, "simplified"),
  ideographLegalTraditional: (value) => legalNumeral(value, "traditional"),
  ideographDigital: digitNumeral,
  japaneseDigitalTenThousand: digitNumeral,
  taiwaneseDigital: digitNumeral,
  koreanDigital2: digitNumeral,
  japaneseCounting: japaneseNumeral,
  ideographTraditional: (value) => charAt(value, STEMS),
  ideographZodiac: (value) => charAt(value, BRANCHES),
  ideographZodiacTraditional: (value) =>
    value >= 1 && value <= 60
      ? `${STEMS.charAt((value - 1) % 10)}${BRANCHES.charAt((value - 1) % 12)}`
      : digits(value),
  aiueoFullWidth: (value) =>
    charAt(
      value,
      "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    ),
  irohaFullWidth: (value) =>
    charAt(
      value,
      "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
    ),
  ganada: (value) => charAt(value, "가나다라마바사아자차카타파하"),
  chosung: (value) => charAt(value, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
  koreanDigital: (value) =>
    digits(value).replace(/\d/g, (digit) => "영일이삼사오육칠팔구".charAt(Number(digit))),
  hex: (value) => value.toString(16).toUpperCase(),
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  none: () => "",
};

/** A set of signs that begins with one for 1. */
const signAt = (value: number, first: number, count: number): string =>
  value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : digits(value);

const charAt = (value: number, signs: string): string => signs.charAt(value - 1) || digits(value);

function fullWidth(value: number): string {
  return digits(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

/** a … z, aa, bb … */
function letters(value: number, first: number): string {
  if (value < 1 || value > MOST_LETTERS) return digits(value);
  const letter = String.fromCodePoint(first + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

const ROMAN = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(value: number): string {
  if (value < 1 || value > MOST_ROMAN) return digits(value);
  let left = value;
  let written = "";
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      written += sign;
      left -= worth;
    }
  }
  return written;
}

/** 百 and 千 stand without 一: 百一. */
function japaneseNumeral(value: number): string {
  return thousandNumeral(value)
    .replace(/零/g, "")
    .replace(/^一(?=[百千])/, "");
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return { 1: "st", 2: "nd", 3: "rd" }[value % 10] ?? "th";
}
