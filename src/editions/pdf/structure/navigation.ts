/**
 * How readers find their way: named destinations, the outline, and the labels of the pages.
 * @see ISO 32000-1, 12.3.2.3, 12.3.3, 12.4.2
 */
import type { Layout, OutlineEntry } from "../../../layout/layout.js";
import type { PdfFile } from "../objects/pdf-file.js";
import {
  compareNames,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  pdfText,
} from "../objects/pdf-value.js";

/** The name tree of destinations: one node, its names in the order of their bytes. */
export function printDestinations(layout: Layout, pages: readonly PdfReference[]): PdfDictionary {
  const places = layout.pages.flatMap((page, index) =>
    page.destinations.map(({ name, y }) => ({
      name,
      target: [pages[index], "XYZ", null, Math.round((layout.heightPt - y) * 1000) / 1000, null],
    })),
  );
  const inOrder = places.toSorted((a, b) => compareNames(a.name, b.name));
  return { Names: inOrder.flatMap(({ name, target }): PdfValue[] => [pdfText(name), target]) };
}

/** @returns the outline's root, or undefined where there is nothing to list */
export function writeOutline(file: PdfFile, entries: readonly OutlineEntry[]): PdfReference | undefined {
  if (entries.length === 0) return undefined;
  const root = file.reserve();
  const level = writeLevel(file, entries, root);
  file.write(root, { Type: "Outlines", ...level.ends, Count: level.open });
  return root;
}

interface OutlineLevel {
  readonly ends: PdfDictionary;
  /** entries shown when everything is open, which it is */
  readonly open: number;
}

function writeLevel(file: PdfFile, entries: readonly OutlineEntry[], parent: PdfReference): OutlineLevel {
  const references = entries.map(() => file.reserve());
  let open = entries.length;
  entries.forEach((entry, index) => {
    const reference = references[index];
    if (reference === undefined) return;
    const below = entry.children.length > 0 ? writeLevel(file, entry.children, reference) : undefined;
    open += below?.open ?? 0;
    file.write(reference, {
      Title: pdfText(entry.title),
      Parent: parent,
      Prev: references[index - 1],
      Next: references[index + 1],
      Dest: pdfText(entry.destination),
      ...below?.ends,
      Count: below?.open,
    });
  });
  return { ends: { First: references[0], Last: references.at(-1) }, open };
}

/** Labels by decimal numbers, starting anew wherever the printed numbers do not follow each other. */
export function printPageLabels(layout: Layout): PdfDictionary {
  const numbers: PdfValue[] = [];
  layout.pages.forEach((page, index) => {
    const before = layout.pages[index - 1]?.number;
    if (before === undefined || page.number !== before + 1) numbers.push(index, { S: "D", St: page.number });
  });
  return { Nums: numbers };
}
