/**
 * The characters of a Word 97–2003 document in the order in which they are read, and where in the file each
 * stands, by which its format is found (word-97-formats.ts). WPS writes the same format as .wps.
 * @see [MS-DOC] 2.4.1 (retrieving text), 2.5.1 (FIB), 2.9.38 (Clx), 2.9.177 (PlcPcd)
 */
export interface Word97Text {
  /** all stories, one behind the other: body, footnotes, headers, comments, endnotes, text boxes */
  readonly characters: string;
  readonly pieces: readonly Piece[];
  /** lengths in characters */
  readonly stories: Readonly<Record<Story, number>>;
  /** the stream of tables, into which the FIB points */
  readonly tables: Uint8Array;
}

export type Story = (typeof STORIES)[number][0];

/** Characters `start` to `end` of the text; byte `from` of the stream and on, one or two bytes each. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly bytesEach: 1 | 2;
}

/** In this order they follow each other; where the FIB has their lengths. */
const STORIES = [
  ["body", 0x4c],
  ["footnotes", 0x50],
  ["headers", 0x54],
  ["macros", 0x58],
  ["comments", 0x5c],
  ["endnotes", 0x60],
  ["textBoxes", 0x64],
] as const;

const WORD_97 = 0xa5ec;
/** Word 6 and 95 use the same stream and another FIB. */
const WORD_95 = 0xa5dc;
const FIB_BYTES = 0x1aa;

export type Word97Fault = "locked" | "word-95" | "damaged-ole";

/** @param stream a stream at the file's root by its name */
export function readWord97Text(
  stream: (name: string) => Uint8Array | undefined,
): (Word97Text & { readonly document: Uint8Array }) | Word97Fault {
  const document = stream("WordDocument");
  if (document === undefined || document.length < FIB_BYTES) return "damaged-ole";
  const fib = viewOf(document);
  const magic = fib.getUint16(0, true);
  if (magic === WORD_95 || (magic === WORD_97 && fib.getUint16(2, true) < 0xc0)) return "word-95";
  if (magic !== WORD_97) return "damaged-ole";
  const flags = fib.getUint16(0x0a, true);
  if ((flags & 0x0100) !== 0) return "locked";
  const tables = stream((flags & 0x0200) === 0 ? "0Table" : "1Table");
  const clx = tables === undefined ? undefined : tablePart(document, tables, 0x1a2);
  const pieces = clx === undefined ? undefined : readPieces(clx, document.length);
  if (tables === undefined || pieces === undefined) return "damaged-ole";
  const stories = Object.fromEntries(STORIES.map(([name, at]) => [name, fib.getUint32(at, true)])) as Record<
    Story,
    number
  >;
  const characters = pieces.map((piece) => decode(piece, document)).join("");
  return { characters, pieces, stories, tables, document };
}

/** @param at where the FIB has offset and length of a part of the table stream */
export function tablePart(document: Uint8Array, tables: Uint8Array, at: number): Uint8Array | undefined {
  const fib = viewOf(document);
  const [start, length] = [fib.getUint32(at, true), fib.getUint32(at + 4, true)];
  return length === 0 || start + length > tables.length ? undefined : tables.subarray(start, start + length);
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** @returns undefined where they are damaged, or together longer than the file, which no program writes */
function readPieces(clx: Uint8Array, documentBytes: number): readonly Piece[] | undefined {
  const view = viewOf(clx);
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (at + 5 > clx.length || clx[at] !== 2) return undefined;
  const length = view.getUint32(at + 1, true);
  const table = clx.subarray(at + 5, at + 5 + length);
  const count = Math.floor((table.length - 4) / 12);
  const plc = viewOf(table);
  const pieces: Piece[] = [];
  let all = 0;
  for (let index = 0; index < count; index += 1) {
    const [start, end] = [plc.getUint32(4 * index, true), plc.getUint32(4 * index + 4, true)];
    const place = plc.getUint32(4 * (count + 1) + 8 * index + 2, true);
    const isCompressed = (place & 0x40000000) !== 0;
    const bytesEach = isCompressed ? 1 : 2;
    const from = isCompressed ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    all += (end - start) * bytesEach;
    if (start !== (pieces.at(-1)?.end ?? 0) || end < start) return undefined;
    if (from + (end - start) * bytesEach > documentBytes || all > documentBytes) return undefined;
    pieces.push({ start, end, from, bytesEach });
  }
  return pieces.length === 0 ? undefined : pieces;
}

/** 0x80 to 0x9F of Windows-1252; what has no character there stays a control, to be left out. */
const WINDOWS_MARKS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decode({ start, end, from, bytesEach }: Piece, document: Uint8Array): string {
  const bytes = document.subarray(from, from + (end - start) * bytesEach);
  if (bytesEach === 2) return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes);
  // Some Nodes read Windows-1252 as Latin-1, in which these are controls: marks of quotation would be lost.
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (unit) => WINDOWS_MARKS.charAt(unit.charCodeAt(0) - 0x80));
}
