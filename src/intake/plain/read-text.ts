/**
 * A text, as Notepad saves it or as it is pasted: one paragraph a line, empty ones kept, so that the number of
 * a paragraph is that of the line up to the first table. Indents stay in the text and are measured besides;
 * which lines are parts of one paragraph is decided later (decide/). A mail copied into Notepad brings the one that it
 * answers or forwards.
 */

import { isQuoting, ownText } from "../mail/quoted-mail.js";
import type { Manuscript, ManuscriptBlock, Notice } from "../manuscript.js";
import type { NamedPictures, SubmissionSource } from "../submission-source.js";
import { isMarkdown, type MarkdownLines, markdownBlocks } from "./markdown-lines.js";
import { typedTables } from "./plain-notices.js";
import { paragraph, runsOfLine } from "./plain-paragraph.js";
import { tableLines } from "./table-lines.js";

/** An em of the common size of body text, 五号 in Word; only more or less than another indent counts. */
const EM_PT = 10.5;

export function readPlainText(
  text: string,
  { path, name, beside }: SubmissionSource,
  notices: readonly Notice[] = [],
  carrier: Manuscript["carrier"] = "text",
): Manuscript {
  const isNamed = /\.(?:md|markdown)$/i.test(name);
  const {
    blocks,
    pictures,
    notices: ofLines,
  } = lineBlocks(text, { isMarkdown: isNamed || isMarkdown(text), beside });
  const own = isQuoting(blocks) ? ownText(blocks) : { blocks, notices: [], head: undefined };
  const told = [...notices, ...ofLines, ...own.notices];
  const mail = own.head === undefined ? {} : { mail: own.head };
  return { carrier, path, name, blocks: own.blocks, notes: new Map(), pictures, notices: told, ...mail };
}

export function lineBlocks(
  text: string,
  as: { readonly isMarkdown: boolean; readonly beside?: NamedPictures | undefined },
): MarkdownLines {
  if (as.isMarkdown) return markdownBlocks(text, { beside: as.beside });
  const blocks = textBlocks(text);
  return { blocks, pictures: new Map(), notices: typedTables(blocks) };
}

function textBlocks(text: string): readonly ManuscriptBlock[] {
  const blocks: ManuscriptBlock[] = [];
  let place = 0;
  for (const part of tableLines(linesOf(text))) {
    if (part.kind === "line") {
      place += 1;
      const isPageStart = part.line.startsWith("\f");
      const line = (isPageStart ? part.line.slice(1) : part.line).trimEnd();
      blocks.push(
        paragraph(place, runsOfLine(line), {
          firstLineIndent: line === "" ? undefined : indentOf(line),
          startsPage: isPageStart,
        }),
      );
      continue;
    }
    blocks.push({
      kind: "table",
      isBorderless: false,
      rows: part.rows.map((cells) => ({
        isHeader: false,
        cells: cells.map((cell) => {
          place += 1;
          return { blocks: [paragraph(place, runsOfLine(cell))], columnSpan: 1, rowMerge: "none" as const };
        }),
      })),
    });
  }
  return blocks;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u0085\u2029]|(?<!^)(?=\f)/);
  while (lines.length > 0 && lines.at(-1)?.trim() === "") lines.pop();
  return lines;
}

/** @returns width of what a line is indented by, in pt; undefined for a line that is not */
function indentOf(line: string): number | undefined {
  const [indent = ""] = /^[ \t\u00a0\u2002\u2003\u3000]*/.exec(line) ?? [];
  if (indent === "") return undefined;
  let ems = 0;
  for (const space of indent) ems += space === "\u3000" || space === "\u2003" ? 1 : space === "\t" ? 2 : 0.5;
  return ems * EM_PT;
}
