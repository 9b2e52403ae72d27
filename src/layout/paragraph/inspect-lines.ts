/**
 * What the composition itself shows to be wrong: a character that no face has, gaps too wide, a line
 * that does not fit, a last line of one character (RULES, Layout).
 */
import type { Span } from "../../model/located.js";
import type { Composing } from "../blocks/composing.js";
import type { Cell } from "./collect-cells.js";
import type { Line } from "./compose-paragraph.js";

/** Gaps between Han wider than this share of an em look like holes. */
const LOOSE_GAP_EM = 0.2;
/** A line that stands out by less is within the tolerance of the eye, in points. */
const OVERFULL_PT = 0.5;

export interface Inspection {
  /** the paragraph's place; the file that its cells' offsets point into */
  readonly place: Span;
  readonly measure: number;
  readonly composing: Composing;
}

export function inspectLines(lines: readonly Line[], inspection: Inspection): void {
  lines.forEach((line, index) => {
    findMissingGlyphs(line, inspection);
    if (line.excess > OVERFULL_PT) report(inspection, "layout/overfull", line, overfullMessage(line.excess));
    const em = line.cells[line.start]?.span.type.sizePt ?? 1;
    if (line.growth > LOOSE_GAP_EM * em)
      report(inspection, "layout/loose-line", line, looseMessage(line.growth / em));
    const isLast = index === lines.length - 1 && index > 0;
    if (isLast && contentOf(line) === 1)
      report(inspection, "layout/short-last-line", line, shortMessage(line));
  });
}

function findMissingGlyphs(line: Line, { place, composing }: Inspection): void {
  for (let index = line.start; index < line.end; index += 1) {
    const cell = line.cells[index];
    if (cell === undefined || cell.cluster.missing.length === 0) continue;
    const span = spanOf(cell, place);
    for (const codePoint of cell.cluster.missing) {
      const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
      const character = String.fromCodePoint(codePoint);
      const faces = cell.span.type.faces.map((face) => face.name).join("、");
      const key = `${span.path} ${span.start} ${code}`;
      if (composing.reported.has(key)) continue;
      composing.reported.add(key);
      composing.findings.push({
        rule: "layout/missing-glyph",
        severity: "error",
        span,
        message: {
          zh: `字体里没有“${character}”（${code}）这个字：${faces} 都没有，印出来会是空白`,
          en: `No font has the character “${character}” (${code}); tried ${faces}`,
        },
        help: {
          zh: "请改用通行的写法；如是人名地名必须用这个字，把有这个字的字体放进文件夹，写在 bulletin.yaml 的 fonts: 下，或用 --fonts 指明。",
          en: "Write it another way; where a name needs this very character, put a font that has it into a folder and name both under fonts: in bulletin.yaml, or give --fonts.",
        },
      });
    }
  }
}

function contentOf(line: Line): number {
  let content = 0;
  for (let index = line.start; index < line.end; index += 1) {
    const cell = line.cells[index];
    if (cell?.span.note !== undefined) continue;
    const name = cell?.cluster.class;
    if (name === "han" || name === "latin" || name === "digit") content += 1;
  }
  return content;
}

function report(
  { place, composing }: Inspection,
  rule: string,
  line: Line,
  {
    message,
    help,
  }: { readonly message: { zh: string; en: string }; readonly help: { zh: string; en: string } },
): void {
  composing.findings.push({ rule, severity: "warning", span: spanOfLine(line, place), message, help });
}

function overfullMessage(excess: number) {
  return {
    message: {
      zh: `这一行排不下，超出版心 ${excess.toFixed(1)} 磅：里面有一段不能断开的文字`,
      en: `this line stands ${excess.toFixed(1)} pt out of the text block: a part of it cannot be broken`,
    },
    help: { zh: "把这段文字改短，或加一个可以断行的地方", en: "shorten it, or give it a place to break" },
  };
}

function looseMessage(growth: number) {
  return {
    message: {
      zh: `这一行的字距拉得太开，每处加了 ${growth.toFixed(2)} 个字宽：下一个词太长，不能断开`,
      en: `the gaps of this line grew by ${growth.toFixed(2)} em each: the next word is long and cannot be broken`,
    },
    help: {
      zh: "调整这一句的说法，让长的词或网址换个位置",
      en: "reword so that the long word or address falls elsewhere",
    },
  };
}

function shortMessage(line: Line) {
  const text = line.cells
    .slice(line.start, line.end)
    .map((cell) => cell.text)
    .join("");
  return {
    message: {
      zh: `段末一行只有“${text}”：一个字不单独成行`,
      en: `the paragraph's last line is “${text}” alone: one character does not make a line`,
    },
    help: { zh: "增减一两个字，让末行至少有两个字", en: "add or drop a character or two" },
  };
}

function spanOfLine(line: Line, place: Span): Span {
  let start = -1;
  let end = -1;
  for (let index = line.start; index < line.end; index += 1) {
    const cell = line.cells[index];
    if (cell === undefined || cell.offset < 0) continue;
    if (start < 0) start = cell.offset;
    end = Math.max(end, cell.offset + cell.text.length);
  }
  return start < 0 ? place : { path: place.path, start, end };
}

function spanOf(cell: Cell, place: Span): Span {
  if (cell.offset < 0) return place;
  return { path: place.path, start: cell.offset, end: cell.offset + cell.text.length };
}
