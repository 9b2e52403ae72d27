/** What make-room.ts asks of V8: a flag that it does not know would be told to the user. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("holds the heap of a long issue by a flag that this V8 knows", () => {
  const flag = /--heap-growing-percent=/.exec(readFileSync("src/cli/make-room.ts", "utf8"))?.[0];
  const script = `import { setFlagsFromString } from "node:v8";
    for (const percent of [50, 0]) setFlagsFromString("${flag}" + percent);`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  expect({ flag, status, stderr }).toEqual({ flag: "--heap-growing-percent=", status: 0, stderr: "" });
});
