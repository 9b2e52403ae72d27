/**
 * A compound file (OLE), the container of .doc, .xls and their kin: sectors chained by a table, streams named
 * by a directory. Every chain is followed through each sector at most once, so that no table can lead in a
 * circle, and no size is believed that the file is too short for.
 * @see [MS-CFB] 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.5 (DIFAT), 2.6 (directory)
 */
import { joinBytes } from "../../pictures/join-bytes.js";

export interface OleFile {
  /** names of the streams and storages at the root */
  readonly names: ReadonlySet<string>;
  /** @returns a stream at the root, undefined where there is none or its chain breaks */
  readonly stream: (name: string) => Uint8Array | undefined;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** FAT sectors that the header names itself */
const HEADER_FATS = 109;
const LAST_SECTOR = 0xfffffffa;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** @returns undefined where the file is damaged */
export function openOle(bytes: Uint8Array): OleFile | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if ((shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6) return undefined;
  const sectorBytes = 1 << shift;
  const sector = (id: number): Uint8Array | undefined => {
    const start = (id + 1) * sectorBytes;
    // The last sector of a file is often cut to what is in it.
    return id < LAST_SECTOR && start < bytes.length ? bytes.subarray(start, start + sectorBytes) : undefined;
  };
  const fat = readTable(fatSectors(view, sector, sectorBytes).map(sector));
  const chain = (start: number) => chainOf(start, fat);
  const whole = (start: number): Uint8Array | undefined => joined(chain(start).map(sector));
  const directory = whole(view.getUint32(48, true));
  if (directory === undefined) return undefined;
  const entries = readDirectory(directory);
  const root = entries[0];
  if (root?.type !== 5) return undefined;
  const children = childrenOf(root, entries);
  const miniFat = readTable(chain(view.getUint32(60, true)).map(sector));
  const miniCutoff = view.getUint32(56, true);
  const miniStream = whole(root.start) ?? new Uint8Array();
  const short = (start: number): Uint8Array | undefined =>
    joined(
      chainOf(start, miniFat).map((id) =>
        id * 64 < miniStream.length ? miniStream.subarray(id * 64, id * 64 + 64) : undefined,
      ),
    );
  return {
    names: new Set(children.map(({ name }) => name)),
    stream(name) {
      const entry = children.find((each) => each.type === 2 && each.name === name);
      if (entry === undefined) return undefined;
      const all = entry.size < miniCutoff ? short(entry.start) : whole(entry.start);
      return all?.subarray(0, entry.size);
    },
  };
}

function fatSectors(
  view: DataView,
  sector: (id: number) => Uint8Array | undefined,
  sectorBytes: number,
): readonly number[] {
  const most = Math.min(view.getUint32(44, true), Math.ceil(view.byteLength / sectorBytes));
  const ids: number[] = [];
  for (let index = 0; index < Math.min(most, HEADER_FATS); index += 1)
    ids.push(view.getUint32(76 + 4 * index, true));
  const seen = new Set<number>();
  for (let id = view.getUint32(68, true); ids.length < most && !seen.has(id); ) {
    seen.add(id);
    const table = readTable([sector(id)]);
    if (table.length === 0) break;
    ids.push(...table.slice(0, Math.min(table.length - 1, most - ids.length)));
    id = table.at(-1) ?? LAST_SECTOR;
  }
  return ids;
}

function readTable(sectors: readonly (Uint8Array | undefined)[]): Uint32Array {
  const bytes = joined(sectors.filter((part) => part !== undefined)) ?? new Uint8Array();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(4 * index, true));
}

function chainOf(start: number, table: Uint32Array): readonly number[] {
  const ids: number[] = [];
  const seen = new Uint8Array(table.length);
  for (let id = start; id < table.length && seen[id] === 0; id = table[id] ?? LAST_SECTOR) {
    seen[id] = 1;
    ids.push(id);
  }
  return ids;
}

/** @returns undefined where a sector is not in the file */
function joined(parts: readonly (Uint8Array | undefined)[]): Uint8Array | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : joinBytes(known);
}

function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    entries.push({
      name: new TextDecoder("utf-16le").decode(bytes.subarray(at, at + nameBytes)),
      type: bytes[at + 66] ?? 0,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

function childrenOf({ child }: Entry, entries: readonly Entry[]): readonly Entry[] {
  const found = new Set<Entry>();
  const open = [child];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const entry = entries[id];
    if (entry === undefined || found.has(entry)) continue;
    found.add(entry);
    open.push(entry.left, entry.right);
  }
  return [...found];
}
