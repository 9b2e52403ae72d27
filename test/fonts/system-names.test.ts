/**
 * Fonts as Windows and macOS carry them, made up: Chinese and English names in the code pages of their platforms,
 * collections, rights, and files that are no fonts.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UnusableFile } from "../../src/diagnostics/diagnostic.js";
import { fontLister } from "../../src/disk/disk-fonts.js";
import { fontsBelow, systemFontFolders } from "../../src/disk/system-fonts.js";
import { faceOpener } from "../../src/fonts/face-opener.js";
import { fontDirectory } from "../../src/fonts/font-directory.js";
import { fileOf } from "./font-files.js";
import { CHINESE, ENGLISH, type MadeUpName, makeCollection, makeFont, plainFont } from "./made-up-fonts.js";

const ascii = (text: string): readonly number[] => [...Buffer.from(text, "latin1")];
/** 宋体, 新宋体 and 仿宋 in GBK, 細明體 in Big5 */
const SONG = [0xcb, 0xce, 0xcc, 0xe5];
const NEW_SONG = [0xd0, 0xc2, ...SONG];
const FANGSONG = [0xb7, 0xc2, 0xcb, 0xce];
const MINGLIU = [0xb2, 0xd3, 0xa9, 0xfa, 0xc5, 0xe9];

const windows = (
  id: number,
  text: string | readonly number[],
  more: Partial<MadeUpName> = {},
): MadeUpName => ({
  id,
  language: ENGLISH,
  text,
  ...more,
});
const macintosh = (id: number, encoding: number, text: readonly number[]): MadeUpName => ({
  id,
  platform: 1,
  encoding,
  language: 0,
  text,
});

const made = (...names: readonly MadeUpName[]) => makeFont({ weight: 400, names });

const open = (family: string, ...fonts: readonly Uint8Array[]) =>
  fontDirectory(() => fonts.map((bytes, index) => fileOf(bytes, `${index}.ttf`))).open({
    family,
    weight: 400,
  });

/** simsun.ttc: two fonts, each by an English and a Chinese name, the Chinese one in UTF-16 */
const SIMSUN = makeCollection([
  made(windows(1, "SimSun"), windows(1, "宋体", { language: CHINESE }), windows(6, "SimSun")),
  made(windows(1, "NSimSun"), windows(1, "新宋体", { language: CHINESE }), windows(6, "NSimSun")),
]);
const SIMFANG = made(
  windows(1, "FangSong"),
  windows(1, "仿宋", { language: CHINESE }),
  windows(6, "FangSong"),
);
const OLD_FANGSONG = made(windows(1, "仿宋_GB2312", { language: CHINESE }), windows(6, "FangSong_GB2312"));

describe("a family is found by each of its names", () => {
  it.each([
    ["宋体", "SimSun"],
    ["SimSun", "SimSun"],
    ["simsun", "SimSun"],
    ["新宋体", "NSimSun"],
    ["NSimSun", "NSimSun"],
  ])("%s in a collection", (family, postScriptName) => {
    expect(open(family, SIMFANG, SIMSUN)).toMatchObject({ path: "1.ttf", postScriptName });
  });

  it.each(["仿宋", "FangSong", "FANGSONG"])("%s", (family) => {
    expect(open(family, SIMSUN, OLD_FANGSONG, SIMFANG)?.path).toBe("2.ttf");
  });

  it.each(["仿宋_GB2312", "FangSong_GB2312"])("%s, which is another font than 仿宋", (family) => {
    expect(open(family, SIMFANG, OLD_FANGSONG)?.path).toBe("1.ttf");
    expect(open(family, SIMFANG)).toBeUndefined();
  });

  it.each<readonly [string, string, readonly MadeUpName[]]>([
    ["in GBK, on Windows", "宋体", [windows(1, SONG, { encoding: 3, language: CHINESE }), windows(6, "A")]],
    [
      "in Big5, on Windows",
      "細明體",
      [windows(1, MINGLIU, { encoding: 4, language: 0x0404 }), windows(6, "A")],
    ],
    [
      "in GBK, on the Macintosh alone",
      "仿宋",
      [macintosh(1, 25, FANGSONG), macintosh(6, 0, ascii("STFang"))],
    ],
    ["in Big5, on the Macintosh alone", "細明體", [macintosh(1, 2, MINGLIU), macintosh(6, 0, ascii("Ming"))]],
    [
      "on the Macintosh, beside an English one on Windows",
      "新宋体",
      [windows(1, "Some Song"), windows(6, "A"), macintosh(1, 25, NEW_SONG)],
    ],
    [
      "in English on the Macintosh alone",
      "Some Song",
      [macintosh(1, 0, ascii("Some Song")), macintosh(6, 0, ascii("Some"))],
    ],
    [
      "in Unicode, of no platform",
      "宋体",
      [windows(1, "宋体", { platform: 0, encoding: 3 }), windows(6, "A")],
    ],
    ["by the other of a pair: only English is there", "宋体", [windows(1, "SimSun"), windows(6, "SimSun")]],
    ["by the other of a pair: only Chinese is there", "KaiTi", [windows(1, "楷体"), windows(6, "A")]],
    [
      "by its typographic family",
      "Songti SC",
      [windows(1, "Songti SC Light"), windows(16, "Songti SC"), windows(6, "A")],
    ],
  ])("%s", (_, family, names) => {
    expect(open(family, OLD_FANGSONG, made(...names))?.path).toBe("1.ttf");
  });
});

