/**
 * Reads the characters of a PDF with pdf.js by its logical structure: content of tagged elements
 * in the order of the structure tree, page numbers of the contents included; page furniture
 * (artifacts), labels of lists and numbers of notes left out. One page after the other: what is parted over pages, as a row
 * of a table may be, comes in pieces (pages/table-cells.ts reads such).
 */
import { getDocument, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type EditionText, tasksIn, withoutSpace } from "./edition-text.js";
import type { EditionReader } from "./readers.js";

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

export const reader: EditionReader = {
  read: readPdfText,
  printsPageNumbers: true,
  isWhole: (text) => text.startsWith("%PDF-") && text.trimEnd().endsWith("%%EOF"),
};

export async function readPdfText(bytes: Uint8Array): Promise<EditionText> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  let body = "";
  let captions = "";
  let notes = "";
  let tasks = "";
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const texts = await textsById(page);
    const tree: StructureNode | null = await page.getStructTree();
    if (tree === null) continue;
    body += collect(tree, texts, (role) => role === "Note" || role === "Caption" || role === "Lbl");
    captions += collectApart(tree, texts, "Caption");
    notes += collectApart(tree, texts, "Note");
    tasks += tasksIn(collectApart(tree, texts, "Lbl"));
  }
  return { body: withoutSpace(body), captions: withoutSpace(captions), notes: withoutSpace(notes), tasks };
}

/** Characters of each marked content sequence, by the id that the structure tree uses. */
export async function textsById(page: PDFPageProxy): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  for (const item of items) {
    if ("str" in item) {
      const id = open.findLast((one) => one !== "");
      if (id !== undefined) texts.set(id, (texts.get(id) ?? "") + item.str);
    } else if (item.type.startsWith("beginMarkedContent")) {
      open.push(item.id ?? "");
    } else {
      open.pop();
    }
  }
  return texts;
}

function collect(
  node: StructureNode,
  texts: ReadonlyMap<string, string>,
  leaveOut: (role: string) => boolean,
  inContents = false,
): string {
  if (node.type === "content") return texts.get(node.id ?? "") ?? "";
  if (node.role !== undefined && leaveOut(node.role)) return "";
  // Outside the contents a Reference is the number that calls a note.
  if (node.role === "Reference" && !inContents) return "";
  return (node.children ?? [])
    .map((child) => collect(child, texts, leaveOut, inContents || node.role === "TOCI"))
    .join("");
}

function collectApart(node: StructureNode, texts: ReadonlyMap<string, string>, role: string): string {
  const children = node.children ?? [];
  if (node.role !== role) return children.map((child) => collectApart(child, texts, role)).join("");
  return children.map((child) => collect(child, texts, (inner) => inner === "Lbl")).join("");
}
