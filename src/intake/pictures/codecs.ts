/**
 * Decoders and encoders of pictures, Google's and Mozilla's own compiled to WebAssembly (@jsquash): the same
 * bytes on every machine and Node. They are written for browsers, so their code is handed to them; decoders start
 * anew for each picture, so that the memory of a large one is given back.
 */
/// <reference path="./web-assembly.d.ts" />
import type { Pixels } from "./pixels.js";

export type CodecName = "jpeg-decoder" | "jpeg-encoder" | "webp-decoder" | "png-encoder";

/** Reads the code of one (disk/codec-files.ts). */
export type WasmSource = (name: CodecName) => Promise<Uint8Array>;

export interface Codecs {
  /** @returns undefined where the bytes cannot be decoded */
  readonly decode: (bytes: Uint8Array, format: "jpeg" | "webp") => Promise<Pixels | undefined>;
  readonly encodeJpeg: (pixels: Pixels, isGray: boolean) => Promise<Uint8Array>;
  readonly encodePng: (pixels: Pixels) => Promise<Uint8Array>;
}

/** Of 100: no loss that print shows, at a third of the bytes of 100. */
const JPEG_QUALITY = 92;
/** Names of Mozilla's color spaces, in the order of its header. */
const [GRAY, YCBCR] = [1, 3];

type Factory = (options: {
  noInitialRun: boolean;
  print: () => void;
  printErr: () => void;
  quit: (status: number, fault: unknown) => void;
  instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => unknown;
}) => Promise<unknown>;

interface JpegDecoder {
  readonly decode: (bytes: Uint8Array, turns: boolean) => Pixels | null;
}
interface JpegEncoder {
  readonly encode: (data: Uint8Array, width: number, height: number, options: object) => Uint8Array;
}
interface WebpDecoder {
  readonly decode: (bytes: Uint8Array) => Pixels | null;
}

export function openCodecs(wasm: WasmSource): Codecs {
  const compiled = new Map<CodecName, Promise<WebAssembly.Module>>();
  const compile = (name: CodecName): Promise<WebAssembly.Module> => {
    const known = compiled.get(name) ?? wasm(name).then((bytes) => WebAssembly.compile(Buffer.from(bytes)));
    compiled.set(name, known);
    return known;
  };
  const start = async (name: CodecName, factory: Factory): Promise<unknown> => {
    const code = await compile(name);
    return factory({
      noInitialRun: true,
      // Programs of their own as they were: they would print, and end the command with a code.
      print: nothing,
      printErr: nothing,
      quit(_, fault) {
        throw fault;
      },
      instantiateWasm(imports, done) {
        const instance = new WebAssembly.Instance(code, imports);
        done(instance);
        return instance.exports;
      },
    });
  };
  return {
    async decode(bytes, format) {
      if (format === "webp") {
        const { default: factory } = await import("@jsquash/webp/codec/dec/webp_dec.js");
        // What the package declares of its factories names types that it does not bring.
        const decoder = (await start("webp-decoder", factory as unknown as Factory)) as WebpDecoder;
        return decoded(() => decoder.decode(bytes));
      }
      const { default: factory } = await import("@jsquash/jpeg/codec/dec/mozjpeg_dec.js");
      const decoder = (await start("jpeg-decoder", factory as unknown as Factory)) as JpegDecoder;
      return decoded(() => decoder.decode(bytes, false));
    },
    async encodeJpeg({ data, width, height }, isGray) {
      const [{ default: factory }, { defaultOptions }] = await Promise.all([
        import("@jsquash/jpeg/codec/enc/mozjpeg_enc.js"),
        import("@jsquash/jpeg/meta.js"),
      ]);
      const encoder = (await start("jpeg-encoder", factory as unknown as Factory)) as JpegEncoder;
      const options = {
        ...defaultOptions,
        quality: JPEG_QUALITY,
        // Progressive ones take three times as long for a twentieth of the bytes.
        progressive: false,
        color_space: isGray ? GRAY : YCBCR,
      };
      return Uint8Array.from(encoder.encode(data, width, height, options));
    },
    async encodePng({ data, width, height }) {
      const { default: init, encode } = await import("@jsquash/png/codec/pkg/squoosh_png.js");
      await init(await compile("png-encoder"));
      return encode(data, width, height, 8);
    },
  };
}

const nothing = (): void => undefined;

/** A decoder stops at what it cannot read by throwing whatever it has: numbers, statuses, errors. */
function decoded(decode: () => Pixels | null): Pixels | undefined {
  try {
    return plainPixels(decode());
  } catch {
    return undefined;
  }
}

const plainPixels = (made: Pixels | null | undefined): Pixels | undefined =>
  made === null || made === undefined
    ? undefined
    : {
        data: new Uint8Array(made.data.buffer, made.data.byteOffset, made.data.byteLength),
        width: made.width,
        height: made.height,
      };
