/** The code of the picture codecs, WebAssembly that the build copied out of its packages (.tools/build.js). */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageFolder } from "./package-files.js";

/** @param name of a codec, as intake/pictures/codecs.ts calls it */
export const readCodec = (name: string): Promise<Uint8Array> =>
  readFile(join(packageFolder(), "dist", "wasm", `${name}.wasm`));
