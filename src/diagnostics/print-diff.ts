/**
 * What fixes would change, as a unified diff that `patch` and `git apply` read. Names stand as they
 * are, Han and blanks too; only what would break the line is quoted as git does it where
 * core.quotePath is off (git-config).
 */
import { createTwoFilesPatch } from "diff";

interface Change {
  readonly before: string;
  readonly after: string;
}

/** Lines around a change that are printed with it */
const CONTEXT = 3;
/** Lines that differ up to which the shortest diff is looked for: the work grows with their square. */
const MOST_EDITS = 1500;

export function printDiff(path: string, change: Change): string {
  const patch = createTwoFilesPatch("a", "b", change.before, change.after, "", "", {
    context: CONTEXT,
    stripTrailingCr: false,
    maxEditLength: MOST_EDITS,
  });
  const hunks = patch === undefined ? oneHunk(change) : patch.slice(patch.indexOf("\n@@") + 1);
  return `--- ${headed(`a/${path}`)}\n+++ ${headed(`b/${path}`)}\n${hunks}`;
}

/** @returns all from the first line that differs to the last, taken away and put in anew */
function oneHunk({ before, after }: Change): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const from = Math.max(0, head - CONTEXT);
  const behind = Math.min(tail, CONTEXT);
  const rangeOf = (lines: readonly string[]) => `${from + 1},${lines.length - tail + behind - from}`;
  return [
    `@@ -${rangeOf(old)} +${rangeOf(now)} @@\n`,
    ...old.slice(from, head).map((line) => hunkLine(" ", line)),
    ...old.slice(head, old.length - tail).map((line) => hunkLine("-", line)),
    ...now.slice(head, now.length - tail).map((line) => hunkLine("+", line)),
    ...old.slice(old.length - tail, old.length - tail + behind).map((line) => hunkLine(" ", line)),
  ].join("");
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const hunkLine = (sign: string, line: string): string =>
  line.endsWith("\n") ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;

/** A name with a blank is ended by a tab, or it would end at the blank. */
function headed(name: string): string {
  if (UNPRINTABLE.test(name)) return `"${name.replaceAll(UNPRINTABLES, escaped)}"`;
  return name.includes(" ") ? `${name}\t` : name;
}

const UNPRINTABLE = /[\u0000-\u001f\u007f"\\]/;
const UNPRINTABLES = new RegExp(UNPRINTABLE, "g");

/** As C writes it in a string. */
function escaped(character: string): string {
  const known = NAMED.get(character);
  return known ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);
