/**
 * The cells of tables, page by page: as a layout has them, and as pdf.js finds them in the structure of the file. A row
 * that is higher than a page goes on on the next; its cells are then read one after the other over all pages, which a
 * reader that takes one page after the other (edition-text/pdf-text.ts) does not see.
 */
import type { Layout } from "../../src/layout/layout.js";
import { textsById } from "../edition-text/pdf-text.js";
import { openPdf } from "../pdf/read-back.js";

const CELLS: ReadonlySet<string | undefined> = new Set(["TD", "TH"]);

/** @returns of each page, the words of each cell that has some there */
export function cellsOfLayout(layout: Layout): readonly (readonly string[])[] {
  const cells = layout.elements.filter(({ type }) => CELLS.has(type));
  return layout.pages.map(({ number }) => seen(cells.map(({ id }) => wordsOf(layout, id, number))));
}

function wordsOf(layout: Layout, id: number, page: number): string {
  const kids = layout.elements[id]?.kids ?? [];
  return kids
    .map((kid) => {
      if (kid.kind === "element") return wordsOf(layout, kid.id, page);
      if (kid.page !== page) return "";
      const marks = layout.pages[page - 1]?.marks.slice(kid.from, kid.to) ?? [];
      return marks.map((mark) => (mark.kind === "glyphs" ? mark.text : "")).join("");
    })
    .join("");
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

export async function cellsOfFile(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const document = await openPdf(bytes);
  const pages: (readonly string[])[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const texts = await textsById(page);
    const textOf = ({ type, id = "", children = [] }: StructureNode): string =>
      type === "content" ? (texts.get(id) ?? "") : children.map(textOf).join("");
    const cellsIn = (node: StructureNode): readonly string[] =>
      CELLS.has(node.role) ? [textOf(node)] : (node.children ?? []).flatMap(cellsIn);
    const tree: StructureNode | null = await page.getStructTree();
    pages.push(tree === null ? [] : seen(cellsIn(tree)));
  }
  return pages;
}

const seen = (cells: readonly string[]): readonly string[] =>
  cells.map((words) => words.replace(/\s/gu, "")).filter((words) => words !== "");
