/**
 * What the composition itself shows to be wrong: a character that no face has, gaps too wide, a line
 * that does not fit, a last line of one character (RULES, Layout).
 */
import type { Span } from "../model/located.js";
import type { Cell } from "./collect-cells.js";
import type { Line } from "./compose-paragraph.js";
import type { Composing } from "./composing.js";

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
    if (cell === undefined || cell.mold.missing.length === 0) continue;
    const span = spanOf(cell, place);
    for (const codePoint of cell.mold.missing) {
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
          zh: `“${character}”（${code}）这个字，${faces} 都没有，印出来会是空白。`,
          en: `No font has the character “${character}” (${code}), so it would be printed as a blank; tried ${faces}.`,
        },
        help: {
          zh: "请改用通行的写法；如果人名、地名必须用这个字，请把有这个字的字体放进文件夹，写在 bulletin.yaml 的 fonts: 下，或用 --fonts 指明。",
          en: "Use a common variant; if a name requires this very character, put a font that has it into a folder and name both under fonts: in bulletin.yaml, or use --fonts.",
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
    const name = cell?.mold.class;
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
      zh: `这一行排不下，超出版心 ${excess.toFixed(1)} 磅：其中有一段不能断开的文字。`,
      en: `This line runs ${excess.toFixed(1)} pt over the text block: part of it cannot be broken.`,
    },
    help: {
      zh: "请把这段文字改短，或加一个可以断行的地方。",
      en: "Shorten it, or give it a place to break.",
    },
  };
}

function looseMessage(growth: number) {
  return {
    message: {
      zh: `这一行的字距拉得太开，每处加了 ${growth.toFixed(2)} 个字宽：下一个词太长，不能断开。`,
      en: `The gaps in this line are each ${growth.toFixed(2)} em wider than usual: the next word is long and cannot be broken.`,
    },
    help: {
      zh: "请调整这一句的说法，让长的词或网址换个位置。",
      en: "Reword the sentence so that the long word or address falls elsewhere.",
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
      zh: `段末一行只有“${text}”：一个字不单独成行。`,
      en: `The last line of the paragraph is only “${text}”: a single character should not stand on a line of its own.`,
    },
    help: {
      zh: "请增减一两个字，让末行至少有两个字。",
      en: "Add or remove a character or two so that the last line has at least two.",
    },
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
