/**
 * A paragraph is one line of the file: a line break amid Han is taken by Markdown for a space. Our
 * reader drops it, other programs print it. Breaks made on purpose (two spaces or \ at the line's end)
 * stay.
 */
import {
  DIGIT,
  HAN,
  isWide,
  LETTER,
  LINE_END,
  MIDDLE_MARK,
  POSTFIX,
  SPACE,
  setOfClasses,
  WIDE_SPACE,
} from "../../han/copy-class.js";
import { type CopyLine, spanInLine } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const textHardWrap: TextRule = {
  id: "text/hard-wrap",
  scope: "text",
  looksFor: setOfClasses(LINE_END),
  severity: "warning",
  fixable: true,
  structural: false,
  summary: {
    zh: "一段写成一行，段中不换行。",
    en: "A paragraph is one line; it is not broken amid its text.",
  },
  why: {
    zh: "Markdown 把段中的换行当作空格，汉字之间就多出空来；要另起一段，须空一行。",
    en: "To Markdown a line break is a space, which then stands amid the Han. A new paragraph needs an empty line.",
  },
  examples: [
    textExample({
      name: { zh: "段中换行", en: "Breaks amid a paragraph" },
      text: "示例市科协举办学术交流会，来自高校\n和企业的百余名学者参加，会期\n2天。",
      at: ["5:18"],
      fixed: "示例市科协举办学术交流会，来自高校和企业的百余名学者参加，会期2天。",
    }),
    textExample({
      name: { zh: "特意的换行", en: "Breaks made on purpose" },
      text: "时间：3月10日\\\n地点：示例科技馆",
    }),
    textExample({
      name: { zh: "英文行之间、网址前的换行", en: "Breaks between English words, in front of an address" },
      text: "论文题为Science in the City:\nA View from Above，详见\nhttps://example.org/a",
    }),
  ],
  *check(line, { sources }) {
    if (line.kind === "title" || line.kind === "summary" || !line.text.includes("\n")) return;
    const source = sources.get(line.span.path) ?? "";
    const breaks = [...breaksAmidHan(line)];
    const [first] = breaks;
    if (first === undefined) return;
    const spans = breaks.map(({ start, end }) => ({
      path: line.span.path,
      start: spanInLine(line, start - 1, start).end,
      end: spanInLine(line, end, end + 1).start,
    }));
    // Between the two characters lie white space and the mark of a quotation, or markup that stays.
    const isBare = spans.every((span) => /^[\s>\u3000]*$/.test(source.slice(span.start, span.end)));
    const endsSentence = /[。！？]/.test(line.text.charAt(first.start - 1));
    yield {
      span: spanInLine(line, first.at, first.at + 1),
      message: {
        zh: breaks.length === 1 ? "段中有换行。" : `段中有${breaks.length}处换行。`,
        en:
          breaks.length === 1
            ? "The paragraph is broken amid its text."
            : `The paragraph is broken ${breaks.length} times.`,
      },
      help: endsSentence
        ? {
            zh: "接成一行；若要另起一段，空一行。",
            en: "Join the lines; for a new paragraph leave an empty line.",
          }
        : { zh: "接成一行，中间不加空格。", en: "Join the lines without a space." },
      ...(isBare && { fix: spans.map((span) => ({ span, text: "" })) }),
    };
  },
};

interface Break {
  /** place of the line end, and of the white space around it */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

function* breaksAmidHan({ text, classes }: CopyLine): Iterable<Break> {
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    let start = at;
    let end = at + 1;
    while (start > 0 && isBlank(classes[start - 1])) start -= 1;
    while (end < text.length && isBlank(classes[end])) end += 1;
    if (start > 0 && end < text.length && isJoined(classes[start - 1], classes[end]))
      yield { at, start, end };
    at = end - 1;
  }
}

const isBlank = (kind: number | undefined): boolean =>
  kind === SPACE || kind === WIDE_SPACE || kind === LINE_END;

const isText = (kind: number | undefined): boolean =>
  isWide(kind) || kind === DIGIT || kind === LETTER || kind === POSTFIX || kind === MIDDLE_MARK;

const isJoined = (before: number | undefined, after: number | undefined): boolean =>
  isText(before) &&
  isText(after) &&
  (isWide(before) || isWide(after)) &&
  (before === HAN || after === HAN || isWide(before));
