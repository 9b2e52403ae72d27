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

/**
 * @param enough no more than this need be told of a dearer title
 * @returns what the title's lines cost in their sense and their shape, all widths of screens taken together
 */
export function priceOfShapes(pieces: readonly TitlePiece[], enough = Number.POSITIVE_INFINITY): number {
  let price = 0;
  let filled = fill(pieces, NARROWEST);
  let shape = balanced(pieces, filled);
  for (let measure = NARROWEST; measure <= WIDEST && price <= enough; measure += 1) {
    if (measure >= filled.until) {
      filled = fill(pieces, measure);
      // Screens that need as many lines show the same ones.
      if (filled.count !== shape.lines.length) shape = balanced(pieces, filled);
    }
    price += shape.widest <= measure ? shape.price : priceOf(shape.lines, measure);
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

/** The lines of all screens that need so many. */
interface Shape {
  readonly lines: readonly Line[];
  readonly widest: number;
  /** on a screen that holds the widest */
  readonly price: number;
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
function balanced(pieces: readonly TitlePiece[], { count, widest, measure }: Filled): Shape {
  const total = pieces.reduce((sum, { em }) => sum + em, 0);
  for (let width = Math.ceil((2 * total) / count) / 2; width < widest; width += 0.5) {
    if (fill(pieces, width).count === count) return shapeOf(filledLines(pieces, width));
  }
  return shapeOf(filledLines(pieces, measure));
}

function shapeOf(lines: readonly Line[]): Shape {
  const widest = lines.reduce((most, { em }) => Math.max(most, em), 0);
  return { lines, widest, price: priceOf(lines, widest) };
}

/** How lines of a measure fill, each taking as much as it holds. */
interface Filled {
  readonly measure: number;
  readonly count: number;
  /** of the lines, in em */
  readonly widest: number;
  /** the next measure that holds other lines */
  readonly until: number;
}

/** The lines themselves, of which most are only counted: filledLines. */
function fill(pieces: readonly TitlePiece[], measure: number): Filled {
  let [count, widest, until] = [0, 0, Number.POSITIVE_INFINITY];
  let [lineEm, spaceEm] = [0, 0];
  for (const piece of pieces) {
    const em: number = lineEm + spaceEm + piece.em;
    if (count > 0 && em <= measure) lineEm = em;
    else {
      if (count > 0) until = Math.min(until, em);
      count += 1;
      lineEm = piece.em;
    }
    spaceEm = piece.spaceEm;
    widest = Math.max(widest, lineEm);
  }
  return { measure, count, widest, until };
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
