/**
 * What a composition leaves for the next one of the same issue in the same process (`--watch`): the styles with the
 * clusters of their characters, as long as template and faces stay the same ones, and what each item became, as long
 * as it is the same one in the same place under the same styles.
 */
import { type KeptValues, keptValues } from "../model/kept-values.js";
import { isSameData } from "../model/same-data.js";
import type { Template } from "../model/template.js";
import type { ComposedItem } from "./blocks/compose-galley.js";
import type { ElementNode } from "./element-node.js";
import type { RoleFaces, TypeBook } from "./paragraph/type-book.js";

/** What everything is composed with, and the root of the structure, from which what an item became hangs. */
export interface LayoutStart {
  readonly book: TypeBook;
  readonly root: ElementNode;
}

export interface LayoutMemory {
  /** @returns what the composition before began with, where template and faces are the same; else what `make` gives */
  readonly start: (template: Template, faces: RoleFaces, make: () => LayoutStart) => LayoutStart;
  readonly sections: KeptValues<number, ElementNode>;
  readonly items: KeptValues<object, ComposedItem>;
}

export function layoutMemory(): LayoutMemory {
  let latest: { readonly of: readonly unknown[]; readonly start: LayoutStart } | undefined;
  return {
    start(template, faces, make) {
      const of = [template, faces];
      if (latest === undefined || !isSameData(latest.of, of)) latest = { of, start: make() };
      return latest.start;
    },
    sections: keptValues(),
    items: keptValues(),
  };
}
