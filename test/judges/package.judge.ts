/**
 * The package as npm would publish it: packed, judged by publint and Are the Types Wrong, installed
 * into an empty folder without build step or development dependency, and put to work there.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-package-"));
const place = join(scratch, "place");
const tools = resolve("test/judges/node_modules/.bin");
const npm = (args: readonly string[], cwd: string) =>
  execFileSync("npm", [...args, "--no-audit", "--no-fund"], { cwd, encoding: "utf8", stdio: "pipe" });

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

let packed: Packed;
let archive: string;

beforeAll(() => {
  execFileSync(process.execPath, [".tools/declare.js"]);
  const answer = npm(["pack", "--ignore-scripts", "--json", "--pack-destination", scratch], ".");
  const [first] = Object.values(JSON.parse(answer)) as Packed[];
  if (first === undefined) throw new Error("npm packed nothing");
  packed = first;
  archive = join(scratch, packed.filename);
  mkdirSync(place);
  writeFileSync(join(place, "package.json"), '{"private": true, "type": "module"}\n');
  npm(["install", archive, "--offline"], place);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the package", () => {
  it("holds what it needs and nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    for (const needed of [
      "LICENSE",
      "README.md",
      "README.zh-CN.md",
      "bin/bulletin.js",
      "dist/THIRD-PARTY-NOTICES.md",
      "dist/types/index.d.ts",
      "docs/rules.md",
      "templates/jianbao/template.yaml",
    ]) {
      expect(paths).toContain(needed);
    }
    const known = /^(bin|dist|templates|docs)\/|^(package\.json|LICENSE|CHANGELOG\.md|README(\.zh-CN)?\.md)$/;
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
    expect(paths.filter((path) => /test|fixture|\.map$|rules-document/.test(path))).toEqual([]);
  });

  it("is packed with no word but its name, which pre-commit 4.2 takes for that of the file", () => {
    const small = join(scratch, "small");
    mkdirSync(small);
    const scripts = { prepack: "echo packing", prepare: "echo building" };
    writeFileSync(join(small, "package.json"), JSON.stringify({ name: "small", version: "1.0.0", scripts }));
    copyFileSync(".npmrc", join(small, ".npmrc"));
    const answer = execFileSync("npm", ["pack"], { cwd: small, encoding: "utf8", stdio: "pipe" });
    expect(answer).toBe("small-1.0.0.tgz\n");
  });

  it("is 48 MB at most, nearly all of it faces, and no code is carried without notice", () => {
    const faces = packed.files.filter(({ path }) => path.endsWith(".ttf"));
    const faceBytes = faces.reduce((sum, { size }) => sum + size, 0);
    expect(packed.unpackedSize).toBeLessThan(48e6);
    // Rules, word lists and messages are some 7.0 MB and grow with the work; a library carried by oversight is more.
    expect(packed.unpackedSize - faceBytes).toBeLessThan(7.5e6);
  });

  it("brings no other package along", () => {
    const installed = readdirSync(join(place, "node_modules")).filter((name) => !name.startsWith("."));
    expect(installed).toEqual(["bulletin-compiler"]);
  });

  it("satisfies publint", () => {
    const { status, stdout } = spawnSync(join(tools, "publint"), ["--strict", archive], { encoding: "utf8" });
    expect(stdout).toContain("All good!");
    expect(status).toBe(0);
  });

  it("satisfies Are the Types Wrong, for modules (there is no CommonJS)", () => {
    const { status, stdout } = spawnSync(
      join(tools, "attw"),
      [archive, "--profile", "esm-only", "--format", "json", "--entrypoints", "."],
      { encoding: "utf8", maxBuffer: 1e8 },
    );
    // The profile leaves out CommonJS callers; Node 20.19 lets them require a module all the same.
    expect(status, stdout).toBe(0);
  });
});

describe("installed into an empty folder", () => {
  it("makes a bulletin and builds it", () => {
    const run = (args: readonly string[]) =>
      execFileSync("npx", ["--no-install", "bulletin", ...args], { cwd: place, encoding: "utf8" });
    run(["init", "我的简报"]);
    const { issues } = JSON.parse(run(["build", "我的简报", "--all", "--json"]));
    const editions = issues.flatMap(
      (issue: { editions: { edition: string; bytes: number }[] }) => issue.editions,
    );
    expect(editions.map(({ edition }: { edition: string }) => edition)).toEqual(["docx", "pdf", "html"]);
    for (const { bytes } of editions) expect(bytes).toBeGreaterThan(4000);
  });

  it("is a command, installed as the guides say", () => {
    const prefix = join(scratch, "global");
    npm(["install", "--global", "--prefix", prefix, "--offline", `./${packed.filename}`], scratch);
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(packed.filename).toBe(`bulletin-compiler-${version}.tgz`);
    expect(readFileSync("docs/getting-started.md", "utf8")).toContain(`./${packed.filename}`);
    const told = execFileSync(join(prefix, "bin/bulletin"), ["--version"], { encoding: "utf8" });
    expect(told).toBe(`${version}\n`);
  });

  it("is typed: a caller compiles under strict settings", () => {
    const example = /```ts\n(.*?)```/s.exec(readFileSync("docs/api.md", "utf8"))?.[1] ?? "";
    expect(example).toContain("bulletin-compiler");
    writeFileSync(join(place, "example.ts"), example);
    const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--types", "node"];
    const roots = ["--typeRoots", resolve("node_modules/@types")];
    const { stdout } = spawnSync(
      process.execPath,
      [resolve("node_modules/typescript/bin/tsc"), ...flags, ...roots, "example.ts"],
      { cwd: place, encoding: "utf8" },
    );
    expect(stdout).toBe("");
  });
});
