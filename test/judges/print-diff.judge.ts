/**
 * The diff of `lint --fix-dry-run`, applied by the two programs that people apply it with: whatever a
 * file is called, its name is printed as it is and the text comes out as `--fix` would leave it.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { printDiff } from "../../src/diagnostics/print-diff.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-diff-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const BEFORE = "一\n二\n三\n四\n五 5 月\n六\n七\n八\n九\n末 1 行，没有换行";
const AFTER = BEFORE.replace("五 5 月", "五5月").replace("末 1 行", "末1行");

const NAMES = [
  "items/01-fair.md",
  "来稿/云湖区科协 集市.md",
  "来稿/《集市》“一等奖”😀.md",
  "a b/c  d.md",
  'quote"and\\stroke.md',
  "tab\there.md",
  "é/combining\u0301.md",
];

const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  git: ["git", "apply", "-p1"],
  patch: ["patch", "-p1", "--quiet"],
};

describe.each(Object.entries(PROGRAMS))("%s", (program, [command = "", ...args]) => {
  it.each(NAMES)("%j", (name) => {
    const folder = mkdtempSync(join(scratch, `${program}-`));
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, BEFORE);
    const input = printDiff(name, { before: BEFORE, after: AFTER });
    const { status, stderr } = spawnSync(command, args, { cwd: folder, input, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(AFTER);
  });
});

it("applies to a file whose lines end as in Windows", () => {
  const folder = mkdtempSync(join(scratch, "crlf-"));
  const [before, after] = [BEFORE, AFTER].map((text) => text.replaceAll("\n", "\r\n")) as [string, string];
  writeFileSync(join(folder, "a.md"), before);
  const { status } = spawnSync("git", ["apply", "-p1"], {
    cwd: folder,
    input: printDiff("a.md", { before, after }),
  });
  expect(status).toBe(0);
  expect(readFileSync(join(folder, "a.md"), "utf8")).toBe(after);
});
