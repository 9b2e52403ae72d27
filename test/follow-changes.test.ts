/** When a watch builds: once for changes that come together, and never of a file that is half written. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { followChanges } from "../src/cli/follow-changes.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-changes-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const [a, b] = ["a.md", "b.md"].map((name) => join(scratch, name)) as [string, string];

/** Behind the last look at what was built. */
const LONG_ENOUGH_MS = 200;

/** @returns what `a` said when each build began */
function follow(during: (build: number) => void | Promise<void> = () => undefined) {
  writeFileSync(a, "first");
  writeFileSync(b, "first");
  const builds: string[] = [];
  const follower = followChanges(async () => {
    builds.push(readFileSync(a, "utf8"));
    await during(builds.length);
  });
  return { builds, ...follower };
}

test("changes that come together make one build", async () => {
  const { builds, note, end } = follow();
  writeFileSync(a, "second");
  note(a);
  note(b);
  note(a);
  await vi.waitFor(() => expect(builds).toEqual(["first", "second"]));
  await wait(LONG_ENOUGH_MS);
  expect(builds).toEqual(["first", "second"]);
  await end();
});

test("changes during a build make one more behind it", async () => {
  let release = () => {};
  const held = new Promise<void>((settle) => {
    release = settle;
  });
  const { builds, note, end } = follow((build) => (build === 1 ? held : undefined));
  for (const words of ["second", "third", "fourth"]) {
    writeFileSync(a, words);
    note(a);
    await wait(30);
  }
  expect(builds).toEqual(["first"]);
  release();
  await vi.waitFor(() => expect(builds).toEqual(["first", "fourth"]));
  await wait(LONG_ENOUGH_MS);
  expect(builds).toEqual(["first", "fourth"]);
  await end();
});

test("what is written behind a change, unsaid by the watch, is built too", async () => {
  const { builds, note, end } = follow((build) => {
    if (build === 2) writeFileSync(a, "the rest of it");
  });
  writeFileSync(a, "half of");
  note(a);
  await vi.waitFor(() => expect(builds).toEqual(["first", "half of", "the rest of it"]));
  await end();
});

test("an empty file is waited for, and built where it stays empty", async () => {
  const { builds, note, end } = follow();
  writeFileSync(a, "");
  note(a);
  await vi.waitFor(() => expect(builds).toEqual(["first", ""]));
  await end();
});

test("a file that goes is a change; behind the end nothing is built", async () => {
  const { builds, note, end } = follow();
  rmSync(b);
  note(b);
  await vi.waitFor(() => expect(builds.length).toBe(2));
  note(a);
  await end();
  await wait(LONG_ENOUGH_MS);
  expect(builds.length).toBe(2);
});
