/**
 * Pictures of every kind, built into the three editions and taken out again: the pixels that libpng, libjpeg and
 * libvips (sharp) read from the file that was sent in. Willem van Schaik's PngSuite, as far as PyPI's pypng carries
 * it; every kind of PNG besides, drawn by ourselves; JPEGs by mozjpeg; and pictures broken in the ways of PngSuite's
 * x-files, each of which is a finding.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { chunk } from "../hostile/made-pictures.js";
import { makePng, type PngOptions } from "../pdf/made-pictures.js";
import { issueWithPictures } from "../pictures/camera-pictures.js";

const FOLDER = ".judges/pictures";
const SUITE = ".judges/pngsuite";
rmSync(FOLDER, { recursive: true, force: true });

/** As a whole process, as an editor runs it. */
function buildIssue(name: string, bytes: Uint8Array) {
  const folder = join(FOLDER, name.replace(/\W+/g, "-"));
  const kind = bytes[0] === 0xff ? "jpg" : "png";
  for (const [path, content] of Object.entries(issueWithPictures({ [`a.${kind}`]: bytes }))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const out = join(folder, "out");
  const run = spawnSync(process.execPath, ["bin/bulletin.js", "build", folder, "--out", out, "--json"], {
    encoding: "utf8",
  });
  const made = (ending: string) => join(out, readdirSync(out).find((file) => file.endsWith(ending)) ?? "");
  return { code: run.status, told: run.stdout + run.stderr, folder, out, made };
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** four bytes a pixel, by rows */
  readonly rgba: Uint8Array;
}

async function decode(bytes: Uint8Array | string, { upright = false } = {}): Promise<Pixels> {
  const picture = sharp(bytes, { limitInputPixels: false });
  const { data, info } = await (upright ? picture.rotate() : picture)
    .toColourspace("srgb")
    .ensureAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: data };
}

/** Colours as MuPDF takes them out of the PDF, then the soft mask where there is one, which the file writes first. */
async function picturesOfPdf(file: string): Promise<readonly Pixels[]> {
  const folder = join(dirname(file), "extracted");
  mkdirSync(folder);
  execFileSync("mutool", ["extract", "-r", resolve(file)], { cwd: folder, stdio: "pipe" });
  const names = readdirSync(folder).filter((name) => name.startsWith("image-"));
  const pictures = await Promise.all(names.sort().map((name) => decode(join(folder, name))));
  return pictures.reverse();
}

const mediaOfDocx = (file: string): Uint8Array => {
  const parts = Object.entries(unzipSync(readFileSync(file)));
  return parts.find(([name]) => name.startsWith("word/media/"))?.[1] ?? new Uint8Array();
};

