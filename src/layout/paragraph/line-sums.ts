/**
 * Sums over the cells of a paragraph, so that the width of any line, what it can give up and what its gaps can take
 * are two subtractions each; and by cell, what a line that ends with it needs to know.
 */
import { isForbiddenAtLineStart } from "../../han/character-class.js";
import type { Cell } from "./cell.js";
import { FORBIDDEN } from "./segment-paragraph.js";
import {
  type Gaps,
  STRETCH_AUTOSPACE,
  STRETCH_HAN,
  STRETCH_NONE,
  STRETCH_WORD_SPACE,
} from "./space-cells.js";

export interface Sums {
  readonly position: Float64Array;
  readonly shrink: Float64Array;
  /** gaps of each kind, and what the spaces may grow by before the rest (grow-gaps.ts) */
  readonly han: Float64Array;
  readonly words: Float64Array;
  readonly autos: Float64Array;
  readonly wordRoom: Float64Array;
  readonly autoRoom: Float64Array;
  readonly content: Float64Array;
  /** by cell, its width at a line's end: a mark takes half an em there (GB/T 15834-2011, 5.1.10) */
  readonly endWidth: Float64Array;
  /** by cell, what its line can gain by hanging it */
  readonly endRoom: Float64Array;
  /** by cell, the last cell before the marks that end with it: those are admitted, it is not */
  readonly core: Int32Array;
  /** by cell, the first of those that no line's end parts from it */
  readonly whole: Int32Array;
  /** by cell, itself or the last cell before the spaces that end with it */
  readonly visible: Int32Array;
}

interface SumsInput {
  readonly cells: readonly Cell[];
  readonly gaps: Gaps;
  readonly penalties: Float64Array;
  readonly hang: boolean;
}

/** Cells that fit without a longer row: more than most paragraphs have. */
const USUAL_CELLS = 1024;

/** The first place of a row of sums is 0 for good; whatever else is read was written for the same paragraph. */
let rows: Sums = rowsFor(USUAL_CELLS);

function rowsFor(count: number): Sums {
  const sums = () => new Float64Array(count + 1);
  const cells = () => new Int32Array(count);
  return {
    position: sums(),
    shrink: sums(),
    han: sums(),
    words: sums(),
    autos: sums(),
    wordRoom: sums(),
    autoRoom: sums(),
    content: sums(),
    endWidth: sums(),
    endRoom: sums(),
    core: cells(),
    whole: cells(),
    visible: cells(),
  };
}

/**
 * @returns rows that hold until the next paragraph's are asked for, and may be longer than it: thirteen new ones for each
 * would be a tenth of what composing costs
 */
export function sumsOf({ cells, gaps, penalties, hang }: SumsInput): Sums {
  const count = cells.length;
  if (count > rows.core.length) rows = rowsFor(count);
  const sums = rows;
  for (let index = 0; index < count; index += 1) {
    const cell = cells[index];
    if (cell === undefined) continue;
    const { cluster, span } = cell;
    const name = cluster.class;
    const stretchClass = gaps.stretchClass[index] ?? STRETCH_NONE;
    const em = span.type.sizePt;
    const room = gaps.stretch[index] ?? 0;
    const isWord = stretchClass === STRETCH_WORD_SPACE;
    const isAuto = stretchClass === STRETCH_AUTOSPACE;
    sums.position[index + 1] = (sums.position[index] ?? 0) + cluster.width + (gaps.space[index] ?? 0);
    sums.shrink[index + 1] = (sums.shrink[index] ?? 0) + (gaps.shrink[index] ?? 0);
    sums.han[index + 1] = (sums.han[index] ?? 0) + (stretchClass === STRETCH_HAN ? 1 : 0);
    sums.words[index + 1] = (sums.words[index] ?? 0) + (isWord ? 1 : 0);
    sums.autos[index + 1] = (sums.autos[index] ?? 0) + (isAuto ? 1 : 0);
    sums.wordRoom[index + 1] = (sums.wordRoom[index] ?? 0) + (isWord ? room : 0);
    sums.autoRoom[index + 1] = (sums.autoRoom[index] ?? 0) + (isAuto ? room : 0);
    const isLetter = name === "han" || name === "latin" || name === "digit";
    const isContent = isLetter && span.note === undefined;
    sums.content[index + 1] = (sums.content[index] ?? 0) + (isContent ? cluster.width / em : 0);
    sums.endWidth[index] = cluster.width - cluster.trimRight;
    sums.endRoom[index] = hang && isHangable(cells, index) ? cluster.width - cluster.trimRight : 0;
    sums.core[index] = isForbiddenAtLineStart(name) && index > 0 ? (sums.core[index - 1] ?? index) : index;
    const isHeld = index > 0 && penalties[index - 1] === FORBIDDEN;
    sums.whole[index] = isHeld ? (sums.whole[index - 1] ?? index) : index;
    sums.visible[index] = name === "space" && index > 0 ? (sums.visible[index - 1] ?? index) : index;
  }
  return sums;
}

/** One of ， 、 。 ； ： ！ ？, and no other mark before it (clreq, 标点悬挂). */
export function isHangable(cells: readonly Cell[], index: number): boolean {
  const name = cells[index]?.cluster.class;
  const before = cells[index - 1]?.cluster.class;
  const isPoint = name === "pause" || name === "stop" || name === "colon";
  return isPoint && before !== undefined && !isForbiddenAtLineStart(before);
}
