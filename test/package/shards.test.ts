/** `--shard i/n`: every issue falls to one part, the same part whatever the order of the paths. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { pickShard, readShard } from "../../src/cli/shard.js";

const COMMAND = resolve("bin/bulletin.js");
const scratch = mkdtempSync(join(tmpdir(), "bulletin-shards-"));
const NAMES = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];
for (const name of NAMES) {
  cpSync("fixtures/minimal", join(scratch, "issues", name), { recursive: true });
  rmSync(join(scratch, "issues", name, "dist"), { recursive: true, force: true });
}

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function bulletin(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: scratch,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

describe("a shard", () => {
  it.each(["0/2", "3/2", "1", "1/0", "-1/2", "1/2/3", "a/b", "1.5/2", ""])("is not %j", (text) => {
    expect(readShard(text)).toBeUndefined();
    expect(bulletin(["build", "--all", "--shard", text]).code).toBe(2);
  });

  it.each([1, 2, 3, 7])("of %d parts: each path in one part, sizes even", (count) => {
    const paths = Array.from({ length: 17 }, (_, number) => `issues/${number}`);
    const part = (index: number, all: readonly string[]) =>
      pickShard(all, { shard: { index, count }, pathOf: (path) => path });
    const parts = Array.from({ length: count }, (_, place) => part(place + 1, paths));
    expect(parts.flat().sort()).toEqual([...paths].sort());
    const sizes = parts.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(part(1, paths.toReversed())).toEqual(parts[0]);
  });
});

it("is taken of the folder of issues as well", () => {
  const paths = (args: readonly string[]) =>
    JSON.parse(bulletin([...args, "-e", "html", "-o", "same", "--json"]).out).issues.map(
      ({ manifest }: { manifest: string }) => manifest,
    );
  expect(paths(["build", "issues", "--all", "--shard", "2/2"])).toEqual(
    paths(["build", "--all", "--shard", "2/2"]),
  );
  expect(bulletin(["build", "issues"]).err).toContain("--all");
});

it("builds its issues and no others", () => {
  const first = bulletin(["build", "--all", "--shard", "1/2", "-e", "html", "-o", "one"]);
  const second = bulletin(["build", "--all", "--shard", "2/2", "-e", "html", "-o", "two"]);
  expect([first.code, second.code]).toEqual([0, 0]);
  const built = [...readdirSync(join(scratch, "one")), ...readdirSync(join(scratch, "two"))];
  expect(readdirSync(join(scratch, "one"))).toHaveLength(3);
  expect(built.filter((name) => name.endsWith(".html")).sort()).toEqual(NAMES.map((name) => `${name}.html`));
});

it("lints its issues, and nothing where there are fewer than parts", () => {
  const report = (shard: string) => {
    const { code, out } = bulletin(["lint", "--shard", shard, "-f", "json"]);
    expect(code).toBe(0);
    return JSON.parse(out).summary.files;
  };
  const one = report("1/5");
  expect(one).toBeGreaterThan(0);
  expect(report("2/5")).toBe(one);
  expect(report("6/6")).toBe(0);
  expect(bulletin(["build", "--all", "--shard", "6/6"])).toMatchObject({ code: 0, out: "" });
});
