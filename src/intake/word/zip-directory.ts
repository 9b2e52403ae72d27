/**
 * What a zip says it holds: its central directory (APPNOTE.TXT 4.3.12, ZIP64 4.5.3). Local headers and data
 * descriptors are never asked. Nothing is unpacked here; inflate-entry.ts does that.
 */
import { damaged, RefusedPackage } from "./refused-package.js";

export interface ZipEntry {
  /** with `/` between folders; never absolute, never leading out */
  readonly name: string;
  /** 0 stored, 8 deflated */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  readonly compressedSize: number;
  /** of the local header, in bytes from the start of the file */
  readonly offset: number;
}

const MOST_ENTRIES = 4096;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const LOCATOR64_LENGTH = 20;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
/** «see the ZIP64 field» */
const FULL32 = 0xffffffff;
const ZIP64_FIELD = 0x0001;
const UTF8_FLAG = 0x0800;
const ENCRYPTED_FLAG = 0x0001;

/** @throws RefusedPackage where it is no whole zip, or has too many entries */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > MOST_ENTRIES) throw new RefusedPackage({ kind: "too-big", what: "entries" });
  const entries: ZipEntry[] = [];
  let at = directory.start;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const nameEnd = at + ENTRY_LENGTH + nameLength;
    if (nameEnd + extraLength + commentLength > view.byteLength) throw damaged();
    const entry = readEntry(view, bytes, { at, nameEnd, extraLength, shift: directory.shift });
    if (entry !== undefined) entries.push(entry);
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
}

interface Directory {
  readonly start: number;
  readonly count: number;
  /** bytes in front of the zip, which its offsets do not count */
  readonly shift: number;
}

function findDirectory(view: DataView): Directory {
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let start = view.getUint32(end + 16, true);
  let behind = end;
  const locator = end - LOCATOR64_LENGTH;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR64_SIGNATURE) {
    const end64 = Number(view.getBigUint64(locator + 8, true));
    if (end64 + 56 > locator || view.getUint32(end64, true) !== END64_SIGNATURE) throw damaged();
    count = Number(view.getBigUint64(end64 + 32, true));
    size = Number(view.getBigUint64(end64 + 40, true));
    start = Number(view.getBigUint64(end64 + 48, true));
    behind = end64;
  }
  const shift = behind - size - start;
  if (shift < 0) throw damaged();
  return { start: start + shift, count, shift };
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw damaged();
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  where: {
    readonly at: number;
    readonly nameEnd: number;
    readonly extraLength: number;
    readonly shift: number;
  },
): ZipEntry | undefined {
  const { at, nameEnd } = where;
  const flags = view.getUint16(at + 8, true);
  const size = view.getUint32(at + 24, true);
  let compressedSize = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  const wide = findWideField(view, nameEnd, nameEnd + where.extraLength);
  if (wide !== undefined) {
    let next = wide + (size === FULL32 ? 8 : 0);
    if (compressedSize === FULL32) {
      compressedSize = readWide(view, next);
      next += 8;
    }
    if (offset === FULL32) offset = readWide(view, next);
  }
  const name = entryName(bytes.subarray(at + ENTRY_LENGTH, nameEnd), (flags & UTF8_FLAG) !== 0);
  if (name === undefined) return undefined;
  return {
    name,
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & ENCRYPTED_FLAG) !== 0,
    checksum: view.getUint32(at + 16, true),
    compressedSize,
    offset: offset + where.shift,
  };
}

function findWideField(view: DataView, from: number, until: number): number | undefined {
  let at = from;
  while (at + 4 <= until) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_FIELD) return at + 4;
    at += 4 + length;
  }
  return undefined;
}

function readWide(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw damaged();
  return Number(view.getBigUint64(at, true));
}

/** @returns nothing for folders and for names that lead out of the package: those are no parts */
function entryName(raw: Uint8Array, isUtf8: boolean): string | undefined {
  const name = decodeName(raw, isUtf8).replaceAll("\\", "/");
  const leadsOut = name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.split("/").includes("..");
  return leadsOut || name.endsWith("/") || name.includes("\0") ? undefined : name;
}

function decodeName(raw: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(raw);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder("gb18030").decode(raw);
  }
}
