/**
 * What is kept of a build for the next one of the same issue in the same process (`--watch`). It is in
 * memory alone and only what the last build used; the editions are the same with it and without.
 */
import { type FindingMemory, findingMemory } from "./check/finding-memory.js";
import { docxMemory } from "./editions/docx/docx-memory.js";
import type { EditionMemory } from "./editions/edition.js";
import { htmlMemory } from "./editions/html/html-memory.js";
import { pdfMemory } from "./editions/pdf/pdf-memory.js";
import { type LayoutMemory, layoutMemory } from "./layout/layout-memory.js";
import { latestSame } from "./model/same-data.js";
import type { Template } from "./model/template.js";
import { type ItemMemory, itemMemory } from "./read/item-memory.js";
import { type PixelMemory, pixelMemory } from "./read/pixel-memory.js";

export interface BuildMemory {
  readonly items: ItemMemory;
  readonly findings: FindingMemory;
  readonly layout: LayoutMemory;
  readonly pixels: PixelMemory;
  /** @returns the template of the build before, where this one says the same */
  readonly sameTemplate: (template: Template) => Template;
  readonly editions: EditionMemory;
}

export const buildMemory = (): BuildMemory => ({
  items: itemMemory(),
  findings: findingMemory(),
  layout: layoutMemory(),
  pixels: pixelMemory(),
  sameTemplate: latestSame(),
  editions: { docx: docxMemory(), html: htmlMemory(), pdf: pdfMemory() },
});
