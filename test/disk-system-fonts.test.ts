/** Where systems keep fonts, and what is found there. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fontLister } from "../src/disk/disk-fonts.js";
import { fontsBelow, systemFontFolders } from "../src/disk/system-fonts.js";
import { plainFont } from "./fonts/made-up-fonts.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-system-fonts-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("systemFontFolders", () => {
  it("of Windows: those of all users and the user's own, Office's and WPS's", () => {
    const environment = { SystemRoot: "C:/Windows", LOCALAPPDATA: "C:/Users/a/AppData/Local" };
    const folders = systemFontFolders({ platform: "win32", environment, home: "C:/Users/a" });
    expect(folders).toContain(join("C:/Windows", "Fonts"));
    expect(folders).toContain(join("C:/Users/a/AppData/Local", "Microsoft", "Windows", "Fonts"));
    expect(folders.some((folder) => folder.includes("WPS Office"))).toBe(true);
    expect(folders.some((folder) => folder.includes("CloudFonts"))).toBe(true);
  });

  it("of macOS: the user's, all users', the system's, those inside of Word", () => {
    const folders = systemFontFolders({ platform: "darwin", environment: {}, home: "/Users/a" });
    expect(folders.slice(0, 3)).toEqual([
      "/Users/a/Library/Fonts",
      "/Library/Fonts",
      "/System/Library/Fonts",
    ]);
    expect(folders).toContain("/Applications/Microsoft Word.app/Contents/Resources/DFonts");
  });

  it("of Linux: those that fontconfig's file names", () => {
    const file = join(scratch, "fonts.conf");
    writeFileSync(
      file,
      `<fontconfig><!-- <dir>/not/this</dir> --><dir>/a/fonts</dir><dir prefix="xdg">fonts</dir><dir>~/.fonts</dir></fontconfig>`,
    );
    const folders = systemFontFolders({
      platform: "linux",
      environment: { FONTCONFIG_FILE: file },
      home: "/home/a",
    });
    expect(folders.slice(0, 3)).toEqual(["/a/fonts", "/home/a/.local/share/fonts", "/home/a/.fonts"]);
    expect(folders).not.toContain("/not/this");
  });

  it("of Linux without fontconfig: its defaults", () => {
    const environment = { FONTCONFIG_FILE: join(scratch, "none.conf"), XDG_DATA_HOME: "/data" };
    const folders = systemFontFolders({ platform: "linux", environment, home: undefined });
    expect(folders.slice(0, 3)).toEqual(["/usr/share/fonts", "/usr/local/share/fonts", "/data/fonts"]);
  });
});

it("fontsBelow: every font once, folders below too, whatever links lead round", () => {
  const deep = join(scratch, "tree", "b", "c");
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(scratch, "tree", "one.ttf"), plainFont("One", 400));
  writeFileSync(join(deep, "two.TTC"), plainFont("Two", 400));
  writeFileSync(join(deep, "notes.txt"), "");
  symlinkSync(join(scratch, "tree"), join(deep, "round"));
  const folders = [join(scratch, "tree"), join(scratch, "nowhere"), deep];
  const found = [...fontsBelow(folders, fontLister())].map(({ path }) => path);
  expect(found.map((path) => path.slice(scratch.length))).toEqual(["/tree/one.ttf", "/tree/b/c/two.TTC"]);
});
