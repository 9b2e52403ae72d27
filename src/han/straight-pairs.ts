/**
 * Straight marks do not tell which of them open: taken by turns, "甲"乙"丙" is 甲 and 丙 quoted, or 乙 within all of it. A
 * pure reading of text: pairs that may as well stand one inside the other are kept together, for a person to say.
 */

/** UTF-16 offsets of two marks */
export interface StraightPair {
  readonly open: number;
  readonly close: number;
}

/** Quoted speech begins behind these, and often holds quotations. */
const SAYS = /(?:[：:]|[说道问答称喊曰])$/;
/** What is between two quotations side by side: a quotation begins and ends with no such mark. */
const BETWEEN =
  /^(?:[，、：；。！？）》,:;!?)].*|.*[，、；：（《;:(]|和|与|及|以及|或|或者|同|到|至|而|是|的(?![士确]).*)$/su;
/** Within a clause of its own no name or slogan goes on. */
const CLAUSE_MARK = /[，；：。！？\n;:!?]|,(?!\d)/;
/** 以"绿色发展"为主题 */
const AS = /^为(?:主题|主线|主要|抓手|契机|载体|目标|引领|核心|重点|内容|导向|牵引|依托|宗旨|原则|口号|题)/;
/** What a quotation hardly begins with: it is what follows one. */
const GOES_ON = /^(?:的(?![士确])|[了着们等])/;

/**
 * @param pairs taken by turns, in order
 * @returns rows of pairs; in a row of more than one, marks may pair otherwise
 */
export function groupStraightPairs<P extends StraightPair>(
  text: string,
  pairs: readonly P[],
): readonly (readonly P[])[] {
  const groups: P[][] = [];
  for (const pair of pairs) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group !== undefined && before !== undefined && mayHold(text, before, pair)) group.push(pair);
    else groups.push([pair]);
  }
  return groups;
}

/** @returns true where what is between two pairs may be a quotation inside of one that reaches over both */
function mayHold(text: string, first: StraightPair, second: StraightPair): boolean {
  const between = text.slice(first.close + 1, second.open);
  const isEmpty = [first, second].some(({ open, close }) => close === open + 1);
  if (isEmpty || GOES_ON.test(text.slice(second.open + 1, second.close))) return true;
  if (between === "" || BETWEEN.test(between)) return false;
  const front = text.slice(0, first.open);
  if (SAYS.test(front)) return true;
  return !(CLAUSE_MARK.test(between) || (front.endsWith("以") && AS.test(between)));
}

/** Of two pairs that may pair otherwise: true where one inside of the other is the likelier reading. */
export function isNestingLikely(text: string, first: StraightPair, second: StraightPair): boolean {
  const last = text.slice(second.open + 1, second.close);
  const isWhole = SAYS.test(text.slice(0, first.open)) || /[。！？]$/.test(last);
  return isWhole || last === "" || GOES_ON.test(last);
}
