/** Opening fonts: collections, variable and damaged ones, names in two languages, how much is read. */
import { create, type PathCommand } from "fontkit";
import { describe, expect, it } from "vitest";
import { EnvironmentError, UnusableFile } from "../../src/diagnostics/diagnostic.js";
import type { Face } from "../../src/fonts/face.js";
import { fontDirectory } from "../../src/fonts/font-directory.js";
import { readFontTables } from "../../src/fonts/font-tables.js";
import { openFace } from "../../src/fonts/open-face.js";
import { openTrueType } from "../../src/fonts/open-truetype.js";
import { writeSimpleGlyph } from "../../src/fonts/write-glyph.js";
import { layoutMissingGlyph } from "../../src/rules/layout/missing-glyph.js";
import { countingFile, DEFAULT_FACES, fileOf, LATIN_FACE, readBytes } from "./font-files.js";
import { CHINESE, ENGLISH, makeCollection, makeFont, plainFont } from "./made-up-fonts.js";

const problemOf = async (opening: Promise<unknown>): Promise<string> => {
  try {
    await opening;
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problem.zh;
    throw error;
  }
  return "opened";
};

describe("collections", () => {
  const bytes = makeCollection([plainFont("First", 400), plainFont("Second", 700, { characters: "甲乙丙" })]);

  it("gives the font named", async () => {
    const face = await openFace(fileOf(bytes, "two.ttc"), { postScriptName: "Second-700" });
    expect([face.name, face.weight]).toEqual(["Second-700", 700]);
    expect(face.glyph(0x4e59)).toBe(2);
    expect(openTrueType(fileOf(face.subset([0, 2]))).advance(1)).toBe(face.advance(2));
  });

  it("gives the first font where none is named", async () => {
    expect((await openFace(fileOf(bytes))).name).toBe("First-400");
  });

  it("names the fonts it has where the one asked for is not in it", async () => {
    const opening = openFace(fileOf(bytes, "two.ttc"), { postScriptName: "Third" });
    expect(await problemOf(opening)).toBe("字体集 two.ttc 中没有“Third”。");
    await expect(opening).rejects.toMatchObject({ remedy: { en: "It contains: First-400, Second-700." } });
  });

  it("is found in a directory by the names of each font", async () => {
    const source = fontDirectory(() => [fileOf(bytes, "two.ttc")]);
    const file = source.open({ family: "second", weight: 700 });
    expect(file?.postScriptName).toBe("Second-700");
    expect(file && (await openFace(file)).name).toBe("Second-700");
    expect(source.open({ family: "Second", weight: 400 })).toBeUndefined();
  });
});

describe("a face that draws a dollar for the yuan", () => {
  const open = (characters: string, twins: boolean) =>
    openFace(fileOf(plainFont("Money", 400, { characters, twins })));

  it("lacks the yuan, so that the next face sets it", async () => {
    const face = await open("甲＄￥", true);
    expect([face.glyph(0xffe5), face.glyph(0xff04), face.glyph(0xa5)]).toEqual([0, 2, 0]);
  });

  it("has it where the two differ, and where it has no dollar", async () => {
    expect((await open("甲＄￥", false)).glyph(0xffe5)).toBe(3);
    expect((await open("甲￥", false)).glyph(0xffe5)).toBe(2);
  });
});

