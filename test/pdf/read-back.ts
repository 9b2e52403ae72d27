/** Reads a PDF file back with pdf.js, which knows nothing of how it was made. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { renderPdf } from "../../src/editions/pdf/render-pdf.js";
import type { Layout } from "../../src/layout/layout.js";
import { type InventedOptions, inventedInput } from "./invented-issue.js";

export async function renderBytes(
  layout: Layout,
  rest: Omit<InventedOptions, "layout"> = {},
): Promise<Uint8Array> {
  return (await renderPdf(inventedInput({ layout, ...rest }))).bytes;
}

export async function openPdf(bytes: Uint8Array) {
  return getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
}

/** One piece of text as pdf.js found it, in the layout's coordinates. */
export interface FoundText {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
}

export async function findText(bytes: Uint8Array, pageNumber = 1): Promise<readonly FoundText[]> {
  const document = await openPdf(bytes);
  const page = await document.getPage(pageNumber);
  const height = page.view[3] ?? 0;
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!("str" in item) || item.str === "") return [];
    const [size, , , , x, y] = item.transform;
    return [{ text: item.str, x, baseline: height - y, width: item.width, size }];
  });
}

/** Text of a page by lines, as a reader copies it. */
export async function copyLines(bytes: Uint8Array, pageNumber = 1): Promise<readonly string[]> {
  const lines = new Map<number, string>();
  for (const { text, baseline } of await findText(bytes, pageNumber)) {
    const line = Math.round(baseline);
    lines.set(line, (lines.get(line) ?? "") + text);
  }
  return [...lines.values()];
}
