/**
 * What the command does where its output is refused, and where it fails itself: a few lines that a
 * person can act on, no source of the bundle, and the exit code that was promised.
 */
import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { printFault } from "../../src/cli/terminal/report-fault.js";
import { EnvironmentError } from "../../src/diagnostics/diagnostic.js";
import { COMMAND } from "./built-command.js";

const BULLETIN = "test/output/bulletin";
const env = { ...process.env, NO_COLOR: "1", SOURCE_DATE_EPOCH: "" };

/** Code that runs before the command, in its process. */
const before = (code: string): readonly string[] => [
  "--import",
  `data:text/javascript,${encodeURIComponent(code)}`,
];

/** Whatever is written to standard output is refused as a full disk refuses it. */
const FULL = `
const refuse = (_chunk, _encoding, done) => done(Object.assign(new Error("no space"), { code: "ENOSPC" }));
process.stdout._write = refuse;
process.stdout._writev = undefined;
`;

const COMMANDS: readonly (readonly string[])[] = [
  ["lint", BULLETIN],
  ["lint", "fixtures/minimal"],
  ["lint", BULLETIN, "-f", "json"],
  ["lint", BULLETIN, "-f", "sarif"],
  ["rules"],
  ["explain", "text/dash"],
  ["schema", "item"],
  ["--help"],
];

describe.each(["zh", "en"])("a full disk behind standard output, in %s", (language) => {
  const said = {
    zh: "bulletin: 磁盘已满，结果没有写完。\n  → ",
    en: "bulletin: The disk is full; the output is not complete.\n  → ",
  };
  it.each(COMMANDS)("%s %s %s %s", (...args) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...before(FULL), COMMAND, "--lang", language, ...args.filter((arg) => arg !== undefined)],
      { encoding: "utf8", env },
    );
    expect(stderr.startsWith(said[language as "zh" | "en"])).toBe(true);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(status).toBe(2);
  });

  it("is that of a real one too, where the system has one to try", () => {
    for (const device of ["/dev/full"].filter((path) => existsSync(path))) {
      const full = openSync(device, "w");
      const { status, stderr } = spawnSync(
        process.execPath,
        [COMMAND, "--lang", language, "lint", BULLETIN],
        {
          stdio: ["ignore", full, "pipe"],
          encoding: "utf8",
          env,
        },
      );
      closeSync(full);
      expect(stderr.startsWith(said[language as "zh" | "en"])).toBe(true);
      expect(status).toBe(2);
    }
    expect(said).toHaveProperty(language);
  });
});

describe("a reader that is gone", () => {
  it.each([
    [["lint", BULLETIN, "--verbose"], 1],
    [["lint", "fixtures/minimal"], 0],
    [["rules"], 0],
    [["lint", "nowhere"], 2],
  ])("%j ends in silence with %i", async (args, code) => {
    const child = spawn(process.execPath, [COMMAND, "--lang", "en", ...args], { env });
    child.stdout.destroy();
    let told = "";
    child.stderr.on("data", (piece) => {
      told += piece;
    });
    const status = await new Promise((settle) => child.on("close", settle));
    expect(status).toBe(code);
    expect(told === "" || code === 2).toBe(true);
  });
});