const pictureOfPage = (file: string): Uint8Array =>
  Buffer.from(/base64,([^"]+)"/.exec(readFileSync(file, "utf8"))?.[1] ?? "", "base64");

/** Sixteen bits become eight by rounding or by cutting off. */
const TOLERANCE = 1;

/** @returns how far two pictures are apart where they are seen: the largest difference of a sample */
function distance(a: Pixels, b: Pixels, samples: readonly number[] = [0, 1, 2, 3]): number {
  if (a.width !== b.width || a.height !== b.height) return 256;
  let most = 0;
  for (let pixel = 0; pixel < a.width * a.height; pixel += 1) {
    if (samples === COLORS && b.rgba[pixel * 4 + 3] === 0) continue;
    for (const sample of samples) {
      const at = pixel * 4 + sample;
      most = Math.max(most, Math.abs((a.rgba[at] ?? 0) - (b.rgba[at] ?? 0)));
    }
  }
  return most;
}

const COLORS = [0, 1, 2] as const;

async function expectSame(name: string, bytes: Uint8Array, tolerance = TOLERANCE): Promise<void> {
  const { code, told, made } = buildIssue(name, bytes);
  expect(code, told).toBe(0);
  const expected = await decode(bytes);
  expect(distance(await decode(pictureOfPage(made(".html"))), expected), "HTML").toBeLessThanOrEqual(0);
  expect(distance(await decode(mediaOfDocx(made(".docx"))), expected), "DOCX").toBeLessThanOrEqual(0);
  const [colors, mask] = await picturesOfPdf(made(".pdf"));
  if (colors === undefined) throw new Error("no picture in the PDF");
  expect(distance(colors, expected, COLORS), "PDF").toBeLessThanOrEqual(tolerance);
  if (mask === undefined) return;
  const opacity = { ...expected, rgba: expected.rgba.map((_, at) => expected.rgba[at | 3] ?? 0) };
  expect(distance(mask, opacity, COLORS), "opacity in the PDF").toBeLessThanOrEqual(TOLERANCE);
}

function pngSuite(): ReadonlyMap<string, Uint8Array> {
  if (!existsSync(join(SUITE, "images"))) {
    mkdirSync(join(SUITE, "images"), { recursive: true });
    const asked = [
      "download",
      "--quiet",
      "--no-deps",
      "--no-binary",
      ":all:",
      "--dest",
      SUITE,
      "pypng==0.20220715.0",
    ];
    execFileSync("python3", ["-m", "pip", ...asked], { stdio: "pipe" });
    execFileSync("tar", ["xzf", join(SUITE, "pypng-0.20220715.0.tar.gz"), "-C", SUITE]);
    const write = `import sys, pathlib; sys.path.insert(0, sys.argv[1]); import pngsuite
for name, data in pngsuite.png.items(): pathlib.Path(sys.argv[2], name + ".png").write_bytes(data)`;
    execFileSync("python3", ["-c", write, join(SUITE, "pypng-0.20220715.0/code"), join(SUITE, "images")]);
  }
  const names = readdirSync(join(SUITE, "images")).sort();
  return new Map(names.map((name) => [name, readFileSync(join(SUITE, "images", name))]));
}

describe("PngSuite", () => {
  const suite = pngSuite();
  it("is there", () => expect(suite.size).toBeGreaterThan(20));
  it.each([...suite])("%s shows its pixels in all editions", (name, bytes) => expectSame(name, bytes));
});

describe("PNG drawn by ourselves", () => {
  const depths = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const;
  const kinds = ([0, 2, 3, 4, 6] as const).flatMap((colorType) =>
    depths[colorType].flatMap((bits) =>
      [false, true].flatMap((interlaced): PngOptions[] => {
        const kind = { width: 61, height: 43, bits, colorType, interlaced };
        return colorType === 3 ? [kind, { ...kind, transparency: [0, 128] }] : [kind];
      }),
    ),
  );
  const nameOf = ({ colorType, bits, interlaced, transparency }: PngOptions) =>
    `type ${colorType} of ${bits} bits${interlaced ? ", interlaced" : ""}${transparency ? ", see-through" : ""}`;
  it.each(kinds.map((kind) => [nameOf(kind), kind] as const))("%s", (name, kind) =>
    expectSame(name, makePng(kind)),
  );
});

describe("broken as PngSuite's x-files", () => {
  const sound = Buffer.from(makePng({ width: 32, height: 32, bits: 8, colorType: 0 }));
  const changed = (at: number, value: number) => {
    const file = Buffer.from(sound);
    file[at] = value;
    return file;
  };
  /** The header with another byte, and the checksum that belongs to it. */
  const withHeader = (at: number, value: number) => {
    const data = sound.subarray(16, 29).map((byte, index) => (index === at ? value : byte));
    return Buffer.concat([sound.subarray(0, 8), chunk("IHDR", data), sound.subarray(33)]);
  };
  const text = sound.toString("latin1");
  const files: Readonly<Record<string, Uint8Array>> = {
    ...Object.fromEntries([0, 1, 2, 3, 4, 5, 7].map((at) => [`xs${at}: signature`, changed(at, 0x20)])),
    "xcr: carriage returns put in": Buffer.from(text.replace(/\n/g, "\r\n"), "latin1"),
    "xlf: line feeds alone": Buffer.from(text.replace(/\r\n/g, "\n"), "latin1"),
    "xhd: header's checksum": changed(30, (sound[30] ?? 0) ^ 0xff),
    "xc1: colour type 1": withHeader(9, 1),
    "xc9: colour type 9": withHeader(9, 9),
    "xd0: depth 0": withHeader(8, 0),
    "xd3: depth 3": withHeader(8, 3),
    "xd9: depth 99": withHeader(8, 99),
    "xdt: no data": Buffer.concat([sound.subarray(0, 33), chunk("IEND", new Uint8Array())]),
    "xcs: data's checksum": changed(sound.length - 14, (sound[sound.length - 14] ?? 0) ^ 0xff),
  };
  it.each(Object.entries(files))("%s is a finding at its place", (name, bytes) => {
    const { code, told } = buildIssue(name, bytes);
    expect(code, told).toBe(1);
    expect(told).toMatch(/image\/unsupported-format/);
    expect(told).toMatch(/items\/01\.md/);
  });
});

describe("JPEG", () => {
  const width = 160;
  const height = 96;
  const drawn = Buffer.from(
    Array.from({ length: width * height }, (_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      return [x, y * 2, (x + y) & 0xff];
    }).flat(),
  );
  const source = () => sharp(drawn, { raw: { width, height, channels: 3 } });

  it.each([
    ["baseline", () => source().jpeg()],
    ["progressive", () => source().jpeg({ progressive: true })],
    ["of full colour", () => source().jpeg({ chromaSubsampling: "4:4:4", optimiseCoding: false })],
    ["grey", () => source().toColourspace("b-w").jpeg()],
    ["with a profile", () => source().withIccProfile("srgb").jpeg()],
  ])("%s shows its pixels in all editions", async (name, make) => {
    // Decoders differ by a few steps in how they smooth colours.
    await expectSame(name, await make().toBuffer(), 6);
  });

  it("of four inks is built, and its pixels are the file's own", async () => {
    const bytes = await source().toColourspace("cmyk").jpeg().toBuffer();
    const { code, told, made } = buildIssue("inks", bytes);
    expect(code, told).toBe(0);
    const expected = await decode(bytes);
    expect(distance(await decode(pictureOfPage(made(".html"))), expected)).toBe(0);
    expect(distance(await decode(mediaOfDocx(made(".docx"))), expected)).toBe(0);
    expect(await picturesOfPdf(made(".pdf"))).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("held as %s stands upright in the page", async (orientation) => {
    const bytes = await source().withMetadata({ orientation }).jpeg().toBuffer();
    const { code, told, made } = buildIssue(`held-${orientation}`, bytes);
    expect(code, told).toBe(0);
    const upright = await decode(bytes, { upright: true });
    expect(distance(await decode(pictureOfPage(made(".html")), { upright: true }), upright)).toBe(0);
    expect(readFileSync(made(".html"), "utf8")).toContain(
      `width="${upright.width}" height="${upright.height}"`,
    );
  });
});
