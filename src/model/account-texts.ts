/**
 * What an official account (公众号) asks for beside the article: its title and its digest (摘要), which it limits in
 * characters. A digest is cut at the end of a sentence, where there is one.
 */
import { issueName, printedSections, titleOnOneLine } from "./furniture.js";
import type { Issue } from "./issue.js";
import { markedTitle } from "./issue-marks.js";
import type { Span } from "./located.js";

export const MAX_ACCOUNT_TITLE = 64;
export const MAX_ACCOUNT_DIGEST = 120;

export interface CutText {
  readonly value: string;
  /** the words with which it ends, where it was cut */
  readonly cutBehind: string | undefined;
  /** what it was made of first */
  readonly span: Span | undefined;
}

/** An issue of one item is called as that is; others as the bulletin and its number. */
export function accountTitle(issue: Issue): CutText {
  const items = itemsOf(issue);
  const [only] = items;
  const name = `${issue.house.bulletin.name.value} ${issueName(issue)}`;
  const title = only !== undefined && items.length === 1 ? titleOnOneLine(only) : name;
  const draft = issue.marks.draft?.value;
  const room = MAX_ACCOUNT_TITLE - lengthOf(markedTitle("", draft));
  const cut = cutTo(title, Math.max(1, room));
  return { value: markedTitle(cut.value, draft), cutBehind: cut.cutBehind, span: only?.title[0]?.span };
}

/** The items' summaries where the editors wrote any, else their titles. */
export function accountDigest(issue: Issue): CutText {
  const items = itemsOf(issue);
  const summaries = items.flatMap(({ summary }) => (summary === undefined ? [] : [summary]));
  const [first] = summaries;
  const whole =
    first === undefined
      ? items.map(titleOnOneLine).join("；")
      : summaries.map(({ value }) => value.trim()).join("");
  return { ...cutTo(whole, MAX_ACCOUNT_DIGEST), span: first?.span ?? items[0]?.title[0]?.span };
}

const itemsOf = (issue: Issue) => printedSections(issue).flatMap((section) => section.items);

const lengthOf = (text: string): number => Array.from(text).length;

/** What ends a sentence, with the quotation marks and brackets that close behind it. */
const SENTENCE_END = /[。！？!?；;…][”’」』）)]*/gu;
/** A sentence that ends before half of the room says too little. */
const LEAST_PART = 0.5;
/** Of the end of what is left, so much is shown. */
const SHOWN = 10;

function cutTo(text: string, most: number): Pick<CutText, "value" | "cutBehind"> {
  const characters = Array.from(text);
  if (characters.length <= most) return { value: text, cutBehind: undefined };
  const head = characters.slice(0, most).join("");
  const ends = [...head.matchAll(SENTENCE_END)].map(({ 0: mark, index }) => index + mark.length);
  const end = ends.findLast((at) => lengthOf(head.slice(0, at)) >= LEAST_PART * most);
  const value =
    end === undefined
      ? `${characters.slice(0, most - 1).join("")}…`
      : head.slice(0, end).replace(/[；;]$/u, "。");
  const kept = end === undefined ? characters.slice(0, most - 1).join("") : head.slice(0, end);
  return { value, cutBehind: Array.from(kept).slice(-SHOWN).join("") };
}
