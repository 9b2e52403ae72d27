/**
 * Runs of text cut at their hard breaks, for forms that have no element for one: each line is a paragraph. What a break
 * stands in (emphasis, a link) is on both sides of it.
 */
import type { Inline } from "../../../model/text.js";
import type { FlatInline } from "./flat-issue.js";

/** @returns at least one line */
export function splitLines(inlines: readonly FlatInline[]): readonly (readonly FlatInline[])[] {
  const lines: FlatInline[][] = [[]];
  for (const inline of inlines) {
    if (typeof inline !== "string" && inline.kind === "hard-break") {
      lines.push([]);
      continue;
    }
    const [first, ...others] = piecesOf(inline);
    if (first !== undefined) lines.at(-1)?.push(first);
    for (const piece of others) lines.push([piece]);
  }
  return lines;
}

function piecesOf(inline: FlatInline): readonly FlatInline[] {
  if (typeof inline === "string" || !("children" in inline)) return [inline];
  // What was cut out of an author's runs is made of them alone.
  return splitLines(inline.children).map((children) => ({
    ...inline,
    children: children as readonly Inline[],
  }));
}
