/**
 * Full and short names that everybody derives from each other: 示例市科学技术协会 and 示例市科协. Only bodies whose
 * place stands in front are found, and the place begins where its name begins with certainty: at a mark,
 * or behind a word that joins.
 */
import { hanPattern } from "./han-pattern.js";

export interface BodyName {
  /** the full name */
  readonly body: string;
  readonly isFull: boolean;
  readonly start: number;
  readonly end: number;
}

const SHORT_OF: ReadonlyMap<string, string> = new Map([
  ["科学技术协会", "科协"],
  ["文学艺术界联合会", "文联"],
  ["社会科学界联合会", "社科联"],
  ["归国华侨联合会", "侨联"],
  ["妇女联合会", "妇联"],
  ["残疾人联合会", "残联"],
  ["工商业联合会", "工商联"],
  ["人民代表大会常务委员会", "人大常委会"],
]);
const FULL_OF = new Map([...SHORT_OF].map(([full, short]) => [short, full]));
const NAME = new RegExp([...SHORT_OF].flat().join("|"), "g");
/** The place in front, 示例市 or 市 alone, behind a mark or a word that joins. */
const PLACE = hanPattern(
  String.raw`[\s\p{P}由和与及在向对经从据按为是以请让将给跟]((?:\p{Script=Han}{2,5}?)?[省市区县州旗镇])$`,
);
/** UTF-16 units in which the place is looked for */
const REACH = 9;

/** @returns the names in order, each with the place in front of it */
export function findDerivedNames(text: string): readonly BodyName[] {
  const names: BodyName[] = [];
  for (const match of text.matchAll(NAME)) {
    const from = Math.max(0, match.index - REACH);
    const before = `${from === 0 ? "\n" : ""}${text.slice(from, match.index)}`;
    const place = PLACE.exec(before)?.[1];
    if (place === undefined) continue;
    const isFull = SHORT_OF.has(match[0]);
    const body = place + (isFull ? match[0] : (FULL_OF.get(match[0]) ?? ""));
    names.push({ body, isFull, start: match.index - place.length, end: match.index + match[0].length });
  }
  return names;
}
