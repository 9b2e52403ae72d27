/**
 * The lines of copy of an item: typed texts with their classes, and with lazy facts that several
 * text rules ask for.
 */
import { copyClassesOf, isChineseProse } from "../han/copy-class.js";
import { findPairs, type Pairing, quotedUnits } from "../han/find-pairs.js";
import { findRanges, type Range } from "../han/find-ranges.js";
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
  let ranges: readonly Range[] | undefined;
  const classes = copyClassesOf(placed.text);
  const line: CopyLine = {
    ...placed,
    index,
    classes,
    isChinese: isChineseProse(classes),
    get pairing() {
      pairing ??= findPairs(placed.text);
      return pairing;
    },
    get quoted() {
      quoted ??= quotedUnits(line.pairing, placed.text.length);
      return quoted;
    },
    get ranges() {
      ranges ??= findRanges(placed.text);
      return ranges;
    },
  };
  return line;
}
