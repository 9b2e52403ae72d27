/**
 * Faces as PDF wants them: Type 0 fonts with two-byte codes, a subset of the outlines, the widths,
 * and a table from codes back to characters. A code stands for a glyph together with the characters
 * it was set for: where two characters share one outline (⼀ U+2F00 and 一 U+4E00), each gets its own
 * code, so that copied text is the source text.
 * @see ISO 32000-1, 9.7 (composite fonts), 9.10.3 (ToUnicode); ISO 19005-2, 6.2.11
 */
import { createHash } from "node:crypto";
import type { Face, FaceMetrics, GlyphId } from "../../fonts/face.js";
import type { PlacedGlyph } from "../../layout/layout.js";
import { type PdfDictionary, type PdfFile, type PdfReference, pdfText } from "./pdf-file.js";
import { printToUnicode } from "./to-unicode.js";

/** A face in use in one file: its resource name, and codes for the glyphs it is asked for. */
export interface FaceUse {
  readonly resource: string;
  code(glyph: PlacedGlyph): number;
  /** width of a code in thousandths of an em, as the file states it */
  width(code: number): number;
}

export interface FaceUses {
  use(face: FaceMetrics): FaceUse;
  /** @returns the fonts by resource name; to be called when all text is written */
  embed(file: PdfFile): void;
  /** references to fonts that are written by `embed` */
  readonly resources: PdfDictionary;
}

interface CodedGlyph {
  readonly id: GlyphId;
  text: string;
  readonly width: number;
}

interface FaceRecord extends FaceUse {
  readonly face: Face;
  readonly reference: PdfReference;
  readonly coded: readonly CodedGlyph[];
}

export function collectFaces(file: Pick<PdfFile, "reserve">): FaceUses {
  const records = new Map<string, FaceRecord>();
  const resources: Record<string, PdfReference> = {};
  return {
    resources,
    use(face) {
      const known = records.get(face.name);
      if (known !== undefined) return known;
      if (!hasOutlines(face)) throw new Error(`The face ${face.name} has no outlines to embed`);
      const record = recordFace(face, `F${records.size + 1}`, file.reserve());
      records.set(face.name, record);
      resources[record.resource] = record.reference;
      return record;
    },
    embed(target) {
      for (const record of records.values()) embedFace(target, record);
    },
  };
}

const hasOutlines = (face: FaceMetrics): face is Face => "subset" in face;

function recordFace(face: Face, resource: string, reference: PdfReference): FaceRecord {
  // Code 0 is .notdef and is never shown.
  const coded: CodedGlyph[] = [{ id: 0, text: "", width: widthOf(face, 0) }];
  const firstCodes = new Map<GlyphId, number>();
  const otherCodes = new Map<string, number>();
  const add = (id: GlyphId, text: string): number => coded.push({ id, text, width: widthOf(face, id) }) - 1;
  return {
    face,
    resource,
    reference,
    coded,
    width: (code) => coded[code]?.width ?? 0,
    code({ id, text }) {
      const first = firstCodes.get(id);
      if (first === undefined) {
        const code = add(id, text);
        firstCodes.set(id, code);
        return code;
      }
      const known = coded[first];
      if (known === undefined || text === "" || known.text === text) return first;
      if (known.text === "") {
        known.text = text;
        return first;
      }
      const key = `${id} ${text}`;
      const other = otherCodes.get(key) ?? add(id, text);
      otherCodes.set(key, other);
      return other;
    },
  };
}

/** Thousandths of an em with three places: fonts of 2048 units an em do not come out even. */
const widthOf = (face: Face, id: GlyphId): number => Math.round(face.advance(id) * 1e6) / 1e3;

function embedFace(file: PdfFile, { face, coded, reference }: FaceRecord): void {
  const glyphs = coded.map((glyph) => glyph.id);
  const font = face.subset(glyphs);
  const name = `${subsetTag(face, glyphs)}+${face.name.replace(/[^A-Za-z0-9-]/g, "")}`;
  const descendant = file.add({
    Type: "Font",
    Subtype: face.outlines === "cff" ? "CIDFontType0" : "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: { Registry: pdfText("Adobe"), Ordering: pdfText("Identity"), Supplement: 0 },
    FontDescriptor: addDescriptor(file, { face, name, font }),
    DW: 1000,
    W: widthArray(coded),
    ...(face.outlines === "cff" ? {} : { CIDToGIDMap: "Identity" }),
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

function addDescriptor(
  file: PdfFile,
  { face, name, font }: { face: Face; name: string; font: Uint8Array },
): PdfReference {
  const thousandths = (em: number): number => Math.round(em * 1000);
  return file.add({
    Type: "FontDescriptor",
    FontName: name,
    // Symbolic: codes are glyphs, not characters of a standard set (9.8.2).
    Flags: 4,
    FontBBox: [face.bounds.left, face.bounds.bottom, face.bounds.right, face.bounds.top].map(thousandths),
    ItalicAngle: face.italicAngle,
    Ascent: thousandths(face.ascent),
    Descent: thousandths(face.descent),
    CapHeight: thousandths(face.capHeight),
    StemV: stemWidth(face.weight),
    ...fontFileEntry(file, face, font),
  });
}

function fontFileEntry(file: PdfFile, face: Face, font: Uint8Array): PdfDictionary {
  if (face.outlines === "truetype") {
    return { FontFile2: file.addStream({ Length1: font.length }, font) };
  }
  const isOpenType = Buffer.from(font.subarray(0, 4)).toString("latin1") === "OTTO";
  return { FontFile3: file.addStream({ Subtype: isOpenType ? "OpenType" : "CIDFontType0C" }, font) };
}

/** Width of upright stems is not in the font; this common estimate from the weight class serves viewers. */
const stemWidth = (weight: number): number => Math.round(50 + (weight / 65) ** 2);

/** Widths that are not a full em, in stretches of neighbouring codes. */
function widthArray(coded: readonly CodedGlyph[]): (number | number[])[] {
  const stretches: (number | number[])[] = [];
  let stretch: number[] | undefined;
  coded.forEach(({ width }, code) => {
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

/** Six letters that tell subsets of one face apart (9.6.4); from the contents, so that they repeat. */
function subsetTag(face: Face, glyphs: readonly GlyphId[]): string {
  const digest = createHash("sha256")
    .update(`${face.name} ${glyphs.join(" ")}`)
    .digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join("");
}
