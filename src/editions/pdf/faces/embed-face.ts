/**
 * Faces as PDF wants them: Type 0 fonts with two-byte codes, a subset of the outlines, the widths,
 * and a table from codes back to characters. Copied text has to be the source text, so a code
 * stands for more than a glyph:
 * - for the characters it was set for: where two share one outline (⼀ U+2F00 and 一 U+4E00), each
 *   has its own code;
 * - for the gap behind it: readers take a gap between 年 and 3 for a space, but not a wide glyph, so
 *   a code may have a wider advance than its glyph (show-text.ts decides).
 * @see ISO 32000-1, 9.7 (composite fonts), 9.10.3 (ToUnicode); ISO 19005-2, 6.2.11
 */
import { createHash } from "node:crypto";
import { deflate } from "node:zlib";
import type { Face, FaceMetrics, GlyphId } from "../../../fonts/face.js";
import { type Keep, keepNothing } from "../../../model/kept-values.js";
import type { PdfFile } from "../objects/pdf-file.js";
import { type PdfDictionary, type PdfReference, pdfText } from "../objects/pdf-value.js";
import { printToUnicode } from "./to-unicode.js";
import { widenAdvances } from "./widen-advances.js";

/** What a code stands for. */
export interface CodedGlyph {
  readonly id: GlyphId;
  readonly text: string;
  /** gap behind the glyph that belongs to its advance, in thousandths of an em */
  readonly gap: number;
}

/** A face in use in one file: its resource name, and codes for the glyphs it is asked for. */
export interface FaceUse {
  readonly resource: string;
  /** false where advances cannot be changed: the outlines are CFF, whose widths are in their programs */
  readonly canCarryGaps: boolean;
  code(glyph: CodedGlyph): number;
  /** advance width of a code in thousandths of an em, as the file states it */
  width(code: number): number;
}

export interface FaceUses {
  use(face: FaceMetrics): FaceUse;
  /** the faces by resource name, one dictionary for all pages; `embed` writes it */
  readonly resources: PdfReference;
  /** to be called when all text is written; while the faces are compressed, other objects may be */
  embed(): Promise<void>;
}

interface FaceRecord extends FaceUse {
  readonly face: Face;
  readonly reference: PdfReference;
  readonly coded: readonly CodedGlyph[];
}

/** @param keep gives the program of a face as it was packed for the same codes before */
export function collectFaces(
  file: PdfFile,
  keep: Keep<string, Promise<PackedProgram>> = keepNothing,
): FaceUses {
  const records = new Map<string, FaceRecord>();
  const resources = file.reserve();
  return {
    resources,
    use(face) {
      const known = records.get(face.name);
      if (known !== undefined) return known;
      if (!hasOutlines(face)) throw new Error(`The face ${face.name} has no outlines to embed`);
      const record = recordFace(face, `F${records.size + 1}`, file.reserve());
      records.set(face.name, record);
      return record;
    },
    async embed() {
      const used = [...records.values()];
      const programs = await Promise.all(
        used.map(({ face, coded }) =>
          keep(face.name, [face, printCodes(coded)], () => packProgram(face, coded)),
        ),
      );
      programs.forEach((program, index) => {
        const record = used[index];
        if (record !== undefined) embedFace(file, { ...program, record });
      });
      file.write(resources, Object.fromEntries(used.map(({ resource, reference }) => [resource, reference])));
    },
  };
}

const hasOutlines = (face: FaceMetrics): face is Face => "subset" in face;

function recordFace(face: Face, resource: string, reference: PdfReference): FaceRecord {
  // Code 0 is .notdef and is never shown.
  const coded: CodedGlyph[] = [{ id: 0, text: "", gap: 0 }];
  const widths: number[] = [widthOf(face, { id: 0, gap: 0 })];
  const add = (glyph: CodedGlyph): number => {
    widths.push(widthOf(face, glyph));
    return coded.push(glyph) - 1;
  };
  /** the first code of each glyph, which serves nearly always */
  const firstCodes = new Map<GlyphId, number>();
  const otherCodes = new Map<string, number>();
  return {
    face,
    resource,
    reference,
    coded,
    canCarryGaps: face.outlines === "truetype",
    width: (code) => widths[code] ?? 0,
    code(glyph) {
      const { id, text, gap } = glyph;
      const first = firstCodes.get(id);
      if (first === undefined) {
        const code = add(glyph);
        firstCodes.set(id, code);
        return code;
      }
      const known = coded[first];
      if (known?.text === text && known.gap === gap) return first;
      const key = `${id} ${gap} ${text}`;
      const other = otherCodes.get(key) ?? add(glyph);
      otherCodes.set(key, other);
      return other;
    },
  };
}

/** Whole font units, since that is what the font program can say; printed with three places. */
function widthOf(face: Face, { id, gap }: Pick<CodedGlyph, "id" | "gap">): number {
  return Math.round((advanceUnits(face, { id, gap }) / face.unitsPerEm) * 1e6) / 1e3;
}

const advanceUnits = (face: Face, { id, gap }: Pick<CodedGlyph, "id" | "gap">): number =>
  Math.round((face.advance(id) + gap / 1000) * face.unitsPerEm);

