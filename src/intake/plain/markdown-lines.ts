/**
 * Texts typed in Markdown, as .md files and as programs that write for people hand them out: headings, bullets, numbers,
 * tables and emphasis are read for what they mean. One paragraph a line, as of any text; which lines are parts of one
 * paragraph is decided later (decide/). The Markdown of items is read elsewhere (src/read/markdown).
 */
import type {
  ManuscriptBlock,
  ManuscriptParagraph,
  ManuscriptPicture,
  Notice,
  ParagraphNumber,
} from "../manuscript.js";
import { type NamedPictures, pictureBeside } from "../submission-source.js";
import { type InlineReading, markdownRuns } from "./markdown-runs.js";
import { paragraph, plainRun } from "./plain-paragraph.js";

const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$/;
const BULLET = /^([ \t]*)[-*+][ \t]+(?=\S)/;
const NUMBER = /^([ \t]*)(\d{1,3}[.)])[ \t]+(?=\S)/;
const QUOTE = /^ {0,3}(?:>[ \t]?)+/;
const ROW = /^[ \t]*\|.*\|[ \t]*$/;
const DELIMITER = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;
/** A line all bold, as a heading is typed by who knows no #. */
const BOLD_LINE = /^\*\*[^*\s](?:[^*]*[^*\s])?\*\*[：:]?$/;

/** @returns true where marks stand that are no words: # in front of a line, a line all in **, the rule of a table */
export function isMarkdown(text: string): boolean {
  const lines = text.split(/\r\n|[\n\r]/);
  return lines.some(
    (line, index) =>
      HEADING.test(line) ||
      BOLD_LINE.test(line.trim()) ||
      (DELIMITER.test(line) && ROW.test(lines[index - 1] ?? "")),
  );
}

export interface MarkdownLines {
  readonly blocks: readonly ManuscriptBlock[];
  readonly pictures: ReadonlyMap<string, ManuscriptPicture>;
  readonly notices: readonly Notice[];
}

export interface MarkdownSurroundings {
  /** number of the first line */
  readonly firstPlace?: number;
  readonly beside?: NamedPictures | undefined;
}

export function markdownBlocks(
  text: string,
  { firstPlace = 1, beside }: MarkdownSurroundings = {},
): MarkdownLines {
  const lines = text.replace(/\s+$/u, "").split(/\r\n|[\n\r]/);
  const blocks: ManuscriptBlock[] = [];
  const notices: Notice[] = [];
  let place = firstPlace;
  let list = 0;
  const pictures = new Map<string, ManuscriptPicture>();
  const shelf = (address: string, description: string): string | undefined => {
    const found = pictureBeside(beside, address);
    if (found === undefined) return undefined;
    const key = `picture${pictures.size + 1}`;
    pictures.set(key, { ...found, description: description || undefined, widthMm: undefined });
    return key;
  };
  const read = (words: string): InlineReading => {
    const reading = markdownRuns(words, place, shelf);
    notices.push(...reading.notices);
    return reading;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").replace(QUOTE, "").trimEnd();
    if (ROW.test(line) && DELIMITER.test(lines[at + 1] ?? "")) {
      const rows: string[] = [line];
      for (at += 2; ROW.test(lines[at] ?? ""); at += 1) rows.push(lines[at] ?? "");
      at -= 1;
      blocks.push({
        kind: "table",
        isBorderless: false,
        rows: rows.map((row, index) => ({
          isHeader: index === 0,
          cells: cellsOf(row).map((cell) => {
            const { runs } = read(cell);
            place += 1;
            return {
              blocks: [paragraph(place - 1, runs)],
              columnSpan: 1,
              rowMerge: "none" as const,
            };
          }),
        })),
      });
      continue;
    }
    const heading = HEADING.exec(line);
    const bullet = heading === null ? BULLET.exec(line) : null;
    const number = heading === null && bullet === null ? NUMBER.exec(line) : null;
    const mark = bullet ?? number;
    if (mark === null) list += 1;
    const words = heading?.[2] ?? line.slice(mark?.[0].length ?? 0);
    const { runs: own, isBold, captions } = read(words);
    // A picture alone on its line: what its title says is the caption.
    const isPicture = captions.length === 1 && own.every(({ kind }) => kind === "picture");
    const runs = isPicture ? [...own, ...captions.map(plainRun)] : own;
    blocks.push(
      paragraph(place, runs, {
        ...(isPicture && { style: "题注" }),
        isBold: isBold || heading !== null,
        outlineLevel: heading?.[1]?.length,
        number: mark === null ? undefined : numberOf(mark, list),
        firstLineIndent: mark === null && /^[\u3000\t]| {2}/.test(line) ? INDENT_PT : undefined,
      } satisfies Partial<ManuscriptParagraph>),
    );
    place += 1;
  }
  return { blocks, pictures, notices };
}

/** Two characters of the common size of body text */
const INDENT_PT = 21;
const SPACES_A_LEVEL = 2;

const numberOf = ([, indent = "", typed]: RegExpExecArray, list: number): ParagraphNumber => ({
  text: typed ?? "●",
  level: Math.min(8, Math.floor(indent.replaceAll("\t", "    ").length / SPACES_A_LEVEL)),
  list: `list${list}`,
  isBullet: typed === undefined,
});

const cellsOf = (row: string): readonly string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