describe("font directory", () => {
  const names = [
    { id: 1, language: ENGLISH, text: "FangSong_GB2312" },
    { id: 1, language: CHINESE, text: "仿宋_GB2312" },
    { id: 4, language: CHINESE, text: "仿宋_GB2312 常规" },
    { id: 6, language: ENGLISH, text: "FangSong_GB2312" },
  ];
  const source = fontDirectory(() => [
    fileOf(new TextEncoder().encode("not a font at all"), "notes.txt"),
    fileOf(readBytes(LATIN_FACE).subarray(0, 5000), "cut.ttf"),
    fileOf(plainFont("Leaning", 400, { italic: true }), "italic.ttf"),
    fileOf(plainFont("Leaning", 400), "upright.ttf"),
    fileOf(makeFont({ weight: 400, names }), "simfang.ttf"),
    fileOf(plainFont("Old", 4), "old.ttf"),
  ]);

  it.each([
    ["仿宋_GB2312", 400, "simfang.ttf"],
    ["fangsong_gb2312", 400, "simfang.ttf"],
    ["仿宋_GB2312 常规", 400, "simfang.ttf"],
    ["仿宋_GB2312", 700, undefined],
    ["Leaning", 400, "upright.ttf"],
    ["Old", 400, "old.ttf"],
    ["Absent", 400, undefined],
  ])("%s %i", (family, weight, path) => {
    expect(source.open({ family, weight })?.path).toBe(path);
  });

  it("lends what is lacking from type of the same kind, then from that of about the weight", () => {
    const spares = fontDirectory(() => [
      fileOf(plainFont("Black", 400, { sans: true }), "black.ttf"),
      fileOf(plainFont("Heavy", 900), "heavy.ttf"),
      fileOf(plainFont("Song", 600), "song.ttf"),
    ]);
    const lentTo = (isSansSerif: boolean) =>
      spares.having?.([0x41], { weight: 400, isSystem: true, isSansSerif }).map(({ path }) => path);
    expect([lentTo(false), lentTo(true)]).toEqual([["song.ttf"], ["black.ttf"]]);
  });

  it("reads little of each file, and nothing before a font is asked for", () => {
    const counted = Object.values(DEFAULT_FACES).map(countingFile);
    const read = () => counted.reduce((sum, { bytesRead }) => sum + bytesRead(), 0);
    const directory = fontDirectory(() => counted.map(({ file }) => file));
    expect(read()).toBe(0);
    expect(directory.open({ family: "Noto Serif SC", weight: 700 })?.path).toBe(DEFAULT_FACES.serifBold);
    expect(read()).toBeLessThan(20_000);
    for (const { close } of counted) close();
  });
});

describe("variable fonts", () => {
  const file = fileOf(plainFont("Flowing", 400, { variable: 400 }), "flowing.ttf");

  it("are set at their default weight", async () => {
    expect((await openFace(file, { weight: 400 })).weight).toBe(400);
    expect((await openFace(file)).weight).toBe(400);
  });

  it("are refused at another if they have no variations", async () => {
    expect(await problemOf(openFace(file, { weight: 700 }))).toBe(
      "flowing.ttf 是可变字体，默认字重 400，不能直接排出字重 700。",
    );
  });
});

