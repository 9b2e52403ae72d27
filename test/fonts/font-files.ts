/** Font files for the suites of this folder: the faces the package ships, read whole from the build inputs. */
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { FontFile } from "../../src/fonts/face.js";

const PACKAGES = new URL("../../node_modules/@expo-google-fonts/", import.meta.url).pathname;

export const DEFAULT_FACES = {
  serif: `${PACKAGES}noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf`,
  serifBold: `${PACKAGES}noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf`,
  sans: `${PACKAGES}noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf`,
};

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
