/**
 * What a DOCX edition leaves for the next one of the same issue in the same process (`--watch`): paragraphs and tables
 * that depend on nothing but their words, the styles, and the entries of the archive as they were compressed.
 */
import { type KeptValues, keptValues } from "../../model/kept-values.js";
import type { PackedEntry } from "./package/zip-archive.js";

/** What is kept written as XML is unknown to whoever holds the memory: it is the library's (word/written-once.ts). */
export interface DocxMemory {
  /** by the block of the text */
  readonly blocks: KeptValues<object, unknown>;
  readonly styles: KeptValues<"styles", unknown>;
  /** by the name of the entry */
  readonly entries: KeptValues<string, Promise<PackedEntry>>;
}

export const docxMemory = (): DocxMemory => ({
  blocks: keptValues(),
  styles: keptValues(),
  entries: keptValues(),
});
