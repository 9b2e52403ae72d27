/**
 * Faults of the machine are told once with a remedy, exit code 2, no stack, however many issues meet them; `--json`
 * gives its document all the same. Faults of ours name what the program failed at, and the rest is done.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { printFault } from "../../src/cli/terminal/report-fault.js";
import { plainFont } from "../fonts/made-up-fonts.js";
import { add, clear, editionsOfOthers, makeArchive, write } from "./archive.js";
import { COMMAND } from "./built-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-machine-"));
afterAll(() => clear(scratch));

/** Runs the command with a piece of code before it, in its process and in its threads. */
function runWith(code: string, args: readonly string[], cwd: string) {
  const preload = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
const refuse = (name, call, path = "") => {
  throw Object.assign(new Error(name), { code: name, errno: -1, syscall: call, path: String(path) });
};
${code}
syncBuiltinESMExports();`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(preload)}`, COMMAND, "--lang", "en", ...args],
    { cwd, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", SOURCE_DATE_EPOCH: "" } },
  );
  return { code: status, out: stdout, err: stderr };
}

/** Told in two lines, once, without a stack. */
const ONCE = /^bulletin: [^\n]+\n {2}→ [^\n]+\n$/;

const onOpen = (test: string, code: string) => `
const open = fs.openSync;
fs.openSync = (path, ...rest) => (${test} ? refuse("${code}", "open", path) : open(path, ...rest));`;

const WRITING = 'String(path).endsWith(".tmp")';
const onWrite = (code: string) => onOpen(WRITING, code);

const onListing = (code: string) => `
const list = fs.readdirSync;
fs.readdirSync = (path, ...rest) =>
  String(path).endsWith("/fonts") && !String(path).includes("dist") ? refuse("${code}", "scandir", path) : list(path, ...rest);`;

const BUILD = ["build", "--all", "--json", "-e"];

describe("a fault of the machine", () => {
  it.each([
    ["read-only file system", onWrite("EROFS"), "html", /read-only/],
    ["full disk", onWrite("ENOSPC"), "html", /The disk is full/],
    ["full quota", onWrite("EDQUOT"), "html", /The disk is full/],
    ["too many open files, in writing", onWrite("EMFILE"), "html", /Too many files are open/],
    [
      "too many open files, in reading",
      onOpen("/items.a\\.md$/.test(String(path))", "EMFILE"),
      "html",
      /Too many files are open/,
    ],
    ["too many open files, of a font", onOpen("/\\.ttf$/.test(String(path))", "ENFILE"), "pdf", /Too many/],
  ])("%s ends the run", async (name, code, edition, words) => {
    const folder = makeArchive(join(scratch, name.replace(/\W+/g, "-")));
    const ran = runWith(code, [...BUILD, edition], folder);
    expect(ran.err).toMatch(ONCE);
    expect(ran.err).toMatch(words);
    expect(ran.code).toBe(2);
    const { issues, findings, troubles } = JSON.parse(ran.out);
    expect(issues).toEqual([]);
    expect(Array.isArray(findings)).toBe(true);
    expect(troubles).toEqual([
      {
        problem: expect.stringMatching(words),
        remedy: expect.any(String),
        manifests: ["issues/1/issue.yaml"],
      },
    ]);
    expect(editionsOfOthers(folder)).toEqual([]);
  });

  it("that all issues meet alike is told once, and each is named in the document", () => {
    const folder = makeArchive(join(scratch, "font-folder"));
    write(folder, { "fonts/house.ttf": plainFont("House", 400) });
    add(join(folder, "bulletin.yaml"), "fonts: {folders: [fonts]}\n");
    const ran = runWith(onListing("EACCES"), [...BUILD, "pdf"], folder);
    expect(ran.err).toMatch(ONCE);
    expect(ran.err).toContain("The font folder “fonts” cannot be read (EACCES)");
    expect(ran.code).toBe(2);
    const { troubles } = JSON.parse(ran.out);
    expect(troubles).toHaveLength(1);
    expect(troubles[0].manifests).toEqual([1, 2, 3].map((number) => `issues/${number}/issue.yaml`));
  });

  it("at the place of one issue leaves the others to be built", () => {
    const folder = makeArchive(join(scratch, "one-place"));
    const busy = onOpen(`${WRITING} && String(path).includes("issues/2/")`, "EBUSY");
    const ran = runWith(busy, [...BUILD, "html"], folder);
    expect(ran.err).toMatch(ONCE);
    expect(ran.err).toContain("EBUSY");
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.out).troubles[0].manifests).toEqual(["issues/2/issue.yaml"]);
    expect(editionsOfOthers(folder)).toEqual(["issues/1/dist/1.html", "issues/3/dist/3.html"]);
  });

  it("of its size is told as that", () => {
    const folder = makeArchive(join(scratch, "size"));
    const large = onOpen(`${WRITING} && String(path).includes("issues/2/")`, "EFBIG");
    const ran = runWith(large, [...BUILD, "html"], folder);
    expect(ran.err).toContain("larger than the system lets this program write");
    expect(ran.code).toBe(2);
    expect(editionsOfOthers(folder)).toEqual(["issues/1/dist/1.html", "issues/3/dist/3.html"]);
  });

  it("met by lint has its remedy too", () => {
    const folder = makeArchive(join(scratch, "lint"));
    const ran = runWith(onOpen("/items.a\\.md$/.test(String(path))", "EMFILE"), ["lint", "."], folder);
    expect(ran.err).toMatch(ONCE);
    expect(ran.code).toBe(2);
  });

  it("beneath Node itself has its remedy in both languages", () => {
    const gone = Object.assign(new Error("uv_cwd"), { code: "ENOENT", errno: -2, syscall: "uv_cwd" });
    const denied = Object.assign(new Error("no"), {
      code: "EACCES",
      errno: -13,
      syscall: "open",
      path: "a.md",
    });
    const memory = Object.assign(new Error("no"), { code: "ERR_WORKER_OUT_OF_MEMORY" });
    for (const fault of [gone, denied, memory]) {
      for (const language of ["zh", "en"] as const) {
        expect(printFault(fault, { language, version: "1.0.0" })).toMatch(ONCE);
      }
    }
  });
});

