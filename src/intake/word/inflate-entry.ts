/**
 * An entry of a zip, unpacked. Sizes that headers claim are not believed: unpacking stops at what a part, and
 * all parts together, may be.
 */
import { Inflate } from "fflate";
import { checksumOf } from "../../pictures/checksum.js";
import { joinBytes } from "../../pictures/join-bytes.js";
import { damaged, RefusedPackage } from "./refused-package.js";
import type { ZipEntry } from "./zip-directory.js";

/** bytes, unpacked */
export const LARGEST_PART = 64 * 1024 * 1024;
export const LARGEST_WHOLE = 256 * 1024 * 1024;

/** Packed bytes given to the inflater at once; deflate makes at most 1032 bytes of one. */
const STEP = 16 * 1024;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

/** What may still be unpacked; shared by all parts of a package. */
export interface InflateBudget {
  left: number;
}

/** @throws RefusedPackage where it is damaged, locked or too big */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry, budget: InflateBudget): Uint8Array {
  if (entry.isEncrypted) throw new RefusedPackage({ kind: "locked" });
  const packed = packedBytes(bytes, entry);
  const limit = Math.min(LARGEST_PART, budget.left);
  const whole = unpack(packed, entry, limit);
  budget.left -= whole.length;
  if (checksumOf(whole) !== entry.checksum) throw damaged(entry.name);
  return whole;
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { offset, compressedSize } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw damaged(entry.name);
  }
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressedSize > bytes.length) throw damaged(entry.name);
  return bytes.subarray(start, start + compressedSize);
}

function unpack(packed: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  if (entry.method === STORED) {
    if (packed.length > limit) throw tooBig(limit);
    return packed;
  }
  if (entry.method !== DEFLATED) throw damaged(entry.name);
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const inflater = new Inflate((piece, final) => {
    length += piece.length;
    if (length > limit) throw tooBig(limit);
    pieces.push(piece);
    isWhole ||= final;
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch (error) {
    throw error instanceof RefusedPackage ? error : damaged(entry.name, error);
  }
  if (!isWhole) throw damaged(entry.name);
  return joinBytes(pieces);
}

const tooBig = (limit: number): RefusedPackage =>
  new RefusedPackage({ kind: "too-big", what: limit === LARGEST_PART ? "part" : "whole" });
