/**
 * How the composed pages broke words of the masthead, so that Word breaks them there and not wherever a line is full.
 */
import type { PageFacts } from "../../../layout/page-facts.js";

/**
 * @param text as one element of the first page prints it
 * @returns its lines, which joined are the text; the text whole where the page prints it otherwise
 */
export function composedLines({ pages }: Pick<PageFacts, "pages">, text: string): readonly string[] {
  const owners = new Map<number, Map<number, string>>();
  for (const mark of pages[0]?.marks ?? []) {
    if (mark.kind !== "glyphs" || typeof mark.owner !== "number") continue;
    const lines = owners.get(mark.owner) ?? new Map<number, string>();
    owners.set(mark.owner, lines.set(mark.baseline, (lines.get(mark.baseline) ?? "") + mark.text));
  }
  for (const lines of owners.values()) {
    const inOrder = [...lines.values()];
    if (inOrder.join("") === text) return inOrder;
  }
  return [text];
}
