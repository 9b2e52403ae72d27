/** What make-room.ts asks of V8: a flag that it does not know would be told to the user. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("holds the heap of a long issue by flags that this V8 knows", () => {
  const flags = readFileSync("src/cli/make-room.ts", "utf8").match(/--[a-z-]+=/g) ?? [];
  const script = `import { setFlagsFromString } from "node:v8";
    for (const flag of ${JSON.stringify(flags)}) for (const value of [1, 2, 40, 0]) setFlagsFromString(flag + value);`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  expect({ flags, status, stderr }).toEqual({
    flags: ["--heap-growing-percent=", "--semi-space-growth-factor="],
    status: 0,
    stderr: "",
  });
});
