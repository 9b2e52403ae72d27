/** What fontkit is given to read, and what becomes of the errors with which it meets damage. */
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import type { FontFile } from "./face.js";
import { bytesOf, damagedFont, type FontTables } from "./font-tables.js";
import { writeFont } from "./write-font.js";

/**
 * The tables of one font as a file of its own, which a collection's font is not.
 * @param tags those that fontkit needs; what else a file holds (a collection may have 100 MB) is left out
 * @param made tables that stand in for the font's own
 */
export function singleFont(
  tables: FontTables,
  { version, tags }: { readonly version: number; readonly tags: readonly string[] },
  made: ReadonlyMap<string, Uint8Array> = new Map(),
): Buffer {
  const parts = new Map(made);
  for (const tag of tags) {
    const table = tables.table(tag);
    if (table !== undefined) parts.set(tag, bytesOf(table));
  }
  const bytes = writeFont(version, parts);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * fontkit meets damage with errors of many kinds; here there is nothing else that could fail.
 * @param detail what is damaged, where the error does not say
 */
export function explainDamage<T>(file: FontFile, detail: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw damagedFont(file, error instanceof Error ? error.message : detail, error);
  }
}
