/**
 * The letter to a unit about an item that it sent in: short, polite, ready to be pasted into a mail
 * or WeChat. What goes into it is unit-report.ts's to say; here it is put into words. Places are
 * those of a document: the title, the third paragraph, the second picture; 【】 marks the words meant.
 */
import type { Message } from "./diagnostic.js";
import type { Language } from "./language.js";
import { printable } from "./printable.js";

/** What one unit is reported one item. */
export interface UnitLetter {
  readonly headline: string;
  /** whom it is written to; undefined where the item does not say */
  readonly unit: string | undefined;
  readonly requests: readonly UnitRequest[];
  /** faults that the editor mends without asking */
  readonly edits: number;
}

export interface UnitRequest {
  readonly what: Message;
  readonly ask: Message;
  /** true for what may stay as it is */
  readonly isHint: boolean;
  /** none where it is about the item as a whole */
  readonly places: readonly UnitPlace[];
}

export interface UnitPlace {
  readonly part: UnitPart;
  /** the place in the words around it; empty where there are none to show */
  readonly excerpt: string;
}

/** Parts of an item as its author sees them; numbers from 1. */
export type UnitPart =
  | { readonly kind: "title" | "summary" | "heading" | "table" | "note" | "signature" | "item" }
  | { readonly kind: "paragraph" | "picture"; readonly number: number };

/** @returns a letter an item, divided by a rule; a sentence where there is nothing to ask */
export function printUnitReport(letters: readonly UnitLetter[], language: Language): string {
  if (letters.length === 0) return `${WORDS[language].nothing}\n`;
  return letters.map((letter) => printLetter(letter, language)).join(`\n${RULE}\n\n`);
}

/** Of box-drawing strokes: hyphens in a row would make a rule of their own in a mail. */
const RULE = "─".repeat(12);

function printLetter({ headline, unit, requests, edits }: UnitLetter, language: Language): string {
  const words = WORDS[language];
  const must = requests.filter(({ isHint }) => !isHint);
  const hints = requests.filter(({ isHint }) => isHint);
  const entry = (request: UnitRequest, index: number) => printRequest(request, { index, language });
  const title = printable(headline);
  return [
    words.greeting(unit === undefined ? undefined : printable(unit)),
    must.length > 0 ? words.must(title, must.length) : words.mayBe(title, hints.length),
    "",
    ...must.map(entry),
    ...(must.length > 0 && hints.length > 0 ? ["", words.hints, ""] : []),
    ...hints.map((hint, index) => entry(hint, must.length + index)),
    "",
    ...(edits > 0 ? [words.edits(edits)] : []),
    must.length > 0 ? words.end : words.endOfHints,
    "",
  ].join("\n");
}

/** Places named of what occurs again and again. */
const PLACES_NAMED = 5;

function printRequest(
  { what, ask, places }: UnitRequest,
  { index, language }: { readonly index: number; readonly language: Language },
): string {
  const words = WORDS[language];
  const said = `${printable(what[language])}${words.between}${ask[language]}`;
  const indent = " ".repeat(`${index + 1}. `.length);
  const named = places.slice(0, PLACES_NAMED).map(({ part, excerpt }) => {
    const where = words.part(part);
    return excerpt === "" ? where : `${where}${words.colon}${printable(excerpt)}`;
  });
  const more = places.length > PLACES_NAMED ? [words.more(places.length - PLACES_NAMED)] : [];
  return `${index + 1}. ${[...named, ...more, said].join(`\n${indent}`)}`;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const WORDS = {
  zh: {
    nothing: "没有需要供稿单位修改的地方。",
    greeting: (unit: string | undefined) => (unit === undefined ? "您好！" : `${unit}：`),
    must: (title: string, count: number) => `来稿《${title}》已收到，有 ${count} 处请核改：`,
    mayBe: (title: string, count: number) => `来稿《${title}》已收到，有 ${count} 处供参考：`,
    hints: "以下供参考：",
    colon: "：",
    between: "",
    more: (count: number) => `还有 ${count} 处同样的情况。`,
    edits: (count: number) => `标点、用字等另有 ${count} 处，我们编辑时一并改正，不必处理。`,
    end: "请改好后发回，谢谢！",
    endOfHints: "如要修改，请告知，谢谢！",
    part: (part: UnitPart): string => {
      switch (part.kind) {
        case "paragraph":
          return `第${part.number}段`;
        case "picture":
          return `第${part.number}张图`;
        default:
          return PARTS.zh[part.kind];
      }
    },
  },
  en: {
    nothing: "There is nothing for the units to change.",
    greeting: (unit: string | undefined) => (unit === undefined ? "Hello," : `To ${unit}:`),
    must: (title: string, count: number) =>
      `Thank you for “${title}”. Please look at ${plural(count, "place")}:`,
    mayBe: (title: string, count: number) =>
      `Thank you for “${title}”. ${count === 1 ? "One place" : `${count} places`} you may like to look at:`,
    hints: "You may like to look at these too:",
    colon: ": ",
    between: " ",
    more: (count: number) => `There ${count === 1 ? "is" : "are"} ${count} more of the same.`,
    edits: (count: number) =>
      `${plural(count, "small fault")} of punctuation and wording we shall correct ourselves.`,
    end: "Please send it again once corrected. Thank you!",
    endOfHints: "Please tell us if you would like to change anything. Thank you!",
    part: (part: UnitPart): string => {
      switch (part.kind) {
        case "paragraph":
          return `Paragraph ${part.number}`;
        case "picture":
          return `Picture ${part.number}`;
        default:
          return PARTS.en[part.kind];
      }
    },
  },
} as const;

const PARTS = {
  zh: {
    title: "标题",
    summary: "摘要",
    heading: "小标题",
    table: "表格",
    note: "注释",
    signature: "文末署名",
    item: "全文",
  },
  en: {
    title: "Title",
    summary: "Summary",
    heading: "Heading",
    table: "Table",
    note: "Note",
    signature: "Signature",
    item: "The item",
  },
} as const;
