/**
 * Places that the operator names for a report or a baseline: written into as a shell's `>` would, a device, a pipe or
 * a descriptor never replaced by a file; a link written through; a read-only file left as it is.
 */
import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { COMMAND, leftovers, run } from "./built-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-named-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const ISSUE = resolve("fixtures/minimal");
const LINT = ["lint", ISSUE, "-f", "json"];
let report = "";
beforeAll(async () => {
  report = (await run(LINT, scratch)).out;
  expect(JSON.parse(report)).toHaveProperty("findings");
});

let folder = scratch;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(scratch, String(count));
  mkdirSync(folder);
});

/** Runs a line of bash in which `$BULLETIN` is the command. */
const shell = (line: string): string =>
  execFileSync("bash", ["-c", line], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, BULLETIN: `${process.execPath} ${COMMAND} --lang en`, ISSUE, NO_COLOR: "1" },
    timeout: 20_000,
  });

describe.skipIf(process.platform === "win32")("what is no regular file is written into", () => {
  it("a named pipe", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe]);
    let got = "";
    reader.stdout.on("data", (piece) => {
      got += piece;
    });
    const read = new Promise((settle) => reader.on("close", settle));
    const { code, out, err } = await run([...LINT, "--output-file", pipe], folder);
    await read;
    expect([code, out, err, got]).toEqual([0, "", "", report]);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(leftovers(folder)).toEqual([]);
  });

  it("a process that takes a new baseline", () => {
    const line = "$BULLETIN lint $ISSUE --baseline >(cat > f) --update-baseline 2>&1 >/dev/null";
    expect(shell(`${line}; while [ ! -s f ]; do sleep 0.05; done; cat f`)).toMatch(
      /^Recorded \d+ findings? in the baseline .*\.\n\{\n {2}"version"/,
    );
  });

  it.each([
    ["standard output", "$BULLETIN lint $ISSUE -f json -o /dev/stdout"],
    ["standard output by a link", "ln -s /dev/stdout out; $BULLETIN lint $ISSUE -f json -o out"],
    ["standard output by its number", "$BULLETIN lint $ISSUE -f json -o /dev/fd/1"],
    ["standard output that is a file", "$BULLETIN lint $ISSUE -f json -o /dev/stdout > f; cat f"],
    ["another descriptor", "$BULLETIN lint $ISSUE -f json -o /dev/fd/3 3> f; cat f"],
    [
      "a process",
      "$BULLETIN lint $ISSUE -f json -o >(cat > f); while [ ! -s f ]; do sleep 0.05; done; cat f",
    ],
  ])("%s", (_, line) => {
    expect(shell(line)).toBe(report);
  });

  it("a descriptor that goes on behind what a file holds", () => {
    expect(shell("echo before > f; $BULLETIN lint $ISSUE -f json -o /dev/fd/3 3>> f; cat f")).toBe(
      `before\n${report}`,
    );
  });

  it("a reader that has seen enough is no fault", () => {
    expect(shell("$BULLETIN lint $ISSUE -f json -o >(true); echo $?").trim()).toBe("0");
  });

  it.each([
    ["a descriptor that is not open", "/dev/fd/97"],
    ["a link to itself", "itself"],
    ["a folder", "folder"],
  ])("%s is told, exit code 2", async (_, place) => {
    mkdirSync(join(folder, "folder"));
    symlinkSync("itself", join(folder, "itself"));
    const { code, err } = await run([...LINT, "-o", place], folder);
    expect(code).toBe(2);
    expect(err).toMatch(/^bulletin: .*\n {2}→ .*\n$/);
  });
});

describe("a file", () => {
  it.each([
    ["that is there", "old"],
    ["that is not there yet", undefined],
  ])("behind a link, %s, is written; the link stays", async (_, before) => {
    mkdirSync(join(folder, "elsewhere"));
    const target = join(folder, "elsewhere/report.json");
    if (before !== undefined) writeFileSync(target, before);
    symlinkSync("elsewhere/report.json", join(folder, "link"));
    expect((await run([...LINT, "-o", "link"], folder)).code).toBe(0);
    expect(readlinkSync(join(folder, "link"))).toBe("elsewhere/report.json");
    expect(readFileSync(target, "utf8")).toBe(report);
  });

  it("keeps its permissions, and a read-only one is left as it is", async () => {
    const path = join(folder, "report.json");
    writeFileSync(path, "old");
    chmodSync(path, 0o666);
    await run([...LINT, "-o", path], folder);
    expect(lstatSync(path).mode & 0o777).toBe(0o666);
    writeFileSync(path, "old");
    chmodSync(path, 0o444);
    const { code, err } = await run([...LINT, "-o", "report.json"], folder);
    expect([code, err]).toEqual([
      2,
      "bulletin: “report.json” is read-only and was not changed.\n  → Make it writable, and run again.\n",
    ]);
    expect(readFileSync(path, "utf8")).toBe("old");
  });
});

describe("what the operator names wrongly is told", () => {
  it.each([
    ["an empty name of a report", [...LINT, "-o", ""], /The name of the output file is empty/],
    [
      "a folder of fonts that is not there",
      ["build", ISSUE, "--fonts", "nowhere"],
      /“nowhere”, given with --fonts/,
    ],
  ])("%s", async (_, args, words) => {
    const { code, err } = await run(args, folder);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringMatching(words) });
    expect(leftovers(folder)).toEqual([]);
  });
});
