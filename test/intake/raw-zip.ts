/** A zip written byte by byte, so that each of its fields can lie. */
import { crc32 } from "node:zlib";
import { deflateSync, strToU8 } from "fflate";

export interface RawEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** packed bytes, where they are not those of the content */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly checksum?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  /** of the local header */
  readonly offset?: number;
  readonly localName?: string;
  /** puts sizes and offset into a ZIP64 field */
  readonly isWide?: boolean;
}

export interface RawZip {
  readonly prefix?: Uint8Array;
  readonly suffix?: Uint8Array;
  /** entries that the end claims */
  readonly count?: number;
  readonly directoryOffset?: number;
}

export function rawZip(entries: readonly RawEntry[], zip: RawZip = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const push = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  for (const entry of entries) {
    const content = typeof entry.content === "string" ? strToU8(entry.content) : entry.content;
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 0 ? content : deflateSync(content));
    const checksum = entry.checksum ?? crc32(content);
    const size = entry.size ?? content.length;
    const compressedSize = entry.compressedSize ?? packed.length;
    const offset = entry.offset ?? at;
    const name = strToU8(entry.name);
    const local = strToU8(entry.localName ?? entry.name);
    const flags = entry.flags ?? 0;
    const wide = entry.isWide === true;
    const extra = wide
      ? join([u16(1), u16(24), u64(size), u64(compressedSize), u64(offset)])
      : new Uint8Array();
    const shown = (value: number): Uint8Array => u32(wide ? 0xffffffff : value);
    const middle = join([u16(20), u16(flags), u16(method), u32(0), u32(checksum)]);
    push(
      join([
        u32(0x04034b50),
        middle,
        u32(packed.length),
        u32(content.length),
        u16(local.length),
        u16(0),
        local,
        packed,
      ]),
    );
    const sizes = join([shown(compressedSize), shown(size), u16(name.length), u16(extra.length)]);
    directory.push(
      join([u32(0x02014b50), u16(20), middle, sizes, u16(0), u32(0), u32(0), shown(offset), name, extra]),
    );
  }
  const start = zip.directoryOffset ?? at;
  const central = join(directory);
  const count = u16(zip.count ?? entries.length);
  const end = join([u32(0x06054b50), u32(0), count, count, u32(central.length), u32(start), u16(0)]);
  return join([zip.prefix ?? new Uint8Array(), ...pieces, central, end, zip.suffix ?? new Uint8Array()]);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 255, (value >>> 8) & 255);
const u32 = (value: number): Uint8Array => join([u16(value & 0xffff), u16(value >>> 16)]);
const u64 = (value: number): Uint8Array => join([u32(value >>> 0), u32(Math.floor(value / 2 ** 32))]);
