/** The default faces, opened from the packages that the build takes them from. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Face } from "../../src/fonts/face.js";
import { openTrueType } from "../../src/fonts/open-truetype.js";

const require = createRequire(import.meta.url);

function open(file: string): Face {
  const path = require.resolve(`@expo-google-fonts/${file}`);
  const bytes = readFileSync(path);
  return openTrueType({
    path,
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  });
}

export const serif = open("noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf");
export const sans = open("noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf");
