/** Tables (ISO/IEC 29500-1, 17.4): rows and cells with what they span; deleted rows are left out. */
import type { ManuscriptBlock, ManuscriptCell, ManuscriptRow, ManuscriptTable } from "../manuscript.js";
import { isTold, type Story } from "./word-reading.js";
import {
  attribute,
  child,
  childValue,
  descendant,
  onOff,
  wholeNumber,
  type XmlElement,
} from "./xml-element.js";

/** Word's own limit (17.4.17 gives none). */
const MOST_COLUMNS = 63;

type ReadBlocks = (elements: readonly XmlElement[], story: Story) => readonly ManuscriptBlock[];

interface PlacedCell {
  /** column of the grid that it starts at */
  readonly column: number;
  readonly merge: string | undefined;
  readonly cell: ManuscriptCell;
}

/** @returns nothing where no row is left */
export function readTable(
  table: XmlElement,
  story: Story,
  readBlocks: ReadBlocks,
): ManuscriptTable | undefined {
  const placed: { readonly isHeader: boolean; readonly cells: readonly PlacedCell[] }[] = [];
  for (const row of wrapped(table, "w:tr")) {
    const properties = child(row, "w:trPr");
    if (isLeftOut(properties, story)) continue;
    const cells = readCells(row, properties, story, readBlocks);
    if (cells.length > 0) placed.push({ isHeader: onOff(properties, "w:tblHeader") ?? false, cells });
  }
  if (placed.length === 0) return undefined;
  const byColumn = placed.map(({ cells }) => new Map(cells.map((one) => [one.column, one])));
  const rows = placed.map(({ isHeader, cells }, index): ManuscriptRow => {
    const above = byColumn[index - 1];
    const below = byColumn[index + 1];
    return { isHeader, cells: cells.map((one) => ({ ...one.cell, rowMerge: rowMerge(one, above, below) })) };
  });
  return { kind: "table", rows, isBorderless: isBorderless(table, story) };
}

/** Children of a name, whatever wraps them: content controls, insertions, custom XML. */
function* wrapped(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const one of parent.children) {
    if (one.name === name) yield one;
    else if (/^w:(?:sdt|sdtContent|customXml|smartTag|ins|moveTo)$/.test(one.name)) yield* wrapped(one, name);
  }
}

function isLeftOut(properties: XmlElement | undefined, story: Story): boolean {
  const deleted = child(properties, "w:del");
  const inserted = child(properties, "w:ins");
  const { reading } = story;
  const change = deleted ?? inserted;
  if (change !== undefined && isTold(story)) {
    const author = attribute(change, "w:author") ?? "";
    reading.notes.revised(deleted === undefined ? "insertion" : "deletion", author, reading.place + 1);
  }
  return deleted !== undefined;
}

function readCells(
  row: XmlElement,
  properties: XmlElement | undefined,
  story: Story,
  readBlocks: ReadBlocks,
): PlacedCell[] {
  const cells: PlacedCell[] = [];
  let column = 0;
  const put = (blocks: readonly ManuscriptBlock[], span: number, merge?: string): void => {
    cells.push({ column, merge, cell: { blocks, columnSpan: span, rowMerge: "none" } });
    column += span;
  };
  const before = spanOf(childValue(properties, "w:gridBefore"));
  const after = spanOf(childValue(properties, "w:gridAfter"));
  if (before > 0) put([], before);
  for (const cell of wrapped(row, "w:tc")) {
    const format = child(cell, "w:tcPr");
    if (child(format, "w:cellDel") !== undefined) {
      if (isTold(story)) story.reading.notes.revised("deletion", "", story.reading.place + 1);
      continue;
    }
    const span = Math.max(1, spanOf(childValue(format, "w:gridSpan")));
    const blocks = readBlocks(cell.children, story);
    const last = cells.at(-1);
    // The older way to merge over columns (17.4.22).
    if (mergeOf(format, "w:hMerge") === "continue" && last !== undefined) {
      const { cell: left } = last;
      const kept = [...left.blocks, ...blocks.filter(hasRuns)];
      cells[cells.length - 1] = {
        ...last,
        cell: { ...left, blocks: kept, columnSpan: left.columnSpan + span },
      };
      column += span;
    } else put(blocks, span, mergeOf(format, "w:vMerge"));
  }
  if (after > 0 && cells.length > 0) put([], after);
  return cells;
}

const spanOf = (value: string | undefined): number =>
  Math.min(Math.max(wholeNumber(value) ?? 0, 0), MOST_COLUMNS);

const hasRuns = (block: ManuscriptBlock): boolean => block.kind === "table" || block.runs.length > 0;

/** Without a value it continues (17.18.57). */
function mergeOf(format: XmlElement | undefined, name: string): string | undefined {
  const merge = child(format, name);
  return merge === undefined ? undefined : (attribute(merge, "w:val") ?? "continue");
}

/** What continues nothing stands alone. */
function rowMerge(
  { column, merge, cell }: PlacedCell,
  above: ReadonlyMap<number, PlacedCell> | undefined,
  below: ReadonlyMap<number, PlacedCell> | undefined,
): ManuscriptCell["rowMerge"] {
  const meets = (cells: ReadonlyMap<number, PlacedCell> | undefined): PlacedCell | undefined => {
    const one = cells?.get(column);
    return one?.cell.columnSpan === cell.columnSpan ? one : undefined;
  };
  if (merge === "continue") return meets(above)?.merge === undefined ? "none" : "continued";
  return merge !== undefined && meets(below)?.merge === "continue" ? "start" : "none";
}

const SIDES = ["top", "left", "start", "bottom", "right", "end", "insideH", "insideV"];

/** Neither the table, nor its style, nor any of its cells draws a line. */
function isBorderless(table: XmlElement, { reading }: Story): boolean {
  const properties = child(table, "w:tblPr");
  const style = reading.styles.tableStyle(childValue(properties, "w:tblStyle"));
  const layers = [properties, ...(style?.tables ?? []).filter(({ name }) => name === "w:tblPr")].map((one) =>
    child(one, "w:tblBorders"),
  );
  const isDrawn = SIDES.some((side) => {
    const border = layers.map((layer) => child(layer, `w:${side}`)).find((one) => one !== undefined);
    return isLine(border);
  });
  if (isDrawn) return false;
  const isHidden = child(properties, "w:tblBorders") !== undefined;
  const ofParts = (style?.tables ?? []).filter(({ name }) => name === "w:tblStylePr");
  if (!isHidden && ofParts.some(drawsLine)) return false;
  return ![...wrapped(table, "w:tr")].some(
    (row) =>
      drawsLine(child(row, "w:tblPrEx")) ||
      [...wrapped(row, "w:tc")].some((cell) => drawsLine(child(cell, "w:tcPr"))),
  );
}

function drawsLine(properties: XmlElement | undefined): boolean {
  if (properties === undefined) return false;
  return ["w:tcBorders", "w:tblBorders"].some(
    (name) => descendant(properties, name)?.children.some(isLine) === true,
  );
}

function isLine(border: XmlElement | undefined): boolean {
  if (border === undefined) return false;
  const value = attribute(border, "w:val");
  return value !== undefined && value !== "nil" && value !== "none";
}
