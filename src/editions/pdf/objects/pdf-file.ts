/**
 * A PDF file as the edition sees it: objects and streams, pages in their order, and what the catalog
 * says at the end. The objects are printed by pdfkit (write-objects.ts) and packed into the file by
 * pack-objects.ts.
 * @see ISO 32000-1, 7.7 (document structure), 14.3.3 (information dictionary)
 */
import { deflateSync } from "node:zlib";
import { type Keep, keepNothing } from "../../../model/kept-values.js";
import { packObjects } from "./pack-objects.js";
import { type PdfDictionary, type PdfReference, type PdfValue, pdfText } from "./pdf-value.js";
import { openObjectWriter } from "./write-objects.js";

/** What the information dictionary says; the metadata say the same (metadata.ts). */
export interface PdfFileOptions {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly creator: string;
  readonly producer: string;
  readonly language: string;
  readonly date: Date;
}

export interface PdfPageOptions {
  readonly widthPt: number;
  readonly heightPt: number;
  /** operators, in latin1 */
  readonly content: string;
  readonly fonts: PdfReference;
  readonly pictures: PdfDictionary;
  readonly annotations: readonly PdfReference[];
  readonly structParents: number;
  /** the page's pixels are blended somewhere (ISO 32000-1, 11.4.7) */
  readonly isTransparent: boolean;
}

export interface PdfFile {
  /** @returns a reference whose object is written later, by `write` */
  reserve(): PdfReference;
  write(reference: PdfReference, value: PdfDictionary): void;
  add(value: PdfDictionary): PdfReference;
  addArray(values: readonly PdfValue[]): PdfReference;
  /** Deflates `bytes`, unless the dictionary names a filter that they went through. */
  addStream(dictionary: PdfDictionary, bytes: Uint8Array): PdfReference;
  /** Bytes, in pieces, that stay as they are: copied once, into the finished file. */
  addPacked(dictionary: PdfDictionary, pieces: readonly Uint8Array[]): PdfReference;
  addPage(options: PdfPageOptions): PdfReference;
  /** the parent of the topmost structure element */
  readonly structureRoot: PdfReference;
  describeStructure(root: PdfDictionary): void;
  finish(catalog: PdfCatalog): Uint8Array;
}

/** What the catalog says besides what is known from the beginning. */
export interface PdfCatalog {
  /** an XMP packet */
  readonly metadata: Uint8Array;
  readonly destinations: PdfDictionary;
  readonly entries: PdfDictionary;
}

/** @param keepContent gives what is painted on a page as it was compressed before */
export function openPdfFile(
  options: PdfFileOptions,
  keepContent: Keep<number, Uint8Array> = keepNothing,
): PdfFile {
  const writer = openObjectWriter();
  const { reserve, write, add, addStream, addPacked } = writer;
  const pageTree = reserve();
  const structureRoot = reserve();
  const pages: PdfReference[] = [];

  return {
    reserve,
    write,
    add,
    addArray: add,
    addStream,
    addPacked,
    addPage(page) {
      const { content } = page;
      const packed = keepContent(pages.length, [content], () => deflateSync(Buffer.from(content, "latin1")));
      const reference = add({
        Type: "Page",
        Parent: pageTree,
        MediaBox: [0, 0, page.widthPt, page.heightPt],
        Contents: addStream({ Filter: "FlateDecode" }, packed),
        Resources: add({ Font: page.fonts, XObject: page.pictures }),
        StructParents: page.structParents,
        Tabs: "S",
        Annots: page.annotations.length > 0 ? page.annotations : undefined,
        Group: page.isTransparent ? { S: "Transparency", CS: "DeviceRGB" } : undefined,
      });
      pages.push(reference);
      return reference;
    },
    structureRoot,
    describeStructure(root) {
      write(structureRoot, { Type: "StructTreeRoot", ...root });
    },
    finish({ metadata, destinations, entries }) {
      write(pageTree, { Type: "Pages", Count: pages.length, Kids: pages });
      const catalog = add({
        Type: "Catalog",
        Pages: pageTree,
        Names: { Dests: destinations },
        Lang: pdfText(options.language),
        MarkInfo: { Marked: true },
        StructTreeRoot: structureRoot,
        ViewerPreferences: { DisplayDocTitle: true },
        ...entries,
        // Not deflated: plain to tools that look for the packet and do not know PDF (ISO 32000-1, 14.3.2).
        Metadata: addPacked({ Type: "Metadata", Subtype: "XML" }, [metadata]),
      });
      const information = add(describeFile(options));
      return packObjects(writer.finish(), { catalog, information });
    },
  };
}

const describeFile = ({ date, ...said }: PdfFileOptions): PdfDictionary => ({
  Title: pdfText(said.title),
  Author: pdfText(said.author),
  Subject: pdfText(said.subject),
  Keywords: pdfText(said.keywords),
  Creator: pdfText(said.creator),
  Producer: pdfText(said.producer),
  CreationDate: date,
  ModDate: date,
});
