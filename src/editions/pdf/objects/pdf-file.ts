/**
 * The one module that touches pdfkit: objects, pages and content streams go through here, and the
 * finished bytes are packed (pack-objects.ts). pdfkit numbers, serialises and deflates objects; its
 * fonts, text, images, metadata and structure are not used. What this module relies on beyond
 * pdfkit's documented interface is held by test/pdf/pdfkit-contract.test.ts.
 */
import PDFDocument from "pdfkit";
import { packObjects } from "./pack-objects.js";

/** A reference to an indirect object; it prints as `12 0 R`. */
export interface PdfReference {
  readonly id: number;
}

/**
 * Values as pdfkit serialises them: a string is a name, text goes through `pdfText`, bytes become a
 * hexadecimal string, undefined entries of a dictionary are left out.
 */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Date
  | Uint8Array
  | PdfText
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

export interface PdfDictionary {
  readonly [key: string]: PdfValue;
}

/** A text string: plain where ASCII is enough, otherwise UTF-16BE with a mark. */
export interface PdfText {
  valueOf(): string;
}

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
  /** operators in the layout's coordinates: y grows downwards from the top of the page; latin1 */
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
  /** Deflates `bytes`. */
  addStream(dictionary: PdfDictionary, bytes: Uint8Array): PdfReference;
  /**
   * Bytes, in pieces, that went through a filter already, which the dictionary names. They are kept as they are,
   * copied once, into the finished file.
   */
  addPacked(dictionary: PdfDictionary, pieces: readonly Uint8Array[]): PdfReference;
  /** A page is deflated and written when the next one is added. */
  addPage(options: PdfPageOptions): PdfReference;
  /** the parent of the topmost structure element */
  readonly structureRoot: PdfReference;
  describeStructure(root: PdfDictionary): void;
  /** @param catalog entries beside those that pdfkit writes itself */
  finish(catalog: PdfCatalog): Uint8Array;
}

export interface PdfCatalog {
  readonly metadata: Uint8Array;
  readonly destinations: PdfDictionary;
  readonly entries: PdfDictionary;
}

/** What is used of pdfkit's objects without its types saying so. */
interface PdfkitReference extends PdfReference {
  data: Record<string, PdfValue>;
  compress: boolean;
  write(chunk: Uint8Array): void;
  end(): void;
}

interface PdfkitDocument {
  readonly _root: PdfkitReference;
  readonly page: { readonly dictionary: PdfkitReference; readonly resources: PdfkitReference };
  endMetadata(): void;
  getStructTreeRoot(): PdfkitReference;
  ref(data?: PdfDictionary | readonly PdfValue[]): PdfkitReference;
  addPage(options: object): void;
  addContent(data: Uint8Array): void;
  end(): void;
  /** bytes written and not yet read */
  readonly readableLength: number;
  /** @returns so many of them as one; without a number Node 26 gives what was written at once, those before it all */
  read(bytes: number): Uint8Array | null;
}

/** From how many bytes on what pdfkit has written is read out of it. */
const READ_BYTES = 1 << 18;

export function pdfText(value: string): PdfText {
  // pdfkit tells text from names by the String object; Object() makes one.
  return Object(value);
}

