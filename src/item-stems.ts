/** What the files of items that go out alone are called: 标题（单位）, on every system and without two of one name. */
import { attributionText, titleOnOneLine } from "./model/furniture.js";
import type { Issue, Item } from "./model/issue.js";
import { markedTitle } from "./model/issue-marks.js";
import { sameNameKey, withoutUnseen } from "./read/file-names.js";
import { safeName } from "./read/safe-name.js";

/** Of a file's name with its ending, in UTF-8: 255 is the most that systems take, and programs put words in front. */
const MOST_BYTES = 120;
/** The longest ending, `-fragment` or `.docx`, and a number where two would be called the same */
const ROOM_BEHIND = 16;
/** Fewer words would not tell one item from another. */
const LEAST_TITLE_BYTES = 24;

/** @returns a stem for each item of the issue, in its order; those of a draft bear its mark */
export function itemStems(issue: Issue): ReadonlyMap<Item, string> {
  const stems = new Map<Item, string>();
  const taken = new Set<string>();
  for (const item of issue.sections.flatMap(({ items }) => items)) {
    const behind = markedTitle(
      item.attribution === undefined ? "" : attributionText(item.attribution.value),
      issue.marks.draft?.value,
    );
    stems.set(item, unused(stemOf(titleOnOneLine(item), behind), taken));
  }
  return stems;
}

/** Where both are too long the title is cut: the unit tells whose it is. */
function stemOf(title: string, behind: string): string {
  const most = MOST_BYTES - ROOM_BEHIND;
  const tail = safeStem(behind, most - LEAST_TITLE_BYTES);
  return `${safeStem(title, most - new TextEncoder().encode(tail).length) || "_"}${tail}`;
}

const safeStem = (words: string, mostBytes: number): string =>
  safeName(withoutUnseen(words), { mostBytes, otherwise: "", hasEnding: false }).trim();

function unused(stem: string, taken: Set<string>): string {
  let name = stem;
  for (let count = 2; taken.has(sameNameKey(name)); count += 1) name = `${stem}-${count}`;
  taken.add(sameNameKey(name));
  return name;
}
