/** Items to other places of the issue: one step by the keyboard, or to where a drag ends. */
import type { MoveRequest, SectionState } from "./protocol.js";

export interface Place {
  readonly section: string;
  /** among the items that are shown, with the one that moves taken out */
  readonly index: number;
}

export interface Seat extends Place {
  readonly path: string;
}

/**
 * One step up or down; over the edge of a section into the next one, at its near end.
 * @returns undefined where there is no further place
 */
export function stepItem(sections: readonly SectionState[], path: string, step: -1 | 1): Place | undefined {
  const at = findSeat(sections, path);
  if (at === undefined) return undefined;
  const index = sections.findIndex(({ name }) => name === at.section);
  const length = sections[index]?.items.length ?? 0;
  const next = at.index + step;
  if (next >= 0 && next < length) return { section: at.section, index: next };
  const neighbour = sections[index + step];
  if (neighbour === undefined) return undefined;
  return { section: neighbour.name, index: step === 1 ? 0 : neighbour.items.length };
}

/**
 * Where an item comes to stand when it is dropped before the `gap`-th of a section, as the list shows it with the
 * item still in it; an empty section has the place 0 alone.
 * @returns undefined where nothing would change
 */
export function dropItem(
  sections: readonly SectionState[],
  path: string,
  { section, index: gap }: Place,
): Place | undefined {
  const at = findSeat(sections, path);
  if (at === undefined) return undefined;
  const length = sections.find(({ name }) => name === section)?.items.length ?? 0;
  const before = Math.max(0, Math.min(gap, length));
  const index = at.section === section && at.index < before ? before - 1 : before;
  return at.section === section && at.index === index ? undefined : { section, index };
}

/**
 * The place as the server is told it: by the item that stands behind it, for items that could not be read are listed
 * too, and shown nowhere.
 */
export function goalOf(
  sections: readonly SectionState[],
  path: string,
  { section, index }: Place,
): Pick<MoveRequest, "section" | "before"> {
  const items = sections.find(({ name }) => name === section)?.items ?? [];
  return { section, before: items.filter((item) => item.path !== path)[index]?.path };
}

/** The sections with the item at its new place, to be shown until the server has said so. */
export function placeItem(
  sections: readonly SectionState[],
  path: string,
  { section, index }: Place,
): readonly SectionState[] {
  const item = sections.flatMap(({ items }) => items).find((each) => each.path === path);
  if (item === undefined) return sections;
  return sections.map(({ name, items }) => {
    const rest = items.filter((each) => each.path !== path);
    return { name, items: name === section ? [...rest.slice(0, index), item, ...rest.slice(index)] : rest };
  });
}

function findSeat(sections: readonly SectionState[], path: string): Seat | undefined {
  for (const { name, items } of sections) {
    const index = items.findIndex((item) => item.path === path);
    if (index >= 0) return { path, section: name, index };
  }
  return undefined;
}
