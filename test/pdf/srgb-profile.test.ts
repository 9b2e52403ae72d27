/**
 * The profile is that of sRGB: its primaries are reckoned here from the chromaticities of IEC 61966-2-1, adapted to
 * the profile's white by the Bradford transform (ICC.1:2001-04, annex E), and its curve from points of the standard;
 * both are compared with the profile that the colour consortium publishes.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { srgbProfile } from "../../src/editions/pdf/claims/srgb-profile.js";

/** The profile sRGB2014 of the International Color Consortium, as pdfkit carries it. */
const PUBLISHED = readFileSync(resolve("node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc"));

type Row = readonly [number, number, number];
type Matrix = readonly [Row, Row, Row];

const bytes = Buffer.from(srgbProfile());

/** @returns the data of a tag */
function tag(signature: string, profile: Buffer = bytes): Buffer {
  const count = profile.readUInt32BE(128);
  for (let index = 0; index < count; index += 1) {
    const at = 132 + index * 12;
    if (profile.toString("latin1", at, at + 4) !== signature) continue;
    const start = profile.readUInt32BE(at + 4);
    return profile.subarray(start, start + profile.readUInt32BE(at + 8));
  }
  throw new Error(`no tag ${signature}`);
}

describe("the file", () => {
  it("says in its head what it is", () => {
    expect(bytes.readUInt32BE(0)).toBe(bytes.length);
    expect(bytes.readUInt32BE(8)).toBe(0x02400000);
    expect(bytes.toString("latin1", 12, 24)).toBe("mntrRGB XYZ ");
    expect([0, 1, 2, 3, 4, 5].map((part) => bytes.readUInt16BE(24 + part * 2))).toEqual([
      1999, 10, 1, 0, 0, 0,
    ]);
    expect(bytes.toString("latin1", 36, 40)).toBe("acsp");
    const white = [68, 72, 76].map((at) => bytes.readInt32BE(at) / 65536);
    for (const [at, value] of D50.entries()) expect(white[at]).toBeCloseTo(value, 4);
  });

  it("has its tags behind the table, whole, at multiples of four bytes, the one curve once", () => {
    const count = bytes.readUInt32BE(128);
    const places = Array.from({ length: count }, (_, index) => ({
      start: bytes.readUInt32BE(132 + index * 12 + 4),
      size: bytes.readUInt32BE(132 + index * 12 + 8),
    }));
    let end = 132 + count * 12;
    const once = [...new Map(places.map((place) => [place.start, place])).values()];
    for (const { start, size } of once.sort((a, b) => a.start - b.start)) {
      expect(start % 4).toBe(0);
      expect(start).toBe(end);
      end = start + size;
    }
    expect(end).toBe(bytes.length);
    expect(once).toHaveLength(count - 2);
  });

  it("has tags of the types that the standard gives them", () => {
    const types = { desc: "desc", cprt: "text", wtpt: "XYZ ", rXYZ: "XYZ ", rTRC: "curv" };
    for (const [signature, type] of Object.entries(types)) {
      expect(tag(signature).toString("latin1", 0, 4)).toBe(type);
      expect(tag(signature).readUInt32BE(4)).toBe(0);
    }
    for (const signature of ["wtpt", "rXYZ", "gXYZ", "bXYZ"]) expect(tag(signature)).toHaveLength(20);
    expect(tag("rTRC")).toHaveLength(12 + 2 * tag("rTRC").readUInt32BE(8));
  });

  it("has its name and its terms as text that ends", () => {
    const name = tag("desc");
    const length = name.readUInt32BE(8);
    expect(name.toString("latin1", 12, 12 + length)).toBe("sRGB IEC61966-2.1\0");
    // Behind it, empty: a code and a count of Unicode, a code, a count and 67 bytes of a script (6.5.17).
    const whole = 12 + length + 8 + 3 + 67;
    expect(name.length).toBeGreaterThanOrEqual(whole);
    expect(name.length).toBeLessThan(whole + 8);
    expect(name.subarray(12 + length).every((byte) => byte === 0)).toBe(true);
    const terms = tag("cprt").toString("latin1", 8);
    expect(terms).toMatch(/^No copyright, use freely\0{1,4}$/);
  });
});

const numbersOf = (data: Buffer): Row => [
  data.readInt32BE(8) / 65536,
  data.readInt32BE(12) / 65536,
  data.readInt32BE(16) / 65536,
];

