/**
 * Do the tests notice when the program is broken? .tools/mutate.js breaks the files that it names at every place it
 * knows how to, runs their suites each time, prints what none of them noticed, and fails above the bound it states.
 * Every fourth place here: `npm run mutate` tries them all.
 */
import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("the tests notice nearly every place at which the program is broken", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [".tools/mutate.js", "--every=4"], {
    encoding: "utf8",
  });
  console.log(stdout.trimEnd().split("\n").at(-1));
  expect(status, `${stdout}\n${stderr}`).toBe(0);
});
