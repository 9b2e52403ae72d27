/**
 * The file around its objects: those that are not streams go together into compressed object
 * streams, and the table of offsets is a cross-reference stream. The tags of a long issue are tens
 * of thousands of small dictionaries; packed, they take a tenth of the room. pdfkit knows neither
 * kind of stream. Objects are copied, never read.
 * The file's identifier is the hash of its contents, so equal contents make equal files.
 * @see ISO 32000-1, 7.5.7 (object streams), 7.5.8 (cross-reference streams), 14.4 (identifiers)
 */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { PdfReference } from "./pdf-value.js";
import type { WrittenObject } from "./write-objects.js";

/** Objects in one stream: readers inflate the whole stream for any one of them. */
const OBJECTS_PER_STREAM = 200;

/** Bytes of the three columns of the table: kind, offset or stream, index (7.5.8.2). */
const ROW = [1, 4, 2] as const;

type TableRow = readonly [kind: number, place: number, index: number];

export interface FileEnds {
  readonly catalog: PdfReference;
  readonly information: PdfReference;
}

/** @param objects in the order of their numbers, which have no gap */
export function packObjects(
  objects: readonly WrittenObject[],
  { catalog, information }: FileEnds,
): Uint8Array {
  const header = Buffer.from("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "latin1");
  const chunks: Uint8Array[] = [header];
  const rows: TableRow[] = [[0, 0, 65535]];
  let offset = header.length;
  const append = (id: number, body: readonly Uint8Array[]): void => {
    const head = Buffer.from(`${id} 0 obj\n`, "latin1");
    const foot = Buffer.from("\nendobj\n", "latin1");
    rows[id] = [1, offset, 0];
    chunks.push(head, ...body, foot);
    offset += head.length + lengthOf(body) + foot.length;
  };

  for (const { id, body, isStream } of objects) if (isStream) append(id, body);

  let nextId = objects.length + 1;
  const small = objects.filter((object) => !object.isStream);
  for (let start = 0; start < small.length; start += OBJECTS_PER_STREAM) {
    const group = small.slice(start, start + OBJECTS_PER_STREAM);
    const streamId = nextId++;
    group.forEach((object, index) => {
      rows[object.id] = [2, streamId, index];
    });
    append(streamId, [objectStream(group)]);
  }

  const hash = createHash("sha256");
  for (const chunk of chunks) hash.update(chunk);
  const identifier = hash.digest("hex").slice(0, 32);

  const tableId = nextId;
  const tableOffset = offset;
  rows[tableId] = [1, tableOffset, 0];
  const ends = `/Root ${catalog.id} 0 R\n/Info ${information.id} 0 R`;
  append(tableId, [tableStream(rows, `${ends}\n/ID [<${identifier}> <${identifier}>]`)]);
  chunks.push(Buffer.from(`startxref\n${tableOffset}\n%%EOF\n`, "latin1"));
  // A plain Uint8Array: some readers refuse Node's own kind of buffer.
  const whole = new Uint8Array(lengthOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const lengthOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, piece) => sum + piece.length, 0);

function objectStream(group: readonly WrittenObject[]): Buffer {
  let index = "";
  let offset = 0;
  for (const { id, body } of group) {
    index += `${id} ${offset} `;
    offset += lengthOf(body) + 1;
  }
  const bodies = group.flatMap(({ body }) => [...body, Buffer.from("\n")]);
  const first = Buffer.from(index, "latin1");
  return stream(`/Type /ObjStm /N ${group.length} /First ${first.length}`, Buffer.concat([first, ...bodies]));
}

/** Rows are written as differences to the row above (PNG's filter Up), which makes most of them equal. */
function tableStream(rows: readonly TableRow[], entries: string): Buffer {
  const width = ROW[0] + ROW[1] + ROW[2];
  const bytes = Buffer.alloc(rows.length * (width + 1));
  let above = Buffer.alloc(width);
  rows.forEach(([kind, place, index], number) => {
    const row = Buffer.alloc(width);
    row.writeUInt8(kind, 0);
    row.writeUInt32BE(place, ROW[0]);
    row.writeUInt16BE(index, ROW[0] + ROW[1]);
    const start = number * (width + 1);
    bytes[start] = 2;
    for (let column = 0; column < width; column++) {
      bytes[start + 1 + column] = (row[column] ?? 0) - (above[column] ?? 0);
    }
    above = row;
  });
  const decoding = `/DecodeParms << /Predictor 12 /Columns ${width} >>`;
  return stream(`/Type /XRef /Size ${rows.length} /W [${ROW.join(" ")}] ${decoding}\n${entries}`, bytes);
}

function stream(entries: string, content: Buffer): Buffer {
  const deflated = deflateSync(content, { level: 9 });
  const head = `<<${entries} /Filter /FlateDecode /Length ${deflated.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), deflated, Buffer.from("\nendstream", "latin1")]);
}
