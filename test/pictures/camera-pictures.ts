/**
 * Pictures as cameras and editors leave them: full of what is nobody's business. The words in them are
 * invented and rare, so that a file that still holds one can be found by it.
 */
import { crc32 } from "node:zlib";
import { chunk, joined, segment, text } from "../hostile/made-pictures.js";

/** What no edition may hold. */
export const SECRETS = [
  "Beispielkamera",
  "Q-7001",
  "SN-4711-0815",
  "2026:03:10 09:41:07",
  "MAKERNOTE-GEHEIM",
  "VORSCHAU-GEHEIM",
  "XMP-GEHEIM",
  "KOMMENTAR-GEHEIM",
  "NAMENSZEILE-GEHEIM",
  "ZWEITBILD-GEHEIM",
  "FILM-GEHEIM",
  "PROGRAMM-GEHEIM",
] as const;

/** Latitude as Exif has it: 31°, 13′, 49.44″; the bytes of its three fractions. */
export const LATITUDE = rational([31, 1], [13, 1], [4944, 100]);

type Value = string | number | Uint8Array;
type Directory = Readonly<Record<number, Value>>;

/** A TIFF structure, high byte first; directories of their own for Exif and GPS. */
export function exifOf(
  main: Directory,
  { exif, gps }: { exif?: Directory; gps?: Directory } = {},
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const head = Uint8Array.of(0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8);
  const pointed: readonly (readonly [number, Directory])[] = [
    ...(exif === undefined ? [] : [[0x8769, exif] as const]),
    ...(gps === undefined ? [] : [[0x8825, gps] as const]),
  ];
  const mainSize = sizeOf({ ...main, ...Object.fromEntries(pointed.map(([tag]) => [tag, 0])) });
  let at = head.length + mainSize;
  const pointers: Record<number, number> = {};
  for (const [tag, directory] of pointed) {
    pointers[tag] = at;
    pieces.push(directoryAt(directory, at));
    at += sizeOf(directory);
  }
  return joined([head, directoryAt({ ...main, ...pointers }, head.length), ...pieces]);
}

const POINTERS: ReadonlySet<number> = new Set([0x8769, 0x8825]);

const encoded = (value: Value): Uint8Array =>
  typeof value === "string"
    ? text(`${value}\0`)
    : typeof value === "number"
      ? Uint8Array.of(value >> 8, value & 255, 0, 0)
      : value;

const outside = (value: Value): number => (encoded(value).length > 4 ? encoded(value).length : 0);

const sizeOf = (directory: Directory): number =>
  Object.values(directory).reduce<number>((sum, value) => sum + 12 + outside(value), 2 + 4);

function directoryAt(directory: Directory, start: number): Uint8Array {
  const tags = Object.keys(directory)
    .map(Number)
    .sort((a, b) => a - b);
  let behind = start + 2 + tags.length * 12 + 4;
  const entries: Uint8Array[] = [];
  const values: Uint8Array[] = [];
  for (const tag of tags) {
    const value = directory[tag] ?? 0;
    const bytes = encoded(value);
    const entry = new Uint8Array(12);
    const view = new DataView(entry.buffer);
    view.setUint16(0, tag);
    if (typeof value === "number" && POINTERS.has(tag)) {
      view.setUint16(2, 4);
      view.setUint32(4, 1);
      view.setUint32(8, value);
    } else {
      view.setUint16(2, typeof value === "string" ? 2 : typeof value === "number" ? 3 : tag <= 4 ? 5 : 7);
      view.setUint32(
        4,
        typeof value === "number"
          ? 1
          : tag <= 4 && typeof value !== "string"
            ? bytes.length / 8
            : bytes.length,
      );
      if (bytes.length > 4) {
        view.setUint32(8, behind);
        behind += bytes.length;
        values.push(bytes);
      } else entry.set(bytes, 8);
    }
    entries.push(entry);
  }
  return joined([
    Uint8Array.of(tags.length >> 8, tags.length & 255),
    ...entries,
    new Uint8Array(4),
    ...values,
  ]);
}

function rational(...fractions: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = new Uint8Array(fractions.length * 8);
  const view = new DataView(bytes.buffer);
  fractions.forEach(([top, bottom], index) => {
    view.setUint32(index * 8, top);
    view.setUint32(index * 8 + 4, bottom);
  });
  return bytes;
}

export const PHONE_EXIF = (orientation: number): Uint8Array =>
  exifOf(
    { 271: "Beispielkamera", 272: "Q-7001", 274: orientation, 305: "PROGRAMM-GEHEIM" },
    {
      exif: {
        36867: "2026:03:10 09:41:07",
        37500: text("MAKERNOTE-GEHEIM"),
        42033: "SN-4711-0815",
        37510: text("VORSCHAU-GEHEIM"),
      },
      gps: { 1: "N", 2: LATITUDE, 3: "E", 4: rational([121, 1], [28, 1], [2532, 100]) },
    },
  );

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP-GEHEIM"><rdf:Description exif:GPSLatitude="31,13.824N" tiff:Make="Beispielkamera" exif:DateTimeOriginal="2026"><dc:creator>NAMENSZEILE-GEHEIM</dc:creator></rdf:Description></x:xmpmeta>`;

