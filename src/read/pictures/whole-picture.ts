/**
 * Whether a picture's file is all there, as far as its frame tells: a PNG's chunks lead to IEND
 * (W3C PNG, 5.2), a JPEG has its end-of-image marker (ITU-T T.81, B.1.1.3). A copy that broke off
 * would print grey or not at all, and differently in each edition. What the pixels say is not judged.
 */

/** @param bytes a whole file whose head picture-head.ts has accepted */
export function isWholePicture(bytes: Uint8Array, format: "png" | "jpeg"): boolean {
  return format === "png" ? hasLastChunk(bytes) : hasEndOfImage(bytes);
}

function hasLastChunk(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Behind the signature: length, type, data, checksum.
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (view.getUint32(at + 4) === IEND) return true;
    at += 12 + view.getUint32(at);
  }
  return false;
}

/** Cameras leave notes behind the marker, so it is looked for from the end. */
function hasEndOfImage(bytes: Uint8Array): boolean {
  for (let at = bytes.lastIndexOf(0xd9); at > 0; at = bytes.lastIndexOf(0xd9, at - 1)) {
    if (bytes[at - 1] === 0xff) return true;
  }
  return false;
}

/** “IEND” */
const IEND = 0x49454e44;
