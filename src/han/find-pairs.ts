/**
 * Brackets, quotation marks and book-title marks of a line, matched as GB/T 15834-2011 pairs them
 * (4.8, 4.9, 4.15): one pass with a stack. What fits nothing is left over for the rules to judge.
 */

export interface Pair {
  readonly open: number;
  readonly close: number;
  /** the opening mark */
  readonly mark: string;
  /** index of the pair around it; undefined for an outermost one */
  readonly parent: number | undefined;
}

export interface Loose {
  readonly at: number;
  readonly mark: string;
}

export interface Pairing {
  /** in the order of their closing marks */
  readonly pairs: readonly Pair[];
  /** marks without a partner, in the order of the text */
  readonly loose: readonly Loose[];
}

const CLOSING_OF: Readonly<Record<string, string>> = {
  "（": "）",
  "《": "》",
  "〈": "〉",
  "“": "”",
  "‘": "’",
  "【": "】",
  "〔": "〕",
  "「": "」",
  "『": "』",
  "〖": "〗",
  "［": "］",
};
const OPENING_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CLOSING_OF).map(([open, close]) => [close, open]),
);
const ANY = /[（）《》〈〉“”‘’【】〔〕「」『』〖〗［］]/g;

interface Open {
  readonly at: number;
  readonly mark: string;
  /** indices of the pairs directly inside */
  readonly inside: number[];
}

/** @returns the mark that closes `mark` */
export const closingOf = (mark: string): string | undefined => CLOSING_OF[mark];

export function findPairs(text: string): Pairing {
  const pairs: { open: number; close: number; mark: string; parent: number | undefined }[] = [];
  const loose: Loose[] = [];
  const stack: Open[] = [];
  const waiting = new Map<string, number>();
  const count = (mark: string, change: number) => waiting.set(mark, (waiting.get(mark) ?? 0) + change);
  for (const { 0: mark, index: at } of text.matchAll(ANY)) {
    if (mark === "’" && isApostrophe(text, at, (waiting.get("‘") ?? 0) > 0)) continue;
    const wanted = OPENING_OF[mark];
    if (wanted === undefined) {
      stack.push({ at, mark, inside: [] });
      count(mark, 1);
      continue;
    }
    if ((waiting.get(wanted) ?? 0) === 0) {
      loose.push({ at, mark });
      continue;
    }
    // A closing mark closes over marks left open inside it; they are loose, what they hold is not.
    const inside: number[] = [];
    for (let open = stack.pop(); open !== undefined; open = stack.pop()) {
      count(open.mark, -1);
      for (const index of open.inside) inside.push(index);
      if (open.mark === wanted) {
        for (const index of inside) {
          const pair = pairs[index];
          if (pair !== undefined) pair.parent = pairs.length;
        }
        stack.at(-1)?.inside.push(pairs.length);
        pairs.push({ open: open.at, close: at, mark: wanted, parent: undefined });
        break;
      }
      loose.push({ at: open.at, mark: open.mark });
    }
  }
  for (const { at, mark } of stack) loose.push({ at, mark });
  return { pairs, loose: loose.sort((a, b) => a.at - b.at) };
}

/**
 * ’ between Latin letters is an apostrophe (don’t); behind one it closes a quotation that waits
 * (‘Simple’ tools), and is an apostrophe where none does (the editors’ note).
 */
const isApostrophe = (text: string, at: number, quotationWaits: boolean): boolean => {
  if (!/[A-Za-z]/.test(text.charAt(at - 1))) return false;
  return /[A-Za-z]/.test(text.charAt(at + 1)) || !quotationWaits;
};

const QUOTING = "“‘「『《〈";

/** @returns 1 for each unit inside quotation or book-title marks (the marks too), else 0 */
export function quotedUnits({ pairs }: Pairing, length: number): Uint8Array {
  const quoted = new Uint8Array(length);
  let floor = length;
  for (let index = pairs.length - 1; index >= 0; index -= 1) {
    const pair = pairs[index];
    // Pairs lie inside each other or apart: what begins behind the floor is filled already.
    if (pair === undefined || pair.open >= floor || !QUOTING.includes(pair.mark)) continue;
    quoted.fill(1, pair.open, pair.close + 1);
    floor = pair.open;
  }
  return quoted;
}
