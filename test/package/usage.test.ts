/** Help is told in the user's language throughout; mistakes of usage are test/cli.test.ts's. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const COMMAND = resolve("bin/bulletin.js");

function bulletin(line: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [COMMAND, "--lang", "zh", ...line.split(" ")],
    {
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

it.each(["--help", "build --help", "lint --help", "new item --help", "completion --help"])(
  "%s has no English left",
  (line) => {
    const { code, out } = bulletin(line);
    expect(code).toBe(0);
    expect(out).not.toMatch(/default|choices|Usage|Options|Arguments|Commands/);
  },
);
