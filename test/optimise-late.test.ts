/** What optimise-late.ts asks of V8: a flag that it does not know would be told on the user's standard error. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

it("asks V8 for nothing that it does not know", () => {
  const out = mkdtempSync(join(tmpdir(), "bulletin-late-"));
  const { status, stderr } = spawnSync(
    process.execPath,
    ["bin/bulletin.js", "build", "fixtures/minimal", "--edition", "html", "--out", out],
    { encoding: "utf8" },
  );
  rmSync(out, { recursive: true });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
