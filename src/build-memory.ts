/**
 * What is kept of a build for the next one of the same issue in the same process (`--watch`). It is in
 * memory alone and only what the last build used; the editions are the same with it and without.
 */
import { type FindingMemory, findingMemory } from "./check/finding-memory.js";
import { type LayoutMemory, layoutMemory } from "./layout/layout-memory.js";
import { type ItemMemory, itemMemory } from "./read/item-memory.js";
import { type PixelMemory, pixelMemory } from "./read/pixel-memory.js";

export interface BuildMemory {
  readonly items: ItemMemory;
  readonly findings: FindingMemory;
  readonly layout: LayoutMemory;
  readonly pixels: PixelMemory;
}

export const buildMemory = (): BuildMemory => ({
  items: itemMemory(),
  findings: findingMemory(),
  layout: layoutMemory(),
  pixels: pixelMemory(),
});
