/** Compound files made by hand: streams at the root, in sectors of 512 bytes; sound ones, and ones that lie. */

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

const sectorsOf = (bytes: Uint8Array | undefined): number =>
  Math.max(1, Math.ceil((bytes?.length ?? 0) / SECTOR));

/** @param streams contents by name, each of sectors of its own */
export function ole(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams);
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const contents = names.reduce((sum, name) => sum + sectorsOf(streams[name]), 0);
  const tables = Math.ceil((directorySectors + contents) / 127);
  const fat: number[] = Array.from({ length: tables }, () => 0xfffffffd);
  for (let index = 1; index <= directorySectors; index += 1)
    fat.push(index === directorySectors ? END : tables + index);
  const starts = names.map((name) => {
    const count = sectorsOf(streams[name]);
    const start = fat.length;
    for (let index = 0; index < count; index += 1) fat.push(index === count - 1 ? END : start + index + 1);
    return start;
  });
  const file = new Uint8Array(SECTOR * (fat.length + 1));
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, tables, true);
  view.setUint32(48, tables, true);
  // No stream is short enough for the small sectors.
  view.setUint32(56, 0, true);
  view.setUint32(60, END, true);
  view.setUint32(68, END, true);
  for (let index = 0; index < 109; index += 1)
    view.setUint32(76 + 4 * index, index < tables ? index : FREE, true);
  for (let index = 0; index < (tables * SECTOR) / 4; index += 1)
    view.setUint32(SECTOR + 4 * index, fat[index] ?? FREE, true);
  const entry = (at: number, name: string, values: readonly [number, number, number, number, number]) => {
    const start = (1 + tables) * SECTOR + 128 * at;
    for (const [index, letter] of [...name].entries())
      view.setUint16(start + 2 * index, letter.charCodeAt(0), true);
    view.setUint16(start + 64, 2 * (name.length + 1), true);
    const [type, right, child, first, size] = values;
    file[start + 66] = type;
    view.setUint32(start + 68, FREE, true);
    view.setUint32(start + 72, right, true);
    view.setUint32(start + 76, child, true);
    view.setUint32(start + 116, first, true);
    view.setUint32(start + 120, size, true);
  };
  entry(0, "Root Entry", [5, FREE, names.length > 0 ? 1 : FREE, END, 0]);
  for (const [index, name] of names.entries()) {
    const next = index + 1 < names.length ? index + 2 : FREE;
    entry(index + 1, name, [2, next, FREE, starts[index] ?? END, streams[name]?.length ?? 0]);
    file.set(streams[name] ?? [], SECTOR * ((starts[index] ?? 0) + 1));
  }
  return file;
}

export interface WordOptions {
  /** what the FIB says of itself */
  readonly magic?: number;
  readonly version?: number;
  readonly flags?: number;
  /** characters of the body that it claims */
  readonly claimed?: number;
  /** pieces of the text: where each begins in the stream, and how many characters it has */
  readonly pieces?: readonly (readonly [number, number])[];
}

const TEXT_START = 0x400;

/** A Word 97 document of this text, without any format. */
export function word97(text: string, options: WordOptions = {}): Uint8Array {
  const { magic = 0xa5ec, version = 0xc1, flags = 0, claimed = text.length } = options;
  const pieces = options.pieces ?? [[TEXT_START, text.length]];
  const document = new Uint8Array(TEXT_START + 2 * text.length);
  const view = new DataView(document.buffer);
  const table = new Uint8Array(5 + 4 * (pieces.length + 1) + 8 * pieces.length);
  const clx = new DataView(table.buffer);
  table[0] = 2;
  clx.setUint32(1, table.length - 5, true);
  let at = 0;
  for (const [index, [from, length]] of pieces.entries()) {
    at += length;
    clx.setUint32(5 + 4 * (index + 1), at, true);
    clx.setUint32(5 + 4 * (pieces.length + 1) + 8 * index + 2, from, true);
  }
  view.setUint16(0, magic, true);
  view.setUint16(2, version, true);
  view.setUint16(0x0a, flags, true);
  view.setUint32(0x4c, claimed, true);
  view.setUint32(0x1a2, 0, true);
  view.setUint32(0x1a6, table.length, true);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(TEXT_START + 2 * index, text.charCodeAt(index), true);
  return ole({ WordDocument: document, "0Table": table });
}
