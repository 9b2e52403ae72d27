/**
 * The lines of copy of an item: typed texts with their classes, and with lazy facts that several
 * text rules ask for.
 */
import { copyClassesOf } from "../han/copy-class.js";
import { findPairs, type Pairing, quotedUnits } from "../han/find-pairs.js";
import type { Item } from "../model/issue.js";
import { type PlacedText, typedTextsOf } from "../model/typed-texts.js";
import type { CopyLine } from "../rules/copy-line.js";

/** @param source the item's file; without it (a file that was not kept) there is nothing to judge */
export function copyLinesOf(item: Item, source: string): readonly CopyLine[] {
  return typedTextsOf(item, source).map(copyLine);
}

function copyLine(placed: PlacedText, index: number): CopyLine {
  let pairing: Pairing | undefined;
  let quoted: Uint8Array | undefined;
  const line: CopyLine = {
    ...placed,
    index,
    classes: copyClassesOf(placed.text),
    get pairing() {
      pairing ??= findPairs(placed.text);
      return pairing;
    },
    get quoted() {
      quoted ??= quotedUnits(line.pairing, placed.text.length);
      return quoted;
    },
  };
  return line;
}
