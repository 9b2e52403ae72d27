/**
 * Lines that were typed one by one to be read so: verse, couplets, slogans. They are told by their shape: the same
 * number of Han between the same pauses. A program that wraps text makes lines of one length as well, but ends them
 * wherever the measure is full, and its last one where the sentence does.
 */
import { hanPattern } from "./han-pattern.js";

const LEAST_HAN = 3;
/** Han of a line; couplets of halls and lines of songs are the longest. */
const LONGEST_HAN = 24;
/** Han from which a line may as well be one that a program wrapped. */
const LEAST_WRAPPED_HAN = 15;

const PAUSE = "[，、；。！？]";
const LINE = hanPattern(
  String.raw`^[“‘「『]?(\p{Script=Han}+(?:${PAUSE}\p{Script=Han}+)*)(${PAUSE}?)[”’」』]?$`,
);

interface VerseLine {
  /** Han between its pauses: 7, or 5,5 */
  readonly shape: string;
  readonly han: number;
  /** the mark at its end; empty without one */
  readonly end: string;
}

/**
 * @param lines the lines of one block as typed
 * @returns for each line but the last whether it and the next one are lines of verse
 */
export function verseBreaks(lines: readonly string[]): readonly boolean[] {
  const breaks = lines.slice(1).map(() => false);
  const read = lines.map(readLine);
  for (let start = 0; start < read.length; ) {
    const shape = read[start]?.shape;
    let end = start + 1;
    while (shape !== undefined && read[end]?.shape === shape) end += 1;
    const run = read.slice(start, end).filter((line) => line !== undefined);
    if (isVerse(run, { isAll: end === lines.length && isOpening(lines, start) }))
      breaks.fill(true, start, end - 1);
    start = end;
  }
  return breaks;
}

function readLine(line: string): VerseLine | undefined {
  const match = LINE.exec(line);
  const words = match?.[1];
  if (words === undefined) return undefined;
  const lengths = words.split(new RegExp(PAUSE, "u")).map((part) => Array.from(part).length);
  const han = lengths.reduce((sum, length) => sum + length, 0);
  if (han < LEAST_HAN || han > LONGEST_HAN) return undefined;
  return { shape: lengths.join(), han, end: match?.[2] ?? "" };
}

/** At the start of its block, or behind what announces it. */
const isOpening = (lines: readonly string[], start: number): boolean =>
  start === 0 || (start === 1 && /[：:]\s*$/.test(lines[0] ?? ""));

/** @param isAll nothing else stands in the block */
function isVerse(run: readonly VerseLine[], { isAll }: { readonly isAll: boolean }): boolean {
  const [first] = run;
  if (first === undefined || run.length < 2) return false;
  const isOfParts = first.shape.includes(",");
  const isClosed = ({ end }: VerseLine) => /[。！？]/.test(end);
  // Sentences without a pause are paragraphs, slogans among them, and none the worse for it.
  if (!isOfParts && (run.every(isClosed) || (run.length === 2 && isClosed(first)))) return false;
  if (first.han < LEAST_WRAPPED_HAN) return true;
  return run.every(({ end }) => end !== "") || (isAll && run.every(({ end }) => end === ""));
}