describe("a collection", () => {
  it("gives its sound fonts where one is damaged", () => {
    const bytes = SIMSUN.slice();
    // The second font is said to begin behind the end of the file.
    new DataView(bytes.buffer).setUint32(16, bytes.length + 400);
    expect(open("宋体", bytes)?.postScriptName).toBe("SimSun");
    expect(open("新宋体", bytes)).toBeUndefined();
  });
});

const scratch = mkdtempSync(join(tmpdir(), "bulletin-system-names-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function tree(name: string, files: Readonly<Record<string, Uint8Array>>): string {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(scratch, name, path)), { recursive: true });
    writeFileSync(join(scratch, name, path), bytes);
  }
  return join(scratch, name);
}

describe("fonts of a computer", () => {
  it("with Windows: those of all users, then the user's own, by either name", async () => {
    const root = tree("windows", {
      "Windows/Fonts/simsun.ttc": SIMSUN,
      "Windows/Fonts/simfang.ttf": SIMFANG,
      "Windows/Fonts/vgaoem.fon": new Uint8Array(100),
      "Local/Microsoft/Windows/Fonts/仿宋_GB2312.ttf": OLD_FANGSONG,
      "Local/Kingsoft/WPS Office/12/office6/fonts/own.TTF": plainFont("WPS Song", 400),
    });
    const environment = { WINDIR: join(root, "Windows"), LocalAppData: join(root, "Local") };
    const folders = systemFontFolders({ platform: "win32", environment, home: undefined });
    const source = fontDirectory(() => fontsBelow(folders, fontLister(true)));
    const pathOf = (family: string) => source.open({ family, weight: 400 })?.path.slice(root.length + 1);
    expect(["宋体", "NSimSun", "仿宋", "仿宋_GB2312", "WPS Song"].map(pathOf)).toEqual([
      "Windows/Fonts/simsun.ttc",
      "Windows/Fonts/simsun.ttc",
      "Windows/Fonts/simfang.ttf",
      "Local/Microsoft/Windows/Fonts/仿宋_GB2312.ttf",
      "Local/Kingsoft/WPS Office/12/office6/fonts/own.TTF",
    ]);
  });

  it("with macOS: no .dfont, nor what is one under another name", () => {
    const dfont = new Uint8Array([
      0,
      0,
      1,
      0,
      0,
      0,
      2,
      0,
      0,
      0,
      1,
      0,
      0,
      0,
      0,
      40,
      ...new Array<number>(600).fill(0),
    ]);
    const root = tree("mac", {
      "Library/Fonts/Songti.ttc": makeCollection([
        made(
          windows(1, "Songti SC"),
          windows(1, "宋体-简", { language: CHINESE }),
          windows(6, "STSongti-SC"),
        ),
        made(windows(1, "STSong"), windows(1, "华文宋体", { language: CHINESE }), windows(6, "STSong")),
      ]),
      "Library/Fonts/STHeiti.dfont": dfont,
      "Library/Fonts/Heiti.ttf": dfont,
    });
    const folders = systemFontFolders({ platform: "darwin", environment: {}, home: root });
    const files = [...fontsBelow(folders, fontLister(true))].filter(({ path }) => path.startsWith(root));
    expect(files.map(({ path }) => path.slice(root.length + 1))).toEqual([
      "Library/Fonts/Heiti.ttf",
      "Library/Fonts/Songti.ttc",
    ]);
    const source = fontDirectory(() => files);
    const nameOf = (family: string) => source.open({ family, weight: 400 })?.postScriptName;
    expect(["宋体-简", "Songti SC", "华文宋体", "STSong", "STHeiti"].map(nameOf)).toEqual([
      "STSongti-SC",
      "STSongti-SC",
      "STSong",
      "STSong",
      undefined,
    ]);
  });

  it("right to embed: restricted and bitmaps alone are refused, preview and editing are not", async () => {
    const rights = await Promise.all(
      [0x0000, 0x0002, 0x0004, 0x0008, 0x0200].map(async (fsType) => {
        const file = fileOf(plainFont("甲", 400, { fsType }), "a.ttf");
        return (await faceOpener(fontDirectory(() => [file])).family({ family: "甲", weight: 400 }))?.face
          .isEmbeddable;
      }),
    );
    expect(rights).toEqual([true, false, true, true, false]);
  });

  it("one that cannot be read is passed over, where it is the system's alone", () => {
    const unusable = (isSystem: boolean) => ({
      ...fileOf(SIMFANG, "a.ttf"),
      isSystem,
      read(): Uint8Array {
        throw new UnusableFile("a.ttf", {
          problem: { zh: "打不开。", en: "It cannot be read." },
          remedy: { zh: "看。", en: "Look." },
        });
      },
    });
    const of = (isSystem: boolean) => fontDirectory(() => [unusable(isSystem), fileOf(SIMFANG, "b.ttf")]);
    expect(of(true).open({ family: "仿宋", weight: 400 })?.path).toBe("b.ttf");
    expect(() => of(false).open({ family: "仿宋", weight: 400 })).toThrow(UnusableFile);
  });

  it("one without outlines that we can read is passed over, where it is the system's", async () => {
    const names = [windows(1, "PingFang SC"), windows(6, "PingFangSC")];
    const bytes = makeFont({ weight: 400, names, outlines: { tag: "CFF2", bytes: new Uint8Array(8) } });
    const opened = (isSystem: boolean) =>
      faceOpener(fontDirectory(() => [{ ...fileOf(bytes, "a.otf"), isSystem }])).family({
        family: "PingFang SC",
        weight: 400,
      });
    await expect(opened(true)).resolves.toBeUndefined();
    await expect(opened(false)).rejects.toThrow(UnusableFile);
  });
});
