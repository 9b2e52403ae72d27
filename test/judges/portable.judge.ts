/**
 * The folder that starts by a double click, with the real package and the pinned Node: unpacked where the path is odd, it
 * builds what the package builds; the Node of Windows is its makers' own, signature and all.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unpackZip, zipEntries } from "../package/zip-entries.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-portable-"));
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const sample = resolve("fixtures/work-bulletin");

function make(platform: string): Buffer {
  // Downloads are kept from judge to judge. Nothing is squeezed, which takes most of the time: the small package is, in its test.
  const flags = ["--platform", platform, "--out", ".judges/portable", "--level", "0"];
  const packed = join(scratch, `bulletin-compiler-${version}.tgz`);
  execFileSync(process.execPath, [".tools/portable.js", ...flags, "--package", packed], { stdio: "pipe" });
  return readFileSync(join(".judges", "portable", `bulletin-${version}-${platform}.zip`));
}

beforeAll(() => {
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", scratch], {
    stdio: "pipe",
  });
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex"),
      ]),
  );

describe("on Linux", () => {
  const place = join(scratch, "我的 文件夹 (1) & 50% ^!");
  const home = join(place, `bulletin-${version}-linux-${process.arch}`);
  beforeAll(() => {
    mkdirSync(place);
    unpackZip(make(`linux-${process.arch}`), place);
  }, 300_000);

  it("has the sums of all its files", () => {
    const told = execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], {
      cwd: home,
      encoding: "utf8",
    });
    expect(told.split("\n").filter((line) => !line.endsWith(": OK"))).toEqual([""]);
  });

  it("builds the bytes that the package builds", () => {
    const [ours, theirs] = [join(scratch, "ours"), join(scratch, "theirs")];
    execFileSync(process.execPath, ["bin/bulletin.js", "build", sample, "--out", ours], { stdio: "pipe" });
    execFileSync(join(home, "bulletin"), ["build", sample, "--out", theirs], { stdio: "pipe" });
    expect(filesIn(theirs)).toEqual(filesIn(ours));
    expect(Object.keys(filesIn(ours)).length).toBeGreaterThanOrEqual(3);
  });
});

describe("for Windows", () => {
  let zip: Buffer;
  beforeAll(() => {
    zip = make("win-x64");
  }, 300_000);

  it("is unpacked by what others unpack with", () => {
    const path = join(".judges", "portable", `bulletin-${version}-win-x64.zip`);
    expect(execFileSync("python3", ["-m", "zipfile", "-t", path], { encoding: "utf8" })).toBe(
      "Done testing\n",
    );
  });

  it("carries Node with its signature", () => {
    const program = zipEntries(zip).find(({ name }) => name.endsWith("/node.exe"))?.bytes ?? Buffer.alloc(0);
    const header = program.readUInt32LE(0x3c);
    expect(program.toString("latin1", header, header + 4)).toBe("PE\0\0");
    // Fifth of the data directories behind the optional header of 112 bytes (PE32+): the certificates, at the file's end.
    const [from, size] = [
      program.readUInt32LE(header + 24 + 112 + 32),
      program.readUInt32LE(header + 24 + 112 + 36),
    ];
    expect(size).toBeGreaterThan(1000);
    expect(from + size).toBe(program.length);
  });
});
