/**
 * Lists as Word's numbered paragraphs. A list inside another is a level of the same numbering where its items are
 * marked as those of that level are, so that an editor can demote and promote them; a list that is marked otherwise,
 * or is the second inside one item, counts on its own.
 */
import { Tab, TextRun, type XmlComponent } from "docx";
import type { List, ListItem } from "../../../model/text.js";
import {
  CHECKED_BOX,
  DEEPEST_LEVEL,
  type ListReference,
  type Marker,
  type MarkersByLevel,
  OPEN_BOX,
} from "../styles/numbering.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfText } from "./inlines.js";

/** The numbering that the items around a block belong to. */
export interface EnclosingList {
  readonly reference: ListReference;
  readonly markers: MarkersByLevel;
  /** levels that a list inside the present item has taken: Word starts each but once an item */
  readonly taken: Set<number>;
}

/** @param level from 0 */
export function openList(
  list: List,
  level: number,
  {
    numbering,
    around,
  }: { readonly numbering: DocumentContext["numbering"]; readonly around: EnclosingList | undefined },
): Omit<EnclosingList, "taken"> {
  const marker = markerOf(list);
  if (around !== undefined && isSameMarker(around.markers.get(level), marker) && !around.taken.has(level)) {
    around.taken.add(level);
    return around;
  }
  const markers = new Map<number, Marker>();
  addMarkers(list, level, markers);
  return { reference: numbering.openList(markers), markers };
}

/** What stands first on a level marks it. */
function addMarkers(list: List, level: number, markers: Map<number, Marker>): void {
  if (level > DEEPEST_LEVEL) return;
  if (!markers.has(level)) markers.set(level, markerOf(list));
  for (const item of list.items) {
    for (const child of item.children) if (child.kind === "list") addMarkers(child, level + 1, markers);
  }
}

const isSameMarker = (one: Marker | undefined, other: Marker): boolean =>
  one?.kind === other.kind &&
  !(one.kind === "number" && other.kind === "number" && one.start !== other.start);

export function markerOf(list: List): Marker {
  if (list.ordered) return { kind: "number", start: list.start };
  return { kind: list.items.some(({ checked }) => checked !== undefined) ? "task" : "bullet" };
}

/**
 * The state of a task is text, which is edited, copied and read aloud with the rest. In a numbered list it follows
 * the number; else it stands where the marker would.
 */
export function boxOf(list: List, { checked }: ListItem): readonly XmlComponent[] {
  const isMarker = markerOf(list).kind === "task";
  if (checked === undefined && !isMarker) return [];
  // Set in the Latin face, as the marks of lists without boxes are.
  const box = checked === undefined ? [new TextRun("•")] : runsOfText(checked ? CHECKED_BOX : OPEN_BOX);
  return [...box, ...(isMarker ? [new TextRun({ children: [new Tab()] })] : [])];
}