const times = (rows: Matrix, [x, y, z]: Row): Row => {
  const [a, b, c] = rows.map(([p, q, r]) => p * x + q * y + r * z);
  return [a ?? 0, b ?? 0, c ?? 0];
};

/** A light of a chromaticity, as bright as `y` says. */
const light = (chromaticity: readonly [number, number], y = 1): Row => {
  const [u, v] = chromaticity;
  return [(u / v) * y, y, ((1 - u - v) / v) * y];
};

const WHITE = light([0.3127, 0.329]);
const D50: Row = [0.9642, 1, 0.8249];
const BRADFORD: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];
const BRADFORD_BACK: Matrix = [
  [0.9869929, -0.1470543, 0.1599627],
  [0.4323053, 0.5183603, 0.0492912],
  [-0.0085287, 0.0400428, 0.9684867],
];

function adapted(colour: Row): Row {
  const [from, to, cone] = [WHITE, D50, colour].map((each) => times(BRADFORD, each));
  const scaled = [0, 1, 2].map((at) => ((cone?.[at] ?? 0) * (to?.[at] ?? 0)) / (from?.[at] ?? 1));
  return times(BRADFORD_BACK, [scaled[0] ?? 0, scaled[1] ?? 0, scaled[2] ?? 0]);
}

describe("the primaries", () => {
  // Shares of the white's brightness, as the standard gives them (0.2126, 0.7152, 0.0722).
  it.each([
    ["rXYZ", [0.64, 0.33], 0.2126],
    ["gXYZ", [0.3, 0.6], 0.7152],
    ["bXYZ", [0.15, 0.06], 0.0722],
  ] as const)("%s", (signature, chromaticity, brightness) => {
    const expected = adapted(light(chromaticity, brightness));
    for (const [at, value] of numbersOf(tag(signature)).entries())
      expect(value).toBeCloseTo(expected[at] ?? 0, 3);
  });

  it.each(["rXYZ", "gXYZ", "bXYZ"])(
    "%s is to the last bit what the colour consortium publishes",
    (signature) => {
      expect(PUBLISHED.includes("Copyright International Color Consortium")).toBe(true);
      expect([...tag(signature)]).toEqual([...tag(signature, PUBLISHED)]);
    },
  );

  it("make up the white of the profile between them", () => {
    const primaries = ["rXYZ", "gXYZ", "bXYZ"].map((signature) => numbersOf(tag(signature)));
    for (const [at, value] of D50.entries()) {
      expect(primaries.reduce((sum, each) => sum + (each[at] ?? 0), 0)).toBeCloseTo(value, 3);
    }
  });

  it("are seen under the white of day", () => {
    for (const [at, value] of numbersOf(tag("wtpt")).entries()) expect(value).toBeCloseTo(WHITE[at] ?? 0, 3);
  });
});

it.each(["rTRC", "gTRC", "bTRC"])("%s is the curve of the standard", (signature) => {
  const curve = tag(signature);
  const count = curve.readUInt32BE(8);
  const at = (stored: number) => curve.readUInt16BE(12 + 2 * Math.round(stored * (count - 1))) / 65535;
  // Stored values of 8 bits and their light, by the formula of the standard.
  expect(at(0)).toBe(0);
  expect(at(10 / 255)).toBeCloseTo(0.003035, 4);
  expect(at(128 / 255)).toBeCloseTo(0.21586, 4);
  expect(at(188 / 255)).toBeCloseTo(0.502886, 4);
  expect(at(1)).toBe(1);
});

it("between its points the curve is right to the step of 16 bits, as the published one of 1024 points is", () => {
  const [ours, theirs] = [tag("rTRC"), tag("rTRC", PUBLISHED)];
  const last = ours.readUInt32BE(8) - 1;
  const steps = theirs.readUInt32BE(8) - 1;
  for (let step = 0; step <= steps; step += 1) {
    const place = (step / steps) * last;
    const from = Math.min(Math.floor(place), last - 1);
    const [low, high] = [from, from + 1].map((point) => ours.readUInt16BE(12 + 2 * point));
    const light = (low ?? 0) + ((high ?? 0) - (low ?? 0)) * (place - from);
    expect(Math.abs(light - theirs.readUInt16BE(12 + 2 * step))).toBeLessThan(1.5);
  }
});
