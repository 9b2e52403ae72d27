/**
 * A supplement's name and number in one word, as editors write it: 增刊1, 增刊第1期, 专刊（二）. What says more or may be
 * understood in another way is not taken apart: 3上, 第2期增刊 (the second, or one to the second issue), 增刊1（总第5期）.
 */
import { hanPattern } from "../han/han-pattern.js";

export interface NumberedSeries {
  readonly series: string;
  readonly number: number;
  /** 2026 in 2026年增刊第1期 */
  readonly year: number | undefined;
}

/** What a series is called by its last character or two; 学会1 may be anything. */
const WRITTEN = hanPattern(
  String.raw`^(?:(?<year>\d{4})年)?(?<series>\p{Script=Han}{0,15}?(?:\p{Script=Han}[刊辑]|号外|专报|专号))第?(?<open>[（(]?)(?<number>\d{1,7}|[一二三四五六七八九十]{1,3})(?<close>[)）]?)(?:期|号)?$`,
);

export function numberedSeries(words: string): NumberedSeries | undefined {
  const found = WRITTEN.exec(words.slice(0, 60).normalize("NFKC").replace(/\s/g, ""))?.groups;
  const { year, series = "", open = "", number: written = "", close = "" } = found ?? {};
  const number = numberOf(written);
  if (number === undefined || number < 1 || (open === "") !== (close === "")) return undefined;
  return { series, number, year: year === undefined ? undefined : Number(year) };
}

const DIGITS = "一二三四五六七八九";

/** 1 to 99 in words, any in figures. */
function numberOf(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  const [, tens = "", ten = "", units = ""] =
    /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(written) ?? [];
  if (tens !== "" && ten === "" && units !== "") return undefined;
  const left = tens === "" ? 1 : DIGITS.indexOf(tens) + 1;
  const right = units === "" ? 0 : DIGITS.indexOf(units) + 1;
  const value = ten === "" ? (tens === "" ? right : left) : left * 10 + right;
  return value === 0 ? undefined : value;
}
