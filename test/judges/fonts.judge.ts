/**
 * FreeType, through poppler and mutool: a page set from a subset looks the same, to the pixel, as
 * the page set from the whole font, for random sets of glyphs; and neither program complains.
 * CFF outlines are tried with Debian's Noto Serif CJK (fonts-noto-cjk), a collection.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFace } from "../../src/fonts/open-face.js";
import { openTrueType } from "../../src/fonts/open-truetype.js";
import {
  countingFile,
  DEFAULT_FACES,
  fileOf,
  LATIN_FACE,
  randomGlyphs,
  readBytes,
} from "../fonts/font-files.js";

const FOLDER = ".judges/fonts";
const COLLECTION = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
/** Debian's mutool says this of every file. */
const NO_COLOUR_MANAGEMENT = /^warning: ICC support is not available\n/m;
mkdirSync(FOLDER, { recursive: true });

describe.each(Object.entries({ ...DEFAULT_FACES, latin: LATIN_FACE }))("%s", (name, path) => {
  const bytes = readBytes(path);
  const face = openTrueType(fileOf(bytes, path));
  const glyphCount = bytes.readUInt16BE(tableOffset(bytes, "maxp") + 4);

  it.each([1, 2, 3, 4])("random set %i looks as in the whole font", (seed) => {
    const glyphs = randomGlyphs(glyphCount, { count: 100 * seed, seed });
    const places = glyphs.map((_, place) => place);
    const subset = printPage({ name: `${name}-${seed}-subset`, font: face.subset(glyphs), codes: places });
    const whole = printPage({ name: `${name}-${seed}-whole`, font: bytes, codes: glyphs });
    expect(subset.complaints).toBe("");
    expect(subset.poppler.equals(whole.poppler)).toBe(true);
    expect(subset.mutool.equals(whole.mutool)).toBe(true);
    expect(inkOf(subset.poppler)).toBeGreaterThan(2000);
  });
});

// CI installs the package; where it is missing, the suite says that this case was skipped.
it.skipIf(!existsSync(COLLECTION))("CFF font of a collection", async () => {
  const { file, close } = countingFile(COLLECTION);
  const face = await openFace(file, { postScriptName: "NotoSerifCJKsc-Regular" });
  const twin = openTrueType(fileOf(readBytes(DEFAULT_FACES.serif)));
  const text = [..."国务院学位委员会办公室（示范）：一二三，abcXYZ0189"];
  const codes = text.map((character) => character.codePointAt(0) ?? 0);
  const glyphs = codes.map((code) => face.glyph(code));
  // The two fonts are one design in two kinds of outlines.
  for (const [index, code] of codes.entries()) {
    const [ours, theirs] = [face.ink(glyphs[index] ?? 0), twin.ink(twin.glyph(code))];
    expect(face.advance(glyphs[index] ?? 0), text[index]).toBeCloseTo(twin.advance(twin.glyph(code)), 2);
    expect(ours?.left, text[index]).toBeCloseTo(theirs?.left ?? -1, 1);
    expect(ours?.top, text[index]).toBeCloseTo(theirs?.top ?? -1, 1);
  }
  const font = face.subset([0, ...glyphs, ...glyphs]);
  const places = glyphs.map((_, place) => place + 1);
  const once = printPage({ name: "cff", font, codes: places, isCff: true });
  const twice = printPage({
    name: "cff-twice",
    font,
    codes: places.map((place) => place + glyphs.length),
    isCff: true,
  });
  close();
  expect(once.complaints).toBe("");
  expect(inkOf(once.poppler)).toBeGreaterThan(2000);
  expect(once.mutool.equals(twice.mutool)).toBe(true);
});

interface PageJob {
  readonly name: string;
  readonly font: Uint8Array;
  /** two-byte codes, each set in a cell of its own */
  readonly codes: readonly number[];
  readonly isCff?: boolean;
}

/** Sets a page of glyphs, 20 on a line, and lets both programs draw it. */
function printPage(job: PageJob): { poppler: Buffer; mutool: Buffer; complaints: string } {
  const pdf = join(FOLDER, `${job.name}.pdf`);
  writeFileSync(pdf, pageOfGlyphs(job));
  const poppler = spawnSync("pdftoppm", ["-r", "72", "-gray", pdf], { maxBuffer: 1 << 26 });
  const mutool = spawnSync("mutool", ["draw", "-q", "-r", "72", "-c", "gray", "-F", "pgm", "-o", "-", pdf], {
    maxBuffer: 1 << 26,
  });
  execFileSync("qpdf", ["--check", pdf]);
  return {
    poppler: poppler.stdout,
    mutool: mutool.stdout,
    complaints: `${poppler.stderr}${mutool.stderr}`.replace(NO_COLOUR_MANAGEMENT, ""),
  };
}

function pageOfGlyphs({ font, codes, isCff = false }: PageJob): Buffer {
  const hex = (code: number) => code.toString(16).padStart(4, "0");
  const content = codes
    .map(
      (code, index) =>
        `1 0 0 1 ${20 + (index % 20) * 28} ${800 - Math.floor(index / 20) * 30} Tm <${hex(code)}> Tj`,
    )
    .join("\n");
  const kind = isCff ? "CIDFontType0" : "CIDFontType2";
  const map = isCff ? "" : "/CIDToGIDMap /Identity";
  const program = isCff ? "/FontFile3" : "/FontFile2";
  const stream = (dictionary: string, data: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from("\nendstream"),
    ]);
  const objects = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    Buffer.from(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    ),
    stream("", Buffer.from(`BT /F 24 Tf\n${content}\nET`)),
    Buffer.from(
      "<< /Type /Font /Subtype /Type0 /BaseFont /Try /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
    ),
    Buffer.from(
      `<< /Type /Font /Subtype /${kind} /BaseFont /Try /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ${map} /FontDescriptor 7 0 R >>`,
    ),
    Buffer.from(
      `<< /Type /FontDescriptor /FontName /Try /Flags 4 /FontBBox [-1000 -1000 3000 2000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 ${program} 8 0 R >>`,
    ),
    stream(isCff ? "/Subtype /CIDFontType0C" : `/Length1 ${font.length}`, font),
  ];
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  let length = 9;
  const offsets: number[] = [];
  for (const [index, body] of objects.entries()) {
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    offsets.push(length);
    length += object.length;
    parts.push(object);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** @returns how many pixels are dark */
const inkOf = (pixels: Buffer): number => pixels.reduce((count, pixel) => count + (pixel < 128 ? 1 : 0), 0);

function tableOffset(bytes: Buffer, tag: string): number {
  const start = bytes.indexOf(tag, 12, "latin1");
  return bytes.readUInt32BE(start + 8);
}
