/**
 * Pictures side by side: a table of one row without rules, each picture with its caption in a cell, so that one can be
 * replaced or moved in Word with what belongs to it. It has no header row and claims none: to a screen reader it
 * is layout, read cell by cell. The caption of the row is a paragraph behind it.
 */
import {
  AlignmentType,
  HeightRule,
  type Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import { linesTaken } from "../../../han/text-width.js";
import { type PictureSize, rowSizes } from "../../../model/picture-size.js";
import { plainText } from "../../../model/plain-text.js";
import type { Figure, FigureRow } from "../../../model/text.js";
import { twipsFromPoints } from "../../../model/units.js";
import { tableRoomTwips } from "../styles/block-formats.js";
import { emTwips } from "../word/word-geometry.js";
import type { DocumentContext } from "./document-context.js";
import {
  fittedSizes,
  NO_SIZE,
  paragraphsOfFigure,
  pictureRun,
  printedSize,
  roomAbove,
  roomFor,
} from "./figures.js";
import { runsOfInlines, runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import { indentIn, type Place } from "./place.js";
import { placeOfTable } from "./tables.js";

/** @param place the row is centred in its column */
export function childrenOfFigureRow(
  { figures, caption }: FigureRow,
  context: DocumentContext,
  place: Place,
): readonly (Table | Paragraph)[] {
  const { template, geometry } = context;
  const [only] = figures;
  if (figures.length === 1 && only !== undefined) {
    const below = caption && {
      text: plainText(caption.children),
      runs: runsOfInlines(caption.children, context, "caption"),
    };
    return paragraphsOfFigure(only, { below, context, place });
  }
  const measure = geometry.textWidth - place.left - place.right;
  const room = roomFor(measure, context);
  const captionEm = emTwips(template, "caption");
  const own = rowSizes(figures, room);
  const printed = figures.map((figure, index) => printedSize(figure, own[index] ?? NO_SIZE, context));
  const sizes = fittedSizes(printed, context, { captionLines: 3 });
  const gap = twipsFromPoints(room.gap);
  const cells = sizes.map(({ width }) => Math.max(LEAST_CELL_EM * captionEm, twipsFromPoints(width) + gap));
  const ownLines = figures.map(({ caption: own }, index) =>
    own === undefined ? 0 : linesTaken(own, ((cells[index] ?? gap) - gap) / captionEm),
  );
  const rowLines = caption === undefined ? 0 : linesTaken(plainText(caption.children), measure / captionEm);
  const highest = Math.max(...sizes.map(({ height }) => height));
  const lines = Math.max(...ownLines) + rowLines;
  const under = caption === undefined ? { under: tableRoomTwips(geometry) } : {};
  const before = roomAbove({ height: highest, lines, ...under }, context);
  const table = new Table({
    width: { size: cells.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    ...placeOfTable(
      cells.reduce((sum, one) => sum + one, 0),
      place,
      context,
    ),
    columnWidths: cells,
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    margins: { left: Math.floor(gap / 2), right: Math.floor(gap / 2), top: 0, bottom: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: 0, rule: HeightRule.AUTO },
        children: figures.map((figure, index) => {
          const size = sizes[index] ?? { width: 1, height: 1 };
          const above = before + twipsFromPoints(highest - size.height);
          return cellOf(figure, { size, above, width: cells[index] ?? gap, context });
        }),
      }),
    ],
  });
  if (caption === undefined) return [table, paragraphOf("AfterTable", [])];
  const indent = indentIn(place, "Figure", context);
  return [table, paragraphOf("Caption", runsOfInlines(caption.children, context, "caption"), indent)];
}

/** Narrower, a caption would have a character or two a line. */
const LEAST_CELL_EM = 3;

interface CellInput {
  readonly size: PictureSize;
  /** room above the picture, in twips */
  readonly above: number;
  readonly width: number;
  readonly context: DocumentContext;
}

/** The row stays on the page of the paragraph behind it, which has the room below: captions here have none of their own. */
function cellOf(figure: Figure, { size, above, width, context }: CellInput): TableCell {
  const { caption } = figure;
  const picture = pictureRun(figure, size, context);
  const shown = paragraphOf("Figure", picture === undefined ? [] : [picture], {
    alignment: AlignmentType.CENTER,
    spacing: { before: above },
  });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [
      shown,
      ...(caption === undefined
        ? []
        : [paragraphOf("Caption", runsOfText(caption), { keepNext: true, spacing: { after: 0 } })]),
    ],
  });
}
