/**
 * Numbering of lists (ECMA-376, 17.9): one definition for each shape of list – what marks its items, and those of the
 * lists inside it – and one instance for each list, so that every list counts on its own. A list inside another is a
 * level of it wherever it is marked as that level is: then items can be demoted and promoted.
 */
import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from "docx";
import type { Template } from "../../../model/template.js";
import { emTwips } from "../word/word-geometry.js";

export type Marker =
  | { readonly kind: "number"; readonly start: number }
  | { readonly kind: "bullet" | "task" };

export interface WordNumbering {
  /**
   * @param markers of the list and of the lists inside it, by level, so that Word gives an item that is demoted
   *   the marker of the items that it then stands among
   * @returns a reference to a new list; call it once for each list
   */
  readonly openList: (markers: MarkersByLevel) => ListReference;
  /** the definitions needed so far */
  readonly definitions: () => readonly {
    readonly reference: string;
    readonly levels: readonly ILevelsOptions[];
  }[];
}

/** Levels without one of their own continue the nearest above. */
export type MarkersByLevel = ReadonlyMap<number, Marker>;

export interface ListReference {
  readonly reference: string;
  readonly instance: number;
}

/** Word has nine levels (ECMA-376, 17.9.6), counted from 0. */
export const DEEPEST_LEVEL = 8;

/** @returns the indent of a level's markers, in em; the first level aligns with a paragraph's first line */
const markerIndentEm = (level: number): number => FIRST_MARKER_EM + level * LEVEL_STEP_EM;

/** @returns the indent of a level's text, in em */
export const listTextIndentEm = (level: number, marker: Marker): number =>
  markerIndentEm(level) + markerWidthEm(marker);

/** @returns the width of a marker's column, in em */
export const markerWidthEm = (marker: Marker): number => (marker.kind === "bullet" ? 1 : 2);

const FIRST_MARKER_EM = 2;
const LEVEL_STEP_EM = 2;

export const OPEN_BOX = "☐";
export const CHECKED_BOX = "☑";

/** Set in the Latin face, where they are neither too large nor too high beside Han text. */
const BULLETS = ["•", "◦", "▪"] as const;

export function openNumbering(template: Template): WordNumbering {
  const instances = new Map<string, number>();
  const definitions = new Map<string, readonly ILevelsOptions[]>();
  return {
    openList(markers) {
      const reference = [...markers].map(([level, marker]) => `${level}-${nameOf(marker)}`).join("-");
      if (!definitions.has(reference)) definitions.set(reference, levelsOf(template, markers));
      const instance = (instances.get(reference) ?? -1) + 1;
      instances.set(reference, instance);
      return { reference, instance };
    },
    definitions: () => [...definitions].map(([reference, levels]) => ({ reference, levels })),
  };
}

const nameOf = (marker: Marker): string =>
  marker.kind === "number" ? `number-from-${marker.start}` : marker.kind;

function levelsOf(template: Template, markers: MarkersByLevel): readonly ILevelsOptions[] {
  const em = emTwips(template, "body");
  let above: Marker = [...markers.values()][0] ?? { kind: "bullet" };
  return Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => {
    const own = markers.get(level);
    // Only the list that says so begins with another number than 1.
    const marker: Marker = own ?? (above.kind === "number" ? { kind: "number", start: 1 } : above);
    above = marker;
    return {
      level,
      format: FORMATS[marker.kind],
      text: markerText(marker, level),
      start: marker.kind === "number" ? marker.start : 1,
      alignment: AlignmentType.LEFT,
      suffix: marker.kind === "task" ? LevelSuffix.NOTHING : LevelSuffix.TAB,
      style: {
        paragraph: {
          indent: { left: listTextIndentEm(level, marker) * em, hanging: markerWidthEm(marker) * em },
        },
        ...(marker.kind === "bullet" ? {} : { run: { font: { hint: "eastAsia" } } }),
      },
    };
  });
}

const FORMATS = {
  number: LevelFormat.DECIMAL,
  bullet: LevelFormat.BULLET,
  task: LevelFormat.NONE,
} as const;

function markerText(marker: Marker, level: number): string {
  switch (marker.kind) {
    case "number":
      return `%${level + 1}.`;
    case "bullet":
      return BULLETS[level % BULLETS.length] ?? BULLETS[0];
    // The box is text of the item: body/lists.ts.
    case "task":
      return "";
    default:
      return marker satisfies never;
  }
}
