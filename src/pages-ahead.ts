/**
 * The pages of an issue that is still being read: its fonts are looked for and its items composed as they come, so that
 * whoever makes pages beside the reading does not wait for its end. All of it is found again by the composition of the
 * whole (layout/layout-memory.ts), which is the same without it.
 */
import { findIssueFonts, type IssueFontsInput } from "./issue-fonts.js";
import type { MadeBefore, PagesEnvironment, PagesOptions, PagesOrder, PagesUnderway } from "./issue-pages.js";
import { layoutMemory } from "./layout/layout-memory.js";
import type { Item, Section } from "./model/issue.js";
import type { ReadInPlace } from "./read/read-in-place.js";

/** What is known before the items are read. */
export interface PagesOpening extends IssueFontsInput {
  readonly options: PagesOptions;
}

/** Whoever makes pages beside the rest of a build. */
export interface PagesBeside {
  /** Begins before the items are read. @returns what takes each of them; what fails of it fails again in the order */
  readonly open: (opening: PagesOpening) => (read: ReadInPlace) => void;
  /** @returns undefined where the order is better done by whoever gives it */
  readonly order: (order: PagesOrder) => PagesUnderway | undefined;
}

/** Items that follow each other in a section. */
export interface ItemsAhead {
  /** the section's place among all that the manifest lists; those before it have come in full */
  readonly index: number;
  readonly section: Omit<Section, "items">;
  readonly items: readonly Item[];
}

export interface PagesAhead extends MadeBefore {
  readonly compose: (items: ItemsAhead) => void;
  /** @returns those that came first of that section */
  readonly itemsOf: (index: number) => readonly Item[];
}

export async function openPagesAhead(
  { options, ...input }: PagesOpening,
  environment: PagesEnvironment,
): Promise<PagesAhead> {
  const fonts = await findIssueFonts(input, environment, options);
  const { composeAhead } = await import("./layout/compose-issue.js");
  const layout = layoutMemory();
  const composeLast = composeAhead({ template: fonts.template, faces: fonts.found.value, memory: layout });
  const sections = new Map<number, Section & { readonly items: Item[] }>();
  return {
    fonts,
    layout,
    compose({ index, section, items }) {
      const known = sections.get(index) ?? { ...section, items: [] };
      sections.set(index, known);
      const from = known.items.length;
      known.items.push(...items);
      composeLast([...sections.values()], from);
    },
    itemsOf: (index) => sections.get(index)?.items ?? [],
  };
}
