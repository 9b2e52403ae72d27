/** The name of an attachment, without the number that its author typed: attachments are numbered by us. */
import { numberedEntries, typedOrdinal } from "../han/typed-ordinal.js";
import type { WrittenText } from "../model/typed-text.js";

/**
 * @param index its place among the attachments, from 0
 * @returns the name alone, where the number typed in front is its own; else what was written
 */
export function withoutNumber(name: WrittenText, index: number): WrittenText {
  const typed = typedOrdinal(name.value);
  if (typed === undefined || numberedEntries(name.value) !== undefined) return name;
  const isOwn = typed.number === undefined || typed.number === index + 1;
  return isOwn ? { ...name, value: name.value.slice(typed.text.length) } : name;
}
