/** The central directory of a zip file, as far as unpackers go by it (APPNOTE 4.3.12), and its files. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly isUtf8: boolean;
  /** as Unix has them; undefined where the file was not made on Unix */
  readonly permissions: number | undefined;
  /** fields of MS-DOS: date above, time below */
  readonly date: number;
  readonly bytes: Buffer;
}

const END = 0x06054b50;
const STORED = 0;

export function zipEntries(zip: Buffer): readonly ZipEntry[] {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END) throw new Error("no end of a central directory");
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const start = zip.readUInt32LE(at + 42);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    const entry: ZipEntry = {
      name: zip.toString("utf8", at + 46, nameEnd),
      isUtf8: (zip.readUInt16LE(at + 8) & 0x800) !== 0,
      permissions: zip[at + 5] === 3 ? (zip.readUInt32LE(at + 38) >>> 16) & 0o777 : undefined,
      date: zip.readUInt32LE(at + 12),
      bytes: zip.readUInt16LE(at + 10) === STORED ? packed : inflateRawSync(packed),
    };
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return entry;
  });
}

export function unpackZip(zip: Buffer, folder: string): void {
  for (const { name, permissions, bytes } of zipEntries(zip)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    if (permissions !== undefined) chmodSync(path, permissions);
  }
}
