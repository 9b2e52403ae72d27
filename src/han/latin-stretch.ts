/**
 * What stands in front of a half-width mark amid Chinese: a number with its unit (5km, 24～37℃), an acronym (AI, 5G), or
 * another word of Latin letters. Only what begins right behind Chinese is looked at: a mark behind several English words may be theirs.
 */
import { hanPattern } from "./han-pattern.js";

export type LatinStretch = "number" | "acronym" | "word";

/** UTF-16 units that are looked at in front of the mark */
const REACH = 32;
const STRETCH = hanPattern(
  String.raw`(?<=[\p{Script=Han}，。；：、！？）》”」] ?)[\dA-Za-z][\dA-Za-z.,:~～/%‰℃°·²³+—–-]*$`,
);
/** 5km, 3.5, 1,200元 (without its 元), 9:00, 10～15kg, 30km/h */
const NUMBER =
  /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,2}:\d\d$|^\d+(?:\.\d+)?(?:[~～—–-]+\d+(?:\.\d+)?)?(?:[%‰℃°]|[A-Za-z]{1,4}[²³]?(?:\/[A-Za-z]{1,3}[²³]?)?)?$/;
const ACRONYM = /^(?=[\dA-Z+-]*[A-Z])[\dA-Z]+(?:-[\dA-Z]+)*\+?(?:\d\.\d)?$/;
const WORD = /^[A-Za-z]{2,}(?:-[A-Za-z\d]+)*$/;
/** They end in a point of their own. */
const ABBREVIATION =
  /^(?:inc|etc|no|nos|vol|co|corp|ltd|jr|sr|dr|mr|mrs|ms|prof|st|fig|figs|al|p|pp|ed|eds|vs|ca|cf|dept|univ|approx|ext|tel|min|max|avg|gen|gov|sec|ver|rev|ch|bros|plc|[ap]m|bc|ad)$/i;

/** @returns what ends at `end`, right behind Chinese; undefined for addresses, names of files, abbreviations, English phrases */
export function latinStretchBefore(text: string, end: number): LatinStretch | undefined {
  const stretch = STRETCH.exec(text.slice(Math.max(0, end - REACH), end))?.[0];
  if (stretch === undefined || ABBREVIATION.test(stretch)) return undefined;
  if (NUMBER.test(stretch)) return "number";
  if (stretch.length > 1 && ACRONYM.test(stretch)) return "acronym";
  return WORD.test(stretch) ? "word" : undefined;
}

const LIST = hanPattern(
  String.raw`(?<=[\p{Script=Han}、，：]|\p{Script=Han},)[\dA-Za-z+-]{2,}(?:,[\dA-Za-z+-]{2,})+,?(?=[\p{Script=Han}、，。；：]|$)`,
  "g",
);

/** @returns how sure it is that the comma at `at` parts words of a Chinese sentence: AI,5G,大数据, AI,5G等 */
export function judgeLatinList(text: string, at: number): "certain" | "likely" | "none" {
  const from = Math.max(0, at - REACH);
  const near = text.slice(from, at + REACH);
  for (const { 0: list, index } of near.matchAll(LIST.for(near))) {
    const start = from + index;
    if (start > at || start + list.length <= at) continue;
    const words = list.replace(/,$/, "").split(",");
    if (!words.every((word) => /[A-Za-z]/.test(word))) return "none";
    if (words.every((word) => /^[A-Z]\d+$/.test(word))) return "none";
    const behind = text.slice(start + list.length, start + list.length + 2);
    const isClosed = list.endsWith(",") ? /^\p{Script=Han}/u.test(behind) : /^，\p{Script=Han}/u.test(behind);
    return isClosed && words.every((word) => ACRONYM.test(word)) ? "certain" : "likely";
  }
  return "none";
}
