/**
 * The one door to pdfkit, which prints values as PDF objects and deflates streams. It is used by what
 * its types offer to everybody: a document is a stream that can be read, `ref` makes an object,
 * `write` and `end` fill and finish one. Each object is read as soon as it is finished, so nothing
 * that pdfkit writes of its own accord (pages, catalog, metadata, table of offsets) comes into the
 * file. Why those are ours: docs/decisions/011-own-pdf-parts.md.
 * test/pdf/pdfkit-contract.test.ts holds what is relied on, and that no other file knows pdfkit.
 */
import PDFDocument from "pdfkit";
import type { PdfDictionary, PdfReference, PdfValue } from "./pdf-value.js";

export interface WrittenObject {
  readonly id: number;
  /** what stands between `obj` and `endobj`, in pieces */
  readonly body: readonly Uint8Array[];
  readonly isStream: boolean;
}

export interface ObjectWriter {
  /** @returns a reference whose object is written later, by `write` */
  reserve(): PdfReference;
  write(reference: PdfReference, value: PdfDictionary): void;
  add(value: PdfDictionary | readonly PdfValue[]): PdfReference;
  /** Deflates `bytes`, unless the dictionary names a filter that they went through. */
  addStream(dictionary: PdfDictionary, bytes: Uint8Array): PdfReference;
  /** Bytes, in pieces, that stay as they are and are not copied. */
  addPacked(dictionary: PdfDictionary, pieces: readonly Uint8Array[]): PdfReference;
  /** @returns the objects in the order of their numbers, which have no gap */
  finish(): readonly WrittenObject[];
}

/** What an object says is let go of when it is written; references to it live on. */
const SAID = { Annots: undefined, Pattern: undefined };

export function openObjectWriter(): ObjectWriter {
  // An empty name of a default font: pdfkit would read Helvetica's metrics and write it into the file.
  const document = new PDFDocument({ autoFirstPage: false, font: "" });
  const readAll = (): Buffer => document.read(document.readableLength) ?? Buffer.alloc(0);
  // The head that pdfkit gives its file.
  readAll();

  const written: WrittenObject[] = [];
  /** Objects promised and not yet written. */
  const open = new Map<number, PDFKit.PDFKitReference>();
  let count = 0;

  /** Numbers are given anew: pdfkit's first are those of objects of its own, which it never gets to write. */
  const begin = (value: PdfDictionary | readonly PdfValue[]): PDFKit.PDFKitReference => {
    const reference = document.ref(value);
    count += 1;
    reference.id = count;
    return reference;
  };

  /** @returns the object as text between `obj` and `endobj` */
  const end = (reference: PDFKit.PDFKitReference): Buffer => {
    reference.end(undefined);
    reference.data = SAID;
    return betweenEnds(readAll(), reference.id);
  };

  const keep = (id: number, body: readonly Uint8Array[], isStream: boolean): void => {
    written[id - 1] = { id, body, isStream };
  };

  const add = (value: PdfDictionary | readonly PdfValue[]): PdfReference => {
    const reference = begin(value);
    keep(reference.id, [end(reference)], false);
    return reference;
  };

  return {
    reserve() {
      const reference = begin({});
      open.set(reference.id, reference);
      return reference;
    },
    write({ id }, value) {
      const reference = open.get(id);
      if (reference === undefined) throw new Error(`PDF object ${id} is written twice`);
      open.delete(id);
      Object.assign(reference.data, value);
      keep(id, [end(reference)], false);
    },
    add,
    addStream(dictionary, bytes) {
      const reference = begin({ ...dictionary });
      reference.write(bytes);
      keep(reference.id, [end(reference)], true);
      return reference;
    },
    addPacked(dictionary, pieces) {
      const Length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      const reference = begin({ ...dictionary, Length });
      keep(reference.id, [end(reference), STREAM, ...pieces, STREAM_END], true);
      return reference;
    },
    finish() {
      if (open.size > 0)
        throw new Error(`PDF objects reserved, never written: ${[...open.keys()].join(", ")}`);
      return written;
    },
  };
}

const STREAM = Buffer.from("\nstream\n");
const STREAM_END = Buffer.from("\nendstream");

/** Were an object not whole when it is read, the next one would get its rest: better to stop. */
function betweenEnds(bytes: Buffer, id: number): Buffer {
  const head = `${id} 0 obj\n`;
  const foot = "\nendobj\n";
  const end = bytes.length - foot.length;
  if (bytes.toString("latin1", 0, head.length) !== head || bytes.toString("latin1", end) !== foot)
    throw new Error(`pdfkit did not write object ${id} whole when it was ended`);
  return bytes.subarray(head.length, end);
}