/** What a face's codes draw, as a font program. */
export interface PackedProgram {
  readonly bytes: Uint8Array;
  /** the same deflated, which Node does beside the main thread: it takes longer than all pages together */
  readonly packed: Uint8Array;
  /** six letters that tell subsets of one face apart (9.6.4) */
  readonly tag: string;
}

interface FontProgram extends PackedProgram {
  readonly record: FaceRecord;
}

/** @returns what the codes stand for, the same text for the same */
const printCodes = (coded: readonly CodedGlyph[]): string =>
  coded.map(({ id, text, gap }) => `${id} ${gap} ${text}`).join("\n");

const deflateAside = (bytes: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    deflate(bytes, (fault, packed) => (fault === null ? resolve(packed) : reject(fault)));
  });

async function packProgram(face: Face, coded: readonly CodedGlyph[]): Promise<PackedProgram> {
  const glyphs = coded.map((glyph) => glyph.id);
  const widened = coded.flatMap((glyph, code): [number, number][] =>
    glyph.gap === 0 ? [] : [[code, advanceUnits(face, glyph)]],
  );
  const bytes = widenAdvances(face.subset(wholeWhereAsked(face, glyphs)), new Map(widened));
  return { bytes, packed: await deflateAside(bytes), tag: subsetTag(bytes) };
}

/** A maker may allow embedding as long as no glyph is left out (OS/2 fsType, bit 8): the others follow those used. */
function wholeWhereAsked(face: Face, glyphs: readonly GlyphId[]): readonly GlyphId[] {
  if (face.embedding !== "whole") return glyphs;
  const used = new Set(glyphs);
  const rest = Array.from({ length: face.glyphCount }, (_, glyph) => glyph).filter(
    (glyph) => !used.has(glyph),
  );
  return [...glyphs, ...rest].slice(0, MOST_GLYPHS);
}

/** A font holds no more (maxp, numGlyphs). */
const MOST_GLYPHS = 0xffff;

function embedFace(file: PdfFile, program: FontProgram): void {
  const { record } = program;
  const { face, coded, reference } = record;
  const name = `${program.tag}+${face.name.replace(/[^A-Za-z0-9-]/g, "")}`;
  const isTrueType = face.outlines === "truetype";
  const descendant = file.add({
    Type: "Font",
    Subtype: isTrueType ? "CIDFontType2" : "CIDFontType0",
    BaseFont: name,
    CIDSystemInfo: { Registry: pdfText("Adobe"), Ordering: pdfText("Identity"), Supplement: 0 },
    FontDescriptor: addDescriptor(file, name, program),
    DW: 1000,
    W: widthArray(coded.map((_, code) => record.width(code))),
    CIDToGIDMap: isTrueType ? "Identity" : undefined,
  });
  file.write(reference, {
    Type: "Font",
    Subtype: "Type0",
    BaseFont: name,
    Encoding: "Identity-H",
    DescendantFonts: [descendant],
    ToUnicode: file.addStream({}, printToUnicode(coded.map((glyph) => glyph.text))),
  });
}

function addDescriptor(file: PdfFile, name: string, program: FontProgram): PdfReference {
  const { face } = program.record;
  const { bounds } = face;
  const thousandths = (em: number): number => Math.round(em * 1000);
  return file.add({
    Type: "FontDescriptor",
    FontName: name,
    // Symbolic: codes are glyphs, not characters of a standard set (9.8.2).
    Flags: 4,
    FontBBox: [bounds.left, bounds.bottom, bounds.right, bounds.top].map(thousandths),
    ItalicAngle: face.italicAngle,
    Ascent: thousandths(face.ascent),
    Descent: thousandths(face.descent),
    CapHeight: thousandths(face.capHeight),
    StemV: stemWidth(face.weight),
    ...addFontFile(file, program),
  });
}

function addFontFile(file: PdfFile, { record, bytes, packed }: FontProgram): PdfDictionary {
  const Filter = "FlateDecode";
  if (record.face.outlines === "truetype") {
    return { FontFile2: file.addStream({ Length1: bytes.length, Filter }, packed) };
  }
  const isOpenType = Buffer.from(bytes.subarray(0, 4)).toString("latin1") === "OTTO";
  const Subtype = isOpenType ? "OpenType" : "CIDFontType0C";
  return { FontFile3: file.addStream({ Subtype, Filter }, packed) };
}

/** The width of upright stems is not in the font; viewers are content with this estimate from its weight. */
const stemWidth = (weight: number): number => Math.round(50 + (weight / 65) ** 2);

/** Widths that are not a full em, in stretches of neighbouring codes. */
function widthArray(widths: readonly number[]): (number | number[])[] {
  const stretches: (number | number[])[] = [];
  let stretch: number[] | undefined;
  widths.forEach((width, code) => {
    if (width === 1000) {
      stretch = undefined;
      return;
    }
    if (stretch === undefined) {
      stretch = [];
      stretches.push(code, stretch);
    }
    stretch.push(width);
  });
  return stretches;
}

/** From the contents, so that it repeats. */
function subsetTag(font: Uint8Array): string {
  const digest = createHash("sha256").update(font).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join("");
}
