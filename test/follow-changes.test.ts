/**
 * When a watch builds: once for changes that come together, a few times for a run of saves, and never
 * of a file that is half written. The clock and the files are invented; how long a machine takes
 * changes nothing.
 */
import { describe, expect, it, test } from "vitest";
import { type Follower, followChanges } from "../src/cli/watch/follow-changes.js";
import { inventedClock } from "./invented-clock.js";

/** A disk of names and contents, and a build that takes so long. */
function follow({ buildTakes = 100 } = {}) {
  const clock = inventedClock();
  const files = new Map<string, string>([
    ["a.md", "first"],
    ["b.md", "first"],
  ]);
  /** what `a.md` said when each build began, and when that was */
  const builds: { readonly at: number; readonly read: string | undefined; readonly changed: string[] }[] = [];
  const versions = new Map<string, number>();
  let follower: (Follower & { readonly first: Promise<void> }) | undefined;
  const write = (path: string, text: string | undefined, isSeen = true) => {
    if (text === undefined) files.delete(path);
    else files.set(path, text);
    versions.set(path, (versions.get(path) ?? 0) + 1);
    if (isSeen) follower?.note(path);
  };
  follower = followChanges(
    async (changed) => {
      builds.push({ at: clock.now(), read: files.get("a.md"), changed: [...changed] });
      await clock.wait(buildTakes);
    },
    {
      now: clock.now,
      wait: clock.wait,
      stampOf: (path) => `${path} ${versions.get(path) ?? 0}`,
      isEmpty: (path) => files.get(path) === "",
    },
  );
  /** From the end of the first build on. */
  const save = (moment: number, text: string | undefined, { path = "a.md", isSeen = true } = {}) =>
    clock.at(buildTakes + moment, () => write(path, text, isSeen));
  return { clock, builds, save, end: follower.end, readings: () => builds.map(({ read }) => read) };
}

const LONG_AFTER = 10_000;

test("a change out of the blue is built within a few milliseconds", async () => {
  const { clock, builds, save } = follow();
  save(5000, "second");
  await clock.runTo(LONG_AFTER);
  expect(builds.map(({ read }) => read)).toEqual(["first", "second"]);
  expect((builds[1]?.at ?? 0) - 5100).toBeLessThanOrEqual(10);
  expect(builds[1]?.changed).toEqual(["a.md"]);
});

test("changes that come together make one build", async () => {
  const { clock, builds, save } = follow();
  save(1000, "second");
  save(1000, "second", { path: "b.md" });
  save(1002, "third");
  await clock.runTo(LONG_AFTER);
  expect(builds.map(({ read }) => read)).toEqual(["first", "third"]);
  expect(builds[1]?.changed).toEqual(["a.md", "b.md"]);
});

describe("a run of saves makes a few builds, the last of them of what was saved last", () => {
  it.each([
    [{ saves: 10, apart: 50, buildTakes: 100 }, 3],
    [{ saves: 10, apart: 50, buildTakes: 20 }, 3],
    [{ saves: 10, apart: 50, buildTakes: 5 }, 3],
    [{ saves: 10, apart: 50, buildTakes: 400 }, 3],
    [{ saves: 10, apart: 20, buildTakes: 100 }, 3],
    [{ saves: 10, apart: 120, buildTakes: 100 }, 4],
    // Never at rest for long: once a second is often enough.
    [{ saves: 100, apart: 50, buildTakes: 100 }, 7],
  ])("%j: at most %i", async ({ saves, apart, buildTakes }, most) => {
    const { clock, save, readings } = follow({ buildTakes });
    for (let count = 1; count <= saves; count += 1) save(1000 + count * apart, `save ${count}`);
    await clock.runTo(LONG_AFTER + saves * apart);
    const [first, ...others] = readings();
    expect(first).toBe("first");
    expect(others.length).toBeLessThanOrEqual(most);
    expect(others.at(-1)).toBe(`save ${saves}`);
  });
});

test("saves that are far apart are built one by one, each at once", async () => {
  const { clock, builds, save } = follow();
  for (const count of [1, 2, 3]) save(count * 1000, `save ${count}`);
  await clock.runTo(LONG_AFTER);
  expect(builds.map(({ read }) => read)).toEqual(["first", "save 1", "save 2", "save 3"]);
  for (const [index, { at }] of builds.slice(1).entries()) {
    expect(at - (index + 1) * 1000 - 100).toBeLessThanOrEqual(10);
  }
});

test("changes during a build make one more behind it, at once where all is quiet again", async () => {
  const { clock, builds, save } = follow({ buildTakes: 1000 });
  // During the first build, which ends at 1000.
  for (const moment of [-900, -800, -700]) save(moment, `at ${moment}`);
  await clock.runTo(LONG_AFTER);
  expect(builds.map(({ read }) => read)).toEqual(["first", "at -700"]);
  expect((builds[1]?.at ?? 0) - 1000).toBeLessThanOrEqual(10);
});

test("what is written behind a change, unsaid by the watch, is built too", async () => {
  const { clock, save, readings } = follow();
  save(1000, "half of");
  save(1020, "the rest of it", { isSeen: false });
  await clock.runTo(LONG_AFTER);
  expect(readings()).toEqual(["first", "half of", "the rest of it"]);
});

test("an empty file is waited for, and built where it stays empty", async () => {
  const { clock, builds, save } = follow();
  save(1000, "");
  save(1060, "whole", { isSeen: false });
  save(5000, "");
  await clock.runTo(LONG_AFTER);
  expect(builds.map(({ read }) => read)).toEqual(["first", "whole", ""]);
});

test("a file that goes is a change; behind the end nothing is built", async () => {
  const { clock, builds, save, end } = follow();
  save(1000, undefined, { path: "b.md" });
  clock.at(3000, () => void end());
  save(4000, "too late");
  await clock.runTo(LONG_AFTER);
  expect(builds.map(({ changed }) => changed)).toEqual([[], ["b.md"]]);
});
