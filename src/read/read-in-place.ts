/** What is told of an item while the next ones are still to be read. */
import type { Item, Section } from "../model/issue.js";

/** An item that was just read, and the section that it stands in, by its place among all that the manifest lists. */
export interface ReadInPlace {
  readonly index: number;
  readonly section: Omit<Section, "items">;
  readonly item: Item;
}
