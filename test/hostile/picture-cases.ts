/** Pictures that lie about their size, end early, unfold without end, or are something else too. */
import { deflateSync } from "node:zlib";
import { BUILT, bulletinWith, EITHER, type HostileCase, ITEM, withPicture } from "./hostile-case.js";
import { chunk, frame, joined, jpeg, png, segment, text } from "./made-pictures.js";

/** Damage that only unpacking shows is told when the PDF is made, by file, as unreadable input. */
const UNREADABLE = [0, 1, 2];

const ZEROS = (length: number): Uint8Array => new Uint8Array(length);
const SCAN = segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0));
const EXIF = (orientation: number): Uint8Array =>
  segment(
    0xe1,
    joined([
      text("Exif\0\0II"),
      Uint8Array.of(0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0),
    ]),
  );

/** Half a gigabyte of zeros in half a megabyte. */
const unfolding = (): Uint8Array => deflateSync(ZEROS(200 * 1024 * 1024), { level: 9 });

const whole = png({ width: 40, height: 30, data: ZEROS(30 * 121) });

const pngs: Readonly<Record<string, () => Uint8Array>> = {
  "of 65535 × 65535": () => png({ width: 65_535, height: 65_535, packed: ZEROS(9) }),
  "of 4294967295 × 1": () => png({ width: 0xffffffff, height: 1, packed: ZEROS(9) }),
  "of 49999 × 5000 with a few bytes of data": () =>
    png({ width: 49_999, height: 5000, packed: deflateSync(ZEROS(10)) }),
  "of 16000 × 16000, all there": () => png({ width: 16_000, height: 16_000, depth: 1, colour: 0 }),
  "of 1 × 50000": () => png({ width: 1, height: 50_000 }),
  "of 0 × 0": () => png({ width: 0, height: 0 }),
  "with alpha, 15000 × 15000, data missing": () =>
    png({ width: 15_000, height: 15_000, colour: 6, packed: deflateSync(ZEROS(1000)) }),
  "whose data unfold to 200 MB": () => png({ width: 100, height: 100, packed: unfolding() }),
  "whose data are no zlib": () => png({ packed: text("not packed at all") }),
  "with alpha whose data unfold to 200 MB": () =>
    png({ width: 100, height: 100, colour: 6, packed: unfolding() }),
  "with alpha whose data are no zlib": () => png({ colour: 6, packed: text("not packed at all") }),
  "with alpha whose rows end early": () => png({ colour: 6, width: 500, height: 500, data: ZEROS(1000) }),
  "with filters that do not exist": () => png({ colour: 6, data: ZEROS(8 * 33).fill(9) }),
  "interlaced, with rows of none": () => png({ interlace: 1, data: ZEROS(10) }),
  "interlaced with alpha, with rows of none": () => png({ interlace: 1, colour: 6, data: ZEROS(10) }),
  "with a palette that is not there": () => png({ colour: 3 }),
  "with transparency longer than its palette": () =>
    png({ colour: 3, before: [chunk("PLTE", ZEROS(3)), chunk("tRNS", ZEROS(256))], data: ZEROS(72).fill(1) }),
  "with palette indices beyond": () =>
    png({
      colour: 3,
      before: [chunk("PLTE", ZEROS(3)), chunk("tRNS", ZEROS(1))],
      data: ZEROS(72).fill(0xff),
    }),
  "of a colour type that does not exist": () => png({ colour: 5 }),
  "of a depth that does not exist": () => png({ depth: 3 }),
  "with a wrong checksum": () => joined([whole.subarray(0, 29), ZEROS(4), whole.subarray(33)]),
  "with a chunk of 4 GB": () =>
    joined([whole.subarray(0, 33), chunk("tEXt", text("x"), { length: 0xffffffff })]),
  "with a chunk of no length for ever": () =>
    joined([whole.subarray(0, 33), ...Array(20_000).fill(chunk("tEXt", ZEROS(0)))]),
  "with no data": () => joined([whole.subarray(0, 33), chunk("IEND", ZEROS(0))]),
  "with a header behind its data": () =>
    joined([whole.subarray(0, 8), chunk("IDAT", deflateSync(ZEROS(99))), whole.subarray(8)]),
  "with two headers": () => joined([whole.subarray(0, 33), whole.subarray(8)]),
  "with a colour profile that unfolds to 200 MB": () =>
    png({ before: [chunk("iCCP", joined([text("x\0\0"), unfolding()]))] }),
  "and HTML behind it": () => joined([whole, text("<script>alert(1)</script>")]),
  "and a ZIP behind it": () => joined([whole, text("PK\u0003\u0004"), ZEROS(100)]),
  "inside HTML": () => joined([text("<!doctype html>"), whole]),
};

