/**
 * `lint - --fix` for editors that replace their text by what comes back: mended where it can be, and to the byte as
 * it came where it cannot, whatever it is.
 */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { COMMAND } from "./faults/built-command.js";

const HEAD = "---\ntitle: 示例市科协举办学术交流会\n---\n\n";
const BODY = "3月10日，会议举办 ，百余人参加。\n";
const MENDED = BODY.replace("办 ，", "办，");

function mend(input: Uint8Array, name = "items/05.md") {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [COMMAND, "--lang", "en", "lint", "-", "--fix", "--stdin-filename", name],
    { input, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_COLOR: "1" } },
  );
  return { bytes: stdout, told: stderr.toString("utf8"), status };
}

describe("what cannot be mended comes back to the byte", () => {
  it.each<[string, Uint8Array, number]>([
    ["GBK", Buffer.from([0xce, 0xe5, 0xd4, 0xc2, 0x0a]), 1],
    ["UTF-16", Buffer.from(`\ufeff${HEAD}${BODY}`, "utf16le"), 1],
    ["a NUL", Buffer.from(`${HEAD}甲\0乙 ，丙。\n`), 1],
    ["too long", Buffer.from(`${HEAD}${"一二三四五 ，六七八九十。\n\n".repeat(20_000)}`), 1],
    ["half a character at its end", Buffer.from(`${HEAD}${BODY}`).subarray(0, -2), 1],
    ["nothing at all", Buffer.alloc(0), 1],
    [
      "nothing to mend, with a byte order mark and CRLF",
      Buffer.from(`\ufeff${HEAD}${MENDED}`.replaceAll("\n", "\r\n")),
      0,
    ],
  ])("%s", (_, input, code) => {
    const { bytes, status } = mend(input);
    expect(bytes.equals(input)).toBe(true);
    expect(status).toBe(code);
  });

  it("a manifest", () => {
    const input = Buffer.from("\ufeffyear: [\n");
    expect(mend(input, "issue.yaml").bytes.equals(input)).toBe(true);
  });
});

describe("what can be mended", () => {
  it.each([
    ["", "\n"],
    ["\ufeff", "\n"],
    ["\ufeff", "\r\n"],
  ])("keeps the mark %j and the line ends %j", (mark, end) => {
    const { bytes, status } = mend(Buffer.from(`${mark}${HEAD}${BODY}`.replaceAll("\n", end)));
    expect(bytes.toString("utf8")).toBe(`${mark}${HEAD}${MENDED}`.replaceAll("\n", end));
    expect(status).toBe(0);
  });
});

it("what never ends is not waited for", () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [COMMAND, "--lang", "en", "lint", "-", "--stdin-filename", "items/05.md"],
    { input: Buffer.alloc(65 * 1024 * 1024, "a"), env: { ...process.env, NO_COLOR: "1" } },
  );
  expect({ out: stdout.toString("utf8"), status }).toEqual({ out: "", status: 2 });
  expect(stderr.toString("utf8")).toMatch(/^bulletin: Standard input is larger than 64 MiB.*\n {2}→ .*\n$/);
});
