/**
 * How what a line lacks is shared among its gaps (clreq, 行内调整, by expansion): word spaces grow to half an
 * em, automatic spaces to a third; then all gaps between Han grow alike, and automatic spaces with them to half an em
 * at most. Before gaps between Han grow past what is comfortable, automatic spaces take all they may. Both the price of
 * a line (line-price.ts) and its places (justify-line.ts) come from here.
 */
import { AUTOSPACE_SHARED } from "./space-cells.js";

/**
 * No gap grows by more than this, in em. A line that lacks more is not filled at all: its gaps grow to what
 * is still comfortable, and it ends before the edge.
 */
export const MOST_GROWTH = 0.24;
const COMFORTABLE_GROWTH = 0.095;
const NOTHING = 1e-9;

/** Lengths in points. */
export interface Lack {
  readonly short: number;
  readonly em: number;
  /** gaps of each kind in the line */
  readonly han: number;
  readonly words: number;
  readonly autos: number;
  /** what word spaces and automatic spaces may grow by before the rest */
  readonly wordRoom: number;
  readonly autoRoom: number;
}

export interface Growth {
  /** share of its own room that each word space and each automatic space takes */
  readonly wordShare: number;
  readonly autoShare: number;
  /** what each automatic space grows by besides, in points */
  readonly shared: number;
  /** what each gap between Han grows by, in points; each word space besides, where none is between Han */
  readonly each: number;
  /** what is left, in points: the line ends so much before the edge */
  readonly missing: number;
}

export function growGaps({ short, em, han, words, autos, wordRoom, autoRoom }: Lack): Growth {
  const fromWords = Math.min(short, wordRoom);
  const fromAutos = Math.min(short - fromWords, autoRoom);
  const wordShare = wordRoom > 0 ? fromWords / wordRoom : 0;
  const autoShare = autoRoom > 0 ? fromAutos / autoRoom : 0;
  const rest = short - fromWords - fromAutos;
  // A line of Latin words alone widens its word spaces.
  const alike = han > 0 ? han : words;
  if (rest <= NOTHING || alike === 0)
    return { wordShare, autoShare, shared: 0, each: 0, missing: Math.max(0, rest) };
  const sharing = han > 0 ? autos : 0;
  const even = rest / (alike + sharing);
  const asked = sharing > 0 ? Math.max(even, (rest - COMFORTABLE_GROWTH * em * alike) / sharing) : 0;
  const shared = Math.min(asked, AUTOSPACE_SHARED * em);
  const wanted = (rest - shared * sharing) / alike;
  const each = han > 0 && wanted > MOST_GROWTH * em ? COMFORTABLE_GROWTH * em : wanted;
  return { wordShare, autoShare, shared, each, missing: (wanted - each) * alike };
}
