/**
 * An ICC profile of the sRGB colour space, made from the numbers of its standard: three primaries
 * adapted to D50 and one tone curve. PDF/A needs it as output intent; making it saves carrying a
 * data file through the bundle.
 * @see ICC.1:2001-04 (profile version 2.4), IEC 61966-2-1:1999
 */

/**
 * Primaries of IEC 61966-2-1, adapted to D50 by the Bradford transform, and its white, as XYZ. To the last bit that
 * is stored the primaries are those of the International Color Consortium's own profile, sRGB2014.
 */
const WHITE_D65 = [0.95047, 1, 1.08883] as const;
const RED = [0.43607, 0.22249, 0.01392] as const;
const GREEN = [0.38515, 0.71687, 0.09708] as const;
const BLUE = [0.14307, 0.06061, 0.7141] as const;

/** The profile connection space's white (ICC.1:2001-04, 6.1.9). */
const WHITE_D50 = [0.9642, 1, 0.8249] as const;

/** Points of the tone curve; the curve is smooth, so a few hundred describe it to 16 bits. */
const CURVE_POINTS = 256;

const HEADER_BYTES = 128;

type Xyz = readonly [number, number, number];

export const SRGB_NAME = "sRGB IEC61966-2.1";

export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: readonly (readonly [signature: string, data: Buffer])[] = [
    ["desc", description(SRGB_NAME)],
    ["cprt", copyright("No copyright, use freely")],
    ["wtpt", point(WHITE_D65)],
    ["rXYZ", point(RED)],
    ["gXYZ", point(GREEN)],
    ["bXYZ", point(BLUE)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  const bodies: Buffer[] = [];
  let offset = HEADER_BYTES + table.length;
  tags.forEach(([signature, data], index) => {
    let place = places.get(data);
    if (place === undefined) {
      place = offset;
      places.set(data, place);
      bodies.push(data);
      offset += data.length;
    }
    table.write(signature, 4 + index * 12, "latin1");
    table.writeUInt32BE(place, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
  });
  return Buffer.concat([header(offset), table, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeUInt32BE(size, 0);
  // Version 2.4.0.
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  // The date of the standard (1999-10-01): a profile has to carry one, and it must not be the clock's.
  [1999, 10, 1, 0, 0, 0].forEach((part, index) => {
    bytes.writeUInt16BE(part, 24 + index * 2);
  });
  bytes.write("acsp", 36, "latin1");
  point(WHITE_D50).copy(bytes, 68, 8);
  return bytes;
}

/** textDescriptionType (6.5.17) with its ASCII part alone. */
function description(text: string): Buffer {
  const bytes = Buffer.alloc(padded(12 + text.length + 1 + 12 + 67));
  bytes.write("desc", 0, "latin1");
  bytes.writeUInt32BE(text.length + 1, 8);
  bytes.write(text, 12, "latin1");
  return bytes;
}

/** textType (6.5.18). */
function copyright(text: string): Buffer {
  const bytes = Buffer.alloc(padded(8 + text.length + 1));
  bytes.write("text", 0, "latin1");
  bytes.write(text, 8, "latin1");
  return bytes;
}

/** XYZType (6.5.26): three numbers with 16 bits behind the point. */
function point(values: Xyz): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write("XYZ ", 0, "latin1");
  values.forEach((value, index) => {
    bytes.writeInt32BE(Math.round(value * 65536), 8 + index * 4);
  });
  return bytes;
}

/** curveType (6.5.3): from the stored value to light, by the formula of IEC 61966-2-1. */
function toneCurve(): Buffer {
  const bytes = Buffer.alloc(padded(12 + CURVE_POINTS * 2));
  bytes.write("curv", 0, "latin1");
  bytes.writeUInt32BE(CURVE_POINTS, 8);
  for (let index = 0; index < CURVE_POINTS; index++) {
    const stored = index / (CURVE_POINTS - 1);
    const light = stored <= 0.04045 ? stored / 12.92 : ((stored + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(light * 65535), 12 + index * 2);
  }
  return bytes;
}

/** Tags start at multiples of four bytes. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;
