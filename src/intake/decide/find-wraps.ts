/**
 * Lines of a submission that a program broke at a fixed width (mail, a copied PDF), told by what they have in common:
 * they fill one measure (find-measure.ts), they end amid a sentence, and the sentence ends further below. Where only one
 * line is broken, more must speak for it.
 */
import { isCutAmidWord } from "../../han/cut-amid-word.js";
import { beginsHead, endsInFinalMark } from "../../han/line-ends.js";
import { isFull, isRunning, LEAST_COLUMNS, looser, type Measure, measureOf } from "./find-measure.js";
import {
  beginsEntry,
  beginsParagraph,
  columnsOf,
  firstWord,
  type Group,
  isHeading,
  isOpen,
  standsAlone,
  type TypedLine,
  typed,
  widestOf,
} from "./typed-line.js";

export type Wrap =
  /** the sentence goes on in the next line */
  | "wrap"
  /** full, but a sentence ends here, or a number begins below: nobody can tell */
  | "unsure"
  | "none";

/**
 * @param groups lines with nothing between them
 * @param isTyped a text or a mail, where one line may be broken alone; in Word a line is a paragraph
 * @returns for each line of each group but its last why it ends
 */
export function findWraps(groups: readonly Group[], isTyped: boolean): readonly (readonly Wrap[])[] {
  const whole = measureOf(groups);
  const isParted = isTyped && partsParagraphs(groups, whole);
  const widest = widestOf(groups.flat().map((line) => columnsOf(typed(line))));
  return groups.map((group) => {
    const measure = whole ?? (groups.length > 1 ? measureOf([group]) : undefined);
    if (measure !== undefined) return endsOf(group, measure, isParted && whole !== undefined);
    return isTyped ? loneEnds(group, { isParted, widest }) : group.slice(1).map(() => "none");
  });
}

/** @param isParted paragraphs stand apart to be seen, so that a sentence may end at the measure amid one */
function endsOf(group: Group, measure: Measure, isParted: boolean): readonly Wrap[] {
  const ends = group.slice(0, -1).map((line, index): Wrap => {
    const next = group[index + 1];
    if (next === undefined) return "none";
    const own = beginsParagraph(group[index - 1]) ? looser(measure) : measure;
    const isAmid = isOpen(line, next) && !isHeading(line.words);
    if (!isFull(line, next, own))
      return isAmid && goesOnShort(line, next, { measure, isParted }) ? "wrap" : "none";
    if (isOpen(line, next)) return isAmid ? "wrap" : "none";
    if (!isFull(line, next, measure) || standsAlone(next.words) || next.isIndented || next.isSetApart)
      return "none";
    if (CLOSES.test(next.words)) return "wrap";
    return isParted && endsInFinalMark(line.words) && !beginsHead(next.words) ? "wrap" : "unsure";
  });
  return withEnds(group, ends);
}

/** Of the measure, where words are kept together that nobody sees to belong together */
const NEARLY = 0.75;

/** Short of the measure by more than a word: other evidence must say that the sentence goes on. */
function goesOnShort(
  line: TypedLine,
  next: TypedLine,
  { measure, isParted }: { readonly measure: Measure; readonly isParted: boolean },
): boolean {
  if (measure.widthOf(typed(line)) < measure.width * NEARLY) return false;
  return isCutAmidWord(line.words, next.words) || (isParted && /[，。；]/u.test(line.words));
}

/** What begins no line, but where a program breaks it. */
const CLOSES = /^[，。、；：！？）》”’】…]/u;

/** A sentence that never ends is a list of lines: nothing of it is joined. */
function withEnds(group: Group, ends: readonly Wrap[]): readonly Wrap[] {
  const judged = [...ends];
  for (let at = 0; at < ends.length; at += 1) {
    if (judged[at] !== "wrap") continue;
    let last = at;
    while (last < ends.length && judged[last] === "wrap") last += 1;
    const words = group[last]?.words ?? "";
    const run = group.slice(at, last + 1);
    const isEnded = ENDED.test(words);
    if (!isEnded && !run.some((line, index) => isCutAmidWord(line.words, run[index + 1]?.words ?? "")))
      judged.fill("none", at, last);
    at = last;
  }
  return judged;
}

const ENDED = /(?:[。！？!?…：:；;]|\p{Script=Han}\.)["”’」』）)》〉】〕]*$|[）)】]。?$/u;

/** Paragraphs that must be seen to be parted */
const LEAST_PARTED = 3;

/** An empty line, or an indent, stands between all paragraphs: then what has neither goes on. */
function partsParagraphs(groups: readonly Group[], measure: Measure | undefined): boolean {
  const sentences = groups.filter((group) => group.some(({ words }) => /[，。；]/u.test(words)));
  const indented = groups.flat().filter(({ isIndented }) => isIndented).length;
  const least = measure === undefined ? LEAST_PARTED - 1 : LEAST_PARTED;
  if (sentences.length < least && indented < least) return false;
  return groups.every((group) =>
    group.slice(0, -1).every((line, index) => {
      const next = group[index + 1];
      const ends = endsInFinalMark(line.words) && next !== undefined && /[，。；]/u.test(next.words);
      return !ends || next.isIndented || (measure !== undefined && isFull(line, next, measure));
    }),
  );
}

interface Lone {
  readonly isParted: boolean;
  /** columns of the widest line of the text */
  readonly widest: number;
}

/** A single line that is broken: the widest of its text, with a sentence that ends in the next line. */
function loneEnds(group: Group, { isParted, widest }: Lone): readonly Wrap[] {
  const entries = group.filter(({ words }) => beginsEntry(words)).length;
  const ends = group.slice(0, -1).map((line, index): Wrap => {
    const next = group[index + 1];
    if (next === undefined) return "none";
    if (CLOSES.test(next.words) && !next.isIndented && !next.isSetApart) return "wrap";
    if (!isOpen(line, next) || isHeading(line.words)) return "none";
    const columns = columnsOf(typed(line));
    const isWidest = columns + columnsOf(firstWord(next.words)) + 2 > widest;
    if (columns < LEAST_COLUMNS || !isWidest || entries > 1) return "none";
    if (isCutAmidWord(line.words, next.words)) return "wrap";
    const isRun = isRunning(line.words) && /[，。；！？]/u.test(line.words);
    return isParted && isRun && !/[，、,]$/u.test(line.words) ? "wrap" : "none";
  });
  return withEnds(group, ends);
}
