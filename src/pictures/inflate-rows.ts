/**
 * The rows of a PNG as they are unpacked, one after another: never more in memory than a piece of what zlib
 * gives and the row that crosses its end. zlib works beside the main thread and waits where rows are not
 * taken.
 */
import { createInflate } from "node:zlib";
import type { Pass } from "./png-geometry.js";

/** What zlib gives at a time, in bytes: large enough that turns of the loop cost nothing. */
const PIECE_BYTES = 1 << 18;

/** What was unpacked is not what the header promises. */
export class PixelFault extends Error {
  readonly kind: "cut-off" | "damaged-pixels";

  constructor(kind: PixelFault["kind"], options?: ErrorOptions) {
    super(kind, options);
    this.name = "PixelFault";
    this.kind = kind;
  }
}

/**
 * @param data a zlib stream, in pieces
 * @param passes those whose rows are wanted, which stand one behind the other
 * @yields filtered rows, each its own to change until the next but one is asked for
 * @throws PixelFault where the stream breaks off, is none, or has a wrong checksum
 */
export async function* inflateRows(
  data: readonly Uint8Array[],
  passes: readonly Pass[],
): AsyncGenerator<Uint8Array, void> {
  const rows = strides(passes);
  let skip = passes[0]?.start ?? 0;
  let stride = rows.next().value;
  let begun: { readonly row: Uint8Array; filled: number } | undefined;
  for await (const piece of inflatePieces(data)) {
    let at = Math.min(skip, piece.length);
    skip -= at;
    while (at < piece.length) {
      // More than the picture has is nothing to anybody; decoders stop here, too.
      if (stride === undefined) return;
      if (begun === undefined && at + stride <= piece.length) {
        yield piece.subarray(at, at + stride);
        at += stride;
        stride = rows.next().value;
        continue;
      }
      begun ??= { row: new Uint8Array(stride), filled: 0 };
      const part = piece.subarray(at, at + stride - begun.filled);
      begun.row.set(part, begun.filled);
      begun.filled += part.length;
      at += part.length;
      if (begun.filled < stride) continue;
      yield begun.row;
      begun = undefined;
      stride = rows.next().value;
    }
  }
  if (stride !== undefined) throw new PixelFault("cut-off");
}

function* strides(passes: readonly Pass[]): Generator<number, undefined> {
  for (const { height, stride } of passes) for (let row = 0; row < height; row++) yield stride;
  return undefined;
}

async function* inflatePieces(data: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void> {
  const inflate = createInflate({ chunkSize: PIECE_BYTES });
  for (const piece of data) if (piece.length > 0) inflate.write(piece);
  inflate.end();
  try {
    // A stream that is left early is destroyed by the loop.
    for await (const piece of inflate) yield piece;
  } catch (cause) {
    throw new PixelFault(isCutOff(cause) ? "cut-off" : "damaged-pixels", { cause });
  }
}

/** zlib's word for input that ends before the stream does. */
const isCutOff = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "Z_BUF_ERROR";