describe("weights of a variable font", () => {
  const MOVES = 300;
  const bytes = plainFont("Flowing", 400, { variable: 400, moves: MOVES });
  const file = fileOf(bytes, "flowing.ttf");
  const left = (face: Face) => Math.round((face.ink(1)?.left ?? 0) * face.unitsPerEm);
  const advance = (face: Face) => Math.round(face.advance(1) * face.unitsPerEm);

  it.each([
    [400, "Flowing-400", 0],
    [650, "Flowing-400-650", MOVES / 2],
    [900, "Flowing-400-900", MOVES],
  ])("%i is %s, its outlines and widths moved by %i", async (weight, name, moved) => {
    const byDefault = await openFace(file);
    const face = await openFace(file, { weight });
    expect([face.name, face.weight]).toEqual([name, weight]);
    expect(left(face) - left(byDefault)).toBe(moved);
    expect(advance(face) - advance(byDefault)).toBe(moved);
  });

  it("are what is embedded: a subset has the outlines of the weight", async () => {
    const face = await openFace(file, { weight: 900 });
    const [varied, plain] = [face.subset([0, 1, 2]), bytes].map((font) => create(Buffer.from(font)));
    for (const glyph of [1, 2]) {
      const [own, there] = [varied?.getGlyph(glyph), plain?.getGlyph(glyph)];
      const moved = there?.path.commands.map(({ command, args }) => ({
        command,
        args: args.map((place, index) => (index % 2 === 0 ? place + MOVES : place)),
      }));
      expect(roundedPath(own?.path.commands)).toEqual(roundedPath(moved));
      expect(own?.advanceWidth).toBe((there?.advanceWidth ?? 0) + MOVES);
    }
  });

  it("of damaged variations are told as damage of the file", async () => {
    const damaged = bytes.slice();
    const gvar = readFontTables(fileOf(damaged), 0).ranges.get("gvar");
    if (gvar === undefined) throw new Error("no variations");
    damaged.fill(0xff, gvar.offset + 36, gvar.offset + gvar.length);
    const face = await openFace(fileOf(damaged, "torn.ttf"), { weight: 700 });
    expect(() => face.ink(1)).toThrow(UnusableFile);
    expect(() => face.subset([0, 1])).toThrow("torn.ttf");
  });

  it("are refused beyond its axis", async () => {
    expect(await problemOf(openFace(file, { weight: 950 }))).toContain("不能直接排出字重 950");
  });

  it("are fonts of their family in the directory, each of its weight", async () => {
    const source = fontDirectory(() => [file]);
    const asked = [100, 400, 700].map((weight) => source.open({ family: "Flowing", weight }));
    expect(asked.map((found) => found?.weight)).toEqual([100, 400, 700]);
    const [spare] = source.having?.([0x41], { weight: 700, isSystem: false }) ?? [];
    expect(spare && (await openFace(spare)).weight).toBe(700);
  });
});

const roundedPath = (commands: readonly PathCommand[] | undefined) =>
  (commands ?? []).map(({ command, args }) => [command, ...args.map(Math.round)].join(" "));

describe("a simple glyph", () => {
  it.each([
    ["near points", [0, 0, 10, 200, 255, -255]],
    ["far points and none", [-1000, 40, 2000, 40, 2000, -3000]],
  ])("is read back as it was written: %s", (_, [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]) => {
    const record = writeSimpleGlyph([
      [
        { x: x1, y: y1, onCurve: true },
        { x: x2, y: y2, onCurve: false },
        { x: x3, y: y3, onCurve: true },
      ],
    ]);
    expect([2, 4, 6, 8].map((offset) => record.getInt16(offset))).toEqual([
      Math.min(x1, x2, x3),
      Math.min(y1, y2, y3),
      Math.max(x1, x2, x3),
      Math.max(y1, y2, y3),
    ]);
    expect([0, 10, 12].map((offset) => record.getInt16(offset))).toEqual([1, 2, 0]);
    expect(readPoints(record)).toEqual([x1, y1, x2, y2, x3, y3]);
  });

  it("without contours is empty", () => {
    expect(writeSimpleGlyph([]).byteLength).toBe(0);
  });
});

/** The coordinates of a glyph of three points, by the standard's own words. */
function readPoints(record: DataView): readonly number[] {
  const flags = [14, 15, 16].map((offset) => record.getUint8(offset));
  let at = 17;
  const axis = (short: number, same: number) => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) {
        value += (flag & same) !== 0 ? record.getUint8(at) : -record.getUint8(at);
        at += 1;
      } else if ((flag & same) === 0) {
        value += record.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(0x02, 0x10);
  const ys = axis(0x04, 0x20);
  return xs.flatMap((x, index) => [x, ys[index] ?? 0]);
}

describe("fonts without TrueType outlines", () => {
  const junk = Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256);

  it("with CFF outlines are measured before the outlines are looked into", async () => {
    const bytes = plainFont("Postscript", 400, { outlines: { tag: "CFF ", bytes: junk } });
    const face = await openFace(fileOf(bytes, "junk.otf"));
    expect([face.outlines, face.glyph(0x41), face.advance(1) > 0.5]).toEqual(["cff", 1, true]);
    expect(() => face.ink(1)).toThrow(EnvironmentError);
    expect(() => face.subset([0, 1])).toThrow(/junk\.otf is damaged/);
  });

  it("with outlines that PDF does not know are refused", async () => {
    const bytes = plainFont("Newer", 400, { outlines: { tag: "CFF2", bytes: junk } });
    expect(await problemOf(openFace(fileOf(bytes, "newer.otf")))).toBe(
      "字体 newer.otf 的轮廓格式（CFF2 或点阵）不能用于 PDF。",
    );
  });
});