const jpegs: Readonly<Record<string, () => Uint8Array>> = {
  "without a frame": () => jpeg(SCAN),
  "of 65535 × 65535": () => jpeg(frame(65_535, 65_535), SCAN),
  "of 0 × 0": () => jpeg(frame(0, 0), SCAN),
  "of 50000 × 5000 with no data": () => jpeg(frame(50_000, 5000), SCAN),
  "with a frame of 255 parts": () => jpeg(frame(8, 8, { parts: 255 }), SCAN),
  "with a frame of no parts": () => jpeg(frame(8, 8, { parts: 0 }), SCAN),
  "of 12 bits": () => jpeg(frame(8, 8, { depth: 12 }), SCAN),
  "arithmetic and lossless": () => jpeg(frame(8, 8, { marker: 0xcb }), SCAN),
  "with segments of no length": () => jpeg(segment(0xe0, ZEROS(0), 0), frame(8, 8), SCAN),
  "with a segment longer than the file": () => jpeg(segment(0xe0, ZEROS(4), 0xffff)),
  "with 500 kB of fill": () => jpeg(ZEROS(600_000).fill(0xff)),
  "with 8,000 segments before its frame": () =>
    jpeg(...Array(8000).fill(segment(0xef, ZEROS(60))), frame(8, 8), SCAN),
  "turned, with a directory beyond the end": () =>
    jpeg(
      segment(0xe1, joined([text("Exif\0\0MM"), Uint8Array.of(0, 0x2a, 0xff, 0xff, 0xff, 0xff)])),
      frame(8, 8),
      SCAN,
    ),
  "turned by an angle that does not exist": () => jpeg(EXIF(99), frame(8, 8), SCAN),
  "and a ZIP behind it": () => joined([jpeg(frame(8, 8), SCAN), text("PK\u0003\u0004"), ZEROS(100)]),
  "in CMYK with a broken Adobe marker": () =>
    jpeg(segment(0xee, text("Adobe")), frame(8, 8, { parts: 4 }), SCAN),
};

/** Every stage at which a download breaks off. */
const CUTS = [0, 1, 7, 8, 20, 33, 40, 45, 60, whole.length - 12, whole.length - 1];

const others: Readonly<Record<string, Uint8Array>> = {
  "a GIF": text("GIF89a\u0001\0\u0001\0"),
  "a WebP": text("RIFF\0\0\0\0WEBPVP8 "),
  "an SVG with a script": text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
  "a page": text("<!doctype html><script>alert(1)</script>"),
  "a PDF": text("%PDF-1.7\n"),
  zeros: ZEROS(1000),
  "a HEIC": text("\0\0\0\u0018ftypheic"),
};

export const pictureCases: readonly HostileCase[] = [
  ...Object.entries(pngs).map(([name, make]) => ({
    name: `picture/PNG ${name}`,
    files: () => withPicture(make()),
    codes: UNREADABLE,
  })),
  ...Object.entries(jpegs).map(([name, make]) => ({
    name: `picture/JPEG ${name}`,
    files: () => withPicture(make(), "a.jpg"),
    codes: UNREADABLE,
  })),
  ...CUTS.map((at) => ({
    name: `picture/PNG broken off at byte ${at}`,
    files: () => withPicture(whole.subarray(0, at)),
    says: /items\/01\.md:\d+:\d+/,
  })),
  ...Object.entries(others).map(([name, bytes]) => ({
    name: `picture/${name} called PNG`,
    files: () => withPicture(bytes),
    says: /items\/01\.md:\d+:\d+/,
  })),
  {
    name: "picture/500 uses of one",
    files: () =>
      bulletinWith({
        "items/01.md": `${ITEM}\n${'![座谈会](../images/a.png "座谈会")\n\n'.repeat(500)}`,
        "images/a.png": whole,
      }),
    codes: EITHER,
  },
  {
    name: "picture/300 pictures",
    files: () =>
      bulletinWith({
        "items/01.md": `${ITEM}\n${Array.from({ length: 300 }, (_, n) => `![座谈会${n}](../images/${n}.png)\n\n`).join("")}`,
        ...Object.fromEntries(
          Array.from({ length: 300 }, (_, n) => [`images/${n}.png`, png({ width: 400 + n, height: 300 })]),
        ),
      }),
    codes: BUILT,
  },
  {
    name: "picture/alternative text and caption of 100 kB",
    files: () =>
      bulletinWith({
        "items/01.md": `${ITEM}\n![${"文".repeat(30_000)}](../images/a.png "${"注".repeat(30_000)}")\n`,
        "images/a.png": whole,
      }),
    codes: EITHER,
  },
  {
    name: "picture/alternative text of markup",
    files: () =>
      bulletinWith({
        "items/01.md": `${ITEM}\n![" onerror="alert(1)](../images/a.png "</figcaption><script>alert(1)</script>")\n`,
        "images/a.png": whole,
      }),
    codes: EITHER,
  },
];
