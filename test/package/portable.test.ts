/**
 * The folder that starts by a double click, made of a small package and a stand-in for Node: what is in it, what its
 * starters hand on, and that it is made twice the same. The judges make and run the real one.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unpackZip, type ZipEntry, zipEntries } from "./zip-entries.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-portable-"));
const small = join(scratch, "small");
const node = join(scratch, "node");

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
};

/** Says what it was called with; as a preview on port 1, stays until it is told to end. */
const SMALL_COMMAND = `if (process.argv.includes("--port=1")) {
  process.on("SIGTERM", () => process.exit(7));
  setInterval(() => {}, 1000);
}
console.error(JSON.stringify(process.argv.slice(2)));
if (process.env.SMALL_REFUSES === process.argv[2]) process.exitCode = 3;
`;
const LONG_NAME = `docs/${"很长的名字".repeat(14)}.md`;

beforeAll(() => {
  write(
    join(small, "package.json"),
    JSON.stringify({ name: "small", version: "1.2.3", type: "module", scripts: {} }),
  );
  write(join(small, "LICENSE"), "Our licence\n");
  write(join(small, "dist/THIRD-PARTY-NOTICES.md"), "Their licences\n");
  write(join(small, "bin/bulletin.js"), SMALL_COMMAND);
  write(join(small, LONG_NAME), "a\n");
  execFileSync("npm", ["pack", "--silent", "--pack-destination", scratch], { cwd: small, shell: isWindows });
  write(join(node, "node.exe"), "MZ signed");
  write(join(node, "node"), `#!/bin/sh\nexec '${process.execPath}' "$@"\n`);
  write(join(node, "LICENSE"), "Node's licence\n");
}, 60_000);

const isWindows = process.platform === "win32";

function make(platform: string, out: string): Buffer {
  const flags = ["--platform", platform, "--package", join(scratch, "small-1.2.3.tgz"), "--node", node];
  execFileSync(process.execPath, [resolve(".tools/portable.js"), ...flags, "--out", join(scratch, out)]);
  return readFileSync(join(scratch, out, `bulletin-1.2.3-${platform}.zip`));
}

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

