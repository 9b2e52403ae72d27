/**
 * Which pictures were unpacked and what was found, for a process that reads the same ones again and again
 * (`--watch`, the rounds of `--fix`). A picture is known by its path, length and checksum: one that has
 * changed is unpacked anew.
 */
import type { PictureFault } from "../model/picture.js";
import { checksumOf } from "../pictures/checksum.js";

export interface PixelMemory {
  /** @returns what was found of these bytes; undefined where they are not known */
  readonly recall: (path: string, bytes: Uint8Array) => KnownPixels | undefined;
  readonly keep: (path: string, bytes: Uint8Array, fault: PictureFault | undefined) => void;
}

export interface KnownPixels {
  readonly fault: PictureFault | undefined;
}

export function pixelMemory(): PixelMemory {
  const known = new Map<string, KnownPixels & { readonly length: number; readonly sum: number }>();
  return {
    recall(path, bytes) {
      const found = known.get(path);
      const isSame = found?.length === bytes.length && found.sum === checksumOf(bytes);
      return isSame ? { fault: found.fault } : undefined;
    },
    keep(path, bytes, fault) {
      known.set(path, { fault, length: bytes.length, sum: checksumOf(bytes) });
    },
  };
}
