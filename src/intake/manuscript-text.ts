/**
 * The text that places in a manuscript point into: one line a paragraph, so that `line` of a finding is the
 * number of the paragraph and its column counts the characters of it.
 */
import type { Manuscript, ManuscriptBlock, ManuscriptParagraph, ManuscriptRun } from "./manuscript.js";

/** A new line inside of a paragraph; no line of its own */
export const LINE_BREAK = "\u2028";

export interface ManuscriptText {
  readonly text: string;
  /** UTF-16 offset at which each paragraph starts, by its number */
  readonly starts: ReadonlyMap<number, number>;
}

export function manuscriptText({ blocks }: Pick<Manuscript, "blocks">): ManuscriptText {
  const lines: string[] = [];
  const starts = new Map<number, number>();
  let offset = 0;
  for (const paragraph of paragraphsOf(blocks)) {
    // Paragraphs that are left out keep their numbers, as Word counts them.
    while (lines.length < paragraph.place - 1) {
      lines.push("");
      offset += 1;
    }
    const line = paragraphText(paragraph);
    starts.set(paragraph.place, offset);
    lines.push(line);
    offset += line.length + 1;
  }
  return { text: lines.join("\n"), starts };
}

/** Number, then the runs; pictures and calls of notes are no characters. */
export function paragraphText({ number, runs }: ManuscriptParagraph): string {
  return `${number?.text ?? ""}${runs.map(runText).join("")}`;
}

export function runText(run: ManuscriptRun): string {
  switch (run.kind) {
    case "text":
      return run.text.replace(/[\r\n]/g, " ");
    case "break":
      return LINE_BREAK;
    case "tab":
      return "\t";
    case "link":
      return run.runs.map(runText).join("");
    case "picture":
    case "note":
      return "";
    default:
      return run satisfies never;
  }
}

/** Every paragraph in reading order, those of tables cell by cell. */
export function* paragraphsOf(blocks: readonly ManuscriptBlock[]): Generator<ManuscriptParagraph> {
  for (const block of blocks) {
    if (block.kind === "paragraph") yield block;
    else for (const row of block.rows) for (const cell of row.cells) yield* paragraphsOf(cell.blocks);
  }
}