function find(entries: readonly ZipEntry[], name: string): ZipEntry {
  const found = entries.find((entry) => entry.name.endsWith(`/${name}`));
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

describe("the folder for Windows", () => {
  let zip: Buffer;
  let entries: readonly ZipEntry[];
  beforeAll(() => {
    zip = make("win-x64", "first");
    entries = zipEntries(zip);
  });

  it("holds starters, help, licences, the package and Node, in one folder", () => {
    expect(entries.map(({ name }) => name)).toEqual(
      [
        "LICENSE",
        "SHA256SUMS",
        "THIRD-PARTY-NOTICES.md",
        "app/bin/bulletin.cmd",
        "app/bulletin/LICENSE",
        "app/bulletin/bin/bulletin.js",
        "app/bulletin/dist/THIRD-PARTY-NOTICES.md",
        `app/bulletin/${LONG_NAME}`,
        "app/bulletin/package.json",
        "app/node/LICENSE",
        "app/node/node.exe",
        "app/start.mjs",
        "命令行.cmd",
        "打开简报.cmd",
        "说明.txt",
      ].map((name) => `bulletin-1.2.3-win-x64/${name}`),
    );
    expect(find(entries, "app/node/node.exe").bytes.toString()).toBe("MZ signed");
  });

  it("is the same whenever it is made, its hash beside it", () => {
    const before = process.env.TZ;
    process.env.TZ = "Asia/Shanghai";
    const again = make("win-x64", "second");
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(hashOf(again)).toBe(hashOf(zip));
    expect(readFileSync(join(scratch, "second", "bulletin-1.2.3-win-x64.zip.sha256"), "utf8")).toBe(
      `${hashOf(zip)}  bulletin-1.2.3-win-x64.zip\n`,
    );
    expect(new Set(entries.map(({ date }) => date))).toEqual(new Set([0x00210000]));
  });

  it("says that names which are not ASCII are UTF-8", () => {
    for (const { name, isUtf8 } of entries) expect([name, isUtf8]).toEqual([name, /[^\0-\x7f]/.test(name)]);
  });

  it("has batch files that every code page reads alike, in the line ends of cmd.exe", () => {
    const batches = entries.filter(({ name }) => name.endsWith(".cmd"));
    expect(batches).toHaveLength(3);
    for (const { name, bytes } of batches) {
      expect(name + bytes.toString("latin1").replace(/[\r\n\x20-\x7e]/g, "")).toBe(name);
      expect(bytes.toString().replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(bytes.toString().endsWith("\r\n")).toBe(true);
    }
  });

  it("has batch files that take any path: quoted, and expanded where marks keep no meaning", () => {
    for (const { bytes } of entries.filter(({ name }) => name.endsWith(".cmd"))) {
      const lines = bytes.toString().split("\r\n");
      for (const line of lines) {
        // An odd number of quotation marks before it: it stands between two.
        for (const { index } of line.matchAll(/%~dp0|%~nx0|%ComSpec%/g))
          expect(line.slice(0, index).split('"').length % 2, line).toBe(0);
        if (line.startsWith("set ")) expect(line).toMatch(/^set "[^"]+"$/);
      }
      const delayed = lines.filter((line) => line.includes("!"));
      expect(delayed.every((line) => line === 'set "BULLETIN_LINE=!cmdcmdline!"')).toBe(true);
      const dangerous = lines.slice(lines.findIndex((line) => line.includes("EnableDelayedExpansion")) + 1);
      const disabled = dangerous.findIndex((line) => line.includes("DisableDelayedExpansion"));
      expect(dangerous.slice(0, Math.max(0, disabled)).join()).not.toContain("%");
    }
  });

  it("has a help that Windows shows as UTF-8, and sums of all its files", () => {
    expect(find(entries, "说明.txt").bytes.toString()).toMatch(/^\uFEFFbulletin：[^\n]*\r\n/);
    const sums = find(entries, "SHA256SUMS").bytes.toString().trim().split("\n");
    const others = entries.filter(({ name }) => !name.endsWith("/SHA256SUMS"));
    expect(sums).toEqual(
      others.map(({ name, bytes }) => `${hashOf(bytes)}  ${name.slice(name.indexOf("/") + 1)}`),
    );
  });
});

// Its starters are scripts of a Unix shell.
if (!isWindows) describe("the folder for Linux", forLinux);

function forLinux(): void {
  const place = join(scratch, "我的 文件夹 (1) & 50% ^!$a");
  let home: string;
  beforeAll(() => {
    unpackZip(make("linux-x64", "linux"), place);
    home = join(place, "bulletin-1.2.3-linux-x64");
  });

  const run = (program: string, args: readonly string[], options: { input?: string; env?: object } = {}) => {
    const env = { ...process.env, LC_ALL: "C.UTF-8", ...options.env };
    const { stdout, stderr, status } = spawnSync(join(home, program), args, {
      encoding: "utf8",
      env,
      input: options.input ?? "",
    });
    return { stdout, status, called: stderr.split("\n").filter((line) => line.startsWith("[")) };
  };

  it("has programs that may be run", () => {
    const programs = zipEntries(readFileSync(join(scratch, "linux", "bulletin-1.2.3-linux-x64.zip")))
      .filter(({ permissions }) => permissions === 0o755)
      .map(({ name }) => name.slice(name.indexOf("/") + 1));
    expect(programs).toEqual([
      "app/bulletin/bin/bulletin.js",
      "app/node/bin/node",
      "bulletin",
      "open-bulletin.sh",
    ]);
  });

  it("hands arguments on as they are", () => {
    expect(run("bulletin", ["lint", "a b", "", "$x", "!"]).called).toEqual(['["lint","a b","","$x","!"]']);
  });

  it("previews the folder that is given", () => {
    const folder = join(place, "稿 & 件");
    mkdirSync(folder);
    expect(run("open-bulletin.sh", [folder]).called).toEqual([JSON.stringify(["preview", folder])]);
  });

  it("hands options on to the preview, wherever they stand", () => {
    const called = [JSON.stringify(["preview", place, "--no-open", "--port=8080"])];
    expect(run("open-bulletin.sh", [place, "--no-open", "--port=8080"]).called).toEqual(called);
    expect(run("open-bulletin.sh", ["--no-open", place, "--port=8080"]).called).toEqual(called);
  });

  it("ends with the preview, and ends it", async () => {
    const child = spawn(join(home, "open-bulletin.sh"), [place, "--port=1"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    await once(child.stderr, "data");
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([7, null]);
  });

  it("says so where it is not there", () => {
    const { stdout, status, called } = run("open-bulletin.sh", [join(place, "nowhere")]);
    expect(stdout).toContain("nowhere” is not there.");
    expect([status, called]).toEqual([2, []]);
  });

  it("takes the whole of a dropped path out of the line that started cmd", () => {
    const folder = join(place, "a&b c");
    mkdirSync(folder);
    const env = { BULLETIN_SCRIPT: "打开简报.cmd", BULLETIN_LINE: "" };
    // What cmd makes of the path, which may be there as well.
    mkdirSync(join(place, "a"));
    for (const dropped of [folder, `${folder} ${place}`, `"${folder}"`, `"${folder}" "${place}"`]) {
      env.BULLETIN_LINE = `C:\\Windows\\system32\\cmd.exe /c ""D:\\x\\打开简报.cmd" ${dropped}"`;
      const { called } = run("open-bulletin.sh", [join(place, "a")], { env });
      expect(called).toEqual([JSON.stringify(["preview", folder])]);
    }
  });

  it("asks for a folder, again where it is not there, and takes one dragged in with its quotes", () => {
    const folder = join(place, "稿 件");
    mkdirSync(folder);
    const { stdout, called } = run("open-bulletin.sh", [], { input: `nowhere\n"${folder}"\n` });
    expect(stdout).toContain("“nowhere” is not there; please try again.");
    expect(called).toEqual([JSON.stringify(["preview", folder])]);
  });

  it("begins a bulletin where there is none, and opens it from then on", () => {
    const fresh = join(home, "我的简报");
    const { stdout, called } = run("open-bulletin.sh", [], { input: "\n" });
    expect(stdout).toContain(`The sample is in “${fresh}”.`);
    expect(called).toEqual([JSON.stringify(["init", fresh]), JSON.stringify(["preview", fresh])]);
    write(join(fresh, "bulletin.yaml"), "");
    expect(run("open-bulletin.sh", []).called).toEqual([JSON.stringify(["preview", fresh])]);
  });

  it("says by its exit code that no bulletin could be begun or shown", () => {
    const elsewhere = join(place, "elsewhere");
    cpSync(home, elsewhere, { recursive: true });
    rmSync(join(elsewhere, "我的简报"), { recursive: true });
    const open = (input: string, refused: string) =>
      spawnSync(join(elsewhere, "open-bulletin.sh"), {
        encoding: "utf8",
        input,
        env: { ...process.env, HOME: elsewhere, SMALL_REFUSES: refused },
      });
    const begun = open("\n", "init");
    expect([begun.status, begun.stderr]).toEqual([
      3,
      `["init",${JSON.stringify(join(elsewhere, "我的简报"))}]\n`,
    ]);
    expect(open("\n", "preview").status).toBe(3);
    expect(open("", "preview").status).toBe(0);
  });

  it("leaves nothing behind where it runs", () => {
    expect(readdirSync(home).sort()).toEqual(
      ["LICENSE", "SHA256SUMS", "THIRD-PARTY-NOTICES.md", "app", "bulletin", "open-bulletin.sh"]
        .concat("我的简报", "说明.txt")
        .sort(),
    );
  });
}
