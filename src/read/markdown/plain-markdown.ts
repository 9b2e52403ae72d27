/**
 * Most items of a bulletin are paragraphs without any markup. Their tree is made here in one pass,
 * the same tree to the last offset as the parser makes of them (test/read/plain-markdown.test.ts), in a
 * twentieth of the time. Whatever could mean something in Markdown is left to the parser.
 */
import type { Paragraph, Root } from "mdast";
import type { NodeNotes } from "./node-notes.js";

interface Line {
  /** from 1 */
  readonly number: number;
  readonly start: number;
  /** in front of its ending */
  readonly end: number;
  /** where the next line begins */
  readonly next: number;
}

/**
 * @param bodyStart up to here the text is white space, in the place of a head
 * @returns false where a sign occurs that may be markup
 */
export const isPlainMarkdown = (text: string, bodyStart: number): boolean =>
  plainLines(text, bodyStart) !== undefined;

/** @returns the tree; undefined where the text is not plain */
export function parsePlainMarkdown(text: string, bodyStart: number): Root | undefined {
  const lines = plainLines(text, bodyStart);
  if (lines === undefined) return undefined;
  return rootOf(
    lines.paragraphs.map((line) => paragraph(text, line)),
    lines.last,
  );
}

interface PlainLines {
  /** a paragraph is one line */
  readonly paragraphs: readonly Line[];
  readonly last: Line;
}

function plainLines(text: string, bodyStart: number): PlainLines | undefined {
  const head = text.slice(0, bodyStart);
  // To Markdown a return alone ends a line.
  if (/\r(?!\n)/.test(head)) return undefined;
  const paragraphs: Line[] = [];
  let isAfterParagraph = false;
  let line = lineAt(text, head.lastIndexOf("\n") + 1, head.split("\n").length);
  for (; ; line = lineAt(text, line.next, line.number + 1)) {
    const isParagraph = line.end > Math.max(line.start, bodyStart);
    if (isParagraph) {
      // A second line may go on with the paragraph or underline it as a heading.
      if (isAfterParagraph || !isPlain(text, line)) return undefined;
      paragraphs.push(line);
    }
    isAfterParagraph = isParagraph;
    if (line.next === line.end) return { paragraphs, last: line };
  }
}

function rootOf(children: Root["children"], last: Line): Root {
  const end = { line: last.number, column: last.end - last.start + 1, offset: last.end };
  return { type: "root", children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

/** Lines end with LF or CRLF; a return alone is no plain sign. */
function lineAt(text: string, start: number, number: number): Line {
  const feed = text.indexOf("\n", start);
  if (feed < 0) return { number, start, end: text.length, next: text.length };
  const end = feed > start && text.charCodeAt(feed - 1) === RETURN ? feed - 1 : feed;
  return { number, start, end, next: feed + 1 };
}

const RETURN = 0x0d;

function paragraph(text: string, { number, start, end }: Line): Paragraph {
  const position = () => ({
    start: { line: number, column: 1, offset: start },
    end: { line: number, column: end - start + 1, offset: end },
  });
  const notes: NodeNotes = { pieces: [{ at: 0, start, end, whole: false }] };
  const value = text.slice(start, end);
  return {
    type: "paragraph",
    children: [{ type: "text", value, position: position(), data: { ...{ bulletin: notes } } }],
    position: position(),
  };
}

const SPACE = 0x20;
const POINT = 0x2e;
const ASCII = 0x80;
const BYTE_ORDER_MARK = 0xfeff;

/** Signs of ASCII that mean nothing within a line, whatever stands beside them. */
const PLAIN = new Uint8Array(ASCII);
for (const sign of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 %,/()+-?;\"'") {
  PLAIN[sign.charCodeAt(0)] = 1;
}

function isPlain(text: string, { start, end }: Line): boolean {
  if (!beginsPlainly(text, start) || text.charCodeAt(end - 1) === SPACE) return false;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= ASCII ? unit === BYTE_ORDER_MARK : PLAIN[unit] !== 1 && !isDecimalPoint(text, at))
      return false;
  }
  return true;
}

/** No sign of a list, no white space: 1) and 1. begin a list, 1.5 and 2026年 do not. */
function beginsPlainly(text: string, start: number): boolean {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  const unit = text.charCodeAt(at);
  if (at > start) return unit !== BRACKET && (unit !== POINT || isDecimalPoint(text, at));
  return unit >= ASCII || isLetter(unit);
}

const BRACKET = 0x29;

/** 2.5: a point elsewhere may belong to an address. */
const isDecimalPoint = (text: string, at: number): boolean =>
  text.charCodeAt(at) === POINT && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