it.skipIf(process.platform === "win32")("a current folder that is gone is told, by every command", () => {
  for (const command of ["lint .", "build", "build --all --json", "init x", "undo", "new item 题目"]) {
    const folder = join(scratch, "gone");
    mkdirSync(folder);
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", `cd "$FOLDER" && rmdir "$FOLDER" && "$NODE" "$COMMAND" --lang en ${command}`],
      { encoding: "utf8", env: { ...process.env, FOLDER: folder, NODE: process.execPath, COMMAND } },
    );
    expect(stderr, command).toMatch(ONCE);
    expect(stderr, command).toContain("The current folder");
    expect(status, command).toBe(2);
  }
});

it.skipIf(process.platform === "win32")("a system that lets few files be open is told at once", () => {
  const folder = makeArchive(join(scratch, "few-files"));
  for (const limit of [20, 24, 28]) {
    const { status, stderr } = spawnSync("sh", ["-c", `ulimit -n ${limit} && "$NODE" "$COMMAND" lint .`], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NODE: process.execPath, COMMAND },
    });
    expect([0, 1, 2]).toContain(status);
    if (status === 2) expect(stderr).toMatch(/[Tt]oo many files are open|打开的文件太多/);
    expect(stderr).not.toMatch(/\n\s+at /);
  }
});

/** Reading fails at whatever holds the word, as a bug of ours would. */
const BUG = `
const slice = String.prototype.slice;
String.prototype.slice = function (...args) {
  if (this.includes("出错之处")) throw new TypeError("made up");
  return slice.apply(this, args);
};`;

describe("a fault of ours", () => {
  const withBug = (name: string): string => {
    const folder = makeArchive(join(scratch, name));
    add(join(folder, "issues/2/items/a.md"), "\n出错之处。\n");
    return folder;
  };

  it("at one issue is told with it, and the others are built", () => {
    const folder = withBug("bug");
    const ran = runWith(BUG, [...BUILD, "html"], folder);
    expect(ran.err).toMatch(
      /^bulletin: The program failed on issues\/2\/issue\.yaml, which was not built; the other issues are built\. .*\n\nTypeError: made up\n( {4}at .*\n){1,8}bulletin \d/,
    );
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.out).troubles[0]).toMatchObject({ manifests: ["issues/2/issue.yaml"] });
    expect(editionsOfOthers(folder)).toEqual(["issues/1/dist/1.html", "issues/3/dist/3.html"]);
    expect(existsSync(join(folder, "issues/2/dist"))).toBe(false);
  });

  it("at one target is told with it, and the others are linted", () => {
    const folder = withBug("bug-lint");
    add(join(folder, "issues/3/items/a.md"), "\n中,文\n");
    const ran = runWith(BUG, ["lint", "-f", "compact", "."], folder);
    expect(ran.err).toMatch(/^bulletin: The program failed on issues\/2\/issue\.yaml, which was not checked/);
    expect(ran.out).toMatch(/^issues\/3\/items\/a\.md:7:2: /m);
    expect(ran.code).toBe(2);
  });

  it("alone says that no file was written where none was", () => {
    const folder = withBug("bug-alone");
    const ran = runWith(BUG, ["build", "issues/2", "-e", "html"], folder);
    expect(ran.err).toMatch(/^bulletin: The program failed; no file was written\. /);
    expect(readdirSync(join(folder, "issues/2"))).not.toContain("dist");
  });

  it("behind a file that was written does not say so", () => {
    const folder = makeArchive(join(scratch, "bug-late"));
    const late = `
const rename = fs.renameSync;
fs.renameSync = (...args) => { rename(...args); setImmediate(() => { throw new Error("made up"); }); };`;
    const ran = runWith(late, ["build", "issues/1", "-e", "html"], folder);
    expect(ran.err).toMatch(/bulletin: The program failed before it had finished\. /);
    expect(ran.err).not.toContain("no file was written");
    expect(ran.code).toBe(2);
  });
});
