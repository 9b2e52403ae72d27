/**
 * Output places that refuse: nothing of an earlier run is lost. One that the manifest gives is a finding of its issue,
 * exit code 1; one that the command line gives is told with a remedy, exit code 2.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { changeBulletin, digests, leftovers, makeBulletin, run } from "./built-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-places-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The super-user writes anywhere: the refusal of a folder without permission is made up then. */
const isSuperUser = process.getuid?.() === 0;
const REFUSING = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const { openSync } = fs;
fs.openSync = (path, flags = "r", ...rest) => {
  const writes = typeof flags === "string" ? /[wa+]/.test(flags) : (flags & 3) !== 0;
  if (!writes) return openSync(path, flags, ...rest);
  throw Object.assign(new Error("permission denied"), { code: "EACCES", path: String(path), syscall: "open" });
};
syncBuiltinESMExports();
`;
const refusing = isSuperUser
  ? { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(REFUSING)}` }
  : {};

describe("an output place that refuses", () => {
  it("keeps all editions of the last run where a folder stands in one's place", async () => {
    const folder = makeBulletin(join(scratch, "folder"));
    const dist = join(folder, "dist");
    await run(["build", "-e", "docx,html"], folder);
    const before = digests(dist);
    mkdirSync(join(dist, "issue.pdf"));
    changeBulletin(folder, "1月13日，县科协又送去一批图书。");
    const { code, err } = await run(["build"], folder);
    expect(code).toBe(1);
    expect(err).toMatch(/issue\.yaml:1:1 +error [\s\S]*“dist\/issue\.pdf”[\s\S]*→ Move it/);
    rmSync(join(dist, "issue.pdf"), { recursive: true });
    expect(digests(dist)).toEqual(before);
  });

  it.each([
    ["a file", (path: string) => writeFileSync(path, "x")],
    ["a link that leads nowhere", (path: string) => symlinkSync("nowhere", path)],
    ["a link to itself", (path: string) => symlinkSync("out", path)],
  ])("says so where the folder is %s", async (name, make) => {
    const folder = makeBulletin(join(scratch, name.replaceAll(" ", "-")));
    make(join(folder, "out"));
    const { code, err } = await run(["build", "-o", "out"], folder);
    expect(code).toBe(2);
    expect(err).toMatch(/^bulletin: .*out.*\n {2}→ /);
  });

  it("says so where the folder is read-only", async () => {
    const folder = makeBulletin(join(scratch, "read-only"));
    const dist = join(folder, "dist");
    await run(["build"], folder);
    const before = digests(dist);
    changeBulletin(folder, "1月13日，县科协又送去一批图书。");
    chmodSync(dist, 0o555);
    const { code, err } = await run(["build"], folder, refusing);
    chmodSync(dist, 0o755);
    expect(code).toBe(2);
    expect(err).toMatch(/permissions/);
    expect(digests(dist)).toEqual(before);
    expect(leftovers(dist)).toEqual([]);
  });

  it("shortens no name: one too long is refused before anything is written", async () => {
    const folder = makeBulletin(join(scratch, "long"));
    const { code, err } = await run(["build", "-o", "x".repeat(300)], folder);
    expect(code).toBe(2);
    expect(err).toMatch(/too long/);
  });
});