/** IPTC with a by-line, among Photoshop's resources. */
function photoshopResources(): Uint8Array {
  const line = text("NAMENSZEILE-GEHEIM");
  const iptc = joined([Uint8Array.of(0x1c, 2, 80, 0, line.length), line]);
  const pad = new Uint8Array(iptc.length % 2);
  const other = joined([text("8BIM"), Uint8Array.of(4, 0x0c, 0, 0, 0, 0, 0, 16), text("VORSCHAU-GEHEIM\0")]);
  const mine = joined([text("8BIM"), Uint8Array.of(4, 4, 0, 0, 0, 0, 0, iptc.length), iptc, pad]);
  return joined([text("Photoshop 3.0\0"), other, mine]);
}

export const ICC_SEGMENT = segment(
  0xe2,
  joined([text("ICC_PROFILE\0"), Uint8Array.of(1, 1), text("FARBPROFIL")]),
);

/** @param jpeg a plain one, whose metadata these become */
export function asFromPhone(jpeg: Uint8Array, { orientation = 1 } = {}): Uint8Array {
  const body = jpeg.subarray(2 + jfifLength(jpeg));
  return joined([
    Uint8Array.of(0xff, 0xd8),
    segment(
      0xe0,
      joined([text("JFIF\0"), Uint8Array.of(1, 2, 1, 0, 72, 0, 72, 5, 1), text("VORSCHAU-GEHEIM")]),
    ),
    segment(0xe0, joined([text("JFXX\0"), text("VORSCHAU-GEHEIM")])),
    segment(0xe1, joined([text("Exif\0\0"), PHONE_EXIF(orientation)])),
    segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${XMP}`)),
    ICC_SEGMENT,
    segment(0xe2, joined([text("MPF\0"), text("ZWEITBILD-GEHEIM")])),
    segment(0xed, photoshopResources()),
    segment(0xfe, text("KOMMENTAR-GEHEIM")),
    body,
    joined([
      Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
      text("ZWEITBILD-GEHEIM"),
      text("\0\0\0\x18ftypmp42FILM-GEHEIM"),
      Uint8Array.of(0xff, 0xd9),
    ]),
  ]);
}

/** Length of the JFIF segment that programs put first. */
function jfifLength(jpeg: Uint8Array): number {
  return jpeg[3] === 0xe0 ? 2 + ((jpeg[4] ?? 0) << 8) + (jpeg[5] ?? 0) : 0;
}

/** @param png a plain one, whose metadata these become */
export function asFromEditor(png: Uint8Array, { orientation = 1, isBehind = false } = {}): Uint8Array {
  const metadata = joined([
    chunk("tEXt", text("Author\0NAMENSZEILE-GEHEIM")),
    chunk("zTXt", text("Comment\0\0KOMMENTAR-GEHEIM")),
    chunk("iTXt", text(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`)),
    chunk("tIME", Uint8Array.of(7, 234, 3, 10, 9, 41, 7)),
    chunk("eXIf", PHONE_EXIF(orientation)),
    chunk("prVW", text("VORSCHAU-GEHEIM")),
  ]);
  // IHDR ends at 33, IEND takes the last twelve.
  const at = isBehind ? png.length - 12 : 33;
  return joined([png.subarray(0, at), metadata, png.subarray(at), text("FILM-GEHEIM")]);
}

/** @returns true where the sums of all chunks are right */
export function hasSoundSums(png: Uint8Array): boolean {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (crc32(png.subarray(at + 4, end)) !== view.getUint32(end)) return false;
    at = end + 4;
  }
  return true;
}

/** @returns the files of an issue of one item, which shows these pictures under the names given */
export function issueWithPictures(
  pictures: Readonly<Record<string, Uint8Array>>,
): Readonly<Record<string, string | Uint8Array>> {
  const names = Object.keys(pictures);
  const figures = names.map((name) => `![会场](../images/${name})`).join("\n\n");
  return {
    "issue.yaml": `bulletin: {name: 示例科协信息, publisher: 示例市科学技术协会}
year: 2026
number: 3
date: 2026-03-16
contact: {label: 信息报送邮箱, email: submissions@example.org}
sections:
  - name: 科技交流
    items: [items/01.md]
`,
    "items/01.md": `---\ntitle: 示例市科协举办学术交流会\n---\n\n${figures}\n`,
    ...Object.fromEntries(names.map((name) => [`images/${name}`, pictures[name] ?? new Uint8Array()])),
  };
}
