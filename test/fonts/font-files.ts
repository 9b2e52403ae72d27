/**
 * Font files for the suites of this folder: the faces the package ships, read from the build
 * inputs, and a hinted Latin font with composite glyphs, which those have none of.
 */
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { FontFile } from "../../src/fonts/face.js";

const PACKAGES = new URL("../../node_modules/@expo-google-fonts/", import.meta.url).pathname;

export const DEFAULT_FACES = {
  serif: `${PACKAGES}noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf`,
  serifBold: `${PACKAGES}noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf`,
  sans: `${PACKAGES}noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf`,
};

/** Liberation Sans: composites, instructions, a kern table (it comes with pdfjs-dist). */
export const LATIN_FACE = new URL(
  "../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf",
  import.meta.url,
).pathname;

export const readBytes = (path: string): Buffer => readFileSync(path);

/** A font file in memory. */
export function fileOf(bytes: Uint8Array, path = "memory.ttf"): FontFile {
  return { path, size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

/** A font file read by offset, counting what was read. */
export function countingFile(path: string): { file: FontFile; bytesRead: () => number; close: () => void } {
  const descriptor = openSync(path, "r");
  let total = 0;
  const file: FontFile = {
    path,
    size: statSync(path).size,
    read(offset, length) {
      const bytes = new Uint8Array(length);
      const read = readSync(descriptor, bytes, 0, length, offset);
      total += read;
      return bytes.subarray(0, read);
    },
  };
  return { file, bytesRead: () => total, close: () => closeSync(descriptor) };
}

/** @returns .notdef and `count` glyphs, the same ones for the same seed (a linear congruential generator) */
export function randomGlyphs(
  glyphCount: number,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly number[] {
  const glyphs = new Set([0]);
  let state = seed;
  while (glyphs.size <= count) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    glyphs.add((state >>> 8) % glyphCount);
  }
  return [...glyphs];
}
