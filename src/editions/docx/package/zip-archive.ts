/**
 * A zip archive whose bytes depend on its entries alone: the given order, one fixed date, no host
 * attributes. It follows PKWARE's APPNOTE, without the 64-bit extension: an issue is far smaller than 4 GB.
 * Compression is left to zlib, which works off the main thread while other editions are made; a library
 * would take longer (docs/decisions/010-docx-zip-and-xml.md).
 */
import { promisify } from "node:util";
import { crc32, deflateRaw, deflateRawSync } from "node:zlib";

export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** false for bytes that are compressed already */
  readonly compress: boolean;
}

/** @returns the archive, its entries in the order given */
export async function zipArchive(entries: readonly Promise<PackedEntry>[]): Promise<Uint8Array> {
  const packed = await Promise.all(entries);
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of packed) {
    const { name, body } = entry;
    directory.push(directoryHeader(entry, offset), name);
    chunks.push(localHeader(entry), name, body);
    offset += LOCAL_HEADER_BYTES + name.length + body.length;
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(END_RECORD_BYTES);
  end.writeUInt32LE(END_RECORD_SIGNATURE, 0);
  end.writeUInt16LE(packed.length, 8);
  end.writeUInt16LE(packed.length, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

/** An entry as it stands in an archive. */
export interface PackedEntry {
  readonly name: Uint8Array;
  readonly body: Uint8Array;
  /** the fields that both headers of an entry hold, APPNOTE 4.3.7 from “version needed” on */
  readonly facts: Uint8Array;
}

/** Beside this thread only what takes a while: each entry at work holds a quarter of a megabyte. */
const LONG_BYTES = 64 * 1024;

const compressAside = promisify<Uint8Array, Buffer>(deflateRaw);
const compress = (bytes: Uint8Array) =>
  bytes.length < LONG_BYTES ? deflateRawSync(bytes) : compressAside(bytes);

export async function packEntry({ name, bytes, compress: isToCompress }: ArchiveEntry): Promise<PackedEntry> {
  const nameBytes = Buffer.from(name, "utf8");
  const body = isToCompress ? await compress(bytes) : bytes;
  const facts = Buffer.alloc(FACTS_BYTES);
  facts.writeUInt16LE(VERSION_NEEDED, 0);
  facts.writeUInt16LE(/^[\x20-\x7e]*$/.test(name) ? 0 : UTF8_NAME, 2);
  facts.writeUInt16LE(isToCompress ? DEFLATED : STORED, 4);
  facts.writeUInt16LE(0, 6);
  facts.writeUInt16LE(FIRST_DAY, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(body.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(nameBytes.length, 22);
  return { name: nameBytes, body, facts };
}

function localHeader({ facts }: PackedEntry): Uint8Array {
  const header = Buffer.alloc(LOCAL_HEADER_BYTES);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  header.set(facts, 4);
  return header;
}

function directoryHeader({ facts }: PackedEntry, offset: number): Uint8Array {
  const header = Buffer.alloc(DIRECTORY_HEADER_BYTES);
  header.writeUInt32LE(DIRECTORY_SIGNATURE, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  header.set(facts, 6);
  header.writeUInt32LE(offset, 42);
  return header;
}

// APPNOTE 4.3.7, 4.3.12, 4.3.16: signatures, and sizes of the fixed parts in bytes.
const LOCAL_SIGNATURE = 0x04034b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const END_RECORD_SIGNATURE = 0x06054b50;
const LOCAL_HEADER_BYTES = 30;
const DIRECTORY_HEADER_BYTES = 46;
const END_RECORD_BYTES = 22;
const FACTS_BYTES = 26;

/** 2.0: deflate, APPNOTE 4.4.3 */
const VERSION_NEEDED = 20;
/** bit 11 of the flags, APPNOTE 4.4.4 */
const UTF8_NAME = 0x0800;
// APPNOTE 4.4.5
const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980, the first day that an archive can hold (APPNOTE 4.4.6); the date is in the core properties. */
const FIRST_DAY = 0x0021;
