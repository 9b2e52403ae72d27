/**
 * The marks of a finished PDF's page from the operators that pdf.js reads there: it believes the file
 * alone, not the layout that it was painted from. A character is boxed by the em box of its size (0.88 em
 * over the base line, as the ideographic em box of Chinese faces stands), one em wide or what the narrowest
 * letters take: the file's advances also carry the gaps behind characters. A full-width mark has its ink in
 * one half.
 */
import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { around, type Box, type SeenMark } from "./seen-mark.js";

const ASCENT_EM = 0.88;
const DESCENT_EM = 0.12;
/** Height over the base line at which text is struck through, in em. */
const STRIKE_EM = 0.3;
/** Furniture lower than this share of the paper is the page number. */
const NUMBER_FROM = 0.9;
const INK_LEFT = /^[，。、；：！？）》〉】〕”’]$/u;
const WIDE = /^[\p{Script=Han}\u2014\u2026\u2460-\u27bf\u3000-\u303f\uff00-\uffef]$/u;
/** Ink of letters and digits is at least so wide, but for i, l and stops. */
const NARROW_EM = 0.3;
const INK_RIGHT = /^[（《〈【〔“‘]$/u;

type Matrix = readonly [number, number, number, number, number, number];

interface Painter {
  readonly paper: number;
  readonly marks: SeenMark[];
  readonly saved: Matrix[];
  matrix: Matrix;
  /** of the text, in the page's coordinates */
  pen: { x: number; y: number };
  size: number;
  readonly contents: string[];
}

/** A glyph as pdf.js hands it to a canvas: its characters and its width in thousandths of an em. */
interface PaintedGlyph {
  readonly unicode: string;
  readonly width: number;
}

export async function paintedMarks(page: PDFPageProxy): Promise<readonly SeenMark[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const painter: Painter = {
    paper: page.view[3] ?? 0,
    marks: [],
    saved: [],
    matrix: [1, 0, 0, 1, 0, 0],
    pen: { x: 0, y: 0 },
    size: 0,
    contents: [],
  };
  fnArray.forEach((operator, index) => {
    paint(painter, operator, argsArray[index] ?? []);
  });
  return painter.marks;
}

function paint(painter: Painter, operator: number, operands: readonly unknown[]): void {
  const numbers = operands as readonly number[];
  switch (operator) {
    case OPS.save:
      painter.saved.push(painter.matrix);
      return;
    case OPS.restore:
      painter.matrix = painter.saved.pop() ?? painter.matrix;
      return;
    case OPS.transform:
      painter.matrix = multiplied(numbers, painter.matrix);
      return;
    case OPS.beginMarkedContent:
    case OPS.beginMarkedContentProps:
      painter.contents.push(String(operands[0]));
      return;
    case OPS.endMarkedContent:
      painter.contents.pop();
      return;
    case OPS.setFont:
      painter.size = Number(operands[1]);
      return;
    case OPS.setTextMatrix: {
      const [, , , , x = 0, y = 0] = numbers;
      painter.pen = { x, y };
      return;
    }
    case OPS.showText:
      addText(painter, operands[0] as readonly (PaintedGlyph | number | null)[]);
      return;
    case OPS.paintImageXObject:
      addShape(painter, "picture", { x: 0, y: 0, width: 1, height: 1 });
      return;
    case OPS.constructPath: {
      // Paths of curves are dots under the text.
      const [steps, [x = 0, y = 0, width = 0, height = 0]] = operands as [
        readonly number[],
        readonly number[],
      ];
      if (steps.length === 1 && steps[0] === OPS.rectangle)
        addShape(painter, "rule", { x, y, width, height });
      return;
    }
    default:
  }
}

function addText(painter: Painter, shown: readonly (PaintedGlyph | number | null)[]): void {
  const { size, contents, paper } = painter;
  const [, y] = placed(painter, painter.pen.x, painter.pen.y);
  let { x } = painter.pen;
  const characters: PaintedCharacter[] = [];
  for (const glyph of shown) {
    if (typeof glyph === "number") x -= (glyph / 1000) * size;
    if (glyph === null || typeof glyph === "number") continue;
    const width = (glyph.width / 1000) * size;
    characters.push({ text: glyph.unicode, x, y, width });
    x += width;
  }
  painter.pen = { ...painter.pen, x };
  const mark = textMark(characters, { size, paper, isFurniture: contents.includes("Artifact") });
  if (mark !== undefined) painter.marks.push(mark);
}

/** A character as a reader finds it: its place on the base line, y from the top, and its advance. */
export interface PaintedCharacter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Setting {
  readonly size: number;
  /** height of the paper */
  readonly paper: number;
  readonly isFurniture: boolean;
}

/** @returns undefined where there is nothing to see */
export function textMark(
  characters: readonly PaintedCharacter[],
  { size, paper, isFurniture }: Setting,
): SeenMark | undefined {
  const parts = characters.flatMap(({ text, x, y, width }): Box[] => {
    const left = INK_RIGHT.test(text) ? x + size / 2 : x;
    const right = x + Math.min(width, naturalWidth(text) * size);
    const isSeen = text.trim() !== "" && right > left;
    return isSeen ? [{ left, right, top: y - ASCENT_EM * size, bottom: y + DESCENT_EM * size }] : [];
  });
  if (parts.length === 0) return undefined;
  const baseline = characters[0]?.y ?? 0;
  return {
    kind: "line",
    box: around(parts),
    parts,
    what: `“${characters
      .map(({ text }) => text)
      .join("")
      .slice(0, 24)}”`,
    isPageNumber: isFurniture && baseline > paper * NUMBER_FROM,
    strikePlace: baseline - STRIKE_EM * size,
  };
}

function naturalWidth(characters: string): number {
  if (INK_LEFT.test(characters)) return 0.5;
  return [...characters].reduce((sum, one) => sum + (WIDE.test(one) ? 1 : NARROW_EM), 0);
}

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function addShape(painter: Painter, kind: "rule" | "picture", { x, y, width, height }: Shape): void {
  const [x1, y1] = placed(painter, x, y);
  const [x2, y2] = placed(painter, x + width, y + height);
  const box = {
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    top: Math.min(y1, y2),
    bottom: Math.max(y1, y2),
  };
  const strikes = kind === "rule" ? { strikes: (box.top + box.bottom) / 2 } : {};
  const what = `${kind} at ${box.top.toFixed(1)}`;
  painter.marks.push({ kind, box, parts: [], what, isPageNumber: false, ...strikes });
}

/** @returns a place on the paper, y from its top */
function placed(
  { matrix: [a, b, c, d, e, f], paper }: Painter,
  x: number,
  y: number,
): readonly [number, number] {
  return [a * x + c * y + e, paper - (b * x + d * y + f)];
}

function multiplied(by: readonly number[], [a, b, c, d, e, f]: Matrix): Matrix {
  const [a2 = 1, b2 = 0, c2 = 0, d2 = 1, e2 = 0, f2 = 0] = by;
  return [
    a * a2 + c * b2,
    b * a2 + d * b2,
    a * c2 + c * d2,
    b * c2 + d * d2,
    a * e2 + c * f2 + e,
    b * e2 + d * f2 + f,
  ];
}
