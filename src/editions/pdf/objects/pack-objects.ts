/**
 * Packs a finished PDF file: objects that are not streams go together into compressed object
 * streams, and the table of offsets becomes a cross-reference stream. The tags of a long issue are
 * tens of thousands of small dictionaries; packed, they take a tenth of the room. Objects are
 * copied, never understood: what is read is the plain table that pdfkit writes.
 * The file's identifier is the hash of its contents, so equal contents make equal files.
 * @see ISO 32000-1, 7.5.7 (object streams), 7.5.8 (cross-reference streams), 14.4 (identifiers)
 */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

/** Objects in one stream: readers inflate the whole stream for any one of them. */
const OBJECTS_PER_STREAM = 200;

/** Bytes of the three columns of the table: kind, offset or stream, index (7.5.8.2). */
const ROW = [1, 4, 2] as const;

interface ObjectSlice {
  readonly id: number;
  /** between `obj` and `endobj` */
  readonly body: Buffer;
  readonly isStream: boolean;
}

type TableRow = readonly [kind: number, place: number, index: number];

/**
 * @param file bytes of a file with a plain cross-reference table and one section
 * @param packed contents, in pieces, of those streams in which something stands in for them
 */
export function packObjects(
  file: Uint8Array,
  packed: ReadonlyMap<number, readonly Uint8Array[]> = new Map(),
): Uint8Array {
  const source = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const { objects, trailer } = sliceObjects(source);
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

  for (const { id, body, isStream } of objects) {
    const contents = packed.get(id);
    if (isStream) append(id, contents === undefined ? [body] : withContents(body, contents));
  }

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
  append(tableId, [tableStream(rows, `${trailer}\n/ID [<${identifier}> <${identifier}>]`)]);
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

const STREAM_END = "\nendstream";

/** @param body of a stream, in which something stands in for its contents */
function withContents(body: Buffer, contents: readonly Uint8Array[]): readonly Uint8Array[] {
  const [, head, length] = /^(<<[\s\S]*\n\/Length )(\d+)(?=\n)/.exec(body.toString("latin1")) ?? [];
  if (head === undefined || length === undefined) throw new Error("A PDF stream does not say its length");
  const end = body.length - STREAM_END.length;
  const rest = body.toString("latin1", head.length + length.length, end - Number(length));
  const start = Buffer.from(`${head}${lengthOf(contents)}${rest}`, "latin1");
  return [start, ...contents, body.subarray(end)];
}

function sliceObjects(source: Buffer): { objects: readonly ObjectSlice[]; trailer: string } {
  const tail = source.subarray(-64).toString("latin1");
  const tableOffset = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  const table = source.subarray(tableOffset).toString("latin1");
  const head = /^xref\n0 (\d+)\n/.exec(table);
  const end = /trailer\n<<[\s\S]*?\/Root (\d+ \d+ R)[\s\S]*?\/Info (\d+ \d+ R)/.exec(table);
  if (head === null || end === null)
    throw new Error("The PDF writer's table of offsets has changed its form");

  const count = Number(head[1]);
  const offsets: { readonly id: number; readonly offset: number }[] = [];
  for (let id = 1; id < count; id++) {
    const row = head[0].length + id * 20;
    offsets.push({ id, offset: Number(table.slice(row, row + 10)) });
  }
  const inFile = offsets.toSorted((a, b) => a.offset - b.offset);
  const objects = inFile.map(({ id, offset }, index) =>
    sliceObject(id, source.subarray(offset, inFile[index + 1]?.offset ?? tableOffset)),
  );
  return { objects: objects.toSorted((a, b) => a.id - b.id), trailer: `/Root ${end[1]}\n/Info ${end[2]}` };
}

function sliceObject(id: number, bytes: Buffer): ObjectSlice {
  const head = `${id} 0 obj\n`;
  const foot = "\nendobj\n";
  if (
    bytes.toString("latin1", 0, head.length) !== head ||
    bytes.toString("latin1", bytes.length - foot.length) !== foot
  ) {
    throw new Error(`PDF object ${id} does not stand where the table of offsets says`);
  }
  const body = bytes.subarray(head.length, bytes.length - foot.length);
  return { id, body, isStream: body.toString("latin1", body.length - 10) === "\nendstream" };
}

function objectStream(group: readonly ObjectSlice[]): Buffer {
  let index = "";
  let offset = 0;
  for (const { id, body } of group) {
    index += `${id} ${offset} `;
    offset += body.length + 1;
  }
  const bodies = group.flatMap(({ body }) => [body, Buffer.from("\n")]);
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
