/**
 * One story of a Word 97–2003 document, its body or its notes, character by character: paragraphs, cells and
 * rows, fields of which the result stays, what was deleted or hidden, calls of notes.
 * @see [MS-DOC] 2.4.3 (tables), 2.8.25 (fields: 13 begins, 14 separates, 15 ends)
 */
import type {
  ManuscriptBlock,
  ManuscriptCell,
  ManuscriptParagraph,
  ManuscriptRow,
  ManuscriptRun,
} from "../manuscript.js";
import { paragraphText } from "../manuscript-text.js";
import { looksSame, paragraph, textRun } from "../plain/plain-paragraph.js";
import type { CharacterFormat, ParagraphFormat } from "./word-97-formats.js";

export interface StorySource {
  readonly characters: string;
  readonly start: number;
  readonly end: number;
  readonly character: (at: number) => CharacterFormat;
  readonly paragraph: (at: number) => ParagraphFormat;
  readonly calls: ReadonlyMap<number, string>;
  readonly firstPlace: number;
}

export interface StoryReading {
  readonly blocks: readonly ManuscriptBlock[];
  /** number of the last paragraph */
  readonly places: number;
  readonly pictures: number;
  /** paragraphs that a list numbers */
  readonly numbered: number;
  /** stretches, not characters */
  readonly deleted: number;
  readonly inserted: number;
  readonly hidden: readonly { readonly words: string; readonly place: number }[];
}

const REPLACED: Readonly<Record<string, string>> = {
  "\u001e": "\u2011",
  "\u001f": "",
  "\u0003": "",
  "\u0004": "",
};

/** A number in the text itself; a heading’s list may number nothing. */
const TYPED_NUMBER =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[章节条])/;

export function readStory(source: StorySource): StoryReading {
  const tables = tableWriter();
  const stretches = { deleted: 0, inserted: 0 };
  const hidden: { words: string; place: number }[] = [];
  let place = source.firstPlace;
  let pictures = 0;
  let numbered = 0;
  let line = lineWriter();
  /** whether each open field is in its instruction, and how many are */
  const fields: boolean[] = [];
  let instructions = 0;
  let before: CharacterFormat | undefined;
  for (let at = source.start; at < source.end; at += 1) {
    const sign = source.characters[at] ?? "";
    if (sign === "\u0013") {
      fields.push(true);
      instructions += 1;
      continue;
    }
    if (sign === "\u0014" || sign === "\u0015") {
      if (sign === "\u0015" ? fields.pop() === true : fields.at(-1) === true) instructions -= 1;
      if (sign === "\u0014" && fields.length > 0) fields[fields.length - 1] = false;
      continue;
    }
    const isEnd = sign === "\r" || sign === "\u0007" || sign === "\f";
    const format = source.character(at);
    if (!isEnd) {
      if (instructions > 0) continue;
      if (format.isDeleted && before?.isDeleted !== true) stretches.deleted += 1;
      if (format.isInserted && before?.isInserted !== true) stretches.inserted += 1;
      if (format.isHidden && !format.isDeleted) {
        const last = hidden.at(-1);
        if (before?.isHidden === true && last?.place === place) last.words += sign;
        else hidden.push({ words: sign, place });
      }
      before = format;
      if (format.isDeleted || format.isHidden) continue;
      if (sign === "\u0001" || sign === "\u0008") pictures += 1;
      else line.add(sign, format, source.calls.get(at));
      continue;
    }
    before = format;
    const of = source.paragraph(at);
    if (of.endsRow && sign === "\u0007") {
      tables.endRow();
      line = lineWriter();
      continue;
    }
    if (sign === "\f" && line.isEmpty() && !of.isInTable) continue;
    const made = line.end(place, of);
    if (of.isNumbered && made.runs.length > 0 && !TYPED_NUMBER.test(paragraphText(made))) numbered += 1;
    tables.add(made, of.isInTable, sign === "\u0007");
    place += 1;
    line = lineWriter();
  }
  if (!line.isEmpty()) {
    tables.add(line.end(place, source.paragraph(source.end - 1)), false, false);
    place += 1;
  }
  return { blocks: tables.end(), places: place - 1, pictures, numbered, ...stretches, hidden };
}

interface LineWriter {
  readonly add: (sign: string, format: CharacterFormat, note: string | undefined) => void;
  readonly isEmpty: () => boolean;
  readonly end: (place: number, format: ParagraphFormat) => ManuscriptParagraph;
}

function lineWriter(): LineWriter {
  const runs: ManuscriptRun[] = [];
  let open: { words: string[]; format: CharacterFormat } | undefined;
  const sizes = new Map<number, number>();
  let [bold, all] = [0, 0];
  const close = () => {
    if (open !== undefined) runs.push(textRun(open.words.join(""), open.format));
    open = undefined;
  };
  return {
    add(sign, format, note) {
      if (note !== undefined || sign === "\t" || sign === "\v") {
        close();
        if (note !== undefined) runs.push({ kind: "note", note });
        else runs.push({ kind: sign === "\t" ? "tab" : "break" });
        return;
      }
      if (sign === "\u0005") return;
      if (open === undefined || !looksSame(open.format, format)) {
        close();
        open = { words: [], format };
      }
      open.words.push(REPLACED[sign] ?? sign);
      if (sign.trim() === "") return;
      all += 1;
      if (format.isBold) bold += 1;
      if (format.fontSize !== undefined) sizes.set(format.fontSize, (sizes.get(format.fontSize) ?? 0) + 1);
    },
    isEmpty: () => runs.length === 0 && open === undefined,
    end(place, { alignment, outlineLevel, firstLineIndent, startsPage }) {
      close();
      const [size] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? [];
      const isBold = all > 0 && bold === all;
      return paragraph(place, runs, {
        alignment,
        outlineLevel,
        firstLineIndent,
        startsPage,
        isBold,
        fontSize: size,
      });
    },
  };
}

/** Puts paragraphs into cells, cells into rows, rows into tables, as their marks say. */
function tableWriter() {
  const blocks: ManuscriptBlock[] = [];
  let rows: ManuscriptRow[] = [];
  let cells: ManuscriptCell[] = [];
  let cell: ManuscriptBlock[] = [];
  const endCell = () => {
    cells.push({ blocks: cell, columnSpan: 1, rowMerge: "none" });
    cell = [];
  };
  const endRow = () => {
    if (cell.length > 0) endCell();
    if (cells.length > 0) rows.push({ isHeader: false, cells });
    cells = [];
  };
  const endTable = () => {
    endRow();
    if (rows.length > 0) blocks.push({ kind: "table", rows, isBorderless: false });
    rows = [];
  };
  return {
    endRow,
    add(block: ManuscriptBlock, isInTable: boolean, endsCell: boolean) {
      if (!isInTable && !endsCell) {
        endTable();
        blocks.push(block);
        return;
      }
      cell.push(block);
      if (endsCell) endCell();
    },
    end(): readonly ManuscriptBlock[] {
      endTable();
      return blocks;
    },
  };
}