describe("a name table that leads out of itself", () => {
  /** Says that it holds more names than it has room for. */
  const broken = (bytes: Uint8Array): Uint8Array => {
    const font = Buffer.from(bytes);
    const entry = font.indexOf("name");
    font.writeUInt16BE(0xffff, font.readUInt32BE(entry + 8) + 2);
    return font;
  };

  it("is passed over, and the fonts beside it are found", () => {
    const source = fontDirectory(() => [
      fileOf(broken(plainFont("Broken", 400)), "broken.ttf"),
      fileOf(plainFont("Whole", 400), "whole.ttf"),
    ]);
    expect(source.open({ family: "Broken", weight: 400 })).toBeUndefined();
    expect(source.open({ family: "Whole", weight: 400 })?.path).toBe("whole.ttf");
  });

  it("is damage where the file itself is opened", async () => {
    expect(await problemOf(openFace(fileOf(broken(plainFont("Broken", 400)), "broken.ttf")))).toContain(
      "broken.ttf 已损坏",
    );
  });
});

describe("damaged files", () => {
  const whole = readBytes(LATIN_FACE);

  it("are told as such wherever they are cut", async () => {
    for (const length of [0, 3, 11, 100, 4000, 30_000, 100_000, whole.length - 5000]) {
      const outcome = await problemOf(
        openFace(fileOf(whole.subarray(0, length), "cut.ttf")).then((face) => face.subset([0, 40, 300])),
      );
      expect(outcome, `${length} bytes`).toContain("cut.ttf");
    }
  });

  it("never give anything but an answer or an EnvironmentError", async () => {
    let state = 99;
    const random = (limit: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 8) % limit;
    };
    for (let round = 0; round < 300; round += 1) {
      const bytes = Uint8Array.from(whole);
      // Damage lies where it hurts: in the directory and in the tables in front of the outlines.
      for (let hit = 0; hit < 20; hit += 1) bytes[random(hit % 2 === 0 ? 400 : bytes.length)] = random(256);
      const outcome = await problemOf(
        openFace(fileOf(bytes, "bad.ttf")).then((face) => {
          for (const glyph of [0, 5, 36, 200, 668]) {
            face.ink(glyph);
            face.kern(36, glyph);
            face.substitute(glyph, "fwid");
            face.pair(glyph, glyph);
          }
          face.glyph(0x41);
          face.subset([0, 36, 200]);
        }),
      );
      expect(outcome === "opened" || outcome.includes("bad.ttf"), outcome).toBe(true);
    }
  });
});

it("reads a small part of a face of 15 MB", () => {
  const { file, bytesRead, close } = countingFile(DEFAULT_FACES.serif);
  const face = openTrueType(file);
  expect(bytesRead()).toBeLessThan(5000);
  const glyphs = Array.from({ length: 800 }, (_, index) => face.glyph(0x4e00 + index * 7));
  for (const glyph of glyphs) face.advance(glyph);
  expect(bytesRead()).toBeLessThan(200_000);
  face.subset([0, ...glyphs]);
  expect(bytesRead()).toBeLessThan(1_000_000);
  close();
});

it("has no face in the package with the character that layout/missing-glyph shows to be missing", () => {
  const [example] = layoutMissingGlyph.examples;
  const text = example?.files["items/01.md"] ?? "";
  const faces = Object.values(DEFAULT_FACES).map((path) => openTrueType(fileOf(readBytes(path))));
  const missing = [...text].filter(
    (character) =>
      /\p{L}/u.test(character) && faces.every((face) => face.glyph(character.codePointAt(0) ?? 0) === 0),
  );
  expect(missing).toEqual(["𠮷"]);
});