/** Order of names in a tree: by their bytes, and those in UTF-16 begin with FE FF (7.9.6). */
export function compareNames(a: string, b: string): number {
  const [aIsWide, bIsWide] = [isWide(a), isWide(b)];
  if (aIsWide !== bIsWide) return aIsWide ? 1 : -1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const isWide = (text: string): boolean => /[^\0-\x7F]/.test(text);

/** What pdfkit is given instead of packed contents: it would copy them five times. */
const STAND_IN = Buffer.from("packed contents");

export function openPdfFile(options: PdfFileOptions): PdfFile {
  const document = new PDFDocument({
    pdfVersion: "1.7",
    autoFirstPage: false,
    tagged: true,
    lang: options.language,
    displayTitle: true,
    info: {
      Title: options.title,
      Author: options.author,
      Subject: options.subject,
      Keywords: options.keywords,
      Creator: options.creator,
      Producer: options.producer,
      CreationDate: options.date,
      ModDate: options.date,
    },
    // No default font: pdfkit would read Helvetica's metrics and write it into the file.
    font: null as unknown as string,
  }) as unknown as PdfkitDocument;
  // pdfkit's own packet leaves & and < in titles as they are; ours stands in the catalog instead.
  document.endMetadata = () => undefined;

  /** What was read of the document: pdfkit writes in pieces of a few bytes, a hundred thousand of a long issue. */
  const chunks: Uint8Array[] = [];
  const readWritten = (): void => {
    const chunk = document.read(document.readableLength);
    if (chunk !== null) chunks.push(chunk);
  };
  /** Objects promised and not yet written: one of them left would keep pdfkit waiting for ever. */
  const open = new Map<number, PdfkitReference>();

  /** Writes an object and lets go of what it said: references to it live on, its value need not. */
  const end = (reference: PdfkitReference): void => {
    reference.end();
    reference.data = {};
    if (document.readableLength > READ_BYTES) readWritten();
  };
  const reserve = (): PdfReference => {
    const reference = document.ref();
    open.set(reference.id, reference);
    return reference;
  };
  const take = (reference: PdfReference): PdfkitReference => {
    const found = open.get(reference.id);
    if (found === undefined) throw new Error(`PDF object ${reference.id} is written twice`);
    open.delete(reference.id);
    return found;
  };
  const write = (reference: PdfReference, value: PdfDictionary): void => {
    const taken = take(reference);
    Object.assign(taken.data, value);
    end(taken);
  };
  const add = (value: PdfDictionary | readonly PdfValue[]): PdfReference => {
    const reference = document.ref(value);
    end(reference);
    return reference;
  };
  const addStream = (dictionary: PdfDictionary, content: Uint8Array): PdfReference => {
    const reference = document.ref({ ...dictionary });
    reference.write(content);
    end(reference);
    return reference;
  };
  /** Contents that do not go through pdfkit, by the identifier of their object. */
  const packed = new Map<number, readonly Uint8Array[]>();
  const addPacked = (dictionary: PdfDictionary, pieces: readonly Uint8Array[]): PdfReference => {
    const reference = document.ref({ ...dictionary });
    packed.set(reference.id, pieces);
    reference.write(STAND_IN);
    end(reference);
    return reference;
  };

  return {
    reserve,
    write,
    add,
    addArray: add,
    addStream,
    addPacked,
    addPage(page) {
      document.addPage({ size: [page.widthPt, page.heightPt], margin: 0 });
      document.addContent(Buffer.from(page.content, "latin1"));
      Object.assign(document.page.resources.data, { Font: page.fonts, XObject: page.pictures });
      Object.assign(document.page.dictionary.data, {
        StructParents: page.structParents,
        Tabs: "S",
        ...(page.annotations.length > 0 ? { Annots: page.annotations } : {}),
        ...(page.isTransparent ? { Group: { S: "Transparency", CS: "DeviceRGB" } } : {}),
      });
      return document.page.dictionary;
    },
    structureRoot: document.getStructTreeRoot(),
    describeStructure(root) {
      // Absent entries go too: pdfkit's own beginnings of a parent tree are not wanted.
      Object.assign(document.getStructTreeRoot().data, root);
    },
    finish(catalog) {
      const metadata = document.ref({ Type: "Metadata", Subtype: "XML" });
      metadata.compress = false;
      metadata.write(catalog.metadata);
      metadata.end();
      Object.assign(document._root.data, catalog.entries, { Metadata: metadata });
      const names = document._root.data.Names as PdfkitReference;
      names.data.Dests = catalog.destinations;
      if (open.size > 0)
        throw new Error(`PDF objects reserved, never written: ${[...open.keys()].join(", ")}`);
      document.end();
      readWritten();
      return packObjects(Buffer.concat(chunks), packed);
    },
  };
}
