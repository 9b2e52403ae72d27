/**
 * CFF outlines through fontkit: as the library is published, and as the command carries it, without
 * the unpacking of WOFF2 (.tools/without-idle.js). The outlines are those of a font of pdfjs-dist.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { withoutIdle } from "../../.tools/without-idle.js";
import type { Face } from "../../src/fonts/face.js";
import { openFace } from "../../src/fonts/open-face.js";
import { fileOf, readBytes } from "./font-files.js";
import { plainFont } from "./made-up-fonts.js";

const OUTLINES = resolve("node_modules/pdfjs-dist/standard_fonts/FoxitSerif.pfb");
const font = plainFont("Postscript", 400, { outlines: { tag: "CFF ", bytes: readBytes(OUTLINES) } });
const open = (by: typeof openFace): Promise<Face> => by(fileOf(font, "postscript.otf"));

describe("a font with CFF outlines", () => {
  it("is measured, and a subset of it holds each glyph as often as it is asked for", async () => {
    const face = await open(openFace);
    const ink = face.ink(2);
    expect(ink?.right).toBeGreaterThan(ink?.left ?? 1);
    expect(ink?.top).toBeGreaterThan(ink?.bottom ?? 1);
    const [once, twice] = [face.subset([0, 2]), face.subset([0, 2, 2])];
    // A bare CFF table, of version 1.0 (Adobe Technical Note 5176, 6).
    expect([...once.subarray(0, 2)]).toEqual([1, 0]);
    expect(twice.length).toBeGreaterThan(once.length);
  });

  it("is the same to the command, which carries no dictionary of WOFF2", async () => {
    const folder = await mkdtemp(join(tmpdir(), "bulletin-cff-"));
    try {
      const { outputFiles, metafile } = await build({
        entryPoints: [resolve("src/fonts/open-face.ts")],
        bundle: true,
        format: "esm",
        platform: "node",
        write: false,
        metafile: true,
        plugins: [withoutIdle],
        logLevel: "silent",
        banner: {
          js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
        },
      });
      expect(Object.keys(metafile.inputs).filter((path) => /node_modules\/brotli\//.test(path))).toEqual([]);
      expect(Object.keys(metafile.inputs).some((path) => /node_modules\/fontkit\//.test(path))).toBe(true);
      const bundle = join(folder, "open-face.mjs");
      await writeFile(bundle, outputFiles[0]?.contents ?? "");
      const bundled = (await import(pathToFileURL(bundle).href)) as { openFace: typeof openFace };
      const [ours, carried] = [await open(openFace), await open(bundled.openFace)];
      expect(carried.ink(2)).toEqual(ours.ink(2));
      expect(Buffer.from(carried.subset([0, 1, 2])).equals(ours.subset([0, 1, 2]))).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
