/**
 * The tables of a sheet taken for what they are, before anything else is decided: forms become fields, tables of one
 * column or row and those that only place things become what they hold, the others keep their place as grids.
 */
import type { Notice } from "../manuscript.js";
import { type MarkedText, OBJECT, UNMARKED } from "../marked-text.js";
import { aboutTable } from "./body-notices.js";
import { type FormField, unfoldForm } from "./form-fields.js";
import type { LeftOut } from "./left-out.js";
import { type ReadGrid, readGrid } from "./read-grid.js";
import type { Sheet, SheetLine, SheetPart, SheetTable } from "./sheet.js";

export interface UnfoldedTables {
  readonly parts: readonly SheetPart[];
  /** the tables that stay */
  readonly grids: ReadonlyMap<SheetPart, ReadGrid>;
  readonly fields: readonly FormField[];
  readonly leftOut: readonly LeftOut[];
  readonly notices: readonly Notice[];
}

/** Tables inside each other; the carriers refuse more. */
const DEEPEST = 20;

export function unfoldTables({ parts, layOut }: Sheet): UnfoldedTables {
  const grids = new Map<SheetPart, ReadGrid>();
  const fields: FormField[] = [];
  const leftOut: LeftOut[] = [];
  const notices: Notice[] = [];
  const unfold = (inside: readonly SheetPart[], depth: number): readonly SheetPart[] =>
    inside.flatMap((part): readonly SheetPart[] => {
      if (part.kind === "line") return [part];
      if (depth > DEEPEST) return [];
      const form = unfoldForm(part, layOut);
      if (form !== undefined) {
        for (const field of form.fields) {
          fields.push(field);
          leftOut.push({ text: `${field.label}：${field.value}`, place: field.place, why: "form" });
        }
        return unfold(form.body, depth + 1);
      }
      const grid = readGrid(part.table, layOut);
      notices.push(...aboutTable(grid, part.place));
      if (grid.rows === undefined) return unfold(grid.parts, depth + 1);
      grids.set(part, grid);
      return [...grid.before, part, ...grid.pictures.map((key) => pictureLine(key, part))];
    });
  return { parts: unfold(parts, 0), grids, fields, leftOut, notices };
}

export const pictureWords = (key: string, at: number): MarkedText => ({
  text: OBJECT,
  marks: [{ ...UNMARKED, object: { kind: "picture", key } }],
  places: [at],
});

/** A line of its own for a picture that stood in a cell. */
const pictureLine = (key: string, { place }: SheetTable): SheetLine => ({
  kind: "line",
  words: pictureWords(key, 0),
  place,
  paragraph: {
    kind: "paragraph",
    place,
    runs: [],
    number: undefined,
    alignment: "start",
    outlineLevel: undefined,
    style: undefined,
    fontSize: undefined,
    face: undefined,
    isBold: false,
    firstLineIndent: undefined,
    startsPage: false,
    region: "body",
  },
  indent: "",
  followsBlank: false,
  startsPage: false,
  isSameParagraph: false,
  bullet: undefined,
});
