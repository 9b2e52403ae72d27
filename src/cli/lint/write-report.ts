/**
 * Writes a report that is made piece by piece, no faster than its reader takes it, so that one of many files is
 * never held whole. Bytes for a file are held, but not as one text: texts have a longest length, and reports of
 * large archives are longer.
 */
import { once } from "node:events";
import type { Writable } from "node:stream";

/** UTF-16 units that are written at once */
const CHUNK = 64 * 1024;

/** @param encode makes of the text what is written; as it is, where it may not be changed on its way */
export async function writeReport(
  pieces: Iterable<string>,
  stream: Writable,
  encode: (text: string) => string | Uint8Array = (text) => text,
): Promise<void> {
  for (const chunk of inChunks(pieces)) {
    // A reader that is gone is not a fault (guard-output.ts), and nobody is left to write for.
    if (stream.destroyed) return;
    if (!stream.write(encode(chunk))) await untilFree(stream);
  }
}

export function reportBytes(pieces: Iterable<string>, encode: (text: string) => Uint8Array): Uint8Array {
  return Buffer.concat([...inChunks(pieces)].map(encode));
}

async function untilFree(stream: Writable): Promise<void> {
  if (!stream.writableNeedDrain) return;
  const done = new AbortController();
  const events = ["drain", "error", "close"].map((event) => once(stream, event, { signal: done.signal }));
  try {
    await Promise.race(events);
  } catch {
    // A fault of the stream is reported by whoever guards it.
  } finally {
    done.abort();
    await Promise.allSettled(events);
  }
}

function* inChunks(pieces: Iterable<string>): Generator<string> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < CHUNK) continue;
    yield waiting;
    waiting = "";
  }
  if (waiting !== "") yield waiting;
}
