/** The number that an author types in front of an entry (1．, （二）, 三、, 附件4：), where the program numbers by itself. */

export interface TypedOrdinal {
  /** as typed, with its mark and the blanks behind it */
  readonly text: string;
  /** undefined for a label without a number (附件：) */
  readonly number: number | undefined;
}

const HAN = "一二三四五六七八九十";
const HAN_NUMBER = `[${HAN}]{1,3}`;
const DIGITS = "[\\d０-９]{1,2}";
/** No number: （3）班 is a class, 2、3月 and 一、二等奖 are lists of numbers, 2.5亿元 a quantity. */
const FORMS = [
  `附\\s*件\\s*(${DIGITS}|${HAN_NUMBER})?\\s*[：:．.、]`,
  `(${DIGITS})\\s*[．.、)）](?!\\s*[\\d０-９])`,
  `[（(]\\s*(${DIGITS}|${HAN_NUMBER})\\s*[）)](?!\\s*[班组号期届级])`,
  `(${HAN_NUMBER})\\s*[、．.](?!\\s*[${HAN}])`,
  "([①-⑳])",
];
const ORDINAL = new RegExp(`^(?:${FORMS.join("|")})\\s*`, "u");

/** @returns undefined where the text begins with its own words */
export function typedOrdinal(text: string): TypedOrdinal | undefined {
  const match = ORDINAL.exec(text);
  if (match === null) return undefined;
  const typed = match.slice(1).find((group) => group !== undefined);
  return { text: match[0], number: typed === undefined ? undefined : numberOf(typed) };
}

function numberOf(typed: string): number {
  if (typed >= "①" && typed <= "⑳") return typed.charCodeAt(0) - "①".charCodeAt(0) + 1;
  if (!HAN.includes(typed.charAt(0))) return Number(typed.normalize("NFKC"));
  const [tens = "", ones = ""] = typed.includes("十") ? typed.split("十") : ["零", typed];
  const tenCount = tens === "零" ? 0 : Math.max(1, HAN.indexOf(tens.charAt(0)) + (tens === "" ? 0 : 1));
  return tenCount * 10 + (ones === "" ? 0 : HAN.indexOf(ones.charAt(0)) + 1);
}

/** What parts entries that stand behind each other in one text. */
const PARTING = /[；;。，,、\s]+$/u;
const NEXT_ENTRY = new RegExp(`(?<=[；;。，,、\\s])(?=${FORMS.join("|")})|(?=[②-⑳])`, "gu");
/** In front of them all */
const LABEL = /^附\s*件\s*[：:]\s*/u;

/** @returns the entries of a text that numbers them from 1 on, numbers and all; undefined where it is one */
export function numberedEntries(text: string): readonly string[] | undefined {
  const entries: number[] = [];
  const starts = [
    LABEL.exec(text)?.[0].length ?? 0,
    ...[...text.matchAll(NEXT_ENTRY)].map(({ index }) => index),
  ];
  // 图②的说明: circled numbers go on only from a circled one.
  const isCircled = text.startsWith("①", starts[0]);
  for (const start of starts) {
    if (!isCircled && /^[②-⑳]/u.test(text.slice(start, start + 1))) continue;
    if (typedOrdinal(text.slice(start))?.number === entries.length + 1) entries.push(start);
    else if (entries.length === 0) return undefined;
  }
  if (entries.length < 2) return undefined;
  return entries.map((start, index) => text.slice(start, entries[index + 1]).replace(PARTING, ""));
}
