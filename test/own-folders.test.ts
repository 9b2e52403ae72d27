/**
 * Where a user's own things lie, and that compiled code, which Node runs without a further look, is kept only where
 * nobody else can have put it.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { compiledCodeFolder, type Machine, ownFolders } from "../src/disk/own-folders.js";
import { homeEnvironment } from "./own-home.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-own-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const isWindows = process.platform === "win32";

describe.skipIf(isWindows)("folders", () => {
  it.each<[string, Partial<Machine>, { cache?: string; state?: string }]>([
    ["linux", {}, { cache: "/home/a/.cache/bulletin", state: "/home/a/.local/state/bulletin" }],
    ["freebsd", {}, { cache: "/home/a/.cache/bulletin", state: "/home/a/.local/state/bulletin" }],
    [
      "linux",
      { environment: { XDG_CACHE_HOME: "/c", XDG_STATE_HOME: "/s" } },
      { cache: "/c/bulletin", state: "/s/bulletin" },
    ],
    [
      "linux",
      { environment: { XDG_CACHE_HOME: "checkout/c", XDG_STATE_HOME: "" } },
      { cache: "/home/a/.cache/bulletin", state: "/home/a/.local/state/bulletin" },
    ],
    ["linux", { home: undefined }, {}],
    ["linux", { home: "checkout" }, {}],
    [
      "darwin",
      { home: "/Users/a" },
      { cache: "/Users/a/Library/Caches/bulletin", state: "/Users/a/Library/Application Support/bulletin" },
    ],
    [
      "win32",
      { environment: { LOCALAPPDATA: "/local" } },
      { cache: "/local/bulletin/Cache", state: "/local/bulletin" },
    ],
    ["win32", {}, { cache: "/home/a/AppData/Local/bulletin/Cache", state: "/home/a/AppData/Local/bulletin" }],
  ])("of %s, given %j", (platform, given, { cache, state }) => {
    const machine = { platform, environment: {}, home: "/home/a", ...given } as Machine;
    expect(ownFolders(machine)).toEqual({ cache, state });
  });
});

describe("the folder of compiled code", () => {
  let home = "";
  let count = 0;
  beforeEach(() => {
    count += 1;
    home = join(scratch, String(count));
    mkdirSync(home);
  });
  const machine = (): Machine => ({ platform: process.platform, environment: homeEnvironment(home), home });
  const cache = () => ownFolders(machine()).cache ?? "";

  it("is made for its user alone", () => {
    const folder = compiledCodeFolder(machine()) ?? "";
    expect(folder.endsWith("compiled")).toBe(true);
    if (!isWindows) expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(compiledCodeFolder(machine())).toBe(folder);
  });

  /** What another user of the machine, or an older program, may have left. */
  const UNSAFE: Readonly<Record<string, () => void>> = {
    "others may write into it": () => chmodSync(join(cache(), "compiled"), 0o777),
    "its group may write into it": () => chmodSync(join(cache(), "compiled"), 0o770),
    "others may write into the folder above": () => chmodSync(cache(), 0o707),
    "the home's group may write into the home": () => chmodSync(home, 0o775),
    "it is a link to a folder that others may write into": () => {
      mkdirSync(join(scratch, "open", String(count)), { recursive: true });
      chmodSync(join(scratch, "open", String(count)), 0o777);
      rmSync(join(cache(), "compiled"), { recursive: true });
      symlinkSync(join(scratch, "open", String(count)), join(cache(), "compiled"));
    },
    "it lies in a checkout": () => mkdirSync(join(home, ".git")),
    "it is a link to nowhere": () => {
      rmSync(join(cache(), "compiled"), { recursive: true });
      symlinkSync("nowhere", join(cache(), "compiled"));
    },
    "a file is in its place": () => {
      rmSync(join(cache(), "compiled"), { recursive: true });
      symlinkSync("/dev/null", join(cache(), "compiled"));
    },
  };

  it.skipIf(isWindows).each(Object.entries(UNSAFE))("is none where %s", (_, make) => {
    expect(compiledCodeFolder(machine())).toBeDefined();
    make();
    expect(compiledCodeFolder(machine())).toBeUndefined();
  });

  it.skipIf(isWindows)("may lie under a folder in which everybody has but their own, as /tmp is", () => {
    chmodSync(home, 0o1777);
    expect(compiledCodeFolder(machine())).toBeDefined();
  });

  it("is none without a home", () => {
    expect(compiledCodeFolder({ ...machine(), environment: {}, home: undefined })).toBeUndefined();
  });

  it("is where the command keeps its code, and nowhere else", () => {
    const temporary = join(home, "tmp");
    mkdirSync(temporary);
    const { status } = spawnSync(process.execPath, ["bin/bulletin.js", "--version"], {
      env: {
        PATH: process.env.PATH,
        ...homeEnvironment(home),
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
      },
    });
    expect(status).toBe(0);
    expect(readdirSync(join(cache(), "compiled"))).toEqual([expect.stringMatching(/^other-.*\.bin$/)]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
