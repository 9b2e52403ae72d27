/** Places in which no folder can be made: told with a remedy, and never waited for. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "../src/disk/make-folder.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-folders-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("a folder", () => {
  it("is made with those above it, and found the next time", () => {
    const folder = join(scratch, "a/b/c");
    expect(makeFolder(folder)).toBe(true);
    expect(makeFolder(folder)).toBe(false);
    expect(existsSync(folder)).toBe(true);
  });

  it("is not made below a file, nor at a link to nowhere", () => {
    writeFileSync(join(scratch, "file"), "");
    symlinkSync(join(scratch, "nowhere"), join(scratch, "link"));
    for (const name of ["file", "file/a", "file/a/b"])
      expect(() => makeFolder(join(scratch, name)), name).toThrow(/EEXIST|ENOTDIR/);
    for (const name of ["link", "link/a"])
      expect(() => makeFolder(join(scratch, name)), name).toThrow(/ENOENT/);
  });

  it("is made by no other way", () => {
    const others = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".ts") && /\bmkdir(Sync)?\(/.test(readFileSync(join("src", name), "utf8")),
    );
    expect(others).toEqual([join("disk", "make-folder.ts")]);
  });
});

describe.runIf(process.platform === "linux")("/proc, in which no folder can be made", () => {
  it.each([
    ["the editions", 2, ["build", "--out", "/proc/x"]],
    ["the editions, deeper", 2, ["build", "--out", "/proc/x/y/z"]],
    ["a report", 2, ["lint", "--output-file", "/proc/x/report.txt"]],
    ["a baseline", 2, ["lint", "--baseline", "/proc/x/lint.json", "--update-baseline"]],
    ["a bulletin", 2, ["init", "/proc/x"]],
    ["records, without which it works as well", 0, ["lint", "--cache", "--cache-location", "/proc/x"]],
  ])("%s", (_what, code, args) => {
    const { status, signal, stderr } = spawnSync(
      process.execPath,
      [
        resolve("bin/bulletin.js"),
        "--lang",
        "zh",
        ...args,
        ...(args[0] === "init" ? [] : ["fixtures/minimal"]),
      ],
      { encoding: "utf8", timeout: 20_000 },
    );
    expect({ status, signal }).toEqual({ status: code, signal: null });
    if (code === 2) expect(stderr).toMatch(/^bulletin: .*\/proc\/x.*\n {2}→ .*\n$/);
  });
});
