/**
 * Bytes deflated as they come. What zlib makes of them depends on them alone: it is given blocks of one
 * size, however they were handed in, and the outcome is that of deflating them all at once.
 */
import { createDeflate } from "node:zlib";

const BLOCK_BYTES = 1 << 18;

export interface Deflate {
  /** Takes a copy. To be waited for: a block is deflated beside the main thread. */
  write(bytes: Uint8Array): Promise<void> | undefined;
  end(): Promise<readonly Uint8Array[]>;
}

export function openDeflate(): Deflate {
  const deflate = createDeflate({ chunkSize: 1 << 16 });
  const pieces: Uint8Array[] = [];
  deflate.on("data", (piece: Uint8Array) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    deflate.on("end", resolve);
    deflate.on("error", reject);
  });
  let block = new Uint8Array(BLOCK_BYTES);
  let other = new Uint8Array(BLOCK_BYTES);
  let filled = 0;
  /** One block is deflated while the other is filled. */
  let before: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    const full = block.subarray(0, filled);
    await before;
    [block, other] = [other, block];
    filled = 0;
    before = new Promise((resolve, reject) => {
      deflate.write(full, (fault) => (fault == null ? resolve() : reject(fault)));
    });
  };
  const fill = async (bytes: Uint8Array): Promise<void> => {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + BLOCK_BYTES - filled);
      block.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled === BLOCK_BYTES) await flush();
    }
  };
  return {
    write(bytes) {
      if (filled + bytes.length >= BLOCK_BYTES) return fill(bytes);
      block.set(bytes, filled);
      filled += bytes.length;
      return undefined;
    },
    async end() {
      if (filled > 0) await flush();
      await before;
      deflate.end();
      await ended;
      return pieces;
    },
  };
}
