/**
 * The same bytes whoever builds, wherever, in whatever order and company. Other releases of Node
 * are tried by test/nodes.test.ts.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_EDITIONS } from "../../src/editions/edition-table.js";
import { digests, run } from "./built-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-same-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const FIXTURE = "fixtures/every-markup";
const PARTS = ["bulletin.yaml", "issue.yaml", "items", "images"];
const home = join(scratch, "home", "issue");
let usual: Readonly<Record<string, string>> = {};

function copyTo(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) cpSync(join(FIXTURE, part), join(folder, part), { recursive: true });
  return folder;
}

const usualOf = (edition: string) =>
  Object.entries(usual).find(([name]) => name.endsWith(`.${edition}`))?.[1];

beforeAll(async () => {
  copyTo(home);
  expect((await run(["build"], home)).code).toBe(0);
  usual = digests(join(home, "dist"));
  expect(Object.keys(usual)).toHaveLength(DEFAULT_EDITIONS.length);
}, 60_000);

describe("the same bytes", () => {
  it.each([
    ["language and time zone", { LANG: "zh_CN.GB18030", LC_ALL: "zh_CN.GB18030", TZ: "Asia/Kathmandu" }],
    ["language that sorts otherwise", { LC_ALL: "sv_SE.UTF-8", TZ: "Pacific/Kiritimati" }],
    ["user", { USER: "nobody", LOGNAME: "nobody", HOME: "/nowhere", TMPDIR: "/nowhere" }],
    ["terminal", { TERM: "xterm-256color", FORCE_COLOR: "1", COLUMNS: "20" }],
  ])("from another %s", async (name, env) => {
    const out = join(scratch, name.replaceAll(" ", "-"));
    expect((await run(["build", "-o", out], home, env)).code).toBe(0);
    expect(digests(out)).toEqual(usual);
  });

  it("from another folder, its files made in another order at another time", async () => {
    const folder = join(scratch, "另一个 folder", "deep", "issue");
    mkdirSync(join(folder, "items"), { recursive: true });
    cpSync(join(FIXTURE, "images"), join(folder, "images"), { recursive: true });
    for (const name of readdirSync(join(FIXTURE, "items")).toReversed()) {
      cpSync(join(FIXTURE, "items", name), join(folder, "items", name));
      utimesSync(join(folder, "items", name), 1, 1);
    }
    for (const name of ["issue.yaml", "bulletin.yaml"]) cpSync(join(FIXTURE, name), join(folder, name));
    expect((await run(["build"], folder)).code).toBe(0);
    expect(digests(join(folder, "dist"))).toEqual(usual);
  });

  it("built again, and one edition at a time", async () => {
    const out = join(scratch, "again");
    for (const edition of [...DEFAULT_EDITIONS].reverse())
      await run(["build", "-e", edition, "-o", out], home);
    expect(digests(out)).toEqual(usual);
    await run(["build", "-o", out], home);
    expect(digests(out)).toEqual(usual);
  });

  it("in company, with one thread and with four", async () => {
    const bulletin = join(scratch, "bulletin");
    const slugs = ["a", "b", "c", "d", "e"];
    for (const slug of slugs) {
      const manifest = join(copyTo(join(bulletin, "issues", slug)), "issue.yaml");
      const text = readFileSync(manifest, "utf8").replace(/^slug:.*\n/m, "");
      writeFileSync(manifest, `${text}slug: ${slug}\n`);
    }
    const build = (jobs: string) =>
      run(["build", "--all", "-j", jobs, "-o", join(scratch, `jobs-${jobs}`)], bulletin);
    expect((await build("1")).code).toBe(0);
    expect((await build("4")).code).toBe(0);
    const one = digests(join(scratch, "jobs-1"));
    expect(digests(join(scratch, "jobs-4"))).toEqual(one);
    for (const slug of slugs) {
      for (const edition of DEFAULT_EDITIONS) {
        expect(one[`${slug}.${edition}`]).toBe(usualOf(edition));
      }
    }
  }, 60_000);
});
