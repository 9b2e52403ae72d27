/**
 * Numbering of lists (ECMA-376, 17.9): one definition for each kind of list and start number, one
 * instance for each list, so that every list counts on its own.
 */
import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from "docx";
import type { Template } from "../../../model/template.js";
import { emTwips } from "../word/word-geometry.js";

export type Marker =
  | { readonly kind: "number"; readonly start: number }
  | { readonly kind: "bullet" | "open-box" | "checked-box" };

export interface WordNumbering {
  /** @returns a reference to a new list; call it once for each list and marker */
  readonly openList: (marker: Marker) => ListReference;
  /** the definitions needed so far */
  readonly definitions: () => readonly {
    readonly reference: string;
    readonly levels: readonly ILevelsOptions[];
  }[];
}

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
    openList(marker) {
      const reference = marker.kind === "number" ? `number-from-${marker.start}` : marker.kind;
      if (!definitions.has(reference)) definitions.set(reference, levelsOf(template, marker));
      const instance = (instances.get(reference) ?? -1) + 1;
      instances.set(reference, instance);
      return { reference, instance };
    },
    definitions: () => [...definitions].map(([reference, levels]) => ({ reference, levels })),
  };
}

function levelsOf(template: Template, marker: Marker): readonly ILevelsOptions[] {
  const em = emTwips(template, "body");
  return Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => ({
    level,
    format: marker.kind === "number" ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: markerText(marker, level),
    start: marker.kind === "number" ? marker.start : 1,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.TAB,
    style: {
      paragraph: {
        indent: { left: listTextIndentEm(level, marker) * em, hanging: markerWidthEm(marker) * em },
      },
      ...(marker.kind === "bullet" ? {} : { run: { font: { hint: "eastAsia" } } }),
    },
  }));
}

function markerText(marker: Marker, level: number): string {
  switch (marker.kind) {
    case "number":
      return `%${level + 1}.`;
    case "bullet":
      return BULLETS[level % BULLETS.length] ?? BULLETS[0];
    case "open-box":
      return OPEN_BOX;
    case "checked-box":
      return CHECKED_BOX;
    default:
      return marker satisfies never;
  }
}
