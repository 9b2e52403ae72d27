/**
 * A disk that is full or read-only, by real small file systems. They are mounted in a name space of
 * the test's own, which needs Linux with util-linux' unshare and leave to use it.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { COMMAND, changeBulletin, makeBulletin } from "../faults/built-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-disks-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs shell lines as root of a name space where mounting is allowed and seen by nobody else. */
function inOwnMounts(script: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync(
    "unshare",
    ["--user", "--map-root-user", "--mount", "sh", "-euc", script],
    { cwd, encoding: "utf8", env: { ...process.env, NODE: process.execPath, COMMAND, LANG: "en_US.UTF-8" } },
  );
  return { status, stdout, stderr };
}

const mayMount = inOwnMounts("mount -t tmpfs none /mnt", ".").status === 0;
if (!mayMount) console.warn("skipped: this machine lets no test mount a file system of its own");

describe.skipIf(!mayMount)("a disk", () => {
  it("that fills up leaves the editions of the last run whole", () => {
    const folder = makeBulletin(join(scratch, "full"));
    mkdirSync(join(folder, "dist"));
    changeBulletin(folder, "1月13日，县科协又送去一批图书。");
    const { stdout, stderr } = inOwnMounts(
      `mount -t tmpfs -o size=60k none dist
       for name in docx pdf html; do echo old > dist/issue.$name; done
       if "$NODE" "$COMMAND" build; then echo built; else echo "code $?"; fi
       cat dist/issue.*; ls -A dist`,
      folder,
    );
    // Two editions of 14 and 31 KB fit beside each other, the third does not.
    expect(stderr).toMatch(/The disk is full.*\n {2}→ Free some space/);
    expect(stdout).toBe("code 2\nold\nold\nold\nissue.docx\nissue.html\nissue.pdf\n");
  });

  it("that is read-only is told with a remedy", () => {
    const folder = makeBulletin(join(scratch, "read-only"));
    mkdirSync(join(folder, "dist"));
    const { stdout, stderr } = inOwnMounts(
      `mount -t tmpfs none dist
       echo old > dist/issue.pdf
       mount -o remount,ro dist
       if "$NODE" "$COMMAND" build; then echo built; else echo "code $?"; fi
       cat dist/issue.pdf; ls -A dist`,
      folder,
    );
    expect(stderr).toMatch(/read-only.*\n {2}→ /);
    expect(stdout).toBe("code 2\nold\nissue.pdf\n");
  });
});
