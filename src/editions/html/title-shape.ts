/**
 * The shape that a title takes on screens of every width, as browsers give it (text-wrap: balance): no more lines than
 * are needed, on the narrowest measure that holds so many. Here it is foreseen, in em, so that places to break are
 * offered only where they make no screen's lines worse.
 */

/** What stands between two places to break. */
export interface TitlePiece {
  /** its width in em of the title, without the space behind it, which is nothing at a line's end */
  readonly em: number;
  readonly spaceEm: number;
  readonly characters: number;
  /** what a break in front of it costs the sense (han/title-borders.ts) */
  readonly cost: number;
}

/** Measures from a telephone's, with a text enlarged by its reader, to a sheet's; in em of a title. */
const NARROWEST = 9;
const WIDEST = 28;
/** A line of so few characters beside one of so many looks like a mistake. */
const FEW = 4;
const MANY = 9;
const COST_OF_LINE = 40;
const COST_OF_IMBALANCE = 40;
const COST_OF_FEW = 1500;
const COST_OF_ONE = 3000;
const COST_OF_OVERFULL = 10_000;

/** @returns what the title's lines cost in their sense and their shape, all widths of screens taken together */
export function priceOfShapes(pieces: readonly TitlePiece[]): number {
  // Screens that need as many lines show the same ones.
  const byCount = new Map<number, readonly Line[]>();
  let price = 0;
  for (let measure = NARROWEST; measure <= WIDEST; measure += 1) {
    const filled = filledLines(pieces, measure);
    const lines = byCount.get(filled.length) ?? balancedLines(pieces, filled);
    byCount.set(filled.length, lines);
    price += priceOf(lines, measure);
  }
  return price;
}

interface Line {
  readonly em: number;
  readonly spaceEm: number;
  readonly characters: number;
  /** of the break in front of it; 0 for the first */
  readonly cost: number;
}

function priceOf(lines: readonly Line[], measure: number): number {
  let price = 0;
  let [widest, narrowest, most, fewest] = [0, measure, 0, Number.POSITIVE_INFINITY];
  for (const { em, characters, cost } of lines) {
    price += cost + COST_OF_LINE;
    if (em > measure) price += COST_OF_OVERFULL;
    widest = Math.max(widest, em);
    narrowest = Math.min(narrowest, em);
    most = Math.max(most, characters);
    fewest = Math.min(fewest, characters);
  }
  if (lines.length < 2) return price;
  if (fewest === 1) price += COST_OF_ONE;
  if (fewest <= FEW && most >= MANY) price += COST_OF_FEW;
  return price + (COST_OF_IMBALANCE * (widest - narrowest)) / widest;
}

/** @param filled the lines where each takes as much as it holds; returned are as many, as narrow as they can be */
function balancedLines(pieces: readonly TitlePiece[], filled: readonly Line[]): readonly Line[] {
  const total = pieces.reduce((sum, { em }) => sum + em, 0);
  const widest = Math.max(...filled.map(({ em }) => em));
  for (let width = Math.ceil((2 * total) / filled.length) / 2; width < widest; width += 0.5) {
    const lines = filledLines(pieces, width);
    if (lines.length === filled.length) return lines;
  }
  return filled;
}

function filledLines(pieces: readonly TitlePiece[], measure: number): readonly Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const piece of pieces) {
    const em: number = line === undefined ? 0 : line.em + line.spaceEm + piece.em;
    if (line !== undefined && em <= measure) {
      const characters: number = line.characters + piece.characters;
      line = { em, spaceEm: piece.spaceEm, characters, cost: line.cost };
      continue;
    }
    if (line !== undefined) lines.push(line);
    line = line === undefined ? { ...piece, cost: 0 } : piece;
  }
  return line === undefined ? lines : [...lines, line];
}