describe.skipIf(process.platform === "win32")("a build of many issues whose output nobody takes", () => {
  const scratch = mkdtempSync(join(tmpdir(), "bulletin-ends-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const ISSUES = 12;
  for (let number = 1; number <= ISSUES; number += 1) {
    const folder = join(scratch, "issues", String(number));
    cpSync("fixtures/minimal", folder, { recursive: true });
    writeFileSync(
      join(folder, "issue.yaml"),
      `${readFileSync(join(folder, "issue.yaml"), "utf8")}slug: s${number}\n`,
    );
  }

  it.each([
    ["closed behind the first line", "$BUILD 2> err | head -1 > line; echo ${PIPESTATUS[0]}", "0"],
    ["closed at once", "$BUILD 2>&1 | true; echo ${PIPESTATUS[0]}", "0"],
    ["closed from the start", "$BUILD >&- 2>&-; echo $?", "0"],
    ["closed from the start, input and all", "$BUILD <&- >&- 2>&-; echo $?", "0"],
    ["on a full disk", "[ ! -e /dev/full ] && echo 2 || { $BUILD > /dev/full 2> err; echo $?; }", "2"],
    [
      "on a full disk, both",
      "[ ! -e /dev/full ] && echo 2 || { $BUILD > /dev/full 2> /dev/full; echo $?; }",
      "2",
    ],
  ])(
    "%s: all is built, or it says that it was not",
    (_, line, code) => {
      for (const jobs of ["1", "2"]) {
        writeFileSync(join(scratch, "err"), "");
        const said = spawnSync("bash", ["-c", line], {
          cwd: scratch,
          encoding: "utf8",
          env: { ...env, BUILD: `${process.execPath} ${COMMAND} build --all -e html -j ${jobs} -o out` },
        });
        expect(said.stdout.trim()).toBe(code);
        expect(readFileSync(join(scratch, "err"), "utf8")).not.toMatch(/\n\s+at /);
        if (line.includes("/dev/full") && !existsSync("/dev/full")) continue;
        expect(readdirSync(join(scratch, "out"))).toHaveLength(ISSUES);
        rmSync(join(scratch, "out"), { recursive: true });
      }
    },
    60_000,
  );
});

describe.skipIf(process.platform === "win32")("a current folder that is gone", () => {
  it.each([
    "lint",
    "lint .",
    "lint - --stdin-filename a.md",
    "lint --changed",
    "build",
    "build --all",
    "build --watch",
    "build --print issue",
    "init",
    "init x",
    "new issue",
    "new item x",
    "undo",
  ])("%s: told with a remedy, exit code 2", (args) => {
    const { stdout } = spawnSync(
      "bash",
      ["-c", `cd "$(mktemp -d)" && rmdir "$PWD" && $BULLETIN ${args} < /dev/null 2>&1; echo $?`],
      { encoding: "utf8", env: { ...env, BULLETIN: `${process.execPath} ${COMMAND} --lang en` } },
    );
    expect(stdout).toMatch(
      /^bulletin: The current folder no longer exists: it was moved, renamed or removed\.\n {2}→ .*\n2\n$/,
    );
  });

  it("is no matter to a command that needs none", () => {
    const { stdout } = spawnSync(
      "bash",
      ["-c", 'cd "$(mktemp -d)" && rmdir "$PWD" && $BULLETIN rules > /dev/null 2>&1; echo $?'],
      { encoding: "utf8", env: { ...env, BULLETIN: `${process.execPath} ${COMMAND}` } },
    );
    expect(stdout).toBe("0\n");
  });
});

describe("a fault of the program", () => {
  const report =
    /^bulletin: The program failed; no file was written\..*\n\nError: made up\n( {4}at .*\n){1,8}bulletin \d+\.\d+\.\d+, Node v\d+.*\n$/;

  it.each([
    [
      "in what the command does",
      "JSON.stringify = () => { throw new Error('made up'); };",
      ["schema", "item"],
    ],
    [
      "where nobody waits for it",
      "const write = process.stdout.write; process.stdout.write = (...args) => { setImmediate(() => { throw new Error('made up'); }); return write.apply(process.stdout, args); };",
      ["rules"],
    ],
    [
      "in a promise that nobody waits for",
      "const write = process.stdout.write; process.stdout.write = (...args) => { void Promise.reject(new Error('made up')); return write.apply(process.stdout, args); };",
      ["rules"],
    ],
  ])("%s is told in a few lines, and ends with 2", (_, code, args) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...before(code), COMMAND, "--lang", "en", ...args],
      { encoding: "utf8", env },
    );
    expect(stderr).toMatch(report);
    expect(stderr.length).toBeLessThan(2000);
    expect(status).toBe(2);
  });

  it("quotes no more of a long message than can be read, and obeys no character in it", () => {
    const told = printFault(new Error(`甲\u001b[31m${"乙".repeat(10_000)}`), {
      language: "zh",
      version: "1.0.0",
    });
    expect(told.length).toBeLessThan(2500);
    expect(told).toContain("甲<U+001B>");
    expect(printFault("no error at all", { language: "zh", version: "1.0.0" })).toContain("no error at all");
  });

  it("of the surroundings has a remedy and no stack", () => {
    const fault = new EnvironmentError({ zh: "缺字体", en: "No font" }, { zh: "装上。", en: "Get one." });
    expect(printFault(fault, { language: "zh", version: "1.0.0" })).toBe("bulletin: 缺字体\n  → 装上。\n");
  });
});
