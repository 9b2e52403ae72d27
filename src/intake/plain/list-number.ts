/** Numbers of a page's lists, as a browser would print them. @see CSS Counter Styles 3, 6 and 7.1 */
import type { Element } from "hast";
import type { ParagraphNumber } from "../manuscript.js";
import { attribute } from "./inline-style.js";

export interface OpenList {
  readonly type: string;
  readonly level: number;
  readonly key: string;
  /** number of the next item */
  next: number;
}

export function openList(
  element: Element,
  { level, key, styleType }: { level: number; key: string; styleType: string | undefined },
): OpenList {
  const fallback = element.tagName === "ol" ? "decimal" : (BULLETS[Math.min(level, 2)] ?? "disc");
  const start = Number(attribute(element, "start") ?? 1);
  return {
    type: styleType ?? TYPES[attribute(element, "type") ?? ""] ?? fallback,
    level,
    key,
    next: Number.isInteger(start) && Math.abs(start) < 100_000 ? start : 1,
  };
}

const BULLETS = ["disc", "circle", "square"];
const TYPES: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lower-alpha",
  A: "upper-alpha",
  i: "lower-roman",
  I: "upper-roman",
};

/** Counts an item. @returns undefined for lists without marks */
export function countItem(list: OpenList, item: Element): ParagraphNumber | undefined {
  const value = Number(attribute(item, "value") ?? list.next);
  const number = Number.isInteger(value) && Math.abs(value) < 100_000 ? value : list.next;
  list.next = number + 1;
  const bullet = MARKS[list.type];
  const text = bullet ?? numberText(number, list.type);
  return text === undefined
    ? undefined
    : { text, level: list.level, list: list.key, isBullet: bullet !== undefined };
}

const MARKS: Readonly<Record<string, string>> = { disc: "●", circle: "○", square: "■" };

function numberText(number: number, type: string): string | undefined {
  if (type === "none") return undefined;
  if (/alpha|latin/.test(type) && number > 0) return `${letters(number, type)}.`;
  if (type.endsWith("roman") && number > 0 && number < 4000) return `${roman(number, type)}.`;
  if (/cjk|chinese|han|ideographic/.test(type) && number > 0 && number < 100) return `${han(number)}、`;
  return type === "decimal-leading-zero" ? `${String(number).padStart(2, "0")}.` : `${number}.`;
}

function letters(number: number, type: string): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return type.startsWith("upper") ? text.toUpperCase() : text;
}

const ROMANS: readonly (readonly [number, string])[] = [
  ...([
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
  ] as const),
  ...([
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ] as const),
];

function roman(number: number, type: string): string {
  let [rest, text] = [number, ""];
  for (const [value, sign] of ROMANS) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return type.startsWith("upper") ? text.toUpperCase() : text;
}

const DIGITS = "〇一二三四五六七八九";

function han(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const high = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return `${high}${ones === 0 ? "" : DIGITS[ones]}`;
}
