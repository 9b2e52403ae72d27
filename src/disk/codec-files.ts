/** The code of the picture codecs, WebAssembly that the build copied out of its packages (.tools/build.js). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./package-files.js";

/** @param name of a codec, as intake/pictures/codecs.ts calls it */
export const readCodec = async (name: string): Promise<Uint8Array> =>
  readFileSync(join(packageFolder(), "dist", "wasm", `${name}.wasm`));
