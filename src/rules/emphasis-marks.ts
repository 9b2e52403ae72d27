/**
 * Runs of `*`, `_` and `~` beside an edit. What such a run does depends on the characters around it
 * (CommonMark 0.31, left- and right-flanking, as amended for Chinese: markdown-cjk-friendly): an edit
 * that changes its neighbour may take bold apart, or print the marks.
 */

/** Characters of the source from `start` to `end` that give way to `text`. */
export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Run {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
}

/** The paragraph that an edit is about. */
export interface MarkedText {
  /** the file */
  readonly source: string;
  /** where the paragraph begins and ends in it */
  readonly from: number;
  readonly to: number;
  /** its text without markup: what stands there as `*` is a mark that means nothing, or might */
  readonly text: string;
}

/** @returns whether a mark beside the edit would do something else than now, or nothing any more */
export function loosensEmphasis(marked: MarkedText, edit: SourceEdit): boolean {
  const { source } = marked;
  const [left, right] = runsBeside(source, edit);
  if (edit.text === "" && left !== undefined && left.mark === right?.mark) return true;
  const behind = edit.text + source.slice(edit.end, edit.end + 2);
  const before = source.slice(Math.max(0, edit.start - 2), edit.start) + edit.text;
  return (
    (left !== undefined && changesRole(marked, { run: left, next: behind })) ||
    (right !== undefined && changesRole(marked, { run: right, previous: before }))
  );
}

/**
 * A blank between two stretches of bold goes with the marks around it, and they become one:
 * `**甲。** **乙。**` to `**甲。乙。**`.
 * @returns the edit that reaches over both marks; undefined where the blank does not part two such stretches
 */
export function joinEmphasis(marked: MarkedText, edit: SourceEdit): SourceEdit | undefined {
  const { source, text } = marked;
  const [left, right] = runsBeside(source, edit);
  if (edit.text !== "" || left === undefined || right === undefined || left.mark !== right.mark)
    return undefined;
  const [closing, opening] = [flanking(source, left), flanking(source, right)];
  const isPair = !closing.opens && closing.closes && opening.opens && !opening.closes;
  return isPair && !text.includes(left.mark) && runsOf(marked, left.mark) !== undefined
    ? { start: left.start, end: right.end, text: "" }
    : undefined;
}

function runsBeside(source: string, { start, end }: SourceEdit): readonly [Run | undefined, Run | undefined] {
  return [runEndingAt(source, start), runStartingAt(source, end)];
}

function runEndingAt(source: string, end: number): Run | undefined {
  const mark = source.charAt(end - 1);
  if (!/[*_~]/.test(mark)) return undefined;
  let start = end - 1;
  while (source.charAt(start - 1) === mark) start -= 1;
  return { mark, start, end };
}

function runStartingAt(source: string, start: number): Run | undefined {
  const mark = source.charAt(start);
  if (!/[*_~]/.test(mark)) return undefined;
  let end = start + 1;
  while (source.charAt(end) === mark) end += 1;
  return { mark, start, end };
}

interface Beside {
  readonly run: Run;
  /** what will stand there, where it is not what stands there now */
  readonly previous?: string;
  readonly next?: string;
}

/**
 * A run may not lose what it can do. One that can do more may pair with a mark that has been left over, or
 * close what was opened before it and is still open.
 */
function changesRole(marked: MarkedText, { run, previous, next }: Beside): boolean {
  const { source, text } = marked;
  const now = flanking(source, run);
  const then = flanking(source, run, { previous, next });
  if ((now.opens && !then.opens) || (now.closes && !then.closes)) return true;
  if (now.opens === then.opens && now.closes === then.closes) return false;
  if (text.includes(run.mark)) return true;
  const runs = runsOf(marked, run.mark);
  return runs === undefined || (then.closes && !now.closes && isOpenBefore(run, { runs, source }));
}

/** In longer paragraphs nothing is counted: what is not known is not risked. */
const LONGEST_COUNT = 4000;

/** As the parser does: a run that can close closes what is open, one that can open opens. */
function isOpenBefore(
  { start }: Run,
  { runs, source }: { readonly runs: readonly Run[]; readonly source: string },
): boolean {
  let open = 0;
  for (const run of runs) {
    if (run.start >= start) break;
    const { opens, closes } = flanking(source, run);
    if (closes && open > 0) open -= 1;
    else if (opens) open += 1;
  }
  return open > 0;
}

/** @returns the runs of a mark; undefined where they differ in length, and pair by more laws than these */
function runsOf({ source, from, to }: MarkedText, mark: string): readonly Run[] | undefined {
  if (to - from > LONGEST_COUNT) return undefined;
  const runs = [...source.slice(from, to).matchAll(RUNS[mark] ?? /$^/g)].map(({ index, 0: { length } }) => {
    const start = from + index;
    return { mark, start, end: start + length };
  });
  return new Set(runs.map(({ start, end }) => end - start)).size > 1 ? undefined : runs;
}

const RUNS: Readonly<Record<string, RegExp>> = { "*": /\*+/g, _: /_+/g, "~": /~+/g };

interface Neighbours {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

function flanking(
  source: string,
  { mark, start, end }: Run,
  neighbours: Neighbours = {},
): { readonly opens: boolean; readonly closes: boolean } {
  const previous = lastOf(neighbours.previous ?? source.slice(Math.max(0, start - 2), start));
  const next = firstOf(neighbours.next ?? source.slice(end, end + 2));
  const isOpen = (one: string) => isBlank(one) || isForeignMark(one);
  const opens = !isOpen(next) || (isForeignMark(next) && (isOpen(previous) || CJK.test(previous)));
  const closes = !isOpen(previous) || (isForeignMark(previous) && (isOpen(next) || CJK.test(next)));
  if (mark !== "_") return { opens, closes };
  // Within a word of letters a low line is one.
  return {
    opens: opens && (isBlank(previous) || MARK.test(previous) || !closes),
    closes: closes && (isBlank(next) || MARK.test(next) || !opens),
  };
}

const lastOf = (text: string): string => [...text].at(-1) ?? "";
const firstOf = (text: string): string => [...text][0] ?? "";

/** The edge of the text counts as white space. */
const isBlank = (character: string): boolean => character === "" || /^\s$/u.test(character);
const MARK = /^[\p{P}\p{S}]$/u;
const isForeignMark = (character: string): boolean => MARK.test(character) && !CJK.test(character);

/** Wide and full-width characters (Unicode Standard Annex 11), emoji aside. */
const CJK =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uffdc\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])$/u;
