/**
 * What a picture file records about how it was made, and should not pass on: where and when it was taken, with which
 * camera, by whom. Asked for so that it can be said; all of it is taken away, known or not
 * (clean-picture.ts).
 * @see CIPA DC-008 (Exif 2.32), 4.6; XMP part 2 (namespaces exif, tiff, dc); IPTC-IIM 4.2, record 2
 */
import type { PrivateData } from "../model/text.js";
import type { ExifEntry, ExifReader } from "./exif.js";

/** In the order in which they are reported. */
const ORDER: readonly PrivateData[] = ["position", "camera", "time", "person"];

export const inOrder = (found: ReadonlySet<PrivateData>): readonly PrivateData[] =>
  ORDER.filter((kind) => found.has(kind));

const EXIF_DIRECTORY = 0x8769;
const GPS_DIRECTORY = 0x8825;

/** Make, model, serial numbers of body and lens, lens model */
const CAMERA_TAGS: ReadonlySet<number> = new Set([0x010f, 0x0110, 0xa431, 0xa434, 0xa435, 0xc62f]);
/** When it was taken, when it was digitised; not when the file was changed */
const TIME_TAGS: ReadonlySet<number> = new Set([0x9003, 0x9004]);
/** Artist, XPAuthor, owner of the camera */
const PERSON_TAGS: ReadonlySet<number> = new Set([0x013b, 0x9c9d, 0xa430]);
/** Latitude and longitude: some cameras write the directory with neither */
const PLACE_TAGS: ReadonlySet<number> = new Set([2, 4]);

export function privateDataOfExif(exif: ExifReader | undefined): readonly PrivateData[] {
  if (exif === undefined) return [];
  const all = [...exif.entries, ...exif.directory(EXIF_DIRECTORY)];
  const hasAny = (entries: readonly ExifEntry[], tags: ReadonlySet<number>) =>
    entries.some(({ tag, count }) => tags.has(tag) && count > 0);
  return [
    ...(hasAny(exif.directory(GPS_DIRECTORY), PLACE_TAGS) ? (["position"] as const) : []),
    ...(hasAny(all, CAMERA_TAGS) ? (["camera"] as const) : []),
    ...(hasAny(all, TIME_TAGS) ? (["time"] as const) : []),
    ...(hasAny(all, PERSON_TAGS) ? (["person"] as const) : []),
  ];
}

const XMP_SIGNS: readonly (readonly [PrivateData, RegExp])[] = [
  ["position", /\bexif:GPS(?:Latitude|Longitude)\b/],
  [
    "camera",
    /\btiff:(?:Make|Model)\b|\baux:(?:SerialNumber|Lens)\b|\bexifEX:(?:LensModel|BodySerialNumber)\b/,
  ],
  ["time", /\bexif:DateTimeOriginal\b|\bphotoshop:DateCreated\b/],
  ["person", /\bdc:creator\b|\bIptc4xmpCore:CreatorContactInfo\b|\bxmpRights:Owner\b/],
];

/** @param packet an XMP packet, as its bytes */
export function privateDataOfXmp(packet: Uint8Array): readonly PrivateData[] {
  const text = new TextDecoder("latin1").decode(packet);
  return XMP_SIGNS.flatMap(([kind, sign]) => (sign.test(text) ? [kind] : []));
}

/** Data sets of record 2: sublocation, city, province; date created; by-line, writer. */
const IPTC_KINDS: ReadonlyMap<number, PrivateData> = new Map([
  [92, "position"],
  [90, "position"],
  [95, "position"],
  [55, "time"],
  [80, "person"],
  [122, "person"],
]);

/** @param resources Photoshop's image resources, behind their mark, one of which is IPTC */
export function privateDataOfIptc(resources: Uint8Array): readonly PrivateData[] {
  const view = new DataView(resources.buffer, resources.byteOffset, resources.byteLength);
  for (let at = 0; at + 12 <= view.byteLength; ) {
    if (view.getUint32(at) !== RESOURCE_MARK) return [];
    // A name in Pascal's way, its length and it padded to even; then the size of the data, padded too.
    const size = at + 6 + even(1 + view.getUint8(at + 6));
    if (size + 4 > view.byteLength) return [];
    const start = size + 4;
    const end = start + view.getUint32(size);
    if (view.getUint16(at + 4) === IPTC_RESOURCE)
      return privateDataOfDataSets(resources.subarray(start, end));
    at = even(end);
  }
  return [];
}

/** “8BIM” */
const RESOURCE_MARK = 0x3842494d;
const IPTC_RESOURCE = 0x0404;
const even = (length: number): number => length + (length % 2);

/** A data set: 1C, record, number, length in two bytes, data. */
function privateDataOfDataSets(iptc: Uint8Array): readonly PrivateData[] {
  const found: PrivateData[] = [];
  for (let at = 0; at + 5 <= iptc.length && iptc[at] === 0x1c; ) {
    const length = ((iptc[at + 3] ?? 0) << 8) | (iptc[at + 4] ?? 0);
    const kind = iptc[at + 1] === 2 ? IPTC_KINDS.get(iptc[at + 2] ?? 0) : undefined;
    if (kind !== undefined && length > 0) found.push(kind);
    at += 5 + length;
  }
  return found;
}
